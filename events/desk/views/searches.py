"""What somebody looks for: in their session, sealed, and never in an address.

An address ends up in the browser's history, in logs and on other people's screens. So a search
is posted, and the address that follows carries a handle that means something in one session only.
"""

import base64
import secrets
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils.http import urlencode

from events.desk.forms.attendees import FOUND, LONGEST_SEARCH, Search
from participants.errors import NotSealedByUs
from participants.rules.sealing import seal, unseal
from urdu.cleaning import clean_line

SEARCHES = "desk_searches"
TYPED = "q"
MOST_KEPT = 12
HANDLE_BYTES = 5
View = Callable[..., HttpResponseBase]


class LeadOn(Exception):
    """The answer is at another address."""

    def __init__(self, address: str) -> None:
        super().__init__("this address leads on")
        self.address = address


def leads_on(view: View) -> View:
    """Lead the browser to where a search is found, or is no more."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except LeadOn as elsewhere:
            response = HttpResponseRedirect(elsewhere.address)
            response.status_code = 303
            return response

    return guarded


def search_in(request: HttpRequest, home: str) -> Search:
    """Return the search of a form or an address: typed in it, or kept under its handle.

    Raises LeadOn for an address with words in it (a bookmark of long ago), and to `home` where
    a handle means nothing any more, so that nobody takes the whole list for a part of it.
    """
    query = request.POST if request.method == "POST" else request.GET
    if query.get(TYPED):
        if query is request.GET:
            raise LeadOn(_address_without_words(request))
        return _kept(request, _typed(query))
    handle = str(query.get(FOUND, ""))
    if not handle:
        return Search()
    text = _text_of(request, handle)
    if not text:
        raise LeadOn(home)
    return Search(text, handle)


def address_of_search(path: str, search: Search) -> str:
    """Return the address that shows a search and says nothing of it."""
    return f"{path}?{urlencode({FOUND: search.handle})}" if search.handle else path


def _address_without_words(request: HttpRequest) -> str:
    rest = request.GET.copy()
    search = _kept(request, _typed(rest))
    for name in (TYPED, FOUND):
        rest.pop(name, None)
    if search.handle:
        rest[FOUND] = search.handle
    return f"{request.path}?{rest.urlencode()}" if rest else request.path


def _typed(query: Mapping[str, Any]) -> str:
    return clean_line(query.get(TYPED, ""))[:LONGEST_SEARCH].strip()


def _kept(request: HttpRequest, text: str) -> Search:
    """Keep a search for this session; the same words again keep their handle."""
    if not text:
        return Search()
    searches = dict(request.session.get(SEARCHES, {}))
    for handle in searches:
        if _text_of(request, handle) == text:
            return Search(text, handle)
    handle = secrets.token_hex(HANDLE_BYTES)
    sealed = base64.b64encode(seal(text.encode(), SEARCHES)).decode()
    request.session[SEARCHES] = dict([*searches.items(), (handle, sealed)][-MOST_KEPT:])
    return Search(text, handle)


def _text_of(request: HttpRequest, handle: str) -> str:
    """Return what was looked for under a handle; "" where this session does not know."""
    sealed = dict(request.session.get(SEARCHES, {})).get(handle, "")
    try:
        return unseal(base64.b64decode(sealed), SEARCHES).decode()
    except NotSealedByUs:
        return ""
