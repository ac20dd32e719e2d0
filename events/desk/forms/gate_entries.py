"""What a phone at a gate sends as JSON: read with care, since whoever has a token can send it."""

import datetime
import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from events.attendance.rules import LARGEST_ENTRY, Entry, EntryKind, SentEntry
from events.enums import UndoReason
from participants.forms import clean_name
from urdu.cleaning import clean_line

LONGEST_CODE = 80
LARGEST_KEY = 2**62
_CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


def sent_entry(raw: Any, now: datetime.datetime) -> SentEntry | None:
    """Return an entry as it was meant, None where it cannot be used.

    People are in already: a name nobody could print is dropped and its people still count.
    """
    if not isinstance(raw, dict) or raw.get("kind") not in list(EntryKind):
        return None
    count, client_id = raw.get("count", 1), raw.get("client_id")
    if not _is_number(count, LARGEST_ENTRY) or not _is_client_id(client_id):
        return None
    row_id = raw.get("row")
    return SentEntry(
        kind=EntryKind(raw["kind"]),
        entry=Entry(
            str(client_id), _moment(raw.get("happened_at"), now), raw.get("alone") is not False
        ),
        code=_text(raw.get("code"))[:LONGEST_CODE],
        row_id=row_id if _is_number(row_id, LARGEST_KEY) else None,
        people_count=count,
        name=_name(raw.get("name")),
        reason=_reason(raw.get("reason")),
        undoes=str(raw.get("undoes")) if _is_client_id(raw.get("undoes")) else "",
    )


def device_label(raw: Any) -> str:
    """Return what a gate is called, "" for nothing usable."""
    return _text(raw)[:LONGEST_CODE]


def _is_client_id(value: Any) -> bool:
    return isinstance(value, str) and _CLIENT_ID.fullmatch(value) is not None


def _is_number(value: Any, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most


def _text(value: Any) -> str:
    return clean_line(value) if isinstance(value, str) else ""


def _moment(value: Any, now: datetime.datetime) -> datetime.datetime:
    try:
        moment = parse_datetime(value) if isinstance(value, str) else None
        if moment is None:
            return now
        moment = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        # The year 1 in Karachi lies before there are years in UTC.
        return moment.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return now


def _name(value: Any) -> str:
    try:
        return clean_name(_text(value))
    except forms.ValidationError:
        return ""


def _reason(value: Any) -> UndoReason:
    return UndoReason(value) if value in UndoReason.values else UndoReason.OTHER
