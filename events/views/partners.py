"""For partners' sites: what to paste, and the oEmbed answer of our pages."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.views.embeds import HEIGHTS, KINDS, WIDTH, address_of, snippet
from participants.views import page_language

NOT_IMPLEMENTED = 501
# What of a page's address, after its language, is shown in a frame by which embed.
EMBEDDABLE = {"events": "events", "pledge": "pledge", "campaigns": "counter"}
# What a reader chose on a page and its embed keeps.
NARROWED_BY: dict[str, tuple[str, ...]] = {
    "events": ("city", "kind", "campaign"),
    "pledge": (),
    "counter": (),
}


def titles() -> dict[str, str]:
    """Return what each embed is called, in the language that is active."""
    return {
        "events": _("The next walks and events"),
        "counter": _("How many have pledged and registered"),
        "pledge": _("The call to pledge"),
    }


@require_safe
def for_partners(request: HttpRequest) -> HttpResponse:
    """Show what to paste for each embed, in the page's language."""
    language = page_language()
    embeds = [
        {
            "kind": kind,
            "title": titles()[kind],
            "snippet": snippet(kind, escape(titles()[kind]), language),
            "url": address_of(kind, lang=language),
        }
        for kind in KINDS
    ]
    return render(request, "embeds/partners.html", {"embeds": embeds})


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer how a page of ours is shown inside another: https://oembed.com, rich, JSON only."""
    language, kind, query = _asked(request.GET.get("url", ""))
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=NOT_IMPLEMENTED)
    most = request.GET.get("maxwidth", "")
    width = min(WIDTH, int(most)) if most.isascii() and most.isdigit() and int(most) else WIDTH
    with translation.override(language):
        title = titles()[kind]
    answer = JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": settings.WAGTAIL_SITE_NAME,
            "provider_url": settings.BASE_URL,
            "html": snippet(kind, escape(title), language, width, **query),
            "width": width,
            "height": HEIGHTS[language][kind],
        },
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["Content-Language"] = language
    return answer


def discovery_address(url: str) -> str:
    """Return where programs ask how a page of ours is shown inside another; "" for nowhere.

    `url` is the page's absolute address. Only pages whose embed shows the same thing offer one.
    """
    parts = urlsplit(url).path.strip("/").split("/")
    is_offered = len(parts) == (3 if parts[1:2] == ["campaigns"] else 2)
    if not is_offered or parts[1] not in EMBEDDABLE:
        return ""
    asked = urlencode({"format": "json", "url": url})
    return f"{settings.BASE_URL}{reverse('oembed')}?{asked}"


def _asked(url: str) -> tuple[str, str, dict[str, str]]:
    """Return language, embed and what narrows it, of one of our own addresses.

    Raises Http404 for any other.
    """
    try:
        asked, own = urlsplit(url), urlsplit(settings.BASE_URL)
    except ValueError as error:
        raise Http404 from error
    parts = asked.path.strip("/").split("/")
    is_ours = (asked.scheme, asked.netloc) == (own.scheme, own.netloc)
    if not is_ours or len(parts) < 2 or parts[0] not in ("ur", "en") or parts[1] not in EMBEDDABLE:
        raise Http404
    kind = EMBEDDABLE[parts[1]]
    chosen = QueryDict(asked.query)
    query = {name: chosen[name] for name in NARROWED_BY[kind] if chosen.get(name)}
    if kind == "counter" and len(parts) > 2:
        query["year"] = parts[2]
    return parts[0], kind, query
