"""How many may come, and who may register when: changed at the desk, taken back in one tap."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.forms.terms import CapacityForm, TermsForm
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import Done, action_page, back_to_event, run_event
from events.models import Event
from events.registration.services.waiting import change_capacity, would_be_promoted
from events.selectors import places_of
from events.services import set_terms, terms_of
from events.views.reasons import reason_words
from participants.views import page_language

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@signed_in_only
def capacity(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Ask how many may come; show whom that lets in; then do it."""
    event = run_event(user, slug)
    places = places_of(event)
    now_possible = places.capacity if places else None
    form = CapacityForm(
        request.POST if request.method == "POST" else None, initial={"capacity": now_possible}
    )
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["capacity"]
        if request.POST.get("confirmed"):
            return _capacity_changed(request, event, wanted)
        return _capacity_check(request, user, event, wanted)
    return action_page(
        request, user, event, "desk/capacity.html", title=_("Capacity"), form=form, places=places
    )


def _capacity_check(request: HttpRequest, user: User, event: Event, wanted: int) -> HttpResponse:
    promoted = would_be_promoted(event=event, capacity=wanted, now=timezone.now())
    people = sum(size for _reference, size in promoted)
    return action_page(
        request,
        user,
        event,
        "desk/capacity_check.html",
        title=_("Is everything right?"),
        capacity=wanted,
        places=places_of(event),
        promoted=promoted,
        promoted_people=people,
    )


def _capacity_changed(request: HttpRequest, event: Event, wanted: int) -> HttpResponse:
    places = places_of(event)
    promoted = change_capacity(event=event, capacity=wanted, now=timezone.now())
    words = [_("Saved: %(count)d people may come.") % {"count": wanted}]
    if promoted:
        people = sum(registration.party_size for registration in promoted)
        words.append(
            ngettext(
                "%(count)d person from the waiting list gets a message.",
                "%(count)d people from the waiting list get a message.",
                people,
            )
            % {"count": people}
        )
    undo = {"capacity": str(places.capacity), "confirmed": "1"} if places else {}
    url = desk_url("capacity", event.slug) if places else ""
    return back_to_event(request, Done(event.slug, " ".join(words), "success", url, undo))


@require_http_methods(METHODS)
@signed_in_only
def terms(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Show who may register and when; on POST change it."""
    event = run_event(user, slug)
    now = timezone.now()
    form = TermsForm(request.POST if request.method == "POST" else None, terms=terms_of(event))
    if request.method == "POST" and form.is_valid():
        before = form.values_now()
        set_terms(event=event, terms=form.chosen(), now=now)
        url = desk_url("terms", slug)
        return back_to_event(request, Done(slug, _("Saved"), "success", url, before))
    return action_page(
        request,
        user,
        event,
        "desk/terms.html",
        title=_("Registration"),
        form=form,
        why=reason_words(event, page_language(), now),
    )
