"""What a view tells the frame around its page; kept on the request, away from the session."""

from typing import Any

from django.http import HttpRequest

_PAGE = "hamqadam.page"
_HIDDEN = "hamqadam.is_hidden_from_search"
_BARE = "hamqadam.is_without_menu"
_OFFLINE = "hamqadam.is_without_database"


def frame_page(request: HttpRequest, page: Any) -> None:
    """Say which page of the CMS the frame stands around."""
    request.META[_PAGE] = page


def framed_page(request: HttpRequest) -> Any | None:
    """Return the page of the CMS, or None for a view of the program."""
    return request.META.get(_PAGE)


def hide_from_search(request: HttpRequest) -> None:
    """Name neither counterparts nor a canonical address: this answer is no page of its own."""
    request.META[_HIDDEN] = True


def is_hidden_from_search(request: HttpRequest) -> bool:
    """Tell whether search engines should learn nothing from this answer."""
    return bool(request.META.get(_HIDDEN))


def leave_out_menu(request: HttpRequest) -> None:
    """Let nothing beside the page draw readers away from it."""
    request.META[_BARE] = True


def is_without_menu(request: HttpRequest) -> bool:
    """Tell whether the page stands alone."""
    return bool(request.META.get(_BARE))


def do_without_database(request: HttpRequest) -> None:
    """Build the frame from cache and settings alone: a dead database is slow to say no."""
    request.META[_OFFLINE] = True


def may_ask_database(request: HttpRequest) -> bool:
    """Tell whether the frame may query."""
    return not request.META.get(_OFFLINE)
