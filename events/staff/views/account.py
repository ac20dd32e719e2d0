"""One's own account: recovery codes, a new phone, a new password, signing out everywhere."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.errors import WrongCode
from directory.models import User
from directory.selectors import second_factor_of
from directory.services.second_factor import pass_second_factor
from events.desk.forms.second_step import CodeForm
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.second_step import codes_page
from events.staff.enums import Deed
from events.staff.services import do_to_account, new_recovery_codes
from events.staff.views.access import METHODS, staff_page, staff_url
from participants.rules.limits import SECOND_STEPS_OF_USER
from participants.services import keep_within
from participants.views import form_stands_on


@require_safe
@signed_in_only
def account(request: HttpRequest, user: User) -> HttpResponse:
    """Show how one signs in and what can be done about it."""
    factor = second_factor_of(user)
    return staff_page(
        request,
        user,
        "staff/account.html",
        title=_("My account"),
        who=user,
        has_app=factor.app is not None,
        code_count=factor.recovery.token_set.count() if factor.recovery else 0,
        codes_url=staff_url("codes"),
        everywhere_url=staff_url("everywhere"),
        forgotten_url=staff_url("forgotten"),
    )


@require_http_methods(METHODS)
@signed_in_only
def codes(request: HttpRequest, user: User) -> HttpResponse:
    """Make new recovery codes for whoever shows a code of the app once more."""
    if second_factor_of(user).app is None:
        return HttpResponseRedirect(staff_url("account"))
    form = CodeForm(request.POST if request.method == "POST" else None, takes_recovery=False)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        keep_within(limit=SECOND_STEPS_OF_USER, subject=str(user.pk), now=now)
        try:
            pass_second_factor(user=user, code=form.cleaned_data["code"])
        except WrongCode:
            form.refuse()
        else:
            return codes_page(request, new_recovery_codes(user=user, now=now), staff_url("account"))
    return staff_page(
        request,
        user,
        "staff/codes.html",
        title=_("New recovery codes"),
        form=form,
        back_url=staff_url("account"),
    )


@signed_in_only
@form_stands_on("events:staff:account")
def everywhere(request: HttpRequest, user: User) -> HttpResponse:
    """Sign oneself out on every phone and computer, this one included."""
    do_to_account(actor=user, user=user, deed=Deed.SIGNED_OUT, now=timezone.now())
    logout(request)
    return HttpResponseRedirect(desk_url("home"))
