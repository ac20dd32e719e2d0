"""Organisations that may be the same, and which applications are past their time."""

import datetime

from django.db.models import Q, QuerySet

from campaigns.models import JoinApplication, Organisation
from participants.enums import ApplicationState
from urdu.folding import fold

MOST_ALIKE = 5
SHORTEST_TELLING_NAME = 4


def organisations_alike(name: str) -> list[Organisation]:
    """Return organisations one name holds the other of, however it is spelt; at most five."""
    wanted = fold(name)
    found = [
        one
        for one in Organisation.objects.order_by("name_en", "pk")
        if any(_is_like(wanted, fold(words)) for words in (one.name_en, one.name_ur))
    ]
    return found[:MOST_ALIKE]


def _is_like(wanted: str, known: str) -> bool:
    shorter, longer = sorted((wanted, known), key=len)
    return len(shorter) >= SHORTEST_TELLING_NAME and shorter in longer


def slugs_like(start: str) -> set[str]:
    """Return the addresses of organisations that begin so."""
    return set(Organisation.objects.filter(slug__startswith=start).values_list("slug", flat=True))


def applications_past_their_time(
    now: datetime.datetime, retention: datetime.timedelta
) -> QuerySet[JoinApplication]:
    """Return those whose people are to be forgotten: so long after the last thing that happened.

    Never while the organisation is in the network: its contact person is needed.
    """
    held = JoinApplication.objects.exclude(contact__full_name="")
    is_member = Q(state=ApplicationState.APPROVED, organisation__is_in_network=True)
    return held.filter(changed_at__lt=now - retention).exclude(is_member)
