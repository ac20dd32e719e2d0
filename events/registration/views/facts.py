"""What the check page repeats to whoever registers, in pairs."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.registration.rules import PartySubmission
from events.views.facts import Fact, prose
from participants.rules.phones import national_form
from urdu.isolation import isolate_html


def _person(name: str, phone: str) -> SafeString:
    return mark_safe(f"{prose(name)} {isolate_html(national_form(phone))}")


def check_facts(submission: PartySubmission) -> list[Fact]:
    """Return what was understood, the phone as people here write it."""
    facts = [
        Fact(_("Full name"), prose(submission.full_name)),
        Fact(_("Mobile number"), mark_safe(isolate_html(national_form(submission.phone)))),
        Fact(_("People"), prose(str(submission.party_size))),
    ]
    if submission.names:
        lines = mark_safe("<br>".join(prose(name) for name in submission.names))
        facts.append(Fact(_("Coming with you"), lines))
    if submission.minors_count:
        facts.append(Fact(_("Under 18"), prose(str(submission.minors_count))))
        guardian = _person(submission.guardian_name, submission.guardian_phone)
        facts.append(Fact(_("Guardian"), guardian))
    if submission.email:
        # Not isolate_html: what it sets apart stays on one line, and a long address must break.
        address = format_html('<bdi dir="ltr">{}</bdi>', submission.email)
        facts.append(Fact(_("Email"), address))
    return facts
