"""What every page with a form asks about its visitor."""

from django.conf import settings
from django.http import HttpRequest

from participants.rules.limits import address_of


def visitor_address(request: HttpRequest) -> str:
    """Return where a request comes from, as far as our own proxies tell it."""
    return address_of(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        settings.PROXY_COUNT,
    )
