"""Care for somebody who may be watched: a way out, and nothing kept on the phone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

_EXIT = "hamqadam.shows_exit"


def offer_exit(request: HttpRequest) -> None:
    """Let the frame of the page show the way out."""
    request.META[_EXIT] = True


def offers_exit(request: HttpRequest) -> bool:
    """Tell whether the page shows the way out."""
    return bool(request.META.get(_EXIT))


def keep_off_device(response: HttpResponse) -> HttpResponse:
    """Forbid the browser to keep the page; nginx in front still may."""
    patch_cache_control(response, no_store=True)
    response.headers["X-Accel-Expires"] = str(settings.SHARED_CACHE_SECONDS)
    return response
