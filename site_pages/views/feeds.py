"""What machines read: the map of the site, and what is new as Atom, a feed each language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from site_pages.rules.addresses import counterpart, other_language
from site_pages.selectors.feeds import News, event_news, page_news, sitemap_places


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Name every public address with its counterparts (sitemaps.org, hreflang)."""
    urls = [
        {
            "location": place.location,
            "lastmod": place.lastmod,
            "alternates": [
                {"lang_code": language, "location": url} for language, url in place.alternates
            ],
        }
        for place in sitemap_places()
    ]
    return TemplateResponse(
        request, "sitemap.xml", {"urlset": urls}, content_type="application/xml"
    )


@require_safe
def page_feed(request: HttpRequest) -> HttpResponse:
    """Topics and articles, newest first."""
    return _atom(request, _("New pages"), reverse("wagtail_serve", args=[""]), page_news(_code()))


@require_safe
def event_feed(request: HttpRequest) -> HttpResponse:
    """Walks and events, what changed last first."""
    return _atom(request, _("Walks and events"), reverse("events:list"), event_news(_code()))


def _code() -> str:
    return (get_language() or "ur")[:2]


class BilingualFeed(Atom1Feed):
    """Atom that names the same feed in the other language (RFC 4287, hreflang)."""

    def add_root_elements(self, handler: Any) -> None:
        """Add where the counterpart is."""
        super().add_root_elements(handler)
        language, url = self.feed["counterpart"]
        handler.addQuickElement(
            "link", None, {"rel": "alternate", "hreflang": language, "href": url}
        )


def _atom(request: HttpRequest, title: str, path: str, news: list[News]) -> HttpResponse:
    other = other_language(_code())
    feed = BilingualFeed(
        title=": ".join([_("Hamqadam"), title]),
        link=settings.BASE_URL + path,
        description="",
        author_name=_("Hamqadam"),
        language=_code(),
        feed_url=settings.BASE_URL + request.path,
        counterpart=(other, settings.BASE_URL + counterpart(request.path, other)),
    )
    for item in news:
        feed.add_item(
            title=item.title,
            link=item.url,
            # Atom's summary is HTML: words with a < in them must stay words.
            description=escape(item.text),
            unique_id=item.url,
            pubdate=item.published_at,
            updateddate=item.updated_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
