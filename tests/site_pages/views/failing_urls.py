"""The site's addresses, and some that fail in every way."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config import urls
from site_pages.views.errors import too_many

FAILURES = {
    "400": SuspiciousOperation("bad"),
    "403": PermissionDenied("no"),
    "500": ValueError("a secret detail"),
    "503": OperationalError("server closed the connection"),
    "503-interface": InterfaceError("connection already closed"),
}


def fail(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """Fail as asked."""
    if name == "429":
        return too_many(request)
    raise FAILURES[name]


urlpatterns = [
    path("<str:language>/fail/<str:name>/", fail),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
