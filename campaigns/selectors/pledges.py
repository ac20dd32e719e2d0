"""One pledge: found by its link or reference, where it stands, what is held of its maker."""

from django.db.models import Q, QuerySet

from campaigns.enums import PledgeState
from campaigns.models import Pledge, PledgeStatement
from campaigns.models.pledge import PledgeQuerySet
from messaging.models import OutboxMessage
from participants.selectors import contact_of_token
from urdu.pairs import pair_field

_FULL = ("campaign", "city", "contact")


def pledge_reference(key: int) -> str:
    """Return under which name a pledge's messages are found again; it says nothing of a person."""
    return f"pledge-{key}"


def pledge_of_token(token: str) -> Pledge | None:
    """Return whose pledge a link from our e-mail is, or none."""
    contact = contact_of_token(token)
    if contact is None:
        return None
    return Pledge.objects.select_related(*_FULL).filter(contact=contact).first()


def pledge_by_reference(reference: str) -> Pledge | None:
    """Return the pledge of an own page, unless nobody is behind it any more."""
    number = reference.removeprefix("N")
    is_old = number != reference and number.isascii() and number.isdigit() and len(number) < 18
    found = Q(code=reference) | (Q(pk=int(number), code=None) if is_old else Q(pk=None))
    held = Pledge.objects.select_related(*_FULL).filter(found)
    return held.exclude(contact__phone="", contact__email="").first()


def pledge_standing(pledge: Pledge) -> PledgeState:
    """Return where a pledge stands for its maker.

    Whoever proved twice to be the same is counted once, and is told the same both times.
    """
    has_proved = bool(pledge.confirmed_by)
    if pledge.state == PledgeState.PENDING and has_proved and counted_pledges_like(pledge).exists():
        return PledgeState.CONFIRMED
    return PledgeState(pledge.state)


def counted_pledges_like(pledge: Pledge) -> PledgeQuerySet:
    """Return the counted pledges of the same mailbox or phone for the same campaign."""
    return pledges_like(pledge).counted()


def pledges_like(pledge: Pledge) -> PledgeQuerySet:
    """Return every pledge of the same mailbox or phone for the same campaign."""
    found = Pledge.objects.filter(campaign_id=pledge.campaign_id)
    if pledge.email_key:
        return found.filter(email_key=pledge.email_key)
    return found.filter(phone_key=pledge.phone_key) if pledge.phone_key else found.none()


def statements_of(pledge: Pledge, language: str) -> list[str]:
    """Return what somebody pledged beside the campaign's own sentence."""
    return list(pledge.statements.values_list(pair_field("text", language), flat=True))


def statement_choices(campaign_id: int, language: str) -> list[tuple[str, str]]:
    """Return what can be chosen, as the choices of a form."""
    found = PledgeStatement.objects.filter(campaign=campaign_id)
    return [
        (str(key), words) for key, words in found.values_list("pk", pair_field("text", language))
    ]


def messages_to(pledge: Pledge) -> QuerySet[OutboxMessage]:
    """Return what was written to somebody about their pledge, the earliest first."""
    return OutboxMessage.objects.filter(reference=pledge_reference(pledge.pk)).order_by("pk")
