"""Beside the numbers of a sheet: its blank rows, and the photograph kept of it."""

from django.forms import BaseFormSet, formset_factory
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from documents.errors import NotAPhotograph
from events.attendance.services.walk_ins import Arrivals
from events.desk.forms.paper import BlankRowForm, SheetPhotographForm
from events.desk.selectors.paper import photographs_of
from events.desk.services import log_attendee_list
from events.desk.services.paper import delete_photograph, keep_photograph, record_blank_rows
from events.desk.views.access import signed_in_only
from events.desk.views.actions import Done, action_page, back_to_form, lead_to
from events.desk.views.paper import METHODS, key_purpose, recorded, run_sheet, sheet_url
from events.models import Event, ListPrint
from participants.enums import AuditAction
from participants.errors import KeyNotOurs
from participants.rules.keys import issue_key, key_of

PHOTOGRAPH_KIND = "sheet-photograph"
# As many as fit on a phone before one loses the line.
ROWS_AT_ONCE = 10
MOST_ROWS = 100
NOTHING_WRITTEN = gettext_lazy("Nothing was written. Write a name or a number in at least one row.")
TOO_OLD = gettext_lazy("This page was open for long. Look at the rows once more and record them.")

BlankRows = formset_factory(
    BlankRowForm, extra=ROWS_AT_ONCE, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


@require_http_methods(METHODS)
@signed_in_only
def blank_rows(request: HttpRequest, user: User, slug: str, sheet: str) -> HttpResponse:
    """Show ten rows for names and numbers; on POST count whoever was written."""
    event, found = run_sheet(user, slug, sheet)
    if request.method != "POST":
        return _grid(request, user, event, found, BlankRows(prefix="row"))
    forms = BlankRows(request.POST, prefix="row")
    # Without the page's own hidden fields there are no rows to read.
    if not forms.is_valid():
        return _grid(request, user, event, found, forms)
    arrivals = [one for one in (form.arrivals() for form in forms) if one is not None]
    return _count(request, user, event, found, forms, arrivals)


def _count(
    request: HttpRequest,
    user: User,
    event: Event,
    sheet: ListPrint,
    forms: BaseFormSet[BlankRowForm],
    arrivals: list[Arrivals],
) -> HttpResponse:
    try:
        key = key_of(request.POST.get("key", ""), key_purpose(sheet))
    except KeyNotOurs:
        return _grid(request, user, event, sheet, forms, TOO_OLD)
    if not arrivals:
        return _grid(request, user, event, sheet, forms, NOTHING_WRITTEN)
    entry = record_blank_rows(
        list_print=sheet, arrivals=arrivals, key=key, actor=user, now=timezone.now()
    )
    return lead_to(request, sheet_url("paper_sheet", sheet), recorded(entry, sheet))


def _grid(
    request: HttpRequest,
    user: User,
    event: Event,
    sheet: ListPrint,
    forms: BaseFormSet[BlankRowForm],
    warning: str | Promise = "",
) -> HttpResponse:
    return action_page(
        request,
        user,
        event,
        "desk/paper_blank_rows.html",
        title=_("Blank rows"),
        code=sheet.sheet_code,
        forms=forms,
        warning=warning,
        key=issue_key(key_purpose(sheet)),
        sheet_url=sheet_url("paper_sheet", sheet),
    )


@require_http_methods(METHODS)
@signed_in_only
def photographs(request: HttpRequest, user: User, slug: str, sheet: str) -> HttpResponse:
    """Keep a photograph of the sheet, or delete one."""
    event, found = run_sheet(user, slug, sheet)
    if request.method != "POST":
        return back_to_form("paper_sheet", slug, found.sheet_code)
    kind, words = "success", _("The photograph is deleted.")
    number = request.POST.get("delete", "")
    if number:
        is_number = number.isascii() and number.isdecimal() and len(number) < len(str(2**63))
        if not (is_number and delete_photograph(list_print=found, number=int(number))):
            raise Http404
    else:
        kind, words = _keep(request, user, found)
    return lead_to(request, sheet_url("paper_sheet", found), Done(event.slug, words, kind))


def _keep(request: HttpRequest, user: User, sheet: ListPrint) -> tuple[str, str]:
    """Keep what was uploaded; return how it went and in which words."""
    form = SheetPhotographForm(request.POST, request.FILES)
    if not form.is_valid():
        return "warning", " ".join(str(one) for one in form.errors["photograph"])
    data = form.cleaned_data["photograph"].read()
    try:
        kept = keep_photograph(list_print=sheet, data=data, actor=user, now=timezone.now())
    except NotAPhotograph:
        return "warning", _("This is no picture that can be kept. Take a JPEG, PNG or WebP.")
    if kept is None:
        return "warning", _("There are enough photographs of this sheet. Delete one first.")
    return "success", _("The photograph is kept.")


@require_safe
@signed_in_only
def photograph(
    request: HttpRequest, user: User, slug: str, sheet: str, number: int
) -> HttpResponse:
    """Show one photograph to whoever runs the event; the log has its line first."""
    event, found = run_sheet(user, slug, sheet)
    kept = photographs_of(found).filter(pk=number).defer(None).first()
    if kept is None:
        raise Http404
    log_attendee_list(
        actor=user,
        action=AuditAction.VIEW,
        event=event,
        columns=[f"sheet:{found.sheet_code}"],
        row_count=found.row_count,
        now=timezone.now(),
        kind=PHOTOGRAPH_KIND,
    )
    return HttpResponse(bytes(kept.content), content_type="image/jpeg")
