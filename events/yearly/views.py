"""A year's report as a PDF that is drawn once for all who ask."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from documents.keeping import kept_drawing
from documents.reports import report_fingerprint, report_pdf
from events.yearly.lists import yearly_report
from events.yearly.selectors import year_facts
from participants.views import page_language


@require_safe
def report(request: HttpRequest, year: int) -> HttpResponse:
    """Send the report in the page's language."""
    language = page_language()
    facts = year_facts(year, language)
    if facts is None:
        raise Http404
    words = yearly_report(facts, language=language, now=timezone.now())
    name = f"{report_fingerprint(words)}.pdf"
    pdf = kept_drawing(Path(settings.VAR_DIR) / "reports", name, lambda: report_pdf(words))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="hamqadam-{year}-{language}.pdf"'
    return response
