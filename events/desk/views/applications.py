"""Applications at the desk, of every kind: the list, one of them, declining, what is said."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, TypeVar, cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _

from directory.models import User
from events.desk.views.access import frame, signed_in_only
from messaging.enums import Reach
from messaging.selectors import reach_of
from participants.applications.lists import LOGGED_COLUMNS, moment_words, row_of
from participants.applications.rules import may_change
from participants.applications.selectors import (
    application_by_reference,
    applications,
    submission_of,
)
from participants.applications.services.deciding import log_applications
from participants.applications.views.pages import ApplicationPages
from participants.errors import ApplicationIsDecided
from participants.forms import DeclineForm
from participants.models import Application
from participants.views import page_language, posted, see_other

METHODS = ["GET", "HEAD", "POST"]
ROWS_PER_PAGE = 30
SAID = "application_desk_said"
A = TypeVar("A", bound=Application)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsDesk(Generic[A]):
    """The declared differences of one kind of application at the desk.

    `right` lets somebody answer; names of addresses begin with `names`, e.g. "events:host_".
    """

    pages: ApplicationPages[A, Any]
    right: str
    names: str
    title: Promise
    approve_label: Promise
    decline: Callable[..., object]

    def url(self, name: str, *references: str) -> str:
        """Return an address of these pages in the page's language."""
        return reverse(f"{self.names}{name}", args=references)

    def must_answer(self, user: User) -> None:
        """Let nobody in who may not answer: to them the page does not exist."""
        if not user.has_perm(self.right):
            raise Http404

    def opened(
        self, view: Callable[[HttpRequest, User, A], HttpResponse]
    ) -> Callable[..., HttpResponseBase]:
        """Open a view of one application to whoever may answer it; to others it is 404."""

        @wraps(view)
        def guarded(request: HttpRequest, user: User, **reference: str) -> HttpResponse:
            self.must_answer(user)
            application = application_by_reference(self.pages.model, *reference.values())
            if application is None:
                raise Http404
            return view(request, user, application)

        return signed_in_only(cast("Callable[..., HttpResponseBase]", guarded))

    def list_page(self, request: HttpRequest, user: User) -> HttpResponse:
        """Show who applies, those without an answer first; logged before anything is shown."""
        self.must_answer(user)
        page = Paginator(applications(self.pages.model), ROWS_PER_PAGE).get_page(
            request.GET.get("page")
        )
        found = list(page.object_list)
        log_applications(
            model=self.pages.model,
            actor=user,
            count=len(found),
            columns=LOGGED_COLUMNS,
            now=timezone.now(),
        )
        here = self.url("applications")
        context = {
            "title": self.title,
            "rows": [self._row(one) for one in found],
            "page_obj": page,
            **frame(user, (str(self.title), here), current=here),
        }
        return render(request, f"{self.pages.folder}/desk_list.html", context)

    def _row(self, one: A) -> Any:
        url = self.url("application", one.reference)
        return row_of(one, self.pages.state_words(one), page_language(), url)

    def page(
        self, request: HttpRequest, user: User, application: A, template: str, **more: Any
    ) -> HttpResponse:
        """Answer with one page about one application."""
        list_url, here = self.url("applications"), self.url("application", application.reference)
        submission = submission_of(application, self.pages.shape)
        trail = ((str(self.title), list_url), (_("One application"), here))
        context = {
            "application": application,
            "title": format_html("<bdi>{}</bdi>", application.organisation_name),
            "list_title": self.title,
            "facts": self.pages.facts(submission, application.city, page_language()),
            "list_url": list_url,
            "own_url": here,
            **frame(user, *trail, current=here),
            **more,
        }
        return render(request, template, context)

    def standing(self, request: HttpRequest, application: A) -> dict[str, Any]:
        """Return what the page of one application says of its state, and what can be done."""
        language, reason = page_language(), application.decline_reason
        _look, label = self.pages.state_words(application)
        return {
            "said": self._what_was_said(request, application),
            "state_label": label,
            "received": moment_words(application.created_at, language),
            "may_decide": may_change(application.state),
            "must_call": reach_of(application.contact) == Reach.PHONE,
            "reason": self.pages.reasons[reason] if reason else "",
            "answer": getattr(application, f"answer_{language}"),
            "approve_url": self.url("approve", application.reference),
            "approve_label": self.approve_label,
            "decline_url": self.url("decline", application.reference),
        }

    def decline_page(self, request: HttpRequest, user: User, application: A) -> HttpResponse:
        """Ask for the reason; on POST answer the applicant."""
        if not may_change(application.state):
            return see_other(self.url("application", application.reference))
        form = DeclineForm(posted(request), reasons=self.pages.reasons)
        if request.method != "POST" or not form.is_valid():
            words = {
                "heading": _("Decline"),
                "explanation": "",
                "note": _("The applicant reads the reason and your words in their own language."),
                "action": _("Decline and tell the applicant"),
            }
            template = "applications/answer.html"
            return self.page(request, user, application, template, form=form, **words)

        def act() -> None:
            self.decline(
                application=application,
                reason=form.cleaned_data["reason"],
                answers=form.answers(),
                actor=user,
                now=timezone.now(),
            )

        return self.answered(request, application, act, _("Declined."))

    def answered(
        self, request: HttpRequest, application: A, act: Callable[[], object], words: str
    ) -> HttpResponse:
        """Answer and say so, and whether somebody has to call."""
        if reach_of(application.contact) == Reach.PHONE:
            words += " " + _("No message reaches this person from here: please call.")
        return self.done(request, application, act, words)

    def done(
        self, request: HttpRequest, application: A, act: Callable[[], object], words: str
    ) -> HttpResponse:
        """Act and say so; or say that somebody was faster."""
        try:
            act()
        except ApplicationIsDecided:
            words = _("Somebody has answered this application already; nothing was done.")
        request.session[SAID] = [application.reference, words]
        return see_other(self.url("application", application.reference))

    def _what_was_said(self, request: HttpRequest, application: A) -> str:
        reference, said = request.session.get(SAID, ("", ""))
        if reference != application.reference:
            return ""
        del request.session[SAID]
        return str(said)
