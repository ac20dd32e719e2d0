"""What applying to host says and does on its pages, beside what every application does."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.hosting.forms.applying import HostForm, WishForm
from events.hosting.lists import REASON_LABELS, host_facts, state_words
from events.hosting.notifications import own_address
from events.hosting.rules import HostSubmission
from events.hosting.services.applying import apply_to_host
from events.models import HostApplication
from messaging.services import forget_messages
from participants.applications.forms import ApplicantForm
from participants.applications.services.applying import withdraw_application
from participants.applications.views.pages import ApplicationPages


class HostPages(ApplicationPages[HostApplication, HostSubmission]):
    """The pages of whoever wants to host a walk."""

    model: type[HostApplication] = HostApplication
    shape: type[HostSubmission] = HostSubmission
    names: ClassVar[str] = "events:host"
    folder: ClassVar[str] = "hosting"
    form: type[ApplicantForm] = HostForm
    mending_form: type[ApplicantForm] = WishForm
    reasons: Mapping[str, Promise] = REASON_LABELS
    facts = staticmethod(host_facts)
    state_words = staticmethod(state_words)
    link_of = staticmethod(own_address)
    take = staticmethod(apply_to_host)
    withdraw = staticmethod(withdraw_application)
    forget_messages = staticmethod(forget_messages)
    title: Promise = gettext_lazy("My application")
    withdrawn: Promise = gettext_lazy("Withdrawn.")
    erasing_approved: Promise = gettext_lazy(
        "Your name, number and words are deleted at once and cannot be brought back."
        " Your walk and your desk stay; if the walk is not to take place, call us first."
    )

    def way_in(self) -> dict[str, str]:
        """Return title and url of the page that tells what hosting means."""
        return {"title": _("Host a walk in your city"), "url": reverse("events:host")}

    def context(self, application: HostApplication, language: str) -> dict[str, Any]:
        """Return where the walk's page is once it is public."""
        event = application.event
        url = reverse("events:detail", args=[event.slug]) if event and event.live else ""
        return {"event_url": url}

    def exported(self, application: HostApplication) -> dict[str, Any]:
        """Return which walk it became."""
        return {"event": application.event.slug if application.event else None}


HOSTING = HostPages()
