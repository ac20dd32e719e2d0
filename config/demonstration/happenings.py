"""Events of the demonstration: what took place, and the six walks to come."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from campaigns.models import Campaign
from config.demonstration.network import organisation_of
from config.demonstration.reading import facts, pairs
from directory.models import City
from events.enums import DatePrecision, EventState
from events.models import Event, EventSource, Places, ProgrammeItem, Schedule, Speaker, Venue

KARACHI = ZoneInfo("Asia/Karachi")
# The lines of "good to know", in the order a walker needs them.
ACCESS_LINES = ("step_free", "womens_area", "water", "toilets")


def load_past_events(now: datetime.datetime) -> None:
    """Write what took place, with as much of its date as a source gives."""
    for entry in facts("past_events"):
        event = _event(entry, _organisers(entry))
        precision = DatePrecision(entry["date_precision"])
        Schedule.objects.update_or_create(
            event=event,
            defaults={
                "state": EventState.CLOSED,
                "precision": precision,
                "happens_on": _first_day(entry["date"]),
                "changed_at": now,
            },
        )


def load_walks(now: datetime.datetime) -> None:
    """Write the walks to come, each marked as a demonstration."""
    plan = facts("walks_2027")
    for entry in plan["walks"]:
        lead = organisation_of({"slug": entry["organiser"]})
        contact = entry["organiser_contact"]
        event = _event(
            entry,
            {
                "lead_organiser": lead,
                **pairs(plan, "why_this_day"),
                "good_to_know_en": _good_to_know(entry["access"], "en"),
                "good_to_know_ur": _good_to_know(entry["access"], "ur"),
                **_facilities(entry["access"]),
                "contact_name_en": contact["name_en"],
                "contact_name_ur": contact["name_ur"],
                "contact_phone": contact["phone_display"],
                "is_demonstration": True,
            },
        )
        _schedule_walk(event, entry, now)


def _schedule_walk(event: Event, entry: dict[str, Any], now: datetime.datetime) -> None:
    venue, _made = Venue.objects.update_or_create(
        city=event.city,
        name_en=entry["venue"]["name_en"],
        defaults=pairs(entry["venue"], "name", "address"),
    )
    state, day = entry["state"], entry["date"]
    Schedule.objects.update_or_create(
        event=event,
        defaults={
            "state": EventState.OPEN,
            "precision": DatePrecision.TIME,
            "starts_at": _moment(day, entry["starts"]),
            "ends_at": _moment(day, entry["ends"]),
            "happens_on": datetime.date.fromisoformat(day),
            "venue": venue,
            **pairs(entry, "assembly_point", "route", "landmarks", "end_point"),
            "registration_opens_at": _moment(state["registration_opens_on"], "00:00"),
            "registration_closes_at": _moment(state["registration_closes_on"], "23:59"),
            "changed_at": now,
        },
    )
    capacity = state["capacity"]
    Places.objects.get_or_create(
        event=event,
        defaults={
            "capacity": capacity,
            "ceiling": capacity,
            "taken": 0,
            "has_waiting_list": state["has_waiting_list"],
            "largest_group": state["largest_group"],
        },
    )


def _event(entry: dict[str, Any], more: dict[str, Any]) -> Event:
    year = entry["campaign"]
    event: Event
    event, _made = Event.objects.update_or_create(
        slug=entry["slug"],
        defaults={
            "kind": entry["kind"],
            "campaign": Campaign.objects.get(year=year) if year else None,
            "city": City.objects.get(slug=entry["city"]),
            **pairs(entry, "title", "summary", "note"),
            **more,
            "live": True,
        },
    )
    others = [*entry.get("organisers", [])[1:], *entry["partners"]]
    event.partners.set([organisation_of(partner) for partner in others])
    event.partners.commit()
    _write_lines(event, entry)
    return event


def _write_lines(event: Event, entry: dict[str, Any]) -> None:
    for model in (Speaker, ProgrammeItem, EventSource):
        model.objects.filter(event=event).delete()
    for order, speaker in enumerate(entry.get("speakers", [])):
        words = pairs(speaker, "name", "role", "organisation", "part")
        Speaker.objects.create(event=event, sort_order=order, **words)
    for order, item in enumerate(entry.get("programme", [])):
        at = datetime.time.fromisoformat(item["at"]) if item.get("at") else None
        ProgrammeItem.objects.create(event=event, sort_order=order, at=at, **pairs(item, "text"))
    for order, source in enumerate(entry.get("sources", [])):
        EventSource.objects.create(
            event=event, sort_order=order, url=source.get("url") or "", **pairs(source, "title")
        )


def _organisers(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the first as lead; the others stand among the partners, where they are counted."""
    lead, *_others = [organisation_of(organiser) for organiser in entry["organisers"]]
    return {"lead_organiser": lead, "organiser_line_en": "", "organiser_line_ur": ""}


def _good_to_know(access: dict[str, Any], language: str) -> str:
    lines = (access.get(f"{name}_{language}") for name in ACCESS_LINES)
    return "\n".join(line for line in lines if line)


def _facilities(access: dict[str, Any]) -> dict[str, Any]:
    """Return what the place has; a fact that is not given stays unknown."""
    names = ("is_step_free", "has_womens_area", "has_water", "has_toilets")
    return {
        **{name: access.get(name) for name in names},
        **pairs(access, "lost_children", "bring"),
    }


def _first_day(written: str | None) -> datetime.date | None:
    if not written:
        return None
    return datetime.date.fromisoformat(written if len(written) == 10 else f"{written}-01")


def _moment(day: str | None, clock: str) -> datetime.datetime | None:
    if not day:
        return None
    return datetime.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=KARACHI)
