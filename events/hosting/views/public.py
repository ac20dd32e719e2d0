"""What hosting a walk means, for everybody: the same page for all, so that caches may keep it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


@require_safe
def host(request: HttpRequest) -> HttpResponse:
    """Show who can host, what we ask, what we give, and what happens after applying."""
    return render(request, "hosting/host.html", {"steps": _steps()})


def _steps() -> list[dict[str, str]]:
    return [
        {
            "title": _("You apply"),
            "text": _("One short page. It takes three minutes and needs no account."),
        },
        {
            "title": _("We talk"),
            "text": _("We call you about the day, the place and the permission, then answer."),
        },
        {
            "title": _("You prepare"),
            "text": _("You get your own desk with the list of people, and a kit to print."),
        },
        {
            "title": _("You walk together"),
            "text": _("Afterwards you tell us how many came. Their details are deleted later."),
        },
    ]
