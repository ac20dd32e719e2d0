"""All placements of a year: from visit to arrival, by placement, kind and city; as a sheet too."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.models import Placement
from campaigns.selectors.placements import agreed_to, partners_with_links
from campaigns.services.placements import log_placements
from documents.sheets import write_csv
from events.desk.views.files import as_attachment
from events.placements.lists.funnel import (
    GROUPING_LABELS,
    HEADINGS,
    Grouping,
    Row,
    columns_of,
    definitions,
    rows_of,
    sheet_headings,
    sheet_lines,
    table_of,
)
from events.placements.selectors import funnels_of, placements_seen_by
from events.placements.views.access import (
    Desk,
    for_placements,
    placements_page,
    placements_url,
)
from participants.enums import AuditAction
from participants.views import page_language
from urdu.isolation import isolate_runs_html

SHEET_KIND = "placements-funnel"


@require_safe
@for_placements
def overview(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what came of every placement somebody may see; numbers, and nobody."""
    grouping = _grouping(request)
    placements, rows = _rows(desk, grouping)
    return placements_page(
        request,
        desk,
        "placements/overview.html",
        title=_("Placements"),
        intro=_("Codes on rickshaws, mosques and partners’ posts, and what came of them."),
        has_placements=bool(placements),
        may_make=desk.may_make,
        make_url=placements_url("make"),
        sheet_url=f"{placements_url('funnel')}?by={grouping.value}",
        tabs=[
            {"title": label, "url": f"?by={value}", "is_current": value == grouping}
            for value, label in GROUPING_LABELS.items()
        ],
        caption=GROUPING_LABELS[grouping],
        columns=columns_of(grouping),
        rows=table_of(rows, grouping),
        definitions=[
            {"label": name, "value": mark_safe(isolate_runs_html(words))}
            for name, words in definitions()
        ],
        partners=_partners(desk) if desk.may_see_people else [],
    )


@require_safe
@for_placements
def funnel_csv(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """Write the same counts as a sheet; the log has its line before the first byte."""
    grouping = _grouping(request)
    placements, rows = _rows(desk, grouping)
    log_placements(
        actor=desk.user,
        action=AuditAction.EXPORT,
        kind=SHEET_KIND,
        columns=[name for name, _label in HEADINGS],
        row_count=len(rows),
        now=desk.now,
    )
    headings = sheet_headings(grouping)
    lines = list(write_csv(headings, sheet_lines(placements, rows, grouping, page_language())))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return as_attachment(response, f"placements-{desk.campaign.year}-{grouping.value}.csv")


def _grouping(request: HttpRequest) -> Grouping:
    wanted = request.GET.get("by", "")
    return Grouping(wanted) if wanted in {one.value for one in Grouping} else Grouping.PLACEMENT


def _rows(desk: Desk, grouping: Grouping) -> tuple[list[Placement], list[Row]]:
    placements = list(placements_seen_by(desk.user, desk.campaign, desk.now))
    found = funnels_of(placements)

    def url_of(placement: Placement) -> str:
        return placements_url("placement", placement.code)

    return placements, rows_of(placements, found, grouping, page_language(), url_of)


def _partners(desk: Desk) -> list[dict[str, object]]:
    language = page_language()
    return [
        {
            "name": getattr(one, f"name_{language}"),
            "url": placements_url("partner", one.slug),
            "count": agreed_to(one).count(),
        }
        for one in partners_with_links(desk.campaign)
    ]
