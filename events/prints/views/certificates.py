"""Checking a certificate: whoever holds the code reads what stands on the paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.prints.forms import CertificateCodeForm
from events.prints.lists.certificates import checked
from events.prints.selectors import certificate_by_code
from participants.rules.limits import CODES_OF_ADDRESS
from participants.services import keep_within
from participants.views import page_language, private, visitor_address


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a code; on POST lead to its page, so that the code can be opened again."""
    form = CertificateCodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        target = reverse("events:certificate", args=[form.cleaned_data["code"]])
        response = redirect(target)
        response.status_code = 303
        return private(response)
    return private(render(request, "events/certificate_check.html", {"form": form}))


@never_cache
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a code vouches for; of a wrong code say so, kindly, with 404."""
    found = certificate_by_code(code)
    if found is None:
        subject = visitor_address(request)
        keep_within(limit=CODES_OF_ADDRESS, subject=subject, now=timezone.now())
        context = {"form": CertificateCodeForm()}
        return private(render(request, "events/certificate_unknown.html", context, status=404))
    told = {"certificate": checked(found, page_language())}
    return private(render(request, "events/certificate.html", told))
