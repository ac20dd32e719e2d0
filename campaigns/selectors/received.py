"""Whose pledge a message confirms that somebody sent first."""

from dataclasses import dataclass

from campaigns.enums import MessageOutcome, PledgeState
from campaigns.models import Campaign, Pledge, ReceivedBatch
from campaigns.rules import phone_key
from campaigns.rules.received import Received


@dataclass(frozen=True, slots=True)
class Match:
    """What a message would do, and to which pledge."""

    outcome: MessageOutcome
    pledge: Pledge | None = None


def match_of(campaign: Campaign, received: Received) -> Match:
    """Return what a message does.

    The number decides: a code helps only to tell its pledges apart, and a code that belongs to
    another number confirms nothing.
    """
    if not received.phone:
        return Match(MessageOutcome.UNREADABLE)
    of_campaign = Pledge.objects.filter(campaign=campaign)
    named = of_campaign.filter(code__in=received.codes) if received.codes else of_campaign.none()
    theirs = of_campaign.filter(phone_key=phone_key(received.phone)).order_by("-pk")
    waiting = theirs.filter(state=PledgeState.PENDING)
    best = waiting.filter(code__in=received.codes).first() or waiting.first()
    if theirs.counted().exists():
        return Match(MessageOutcome.COUNTED_BEFORE, best)
    if best is not None:
        return Match(MessageOutcome.COUNTED, best)
    is_others = named.exclude(phone_key=phone_key(received.phone)).exists()
    return Match(MessageOutcome.OTHER_NUMBER if is_others else MessageOutcome.NO_PLEDGE)


def batches_of(campaign: Campaign) -> list[ReceivedBatch]:
    """Return the sheets staff brought in, the latest first."""
    return list(ReceivedBatch.objects.filter(campaign=campaign).select_related("made_by"))
