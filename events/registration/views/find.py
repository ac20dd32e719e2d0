"""Having a lost link sent again: the same answer for everybody, registered or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.registration.forms.find import FindForm
from events.registration.services.links import send_lost_links
from events.registration.views.own_access import FORM_METHODS
from messaging.selectors import phone_channel
from participants.rules.limits import FINDS_OF_ADDRESS
from participants.services import keep_within
from participants.views import posted, private, see_other, visitor_address


@never_cache
@require_http_methods(FORM_METHODS)
def find(request: HttpRequest) -> HttpResponse:
    """Ask for a number or an address (GET); send what belongs to it, silently (POST)."""
    form = FindForm(posted(request))
    if request.method == "POST":
        now = timezone.now()
        keep_within(limit=FINDS_OF_ADDRESS, subject=visitor_address(request), now=now)
        if form.is_valid():
            phone, email = form.reach
            reference = form.cleaned_data["reference"]
            send_lost_links(phone=phone, email=email, reference=reference, now=now)
            return private(see_other(reverse("events:find_asked")))
    return private(render(request, "events/find.html", {"form": form}))


@never_cache
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say how a link comes back to whoever is registered; the page knows nobody."""
    context = {"sends_texts": phone_channel() is not None}
    return private(render(request, "events/find_asked.html", context))
