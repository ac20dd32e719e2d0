"""Every address of the site as the resolver knows it, the CMS's own left out."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

# Wagtail's own admin has its own tests and its own table upstream.
FOREIGN = ("admin/",)
# What stands in an address for each of its parameters.
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses() -> list[str]:
    """Return the routes as they are written, the language as L: "/L/events/<slug:slug>/"."""
    routes = _routes(get_resolver().url_patterns, "")
    return sorted({f"/{re.sub(r'[(^].*$', '<page>/', route)}" for route in routes})


def _routes(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for entry in patterns:
        own = "L/" if isinstance(entry.pattern, LocalePrefixPattern) else str(entry.pattern)
        route = prefix + own
        if route.startswith(FOREIGN):
            continue
        if isinstance(entry, URLResolver):
            yield from _routes(entry.url_patterns, route)
        else:
            yield route


def filled_in(address: str, values: dict[str, str]) -> str:
    """Return an address with its parameters filled in and the language Urdu."""
    path = PARAMETER.sub(lambda match: values[match.group(1)], address)
    return path.replace("/L/", "/ur/", 1).replace("//", "/")
