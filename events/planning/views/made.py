"""What was planned lately, one plan with its drafts, and taking it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import User
from events.enums.hosting import PlanKind
from events.models import Plan
from events.planning.lists.rows import draft_line
from events.planning.lists.years import year_line
from events.planning.selectors import events_of, plan_by_number, plans
from events.planning.services.undoing import Undone, undo_plan
from events.planning.views.access import MAY_BEGIN_YEARS, METHODS, for_planners, planning_page
from events.selectors import moment_words
from participants.views import page_language, see_other

SAID = "plan_said"
KIND_WORDS = {
    PlanKind.CITIES: lambda: _("The same event in many cities"),
    PlanKind.AGAIN: lambda: _("Events of another year again"),
    PlanKind.YEAR: lambda: _("The next year"),
}


@require_safe
@for_planners
def plan_list(request: HttpRequest, user: User) -> HttpResponse:
    """Show the ways to plan, and what was planned lately."""
    lines = [
        {
            "title": KIND_WORDS[PlanKind(plan.kind)](),
            "made": moment_words(plan.made_at, page_language()),
            "by": plan.made_by.username,
            "count": plan.event_count,  # type: ignore[attr-defined]  # annotated
            "url": plan_url(plan),
        }
        for plan in plans()
    ]
    return planning_page(
        request,
        user,
        "planning/plans.html",
        _("Planning"),
        lines=lines,
        years_url=reverse("events:years") if user.has_perm(MAY_BEGIN_YEARS) else "",
    )


def plan_url(plan: Plan) -> str:
    """Return the address of a plan."""
    return reverse("events:plan", args=[plan.pk])


def made(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Go on to what was made, which says how much it is."""
    count = len(events_of(plan))
    words = ngettext("%(count)d draft made.", "%(count)d drafts made.", count) % {"count": count}
    if plan.campaign:
        began = _("The year %(year)s has begun, as a draft.") % {"year": plan.campaign.year}
        words = f"{began} {words}" if count else began
    return _said(request, plan, words)


def _said(request: HttpRequest, plan: Plan, words: str) -> HttpResponse:
    request.session[SAID] = [plan.pk, words]
    return see_other(plan_url(plan))


@require_http_methods(METHODS)
@for_planners
def one_plan(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Show the drafts of a plan; on POST take back those nobody has touched."""
    plan = plan_by_number(number)
    if plan is None:
        raise Http404
    may_undo = plan.kind != PlanKind.YEAR or user.has_perm(MAY_BEGIN_YEARS)
    if request.method == "POST":
        if not may_undo:
            raise Http404
        undone = undo_plan(plan=plan, actor=user, now=timezone.now())
        return _said(request, plan, _undone_words(plan, undone))
    language, events = page_language(), events_of(plan)
    runs_all = user.has_perm("events.manage_every_event")
    lines = [
        draft_line(
            event,
            language,
            desk_url=reverse("events:desk:event", args=[event.slug]) if runs_all else "",
            cms_url=reverse("wagtailsnippets_events_event:edit", args=[event.pk]),
        )
        for event in events
    ]
    return planning_page(
        request,
        user,
        "planning/plan.html",
        KIND_WORDS[PlanKind(plan.kind)](),
        lines=lines,
        year=year_line(plan.campaign, language) if plan.campaign else None,
        may_undo=may_undo,
        made=moment_words(plan.made_at, language),
        said=_what_was_said(request, plan),
    )


def _undone_words(plan: Plan, undone: Undone) -> str:
    words = ngettext("%(count)d draft taken back.", "%(count)d drafts taken back.", undone.removed)
    said = [words % {"count": undone.removed}]
    if undone.kept:
        said.append(_("Those that somebody works on were left."))
    if undone.is_year_kept:
        said.append(_("The year was left: somebody has written on it, or something belongs to it."))
    elif plan.campaign:
        said.append(_("The year was taken back too."))
    return " ".join(said)


def _what_was_said(request: HttpRequest, plan: Plan) -> str:
    number, said = request.session.get(SAID, (0, ""))
    if number != plan.pk:
        return ""
    del request.session[SAID]
    return str(said)
