"""Whom one partner may write to: those who said so by its link, and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.models import Organisation, PartnerConsent
from campaigns.selectors.placements import agreed_to
from campaigns.services.placements import log_placements
from documents.sheets import write_csv
from events.desk.views.files import as_attachment
from events.placements.lists.people import COLUMNS, people_columns, people_lines, people_table
from events.placements.views.access import Desk, for_placements, placements_page, placements_url
from participants.enums import AuditAction
from participants.views import page_language

KIND = "partner-consents"
PER_PAGE = 50
PartnerView = Callable[[HttpRequest, Desk, Organisation], HttpResponseBase]


def for_people(view: PartnerView) -> Callable[..., HttpResponseBase]:
    """Open a view to data officers and directors; to everybody else it does not exist."""

    @for_placements
    @wraps(view)
    def guarded(request: HttpRequest, desk: Desk, slug: str, **_named: Any) -> HttpResponseBase:
        if not desk.may_see_people:
            raise Http404
        return view(request, desk, get_object_or_404(Organisation, slug=slug))

    return guarded


@require_safe
@for_people
def partner(request: HttpRequest, desk: Desk, organisation: Organisation) -> HttpResponse:
    """Show who agreed to this one organisation; logged before anything is shown."""
    page = Paginator(agreed_to(organisation), PER_PAGE).get_page(request.GET.get("page"))
    found: list[PartnerConsent] = list(page.object_list)
    _log(desk, AuditAction.VIEW, len(found))
    language = page_language()
    return placements_page(
        request,
        desk,
        "placements/partner.html",
        title=getattr(organisation, f"name_{language}"),
        intro=_("Only those who ticked this organisation’s own box, and have not taken it back."),
        has_line=bool(organisation.consent_line_en and organisation.consent_line_ur),
        columns=people_columns(),
        rows=people_table(found, language),
        page_obj=page,
        sheet_url=placements_url("partner_csv", organisation.slug),
    )


@require_safe
@for_people
def partner_csv(request: HttpRequest, desk: Desk, organisation: Organisation) -> HttpResponseBase:
    """Write them as a sheet for this organisation; the log has its line before the first byte."""
    found = list(agreed_to(organisation))
    _log(desk, AuditAction.EXPORT, len(found))
    lines = list(write_csv(people_columns(), people_lines(found, page_language())))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return as_attachment(response, f"may-write-{organisation.slug}-{timezone.localdate()}.csv")


def _log(desk: Desk, action: AuditAction, count: int) -> None:
    log_placements(
        actor=desk.user, action=action, kind=KIND, columns=COLUMNS, row_count=count, now=desk.now
    )
