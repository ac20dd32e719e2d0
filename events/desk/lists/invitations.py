"""Who is invited: the words of groups and answers, and a list's cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from events.desk.lists.screen import Cell
from events.enums import InvitationState, StakeholderGroup
from events.models import Invitation
from messaging.enums import Reach
from participants.rules.phones import masked
from urdu.folding import fold
from urdu.isolation import isolate_html

GROUP_LABELS: dict[str, Promise] = {
    StakeholderGroup.PARLIAMENT: gettext_lazy("Parliament"),
    StakeholderGroup.LAW_ENFORCEMENT: gettext_lazy("Law enforcement"),
    StakeholderGroup.JUDICIARY: gettext_lazy("Judiciary"),
    StakeholderGroup.MEDIA: gettext_lazy("Media"),
    StakeholderGroup.NGO: gettext_lazy("NGOs"),
    StakeholderGroup.ACADEMIA: gettext_lazy("Academia"),
    StakeholderGroup.OTHER: gettext_lazy("Others"),
}
ANSWER_LABELS: dict[str, Promise] = {
    InvitationState.SENT: gettext_lazy("No answer yet"),
    InvitationState.ACCEPTED: gettext_lazy("Coming"),
    InvitationState.DECLINED: gettext_lazy("Not coming"),
    InvitationState.WITHDRAWN: gettext_lazy("Withdrawn"),
}
LOGGED_COLUMNS = ("name", "organisation_name", "guest_group", "guest_seats", "answer", "reach")


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """One invitation with how it is reached and where its page is."""

    invitation: Invitation
    reach: Reach
    url: str


def group_of(typed: str) -> str | None:
    """Return the group somebody wrote, by its code or its name in either language."""
    wanted = fold(typed)
    for code, label in GROUP_LABELS.items():
        names = [code, code.replace("-", " ")]
        for language in ("ur", "en"):
            with override(language):
                names.append(str(label))
        if wanted in [fold(name) for name in names]:
            return code
    return None


def headings() -> list[str]:
    """Return the headings of the cells."""
    return [_("Name"), _("Organisation"), _("Group"), _("Seats"), _("Answer"), _("Reached by")]


def cells_of(rows: Sequence[InvitedRow]) -> list[list[Cell]]:
    """Return the cells of every row, in the order of the headings."""
    names = headings()
    return [
        [
            Cell(label, value, kind)
            for label, value, kind in zip(names, _values(row), _KINDS, strict=True)
        ]
        for row in rows
    ]


_KINDS = ("main", "", "", "number", "", "")


def _values(row: InvitedRow) -> list[SafeString]:
    invitation = row.invitation
    return [
        format_html('<a href="{}"><bdi>{}</bdi></a>', row.url, invitation.contact.full_name),
        format_html("<bdi>{}</bdi>", invitation.organisation),
        format_html("{}", GROUP_LABELS[invitation.group]),
        mark_safe(isolate_html(str(invitation.seats))),
        format_html("{}", answer_words(invitation)),
        _reach_words(row),
    ]


def answer_words(invitation: Invitation) -> str:
    """Say what was answered, and how many are coming."""
    answer = str(ANSWER_LABELS[invitation.state])
    registration = invitation.registration
    if invitation.state != InvitationState.ACCEPTED or registration is None:
        return answer
    return f"{answer} ({registration.party_size})"


def _reach_words(row: InvitedRow) -> SafeString:
    if row.reach == Reach.EMAIL:
        return format_html("{}", _("E-mail"))
    phone = mark_safe(isolate_html(masked(row.invitation.contact.phone)))
    words = _("By phone only:") if row.reach == Reach.PHONE else _("Text message:")
    return format_html("{} {}", words, phone)
