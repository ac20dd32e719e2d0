"""The shop's files: every one of them is in the log before its first byte leaves."""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.models import User
from events.desk.views.access import signed_in_only
from events.desk.views.actions import run_event
from events.desk.views.prints.shelf import Choice, choice_of, drawing_of, sample_of
from events.models import Event
from events.prints.enums import PrintLanguage, PrintSheet
from events.prints.lists import words
from events.prints.lists.drawing import KIT, PREVIEW_PIXELS, SLIPS, Drawing, shop_window
from events.prints.lists.starter_kits import starter_kit
from events.prints.services import Printing, log_print
from participants.views import page_language

PREVIEW_SECONDS = 60 * 60
_PREVIEW_NAME = "print-preview-%s"


@require_safe
@signed_in_only
def sheet_pdf(request: HttpRequest, user: User, slug: str, paper: str) -> HttpResponse:
    """Draw a sheet as it was chosen, for the printer."""
    choice = _choice(request, user, slug, paper)
    drawing = drawing_of(choice)
    return printed(user, choice, drawing, drawing.pdf, "pdf")


@require_safe
@signed_in_only
def sheet_png(request: HttpRequest, user: User, slug: str, paper: str) -> HttpResponse:
    """Draw a poster as a picture to share; other sheets are looked at in their preview."""
    choice = _choice(request, user, slug, paper)
    is_poster = choice.sheet == PrintSheet.POSTERS
    drawing = drawing_of(choice) if is_poster else sample_of(choice)
    return printed(user, choice, drawing, lambda: drawing.picture(None), "png")


@require_safe
@signed_in_only
def preview(request: HttpRequest, user: User, slug: str, paper: str) -> HttpResponse:
    """Show how a sheet will look; nobody's name is in it, so nothing is logged."""
    if paper in (SLIPS, KIT):
        return _window(user, slug, paper)
    choice = _choice(request, user, slug, paper)
    made_of = f"{slug} {words.edition(choice.event)} {choice.now.date()} {paper}"
    key = hashlib.sha256(f"{made_of} {choice.form.query()}".encode()).hexdigest()
    return _remembered(key, lambda: sample_of(choice).picture(PREVIEW_PIXELS))


def _window(user: User, slug: str, name: str) -> HttpResponse:
    event, now, language = run_event(user, slug), timezone.now(), page_language()
    made_of = f"{slug} {words.edition(event)} {now.date()} {name} {language}"
    key = hashlib.sha256(made_of.encode()).hexdigest()
    return _remembered(key, lambda: shop_window(name, event, words.LANGUAGES[language], now))


def _remembered(key: str, draw: Callable[[], bytes]) -> HttpResponse:
    """Answer with a picture, drawn at most once an hour for the same words."""
    drawn: bytes | None = cache.get(_PREVIEW_NAME % key)
    if drawn is None:
        drawn = draw()
        cache.set(_PREVIEW_NAME % key, drawn, PREVIEW_SECONDS)
    return HttpResponse(drawn, content_type="image/png")


@require_safe
@signed_in_only
def starter_kit_pdf(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Draw the host's starter kit; nobody's details stand in it."""
    event, now = run_event(user, slug), timezone.now()
    wanted = request.GET.get("language", page_language())
    languages = words.LANGUAGES.get(wanted, words.LANGUAGES[PrintLanguage.BOTH])
    made_of = words.edition(event)
    printing = Printing(actor=user, event=event, sheet=KIT, languages=languages, edition=made_of)
    log_print(printing=printing, now=now)
    return _attachment(starter_kit(event, languages, now), event, KIT, "pdf")


def printed(
    user: User, choice: Choice, drawing: Drawing, draw: Callable[[], bytes], extension: str
) -> HttpResponse:
    """Write into the log who takes what, then draw it and answer with the file."""
    printing = Printing(
        actor=user,
        event=choice.event,
        sheet=choice.sheet.value,
        languages=drawing.languages,
        edition=words.edition(choice.event),
        people_count=drawing.people_count,
    )
    log_print(printing=printing, now=choice.now)
    return _attachment(draw(), choice.event, choice.sheet.value, extension)


def _choice(request: HttpRequest, user: User, slug: str, sheet: str) -> Choice:
    event = run_event(user, slug)
    return choice_of(event, sheet, request.GET.dict(), page_language(), timezone.now())


def _attachment(content: bytes, event: Event, name: str, extension: str) -> HttpResponse:
    kind = "application/pdf" if extension == "pdf" else "image/png"
    response = HttpResponse(content, content_type=kind)
    file = f"{name}-{event.slug}.{extension}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response
