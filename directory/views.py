"""Files as readers get them: nothing in them runs, and the browser is asked to keep none."""

from typing import TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from directory.models import CampaignDocument, SoundFile
from directory.rules import PartOfFile, part_asked_for

Answer = TypeVar("Answer", bound=HttpResponseBase)
NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"


@require_safe
def download(request: HttpRequest, key: int, name: str) -> HttpResponseBase:
    """Send a PDF to be read in the browser, where it leaves no file behind on a borrowed phone."""
    document = get_object_or_404(CampaignDocument, pk=key)
    if not document.is_publishable:
        raise Http404
    response: HttpResponseBase = serve(request, key, name)
    # Wagtail names the encoding it did not find, "None", which no browser knows to undo.
    if response.headers.get("Content-Encoding") == "None":
        del response.headers["Content-Encoding"]
    if document.language in ("ur", "en"):
        response.headers["Content-Language"] = document.language
    return _kept_by_nobody(response)


@require_safe
def sound(request: HttpRequest, key: int, name: str) -> HttpResponse:
    """Send a recording or the part of it that a player asks for."""
    found = get_object_or_404(SoundFile, pk=key)
    if not found.is_publishable or found.filename != name:
        raise Http404
    part = part_asked_for(request.headers.get("Range"), found.byte_count)
    response = _sound_response(found, part)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Language"] = found.language
    response.headers["Content-Disposition"] = f'inline; filename="{found.filename}"'
    return _kept_by_nobody(response)


def _sound_response(found: SoundFile, part: PartOfFile | None) -> HttpResponse:
    if part is None:
        refused = HttpResponse(status=416, content_type=found.content_type)
        refused.headers["Content-Range"] = f"bytes */{found.byte_count}"
        return refused
    with found.file.open("rb") as stored:
        stored.seek(part.first)
        body = stored.read(part.byte_count)
    response = HttpResponse(body, content_type=found.content_type)
    if part.byte_count < found.byte_count:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {part.first}-{part.last}/{found.byte_count}"
    return response


def _kept_by_nobody(response: Answer) -> Answer:
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Expires"] = str(settings.SHARED_CACHE_SECONDS)
    return response
