"""Applying to join: the form, the check page, and on to the organisation's own page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns.joining.forms.applying import JoinForm
from campaigns.joining.lists import facts_of
from campaigns.joining.rules import KEY_PURPOSE
from campaigns.joining.services.applying import apply_to_join
from campaigns.joining.views.own_access import own_address
from campaigns.views.access import METHODS, grant, see_other
from campaigns.views.pledge import page_language
from participants.errors import KeyNotOurs, KeyReused
from participants.rules.keys import issue_key, key_of
from participants.services import refuse_robots
from participants.views import visitor_address


@never_cache
@require_http_methods(METHODS)
def join(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, keep it and go to its page."""
    if request.method != "POST":
        return _form_page(request, _form())
    form = _form(data=request.POST)
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        typed = {field.name: field.value() for field in form}
        return _form_page(request, _form(initial=typed))
    if not form.is_valid():
        _refuse_robots(request)
        return _form_page(request, form, request.POST.get("key", ""))
    if not request.POST.get("confirmed"):
        return _check_page(request, form, request.POST.get("key", ""))
    return _confirmed(request, form)


def _form(data: object = None, initial: object = None) -> JoinForm:
    return JoinForm(data, initial=initial, language=page_language())


def _confirmed(request: HttpRequest, form: JoinForm) -> HttpResponse:
    now = timezone.now()
    try:
        application = apply_to_join(
            submission=form.submission(),
            key=key_of(request.POST.get("key", ""), KEY_PURPOSE),
            language=page_language(),
            now=now,
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(request)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, form, "", message)
    grant(request, application.reference, now, is_proven=False)
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


def _form_page(request: HttpRequest, form: JoinForm, key: str = "") -> HttpResponse:
    context = {
        "form": form,
        "key": _good_key(key),
        "retention_days": settings.RETENTION_DAYS,
        "steps": _steps(),
        # Who mends what was wrong has read what it means.
        "is_first_look": not form.is_bound and not form.initial,
    }
    return render(request, "joining/join.html", context)


def _check_page(request: HttpRequest, form: JoinForm, key: str, message: str = "") -> HttpResponse:
    good = _good_key(key)
    if key and good != key:
        _refuse_robots(request)
    context = {
        "form": form,
        "key": good,
        "facts": facts_of(form.joining(), page_language()),
        "message": message,
    }
    return render(request, "joining/check.html", context)


def _steps() -> list[dict[str, str]]:
    return [
        {
            "title": _("You apply"),
            "text": _("One short page. It takes three minutes and needs no account."),
        },
        {
            "title": _("We make sure"),
            "text": _(
                "We call or write to you, and write the organisation’s name in both languages."
            ),
        },
        {
            "title": _("You stand in the network"),
            "text": _("Name, kind and city are public. Your own name and number never are."),
        },
    ]
