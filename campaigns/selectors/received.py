"""Whose pledge a message confirms that somebody sent first."""

from collections.abc import Sequence
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


def outcomes_of(campaign: Campaign, lines: Sequence[Received]) -> list[MessageOutcome]:
    """Return what each line of a sheet would do, in the same order; two queries for any number.

    A number that stands twice is counted by the first of its lines.
    """
    keys = {phone_key(one.phone) for one in lines if one.phone}
    codes = {code for one in lines for code in one.codes}
    of_campaign = Pledge.objects.filter(campaign=campaign)
    theirs = of_campaign.filter(phone_key__in=keys).values_list("phone_key", "state")
    states: dict[str, set[str]] = {}
    for key, state in theirs:
        states.setdefault(key, set()).add(state)
    found = of_campaign.filter(code__in=codes).values_list("code", flat=True)
    named = {code for code in found if code}
    outcomes = []
    for one in lines:
        key = phone_key(one.phone)
        outcomes.append(_outcome(one, states.get(key, set()), named))
        if outcomes[-1] == MessageOutcome.COUNTED:
            states[key] = {PledgeState.CONFIRMED}
    return outcomes


def _outcome(received: Received, states: set[str], named: set[str]) -> MessageOutcome:
    if not received.phone:
        return MessageOutcome.UNREADABLE
    if PledgeState.CONFIRMED in states:
        return MessageOutcome.COUNTED_BEFORE
    if PledgeState.PENDING in states:
        return MessageOutcome.COUNTED
    return MessageOutcome.OTHER_NUMBER if named & {*received.codes} else MessageOutcome.NO_PLEDGE


def batches_of(campaign: Campaign) -> list[ReceivedBatch]:
    """Return the sheets staff brought in, the latest first."""
    return list(ReceivedBatch.objects.filter(campaign=campaign).select_related("made_by"))
