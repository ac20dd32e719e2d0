"""The bare address: which language to begin with."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from site_pages.rules.addresses import LANGUAGES


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the language the browser asks for; Urdu when unsure. No cookie remembers it."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()[:500])
    known = (code.split("-")[0] for code, _ in wanted)
    language = next((code for code in known if code in LANGUAGES), "ur")
    response = HttpResponseRedirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=60)
    return response
