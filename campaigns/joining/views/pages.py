"""What applying to join says and does on its pages, beside what every application does."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.impact.selectors import campaign_to_show
from campaigns.joining.forms.applying import JoinForm, JoiningForm
from campaigns.joining.lists import REASON_LABELS, join_facts, state_words, steps
from campaigns.joining.notifications import own_address
from campaigns.joining.rules import MAY_LEAVE_FROM, JoinSubmission
from campaigns.joining.services.applying import apply_to_join, withdraw_or_leave
from campaigns.models import JoinApplication
from campaigns.selectors.placements import partner_links
from messaging.services import forget_messages
from participants.applications.forms import ApplicantForm
from participants.applications.views.pages import ApplicationPages


class JoinPages(ApplicationPages[JoinApplication, JoinSubmission]):
    """The pages of an organisation that wants to join, or is in the network."""

    model: type[JoinApplication] = JoinApplication
    shape: type[JoinSubmission] = JoinSubmission
    names: ClassVar[str] = "campaigns:join"
    folder: ClassVar[str] = "joining"
    form: type[ApplicantForm] = JoinForm
    mending_form: type[ApplicantForm] = JoiningForm
    reasons: Mapping[str, Promise] = REASON_LABELS
    facts = staticmethod(join_facts)
    state_words = staticmethod(state_words)
    link_of = staticmethod(own_address)
    take = staticmethod(apply_to_join)
    withdraw = staticmethod(withdraw_or_leave)
    forget_messages = staticmethod(forget_messages)
    title: Promise = gettext_lazy("Our organisation in the network")
    withdrawn: Promise = gettext_lazy("Done.")
    erasing_approved: Promise = gettext_lazy(
        "Your name and number are deleted at once and cannot be brought back."
        " The organisation stays in the network; if it is to leave, leave first."
    )

    def may_withdraw(self, application: JoinApplication) -> bool:
        """Tell whether it can be taken back, or the network be left."""
        return application.state in MAY_LEAVE_FROM

    def form_context(self, form: ApplicantForm) -> dict[str, Any]:
        """Return what joining means; who mends what was wrong has read it."""
        return {"steps": steps(), "is_first_look": not form.is_bound and not form.initial}

    def way_in(self) -> dict[str, str]:
        """Return title and url of the form."""
        return {"title": _("Join the network"), "url": reverse("campaigns:join")}

    def context(self, application: JoinApplication, language: str) -> dict[str, Any]:
        """Return what a member of the network has: its entry, certificates and links."""
        return {
            "organisation": application.organisation if application.is_in_network else None,
            "is_in_network": application.is_in_network,
            "certificates": _certificates(application),
            "partner_links": _links(application),
        }

    def withdrawal(self, application: JoinApplication) -> tuple[str, str, str]:
        """Return question, explanation and button of taking it back, or of leaving."""
        if application.is_in_network:
            return (
                _("Really leave the network?"),
                _(
                    "Your organisation is taken off the page of the network."
                    " You can apply again whenever you like."
                ),
                _("Leave the network"),
            )
        return super().withdrawal(application)

    def exported(self, application: JoinApplication) -> dict[str, Any]:
        """Return which organisation it became, and whether it is in the network."""
        organisation = application.organisation
        return {
            "organisation": organisation.slug if organisation else None,
            "is_in_network": application.is_in_network,
        }


def _links(application: JoinApplication) -> dict[str, Any] | None:
    """Return the organisation's share links of this year with their counter; None without any."""
    campaign, organisation = campaign_to_show(), application.organisation
    if not application.is_in_network or campaign is None or organisation is None:
        return None
    found = partner_links(campaign, organisation)
    addresses = [f"{settings.BASE_URL}{reverse('placement', args=[c])}" for c in found.codes]
    return {"addresses": addresses, "registered": found.registered, "pledges": found.pledges}


def _certificates(application: JoinApplication) -> list[str]:
    """Return where the certificate is, in Urdu and in English; nothing before there is one."""
    if not application.is_in_network or campaign_to_show() is None:
        return []
    found = []
    for language in ("ur", "en"):
        with translation.override(language):
            found.append(reverse("campaigns:join_certificate", args=[application.reference]))
    return found


JOINING = JoinPages()
