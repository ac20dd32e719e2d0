"""What robots and browsers ask for without being told."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

_PRIVATE = ("my", "find", "desk", "leave", "search")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of what belongs to one person."""
    closed = [
        f"Disallow: /{language}/{name}/" for language, _ in settings.LANGUAGES for name in _PRIVATE
    ]
    where = f"Sitemap: {settings.BASE_URL}/sitemap.xml"
    lines = ["User-agent: *", "Disallow: /admin/", *closed, "", where, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead old browsers to the drawing every page names."""
    return HttpResponsePermanentRedirect(static("images/favicon.svg"))
