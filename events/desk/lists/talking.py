"""Messages from the desk in words: to whom, how many, what they cost, how far the queue is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.desk.lists.invitations import GROUP_LABELS
from events.enums import MessageAudience
from events.models import DeskMessage
from events.selectors import moment_words
from events.talking.rules import TextCost
from events.talking.selectors.addressees import GroupChoice

AUDIENCE_LABELS: dict[str, Promise] = {
    MessageAudience.EVERYBODY: _("Everybody who is registered or waits"),
    MessageAudience.CONFIRMED: _("Everybody with confirmed places"),
    MessageAudience.WAITING: _("Everybody on the waiting list"),
    MessageAudience.ABSENT: _("Confirmed and not yet arrived"),
    MessageAudience.ARRIVED: _("Everybody who arrived"),
    MessageAudience.GROUP: _("One school or organisation"),
    MessageAudience.SEATS: _("Invited people of one group"),
}


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One message as its history shows it, in the page's language."""

    audience: str
    made: SafeString
    by: str
    told: str
    subject: str
    text: str


def group_label(group: GroupChoice) -> str:
    """Return what a group is called among the choices, with its people."""
    name = GROUP_LABELS[group.of] if group.audience == MessageAudience.SEATS else group.name
    people = ngettext("%(count)d person", "%(count)d people", group.people)
    return f"{name} · {people % {'count': group.people}}"


def audience_words(audience: str, of: str, groups: Sequence[GroupChoice]) -> str:
    """Return to whom a message goes or went."""
    found = [one for one in groups if (one.audience, one.of) == (audience, of)]
    if found:
        return group_label(found[0])
    if audience == MessageAudience.SEATS and of in GROUP_LABELS:
        return str(GROUP_LABELS[of])
    return str(AUDIENCE_LABELS[audience])


def cost_words(cost: TextCost) -> str:
    """Say how many parts the texts of a message are, and what they cost if that is known."""
    if not cost.people:
        return ""
    parts = ngettext("%(count)d paid text message", "%(count)d paid text messages", cost.parts) % {
        "count": cost.parts
    }
    if cost.rupees is None:
        return parts
    about = gettext("about %(rupees)s rupees") % {"rupees": rupees_words(cost.rupees)}
    return f"{parts}, {about}"


def rupees_words(rupees: Decimal) -> str:
    """Return whole rupees with thousands marked, rounded up: "1,250"."""
    return f"{-int(-rupees // 1):,}"


def sent_messages(
    messages: Sequence[DeskMessage], groups: Sequence[GroupChoice], language: str
) -> list[SentMessage]:
    """Return what was written, in words."""
    return [
        SentMessage(
            audience=audience_words(one.audience, one.audience_of, groups),
            made=moment_words(one.made_at, language),
            by=one.made_by.username,
            told=told_line(one),
            subject=getattr(one, f"subject_{language}"),
            text=getattr(one, f"text_{language}"),
        )
        for one in messages
    ]


def told_line(message: DeskMessage) -> str:
    """Say how many parties a message reached by which way."""
    pairs = (
        (gettext("E-mail"), message.email_count),
        (gettext("Text message"), message.text_count),
        (gettext("By hand"), message.by_hand_count),
        (gettext("Not reached"), message.unreached_count),
    )
    return " · ".join(f"{label}: {count}" for label, count in pairs if count)
