"""Looking at a draft event, or a draft year, as visitors will see it, in either language."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe
from wagtail.snippets.views.snippets import (
    PreviewOnCreateView,
    PreviewOnEditView,
    PreviewRevisionView,
)

from campaigns.models import Campaign
from events.models import Event
from events.views.campaign import campaign_context
from events.views.pages import detail_context

LANGUAGES = ("ur", "en")


def preview_event(
    event: Event, request: HttpRequest, mode: str, attributes: dict[str, Any] | None = None
) -> HttpResponse:
    """Render the visitors' own template; `mode` is a language.

    It answers the CMS's own request, whose policy lets the editor frame the page.
    """
    language = mode if mode in LANGUAGES else LANGUAGES[0]
    with translation.override(language):
        context = detail_context(event, language, timezone.now())
        return render(request, "events/event_detail.html", context)


def previewed_here(event: Event) -> Event:
    """Let Wagtail's preview views call ours: the model below may not know any view."""
    event.make_preview_request = partial(preview_event, event)
    return event


class PreviewOnEdit(PreviewOnEditView):
    """The draft beside its form."""

    def get_object(self) -> Event:
        """Preview through the visitors' view."""
        return previewed_here(super().get_object())


class PreviewRevision(PreviewRevisionView):
    """An earlier version."""

    def get_revision_object(self) -> Event:
        """Preview through the visitors' view."""
        return previewed_here(super().get_revision_object())


class PreviewOnAdd(PreviewOnCreateView):
    """Nothing to see before the first save: date and places are made then."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say so in Wagtail's own words."""
        response: HttpResponse = self.error_response()
        return response


@require_safe
def preview_campaign(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Show a year as saved, in a language, to whoever may change it; readers see no draft."""
    if not request.user.has_perm("campaigns.change_campaign"):
        raise PermissionDenied
    if language not in LANGUAGES:
        raise Http404
    campaign = get_object_or_404(Campaign, pk=pk)
    with translation.override(language):
        context = campaign_context(campaign, language, timezone.now())
        return render(request, "campaigns/campaign_detail.html", context)
