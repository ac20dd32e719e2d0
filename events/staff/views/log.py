"""The log on the screen and as a sheet: who saw, printed, took or changed what, and when."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.models import User
from documents.sheets import write_csv
from events.desk.views.access import signed_in_only
from events.staff.forms.log import LogFilterForm
from events.staff.lists import lines_of, log_headings, log_sheet
from events.staff.selectors import log_lines
from events.staff.services import log_reading
from events.staff.views.access import staff_page, staff_url
from participants.enums import AuditAction
from participants.views import page_language

LINES_PER_PAGE = 50
COLUMNS = ["at", "actor", "action", "kind", "event", "account", "columns", "row_count"]


def _may_read(user: User) -> None:
    if not user.has_perm("participants.view_auditentry"):
        raise Http404


@require_safe
@signed_in_only
def log(request: HttpRequest, user: User) -> HttpResponse:
    """Show the log, the newest line first, narrowed as asked."""
    _may_read(user)
    form = LogFilterForm(request.GET, page_language())
    page = Paginator(log_lines(form.choice()), LINES_PER_PAGE).get_page(request.GET.get("page"))
    lines = lines_of(list(page.object_list), page_language())
    _note(user, AuditAction.VIEW, len(lines))
    query = form.query()
    return staff_page(
        request,
        user,
        "staff/log.html",
        title=_("Log"),
        intro=_("Who saw, printed, took or changed what. It can be added to and never changed."),
        filter=form,
        page_obj=page,
        lines=lines,
        query=f"{query}&" if query else "",
        sheet_url=staff_url("log_csv") + (f"?{query}" if query else ""),
    )


@require_safe
@signed_in_only
def log_csv(request: HttpRequest, user: User) -> HttpResponseBase:
    """Stream the log as a sheet; its own line is in it, and written before the first byte."""
    _may_read(user)
    entries = log_lines(LogFilterForm(request.GET, page_language()).choice())
    _note(user, AuditAction.EXPORT, entries.count())
    lines = write_csv(log_headings(), log_sheet(entries, page_language()))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"log-{timezone.localdate():%Y-%m-%d}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _note(user: User, action: AuditAction, row_count: int) -> None:
    log_reading(
        actor=user,
        action=action,
        kind="log",
        columns=COLUMNS,
        row_count=row_count,
        now=timezone.now(),
    )
