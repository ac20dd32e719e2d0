"""Recognition as a PDF: for an organisation of the network, from its own page or the desk."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from campaigns.impact.selectors import campaign_to_show
from campaigns.joining.lists.recognition import certificate_name, recognition_pdf
from campaigns.models import JoinApplication, Organisation
from participants.applications.views.access import Pages, for_applicant
from participants.views import page_language


@require_safe
@for_applicant
def own_certificate(
    request: HttpRequest, pages: Pages, application: JoinApplication, now: datetime.datetime
) -> HttpResponse:
    """Hand out the certificate while the organisation is in the network."""
    if application.organisation is None or not application.is_in_network:
        raise Http404
    return certificate_of(application.organisation)


def certificate_of(organisation: Organisation) -> HttpResponse:
    """Answer with the certificate of the present year, in the page's language."""
    campaign, language = campaign_to_show(), page_language()
    if campaign is None:
        raise Http404
    pdf = recognition_pdf(organisation, campaign, language)
    response = HttpResponse(pdf, content_type="application/pdf")
    name = certificate_name(organisation, campaign, language)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
