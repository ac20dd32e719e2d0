"""What every page with a form shares: its visitor, where its form stands, asking before an end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from participants.rules.limits import address_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def page_language() -> str:
    """Return "ur" or "en", as the address said."""
    return (get_language() or "ur")[:2]


def see_other(location: str) -> HttpResponse:
    """Lead on after something was done, so that reloading does not do it again."""
    response = HttpResponseRedirect(location)
    response.status_code = 303
    return response


def private(response: HttpResponse) -> HttpResponse:
    """Let nobody keep the answer, pass its address on or list it."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form is to be bound to: nothing when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def page_is_closed(request: HttpRequest, ways: list[dict[str, str]]) -> HttpResponse:
    """Answer 404 with ways on: title and url, the likelier first."""
    return private(render(request, "events/own_missing.html", {"ways": ways}, status=404))


def form_stands_on(page: str, *arguments: str) -> Callable[[View[P]], View[P]]:
    """Take what a form posts; lead whoever opens the address to the page its form stands on.

    `page` is that page's name, `arguments` what its address has of this one's. People come so who
    signed in again, changed the language after a refusal, or went back in their history.
    """

    def decorate(view: View[P]) -> View[P]:
        taking = require_POST(view)

        @wraps(view)
        def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in ("GET", "HEAD"):
                return taking(request, *args, **kwargs)
            address = reverse(page, kwargs={name: kwargs[name] for name in arguments})
            response = HttpResponseRedirect(address)
            patch_cache_control(response, no_store=True, private=True)
            return response

        return cast("View[P]", answer)

    return decorate


def visitor_address(request: HttpRequest) -> str:
    """Return where a request comes from, as far as our own proxies tell it."""
    return address_of(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        settings.PROXY_COUNT,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question before something is done for good, in the page's words.

    `keep_url` leads back; `first_url` and `first_label` offer what is better done before.
    """

    title: str
    texts: Sequence[str]
    action: str
    keep_url: str
    kicker: str = ""
    first_url: str = ""
    first_label: str = ""


def ask_first(request: HttpRequest, question: Question) -> HttpResponse:
    """Show the question; its button posts to the address it stands on."""
    return render(request, "pages/ask_first.html", {"question": question})
