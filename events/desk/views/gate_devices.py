"""Phones and links at an event's gate: who is there, and closing the door behind a lost phone."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.attendance.selectors import devices_of, links_of
from events.attendance.services.devices import NewLink, make_link, revoke_device, revoke_link
from events.desk.forms.gate import GateLinkForm
from events.desk.views.access import desk_url
from events.desk.views.actions import Done, lead_to, what_was_done
from events.desk.views.gate_access import Keeper, organisers_only
from events.desk.views.gate_frame import gate_frame
from events.errors import EventIsOver
from events.models import GateDevice, GateLink
from events.selectors import moment_words
from participants.rules.phones import whatsapp_address
from participants.views import page_language
from urdu.dates import format_day

LONGEST_NUMBER = 18


@require_http_methods(["GET", "HEAD", "POST"])
@organisers_only
def devices(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """List them; on POST make a link, or revoke one of them."""
    if request.POST.get("revoke"):
        return _revoke(request, keeper)
    form = GateLinkForm(request.POST if request.method == "POST" else None)
    made = _made(keeper, form) if form.is_valid() else None
    now, language = timezone.now(), page_language()
    here, title = desk_url("gate_devices", keeper.event.slug), _("Phones and links at the gate")
    context = {
        "title": title,
        "form": GateLinkForm() if made else form,
        "made": made,
        "devices": [_device_row(one, now, language) for one in devices_of(keeper.event)],
        "links": [_link_row(one, now, language) for one in links_of(keeper.event)],
        "done": what_was_done(request, keeper.event),
        **gate_frame(keeper, here, title),
    }
    return render(request, "desk/gate_devices.html", context)


def _made(keeper: Keeper, form: GateLinkForm) -> dict[str, Any] | None:
    """Make a link and return what is shown of it this once; None for an event that is over."""
    try:
        made: NewLink = make_link(
            event=keeper.event,
            label=form.cleaned_data["label"],
            allows_practice=form.cleaned_data["allows_practice"],
            actor=keeper.answerable,
            now=timezone.now(),
        )
    except EventIsOver:
        form.add_error(None, _("This event is over: its gate is closed."))
        return None
    address = settings.BASE_URL + reverse("events:gate_link", args=[made.token])
    text = _("The gate of our event: %(address)s The PIN comes to you another way.")
    return {
        "label": made.link.label,
        "address": address,
        "pin": made.pin,
        "whatsapp_url": whatsapp_address(text % {"address": address}),
        "day": _day(made.link, page_language()),
    }


def _revoke(request: HttpRequest, keeper: Keeper) -> HttpResponseBase:
    """Close one phone or link of this event; what is none of it changes nothing."""
    kind, _dash, number = request.POST.get("revoke", "").partition("-")
    done = Done(keeper.event.slug, _("Nothing was changed."), "warning")
    if number.isdecimal() and len(number) <= LONGEST_NUMBER:
        now = timezone.now()
        device = devices_of(keeper.event).filter(pk=int(number)).first()
        link = links_of(keeper.event).filter(pk=int(number)).first()
        if kind == "device" and device is not None:
            revoke_device(device=device, actor=keeper.answerable, now=now)
            done = Done(keeper.event.slug, _("This phone gets and sends nothing any more."))
        elif kind == "link" and link is not None:
            revoke_link(link=link, actor=keeper.answerable, now=now)
            done = Done(keeper.event.slug, _("The link is closed, and every phone it let in."))
    return lead_to(request, desk_url("gate_devices", keeper.event.slug), done)


def _device_row(device: GateDevice, now: Any, language: str) -> dict[str, Any]:
    is_alive = device.is_alive(now)
    who = device.user.username if device.user else device.link.label if device.link else ""
    return {
        "pk": f"device-{device.pk}",
        "label": device.label,
        "who": who,
        "moment_label": _("Last seen"),
        "moment": moment_words(device.last_seen_at, language),
        "is_alive": is_alive,
        "state": _("Open") if is_alive else _("Closed"),
    }


def _link_row(link: GateLink, now: Any, language: str) -> dict[str, Any]:
    is_alive = link.revoked_at is None and now < link.expires_at
    return {
        "pk": f"link-{link.pk}",
        "label": link.label,
        "who": "",
        "moment_label": _("Good on"),
        "moment": _day(link, language),
        "is_alive": is_alive,
        "state": _("Open") if is_alive else _("Closed"),
    }


def _day(link: GateLink, language: str) -> str:
    return format_day(timezone.localtime(link.opens_at).date(), language)
