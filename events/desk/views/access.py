"""What every page of the desk shares: who may see it, that nobody keeps it, its frame."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from directory.models import User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
DeskView = Callable[Concatenate[HttpRequest, User, P], HttpResponseBase]


def desk_url(name: str, *args: str) -> str:
    """Return an address of the desk in the page's language."""
    return reverse(f"events:desk:{name}", args=args)


def kept_by_nobody(response: HttpResponseBase) -> HttpResponseBase:
    """Keep an answer out of every cache and search engine: somebody else's phone is common."""
    patch_cache_control(response, no_store=True, private=True)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def signed_in_only(view: DeskView[P]) -> View[P]:
    """Hand the view its user; send everybody else to the sign-in form, and back after it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if isinstance(request.user, User):
            return kept_by_nobody(view(request, request.user, *args, **kwargs))
        query = urlencode({"next": request.get_full_path()})
        return kept_by_nobody(HttpResponseRedirect(f"{desk_url('home')}?{query}"))

    return cast("View[P]", guarded)


def frame(user: User, *trail: tuple[str, str], current: str = "") -> dict[str, Any]:
    """Return what desk_nav.html shows: one's events, then the event being worked on."""
    items = [(_("My events"), desk_url("home")), *trail]
    return {
        "desk_items": [
            {"title": title, "url": url, "is_current": url == current} for title, url in items
        ],
        "user_name": user.username,
        "sign_out_url": desk_url("sign_out"),
    }
