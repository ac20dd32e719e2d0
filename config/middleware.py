"""What holds for every answer: language, caching and policies."""

from collections.abc import Callable

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from participants.errors import TooManyTries
from site_pages.views.errors import bad_request, forbidden, not_found, not_this_way, too_many

Answer = Callable[[HttpRequest], HttpResponse]
# The CMS speaks English: Wagtail has no Urdu, and would turn right-to-left around English words.
STAFF_LANGUAGES = {"admin": "en"}
LANGUAGES = {code: code for code, _name in settings.LANGUAGES}
PEOPLES_PREFIXES = tuple(f"/{code}/" for code in LANGUAGES)
PRIVATE_PREFIXES = ("/admin/", "/-/")


def utf8_only(get_response: Answer) -> Answer:
    """Read every request as UTF-8, whatever charset it claims.

    Under another one ("utf-7", "unicode_escape") lone surrogates get in, which no answer and no
    database can hold; a name that is no text encoding ("hex") would be an error of ours.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"
        return get_response(request)

    return middleware


def language_from_address(get_response: Answer) -> Answer:
    """Choose the language by the address alone; cookies and browsers are not asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        folder, slash, _rest = request.path_info.removeprefix("/").partition("/")
        known = LANGUAGES | STAFF_LANGUAGES if slash else {}
        language = known.get(folder, settings.LANGUAGE_CODE)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def security_policy(get_response: Answer) -> Answer:
    """Give the CMS the looser policy Wagtail needs; everything else keeps the strict one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        elif getattr(request, "is_dummy", False):
            # Wagtail's preview of a page: the public policy, but the editor may frame it.
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        elif not getattr(response, "xframe_options_exempt", False):
            response.headers["X-Frame-Options"] = "DENY"
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware


def shared_cache_policy(get_response: Answer) -> Answer:
    """Let a shared cache keep anonymous pages; keep everything personal out of it.

    A page is shared only when nobody's session was opened and no cookie is set: whatever a
    cache in front may hold is then identical for everyone.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.has_header("Cache-Control"):
            return response
        session = getattr(request, "session", None)
        is_personal = (
            request.method not in ("GET", "HEAD")
            or request.path_info.startswith(PRIVATE_PREFIXES)
            or bool(response.cookies)
            or (session is not None and session.accessed)
        )
        if is_personal or response.status_code >= 500:
            patch_cache_control(response, no_store=True, private=True)
        else:
            patch_cache_control(
                response,
                public=True,
                max_age=60,
                s_maxage=settings.SHARED_CACHE_SECONDS,
                stale_while_revalidate=600,
            )
        if is_personal:
            patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


# Django and its neighbours give these an empty body: a blank page.
REFUSALS = {400: bad_request, 403: forbidden, 404: not_found, 405: not_this_way}


def words_for_refusals(get_response: Answer) -> Answer:
    """Give a refusal without a word the page of its kind, in the language of its address.

    Addresses without a language are those of machines.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        said_by = REFUSALS.get(response.status_code)
        if said_by is None or response.streaming or response.content:
            return response
        if not request.path_info.startswith(PEOPLES_PREFIXES):
            return response
        said = said_by(request)
        for name, value in response.items():
            if name not in ("Content-Type", "Content-Length"):
                said.headers[name] = value
        return said

    return middleware


class TooManyTriesAnswered:
    """Answers 429 wherever a service finds a limit reached, so that no view has to."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a reached limit; everything else goes its way."""
        return too_many(request, error) if isinstance(error, TooManyTries) else None
