"""Saying why a page is not published, before the model would refuse it without a word."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from site_pages.enums import Refusal
from site_pages.errors import NotPublishable
from site_pages.models.base import ContentPage
from site_pages.models.publishing import is_safety_page, refuse_author, refuse_text
from site_pages.models.versions import latest_versions, texts_of, version_of


def refusal_of(
    page: Any, user: Any, *, together: Mapping[str, Page] | None = None
) -> Refusal | None:
    """Return why somebody may not publish a page's newest draft, or None.

    `together` are the texts that would go live with it; without them it goes live by itself.
    """
    language = page.locale.language_code
    stored = texts_of(page).get(language)
    others = {code: text for code, text in (together or {}).items() if code != language}
    try:
        refuse_author(page, user)
        refuse_text(
            page,
            version_of(stored.latest_revision if stored else None),
            together=latest_versions(others),
        )
    except NotPublishable as error:
        return error.refusal
    return None


def explain_refusal(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep the draft and lead to both languages side by side, with what to do."""
    if not isinstance(page, ContentPage):
        return None
    refusal = refusal_of(page, request.user)
    if refusal is None:
        return None
    messages.error(request, f"Saved as a draft, not published. {refusal.label}")
    return redirect("page_side_by_side", page.pk)


def explain_live_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Let no copy of a safety page be live at once: it has no other language yet."""
    if request.method != "POST" or not request.POST.get("publish_copies"):
        return None
    is_whole_branch = bool(request.POST.get("copy_subpages"))
    pages = page.get_descendants(inclusive=True) if is_whole_branch else [page]
    if not any(is_safety_page(each.specific) for each in pages):
        return None
    messages.error(
        request, "A copy of a safety page begins as a draft: copy it without publishing."
    )
    return redirect("wagtailadmin_pages:copy", page.pk)
