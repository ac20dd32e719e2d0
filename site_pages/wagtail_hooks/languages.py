"""The dashboard of both languages, and one page with both side by side."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.auth import user_has_any_page_permission, user_passes_test
from wagtail.models import Page, PagePermissionTester

from site_pages.enums import TextState
from site_pages.errors import NothingToTranslate, NotPublishable
from site_pages.models.panels import LANGUAGE_NAMES
from site_pages.models.versions import texts_of
from site_pages.models.workflow import step_of
from site_pages.selectors.checklist import Check, checklist_for
from site_pages.selectors.pairs import (
    PagePair,
    Text,
    choose,
    followed_revision,
    page_pairs,
    pair_of,
)
from site_pages.services.publishing import publish_together
from site_pages.services.translating import begin_translation
from site_pages.wagtail_hooks.comparing import Change, changes_between
from site_pages.wagtail_hooks.refusals import refusal_of

PER_PAGE = 50
FILTERS = (
    ("", "All pages"),
    (TextState.STALE.value, "Stale in one language"),
    (TextState.MISSING.value, "Missing in one language"),
    ("drafts", "With a draft readers do not see"),
    ("safety", "Safety pages"),
    (TextState.FRESH.value, "Fresh in both"),
)
View = Callable[..., HttpResponse]
allowed: Callable[[View], View] = user_passes_test(user_has_any_page_permission)


class PublishForm(forms.Form):
    """When both languages go live: at once, or at a time to come."""

    at = forms.DateTimeField(
        label="At a time (Pakistan time); empty: at once",
        required=False,
        # The browser's own: Wagtail's makes another day of what it does not understand.
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean_at(self) -> datetime.datetime | None:
        """Refuse a time that has passed."""
        at: datetime.datetime | None = self.cleaned_data["at"]
        if at is not None and at <= timezone.now():
            raise forms.ValidationError("This time has passed. Leave it empty to publish now.")
        return at


@dataclass(frozen=True, slots=True)
class Side:
    """One language on the screen: its text, and what it has not followed yet."""

    text: Text
    name: str
    checks: list[Check]
    has_changes: bool = False
    changes: list[Change] = field(default_factory=list)


@allowed
@require_GET
def languages(request: HttpRequest) -> HttpResponse:
    """List every page with both its languages."""
    wanted, words = request.GET.get("state", ""), request.GET.get("q", "")
    everything = page_pairs(request.user, now=timezone.now())
    chosen = choose(everything, wanted, words)
    context = {
        "page_pairs": Paginator(chosen, PER_PAGE).get_page(request.GET.get("p")),
        "filters": [
            (value, label, len(choose(everything, value)), value == wanted)
            for value, label in FILTERS
        ],
        "wanted": wanted,
        "words": words,
        "names": LANGUAGE_NAMES,
    }
    return render(request, "cms/languages.html", context)


@allowed
@require_GET
def side_by_side(request: HttpRequest, pk: int) -> HttpResponse:
    """Show both drafts as phones will show them, and what is to be done."""
    return _side_by_side(request, _page_for(request, pk), PublishForm())


@allowed
@require_POST
def begin(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Make the draft of the other language and open it."""
    page = _page_for(request, pk)
    if language not in LANGUAGE_NAMES or not request.user.has_perm(
        "simple_translation.submit_translation"
    ):
        raise PermissionDenied
    try:
        draft = begin_translation(page=page, language=language, user=request.user)
    except NothingToTranslate:
        messages.error(
            request, "It is begun already, or the page above it is not written in that language."
        )
        return redirect("page_side_by_side", page.pk)
    messages.success(
        request,
        "This draft holds the blocks of the other language. Write over every text, then mark it "
        "as finished: until then it is not published.",
    )
    return redirect("wagtailadmin_pages:edit", draft.pk)


@allowed
@require_POST
def publish_both(request: HttpRequest, pk: int) -> HttpResponse:
    """Let both drafts go live together, or say why not."""
    page = _page_for(request, pk)
    form = PublishForm(request.POST)
    if not _may_publish_all(request, page):
        raise PermissionDenied
    if not form.is_valid():
        return _side_by_side(request, page, form)
    at = form.cleaned_data["at"]
    try:
        publish_together(page=page, user=request.user, at=at)
    except NotPublishable as error:
        messages.error(request, f"Nothing was published. {error.refusal.label}")
        return redirect("page_side_by_side", page.pk)
    words = f"Both go live on {timezone.localtime(at):%d %B %Y, %H:%M}." if at else "Both are live."
    messages.success(request, words)
    return redirect("page_side_by_side", page.pk)


def _side_by_side(request: HttpRequest, page: Page, form: PublishForm) -> HttpResponse:
    pair = pair_of(page, now=timezone.now())
    texts = texts_of(page)
    context = {
        "pair": pair,
        "page": page,
        "form": form,
        "sides": [_side(request, text, texts) for text in pair.texts],
        "refusal": _refusal(request, pair, page),
        "may_publish": _may_publish_all(request, page),
        "step": step_of(texts),
        "to_take_down": _to_take_down(request, texts),
    }
    return render(request, "cms/side_by_side.html", context)


def _side(request: HttpRequest, text: Text, texts: dict[str, Page]) -> Side:
    """Compare the other text with its state when this one was last called finished."""
    name = LANGUAGE_NAMES[text.language]
    own = texts.get(text.language)
    source = next((page for code, page in texts.items() if code != text.language), None)
    checks = checklist_for(own.specific.get_latest_revision_as_object()) if own else []
    side = Side(text, name, checks=checks)
    if text.state != TextState.STALE or own is None or source is None:
        return side
    before, after = followed_revision(source, own), source.latest_revision
    found = changes_between(before, after, request) if before and after else []
    return replace(side, has_changes=True, changes=found)


def _refusal(request: HttpRequest, pair: PagePair, page: Page) -> str:
    """Return what stands in the way of publishing both together, in words."""
    if any(text.pk is None for text in pair.texts):
        return "The other language is not begun yet."
    texts = texts_of(page)
    for text in texts.values():
        draft: Any = text.specific.get_latest_revision_as_object()
        refusal = refusal_of(draft, request.user, together=texts)
        if refusal is not None:
            return str(refusal.label)
    return ""


def _to_take_down(request: HttpRequest, texts: dict[str, Page]) -> Page | None:
    """Return the text by which this person may take the page down; the other goes with it."""
    for text in texts.values():
        if text.specific.permissions_for_user(request.user).can_unpublish():
            return text
    return None


def _may_publish_all(request: HttpRequest, page: Page) -> bool:
    return all(
        PagePermissionTester(request.user, text).can_publish() for text in texts_of(page).values()
    )


def _page_for(request: HttpRequest, pk: int) -> Page:
    page: Page = get_object_or_404(Page.objects.filter(alias_of__isnull=True, depth__gte=2), pk=pk)
    if not PagePermissionTester(request.user, page).can_edit():
        raise PermissionDenied
    return page
