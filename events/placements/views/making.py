"""Making placements, one placement's own page, stopping it, and printing what was made."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.models import Placement
from campaigns.selectors import network_organisations
from campaigns.services.placements import log_placements, make_placements, switch_placement
from documents.placements import PlacementPaper, placements_pdf
from documents.printing import Palette
from documents.qr import qr_svg
from events.desk.selectors.cities import cities_of
from events.desk.views.actions import Done, lead_to
from events.desk.views.files import as_attachment
from events.placements.forms import PaperForm, PlacementForm
from events.placements.lists.funnel import Grouping as By
from events.placements.lists.funnel import city_of, columns_of, rows_of, table_of
from events.placements.lists.labels import KIND_LABELS, LANGUAGE_LABELS, TARGET_LABELS
from events.placements.lists.paper import sheet_of, short_link
from events.placements.selectors import (
    cities_to_choose,
    events_to_choose,
    funnels_of,
    public_event,
)
from events.placements.views.access import (
    METHODS,
    SLUG,
    Desk,
    for_placements,
    placements_page,
    placements_url,
)
from events.prints.lists import words
from participants.enums import AuditAction
from participants.rules.keys import good_key, key_of
from participants.views import form_stands_on, page_language
from urdu.isolation import isolate_html, isolate_runs_html

PRINT_KIND = "placements-print"
KEY_PURPOSE = "placements"


@require_http_methods(METHODS)
@for_placements
def make(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask what carries the code and where it leads; on POST make it, or as many as were asked."""
    if not desk.may_make:
        raise Http404
    form, typed_key = _form(request, desk), request.POST.get("key", "")
    key = good_key(typed_key, KEY_PURPOSE)
    if form.is_valid() and key != typed_key:
        form.add_error(None, _("Please look at your details once more and confirm them."))
    if not form.is_valid():
        return placements_page(
            request,
            desk,
            "placements/make.html",
            title=_("Make placements"),
            form=form,
            key=key,
            here=request.path,
        )
    made = make_placements(
        campaign=desk.campaign,
        details=form.details(),
        count=form.cleaned_data["count"],
        key=key_of(key, KEY_PURPOSE),
        actor=desk.user,
        now=desk.now,
    )
    said = ngettext("%(count)d code was made.", "%(count)d codes were made.", len(made))
    done = Done(SLUG, said % {"count": len(made)})
    return lead_to(request, placements_url("placement", made[0].code), done)


def _form(request: HttpRequest, desk: Desk) -> PlacementForm:
    language, is_for_all = page_language(), cities_of(desk.user, desk.now) is None
    return PlacementForm(
        request.POST if request.method == "POST" else None,
        language=language,
        cities=cities_to_choose(desk.user, language, desk.now),
        events=events_to_choose(desk.user, desk.now),
        organisations=network_organisations(language) if is_for_all else None,
    )


@require_safe
@for_placements
def placement(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Show one placement: its code and link, what came of it, and how it is printed."""
    found, language = desk.placement(code), page_language()
    rows = rows_of([found], funnels_of([found]), By.CITY, language, lambda _one: "")
    return placements_page(
        request,
        desk,
        "placements/placement.html",
        title=found.label,
        placement=found,
        link=short_link(found),
        qr=mark_safe(qr_svg(short_link(found), title=_("Code of this placement"))),
        facts=_facts(found, language),
        columns=columns_of(By.CITY),
        rows=table_of(rows, By.CITY),
        paper_form=PaperForm(initial={"language": found.language, "paper": PlacementPaper.A4}),
        print_url=placements_url("print", found.code),
        series_url=placements_url("print_series", found.series) if found.series else "",
        may_make=desk.may_make,
        switch_url=placements_url("switch", found.code),
        switch_fields={"is_active": "" if found.is_active else "1"},
    )


def _facts(found: Placement, language: str) -> list[dict[str, str]]:
    pairs = [
        (_("State"), _("In use") if found.is_active else _("Stopped")),
        (_("Kind"), str(KIND_LABELS[found.kind])),
        (_("City"), city_of(found, language)),
        (_("Leads to"), _target_words(found, language)),
        (_("Language"), str(LANGUAGE_LABELS[found.language])),
        (
            _("Partner"),
            str(getattr(found.organisation, f"name_{language}")) if found.organisation else "",
        ),
        (_("Code"), found.code),
    ]
    return [
        {"label": label, "value": mark_safe(_as_code(value) if label == _("Code") else value)}
        for label, value in ((one, isolate_runs_html(two)) for one, two in pairs)
        if value
    ]


def _as_code(value: str) -> str:
    return isolate_html(value)


def _target_words(found: Placement, language: str) -> str:
    if not found.event_slug:
        return str(TARGET_LABELS[found.target])
    event = public_event(found.event_slug)
    return str(getattr(event, f"title_{language}")) if event else _("An event that is not shown")


@form_stands_on("events:placements:placement", "code")
@for_placements
def switch(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Stop a placement, or let it lead on again."""
    found = desk.placement(code)
    if not desk.may_make:
        raise Http404
    is_active = bool(request.POST.get("is_active"))
    switch_placement(placement=found, is_active=is_active, actor=desk.user, now=desk.now)
    url = placements_url("switch", found.code)
    said = (
        _("The code leads on again.")
        if is_active
        else _("The code is stopped. Whoever opens it is told so and led to the first page.")
    )
    done = Done(SLUG, said, "success", url, {"is_active": "" if is_active else "1"})
    return lead_to(request, placements_url("placement", found.code), done)


@require_safe
@for_placements
def print_placement(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Draw one placement's sheet, or a page of its stickers."""
    return _printed(request, desk, [desk.placement(code)])


@require_safe
@for_placements
def print_series(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Draw all that were made at once."""
    return _printed(request, desk, desk.series(code))


def _printed(request: HttpRequest, desk: Desk, found: list[Placement]) -> HttpResponse:
    form = PaperForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    paper = PlacementPaper(chosen.get("paper") or PlacementPaper.A4)
    languages = words.LANGUAGES[chosen.get("language") or found[0].language]
    palette = Palette.BLACK if chosen.get("ink") == "black" else Palette.COLOUR
    log_placements(
        actor=desk.user,
        action=AuditAction.PRINT,
        kind=PRINT_KIND,
        columns=[*languages],
        row_count=len(found),
        now=desk.now,
    )
    drawn = placements_pdf(sheet_of(found, languages, paper), paper, palette)
    response = HttpResponse(drawn, content_type="application/pdf")
    return as_attachment(response, f"placement-{found[0].code}-{paper.value}.pdf")
