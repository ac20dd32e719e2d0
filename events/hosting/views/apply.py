"""Applying to host: the form, the check page, and the application itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.hosting.forms.applying import HostForm
from events.hosting.lists import facts_of
from events.hosting.rules import KEY_PURPOSE
from events.hosting.services.applying import apply_to_host
from events.hosting.views.own_access import own_address
from events.registration.grants import grant
from events.registration.views.own_access import see_other
from events.views.pages import page_language
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import issue_key, key_of
from participants.services import refuse_robots
from participants.views import visitor_address


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, keep it and go to its page."""
    if request.method != "POST":
        return _form_page(request, _form(request))
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        form = _form(request, data=request.POST)
        typed = {field.name: field.value() for field in form}
        return _form_page(request, _form(request, initial=typed))
    form = _form(request, data=request.POST)
    if not form.is_valid():
        _refuse_robots(request)
        return _form_page(request, form, request.POST.get("key", ""))
    if not request.POST.get("confirmed"):
        return _check_page(request, form, request.POST.get("key", ""))
    return _confirmed(request, form)


def _form(request: HttpRequest, data: object = None, initial: object = None) -> HostForm:
    return HostForm(data, initial=initial, language=page_language(), now=timezone.now())


def _confirmed(request: HttpRequest, form: HostForm) -> HttpResponse:
    now = timezone.now()
    try:
        application = apply_to_host(
            submission=form.submission(),
            key=key_of(request.POST.get("key", ""), KEY_PURPOSE),
            language=page_language(),
            now=now,
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(request)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, form, "", message)
    grant(request, application.reference, now)
    return see_other(own_address(application))


def _refuse_robots(request: HttpRequest) -> None:
    """Count a post that came without our key or could not be used; see refuse_robots."""
    key, address = request.POST.get("key", ""), visitor_address(request)
    refuse_robots(form=KEY_PURPOSE, key=key, address=address, now=timezone.now())


def _good_key(key: str) -> str:
    """Return the key that came if it is ours and fresh, otherwise a new one."""
    try:
        key_of(key, KEY_PURPOSE)
    except KeyNotOurs:
        return issue_key(KEY_PURPOSE)
    return key


def _form_page(request: HttpRequest, form: HostForm, key: str = "") -> HttpResponse:
    context = {
        "form": form,
        "key": _good_key(key),
        "retention_days": settings.RETENTION_DAYS,
    }
    return render(request, "hosting/apply.html", context)


def _check_page(request: HttpRequest, form: HostForm, key: str, message: str = "") -> HttpResponse:
    good = _good_key(key)
    if key and good != key:
        _refuse_robots(request)
    context = {
        "form": form,
        "key": good,
        "facts": facts_of(form.wish(), page_language()),
        "message": message,
    }
    return render(request, "hosting/check.html", context)
