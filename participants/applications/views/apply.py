"""Applying: the form, the check page, and on to the applicant's own page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from participants.applications.forms import ApplicantForm
from participants.applications.views.access import Pages
from participants.errors import KeyNotOurs, KeyReused
from participants.grants import grant
from participants.rules.keys import good_key, key_of
from participants.services import refuse_robots
from participants.views import page_language, see_other, visitor_address


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, pages: Pages) -> HttpResponse:
    """Show the form; on POST the check page; once confirmed, keep it and go to its page."""
    if request.method != "POST":
        return _form_page(request, pages, _form(pages))
    form = _form(pages, data=request.POST)
    if request.POST.get("change"):
        # Back from the check page with everything that was typed, and no complaints.
        typed = {field.name: field.value() for field in form}
        return _form_page(request, pages, _form(pages, initial=typed))
    if not form.is_valid():
        _refuse_robots(request, pages)
        return _form_page(request, pages, form, request.POST.get("key", ""))
    if not request.POST.get("confirmed"):
        return _check_page(request, pages, form, request.POST.get("key", ""))
    return _confirmed(request, pages, form)


def _form(pages: Pages, data: object = None, initial: object = None) -> ApplicantForm:
    return pages.form(data, initial=initial, language=page_language(), now=timezone.now())


def _confirmed(request: HttpRequest, pages: Pages, form: ApplicantForm) -> HttpResponse:
    now = timezone.now()
    try:
        application = pages.take(
            submission=form.submission(),
            key=key_of(request.POST.get("key", ""), pages.model.WORD),
            language=page_language(),
            now=now,
        )
    except (KeyNotOurs, KeyReused):
        _refuse_robots(request, pages)
        message = _("Please look at your details once more and confirm them.")
        return _check_page(request, pages, form, "", message)
    grant(request, application.reference, now, holder=application.contact_id)
    return see_other(pages.own_url(application))


def _refuse_robots(request: HttpRequest, pages: Pages) -> None:
    """Count a post that came without our key or could not be used; see refuse_robots."""
    key, address = request.POST.get("key", ""), visitor_address(request)
    refuse_robots(form=pages.model.WORD, key=key, address=address, now=timezone.now())


def _form_page(
    request: HttpRequest, pages: Pages, form: ApplicantForm, key: str = ""
) -> HttpResponse:
    context = {
        "form": form,
        "key": good_key(key, pages.model.WORD),
        "retention_days": settings.RETENTION_DAYS,
        **pages.form_context(form),
    }
    return render(request, f"{pages.folder}/apply.html", context)


def _check_page(
    request: HttpRequest, pages: Pages, form: ApplicantForm, key: str, message: str = ""
) -> HttpResponse:
    good = good_key(key, pages.model.WORD)
    if key and good != key:
        _refuse_robots(request, pages)
    context = {
        "form": form,
        "key": good,
        "page_name": pages.way_in()["title"],
        "facts": pages.facts(form.submission(), form.city_meant(), page_language()),
        "message": message,
    }
    return render(request, "applications/check.html", context)
