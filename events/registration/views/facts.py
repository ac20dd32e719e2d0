"""What the check page repeats to whoever registers, and what awaits a party that has to wait."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.enums import PartyKind
from events.registration.rules import PartySubmission
from events.registration.selectors import WaitingOutlook
from events.views.facts import prose
from participants.lists import Fact
from participants.rules.phones import national_form
from urdu.isolation import isolate_html


def check_facts(submission: PartySubmission) -> list[Fact]:
    """Return what was understood, the phone as people here write it."""
    is_group = submission.kind == PartyKind.GROUP
    phone = mark_safe(isolate_html(national_form(submission.phone)))
    facts = [
        Fact(
            _("Group contact person") if is_group else _("Full name"), prose(submission.full_name)
        ),
        Fact(_("Mobile number"), phone),
        Fact(_("People"), prose(str(submission.party_size))),
        *_companions(submission),
        *_minors(submission),
    ]
    if is_group:
        facts.insert(0, Fact(_("School or organisation"), prose(submission.group_name)))
    if submission.email:
        # Not isolate_html: what it sets apart stays on one line, and a long address must break.
        address = format_html('<bdi dir="ltr">{}</bdi>', submission.email)
        facts.append(Fact(_("Email"), address))
    if submission.wants_no_photographs:
        facts.append(Fact(_("Photographs"), prose(_("None of you, please"))))
    if submission.partner_wording:
        facts.append(Fact(_("Partner"), prose(submission.partner_wording)))
    return facts


def _companions(submission: PartySubmission) -> list[Fact]:
    if not submission.names:
        return []
    lines = mark_safe("<br>".join(prose(name) for name in submission.names))
    return [Fact(_("Coming with you"), lines)]


def _minors(submission: PartySubmission) -> list[Fact]:
    if not submission.minors_count:
        return []
    under_18 = Fact(_("Under 18"), prose(str(submission.minors_count)))
    if submission.kind == PartyKind.GROUP:
        return [under_18, Fact(_("Guardians"), prose(_("A signed slip for each child")))]
    guardian = _person(submission.guardian_name, submission.guardian_phone)
    return [under_18, Fact(_("Guardian"), guardian)]


def _person(name: str, phone: str) -> SafeString:
    return mark_safe(f"{prose(name)} {isolate_html(national_form(phone))}")


def outlook_lines(outlook: WaitingOutlook) -> list[str]:
    """Say where the party would stand, by which rule, and what happens when its turn comes."""
    lines = [
        _("You would be number %(number)d on the waiting list.") % {"number": outlook.position},
        waiting_rule(),
    ]
    if outlook.offer_hours:
        words = ngettext(
            "When your turn comes we ask you first, and keep the places for %(count)d hour.",
            "When your turn comes we ask you first, and keep the places for %(count)d hours.",
            outlook.offer_hours,
        )
        lines.append(words % {"count": outlook.offer_hours})
    else:
        lines.append(_("When your turn comes you are registered without doing anything."))
    if outlook.free:
        words = ngettext(
            "%(count)d place is free now: coming alone, you would be registered at once.",
            "%(count)d places are free now: a party of at most %(count)d is registered at once.",
            outlook.free,
        )
        lines.append(words % {"count": outlook.free})
    return lines


def waiting_rule() -> str:
    """Return the rule of the waiting list in one breath."""
    return _(
        "First come, first served. Nobody’s party is split; a smaller party may go ahead when "
        "it fits into what is free."
    )
