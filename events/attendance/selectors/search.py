"""Whom somebody at the gate may mean: by pass, last four digits, or any name of a party."""

import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from events.attendance.rules import (
    Refusal,
    is_named,
    refusal_of_text,
    what_is_left_of_a_pass,
)
from events.attendance.selectors.passes import find_pass
from events.models import Attendee, Event, Registration
from participants.models import Contact
from urdu.digits import to_latin_digits
from urdu.folding import fold
from urdu.romanisation import name_key

MOST_FOUND = 6
_FOUR_DIGITS = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Found:
    """Parties that a search at the gate may mean; `has_more` when it must be said more exactly."""

    parties: list[Registration]
    has_more: bool = False
    refusal: Refusal | None = None


def search_at_gate(event: Event, typed: str) -> Found:
    """Look for a pass, the last four digits of a phone, or a name in either script.

    The name may be anybody's of a party: people say their own. Never more than a few are
    found: a gate looks for one person.
    """
    digits = to_latin_digits(typed).strip()
    found = Refusal.UNKNOWN if _FOUR_DIGITS.fullmatch(digits) else find_pass(event, typed)
    if isinstance(found, Registration):
        return Found([found])
    contacts = _contacts_like(typed, digits)
    matches = Q(contact__in=contacts.order_by().values("pk"))
    matches |= _parties_with(event, typed)
    part = "" if _FOUR_DIGITS.fullmatch(digits) else what_is_left_of_a_pass(typed)
    if part:
        matches |= Q(reference__contains=part)
    listed = list(_parties(event).filter(matches).order_by("sort_key", "pk")[: MOST_FOUND + 1])
    refusal = None if listed or _FOUR_DIGITS.fullmatch(digits) else refusal_of_text(typed)
    if refusal == Refusal.UNKNOWN:
        refusal = found
    return Found(listed[:MOST_FOUND], len(listed) > MOST_FOUND, refusal)


def companions_of(registration: Registration, most: int) -> list[str]:
    """Return who comes with the leader, by name; nobody where they are more than `most`."""
    names = Attendee.objects.filter(registration=registration).exclude(full_name="")
    found = list(names.order_by("position").values_list("full_name", flat=True)[: most + 1])
    return found if len(found) <= most else []


def _parties(event: Event) -> QuerySet[Registration]:
    return Registration.objects.filter(event=event).select_related("contact", "attendance")


def _parties_with(event: Event, typed: str) -> Q:
    """Match parties with a companion or a group of this name."""
    folded, sound = fold(typed), name_key(typed)
    companions = Attendee.objects.filter(_named(folded, sound), registration__event=event)
    groups = Registration.objects.filter(event=event).exclude(group_name="").order_by()
    named = {
        name
        for name in groups.values_list("group_name", flat=True).distinct()
        if is_named(name, folded, sound)
    }
    return Q(pk__in=companions.order_by().values("registration")) | Q(group_name__in=named)


def _contacts_like(typed: str, digits: str) -> QuerySet[Contact]:
    if _FOUR_DIGITS.fullmatch(digits):
        return Contact.objects.filter(phone__endswith=digits)
    return Contact.objects.filter(_named(fold(typed), name_key(typed)))


def _named(folded: str, sound: str) -> Q:
    """Match whoever's name holds what was typed, or sounds like it."""
    wanted = Q(pk__in=())
    if folded:
        wanted |= Q(folded_name__contains=folded)
    if sound:
        # Whole words of the key: "ksr" must not be found in "ksrn".
        wanted |= Q(name_key=sound) | Q(name_key__contains=f" {sound} ")
        wanted |= Q(name_key__startswith=f"{sound} ") | Q(name_key__endswith=f" {sound}")
    return wanted
