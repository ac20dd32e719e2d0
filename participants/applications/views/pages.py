"""What one kind of application says and does on its pages; all else is the same for every kind."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from directory.models import City
from participants.applications.forms import ApplicantForm
from participants.applications.lists import Fact
from participants.applications.rules import Submission, may_change
from participants.enums import ApplicationState
from participants.models import Application

A = TypeVar("A", bound=Application)
S = TypeVar("S", bound=Submission)


class ApplicationPages(ABC, Generic[A, S]):
    """The declared differences of one kind of application."""

    model: type[A]
    shape: type[S]
    # Names of addresses begin so, e.g. "events:host"; templates lie in this folder.
    names: ClassVar[str]
    folder: ClassVar[str]
    form: type[ApplicantForm]
    # The same without consents: what was agreed to stays agreed.
    mending_form: type[ApplicantForm]
    reasons: Mapping[str, Promise]
    # What the own page is called, what it says once it was withdrawn, and what deleting
    # takes and leaves once it was approved.
    title: Promise
    withdrawn: Promise
    erasing_approved: Promise

    def url(self, name: str, *arguments: str) -> str:
        """Return an address of this kind in the page's language, e.g. that of "own"."""
        return reverse(f"{self.names}_{name}", args=arguments)

    def own_url(self, application: A) -> str:
        """Return where the applicant's page is."""
        return self.url("own", application.reference)

    def may_withdraw(self, application: A) -> bool:
        """Tell whether there is anything to take back."""
        return may_change(application.state)

    def form_context(self, form: ApplicantForm) -> dict[str, Any]:
        """Return what the page with the form shows beside it."""
        return {}

    def withdrawal(self, application: A) -> tuple[str, str, str]:
        """Return question, explanation and button of taking it back."""
        return (
            _("Really take this application back?"),
            _("We stop working on it. You can apply again whenever you like."),
            _("Take it back"),
        )

    def erasure(self, application: A) -> str:
        """Return what deletion takes, and what it leaves."""
        if application.state == ApplicationState.APPROVED:
            return str(self.erasing_approved)
        return _(
            "Your name, number and words are deleted at once and cannot be brought back."
            " The application is withdrawn."
        )

    @abstractmethod
    def way_in(self) -> dict[str, str]:
        """Return title and url of the page where somebody applies."""

    @abstractmethod
    def link_of(self, token: str, language: str) -> str:
        """Return the whole address of an own link."""

    @abstractmethod
    def facts(self, submission: S, city: City, language: str) -> list[Fact]:
        """Return what is applied with, to be read over."""

    @abstractmethod
    def state_words(self, application: A) -> tuple[str, str]:
        """Return how the state looks and what it is called."""

    @abstractmethod
    def context(self, application: A, language: str) -> dict[str, Any]:
        """Return what the own page shows of this kind alone."""

    @abstractmethod
    def exported(self, application: A) -> dict[str, Any]:
        """Return what is held of this kind alone, JSON values only."""

    @abstractmethod
    def take(self, *, submission: S, key: str, language: str, now: datetime.datetime) -> A:
        """Keep an application; raises KeyReused and TooManyTries."""

    @abstractmethod
    def withdraw(self, *, application: A, now: datetime.datetime) -> object:
        """Take an application back; raises ApplicationIsDecided."""

    @abstractmethod
    def forget_messages(self, *, references: Collection[str]) -> int:
        """Wipe what has not left yet to people who are being erased."""
