"""Cities, helplines and days off of the demonstration: real facts, each with its source."""

import datetime

from config.demonstration.reading import facts, pairs, rows
from directory.enums import Need, Province
from directory.models import City, Helpline
from events.models import PublicHoliday
from urdu.sorting import sort_key

PROVINCES = {
    "Punjab": Province.PUNJAB,
    "Sindh": Province.SINDH,
    "Islamabad": Province.ISLAMABAD,
}
# In the list of facts "emergency" is a need; here it is a mark of its own.
NEEDS = {
    "trafficking": Need.TRAFFICKING,
    "bonded_labour": Need.BONDED_LABOUR,
    "children": Need.CHILDREN,
    "women": Need.WOMEN,
    "migration": Need.MIGRATION,
    "online": Need.ONLINE,
    "police_complaint": Need.POLICE,
}


def load_cities() -> None:
    """Write every city of the list."""
    for row in rows("cities"):
        City.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "code": row["code"],
                **pairs(row, "name", "province"),
                "latitude": row["latitude"],
                "longitude": row["longitude"],
                "is_walk_city": row["is_walk_city"] == "1",
                "sort_key": sort_key(row["name_ur"]),
            },
        )


def load_helplines() -> None:
    """Write every number; unverified ones are kept, and never shown."""
    curated = {entry["slug"]: entry for entry in facts("helplines_curation")["helplines"]}
    for row in rows("helplines"):
        entry = curated[row["slug"]]
        checked = entry.get("last_checked_on")
        Helpline.objects.update_or_create(
            slug=row["slug"],
            defaults={
                **pairs(row, "name", "what_for", "area"),
                **pairs(entry, "hours", "source_title"),
                "number_display": row["number_display"],
                "dial": row["dial"],
                "is_emergency": row["dial"] in ("15", "1122"),
                "is_verified": row["verified"] == "yes",
                "checked_on": datetime.date.fromisoformat(checked) if checked else None,
                "source_url": row["source_address"].split(" ; ")[0],
                "note": row["note"],
                "position": entry["order"],
                "province": PROVINCES.get(row["area_en"]),
                "needs": [NEEDS[need] for need in entry["needs"] if need in NEEDS],
            },
        )


def load_holidays() -> None:
    """Write the holidays of the moon: calculated, so each is marked as expected only."""
    for entry in facts("public_holidays"):
        PublicHoliday.objects.update_or_create(
            day=datetime.date.fromisoformat(entry["day"]),
            defaults={**pairs(entry, "name"), "is_expected": True},
        )
