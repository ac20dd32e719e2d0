"""Calendar files of one event and feeds of many."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.calendars import calendar_of
from events.forms import EventFilterForm
from events.models import Event
from events.selectors import filtered_events
from participants.views import page_language

CONTENT_TYPE = "text/calendar; charset=utf-8"


@require_safe
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Send one event as a file a phone's calendar opens; 404 while its day is not known."""
    event = get_object_or_404(Event.objects.published(), slug=slug)
    if not event.schedule.has_day:
        raise Http404
    language = page_language()
    body = calendar_of([event], language=language, title=getattr(event, f"title_{language}"))
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Send every event that has a day, filtered as the list is, for subscribing."""
    language = page_language()
    form = EventFilterForm(request.GET, language=language)
    events = filtered_events(**form.chosen()).order_by("schedule__happens_on", "pk")
    body = calendar_of(events, language=language, title=_("Hamqadam: events"))
    return HttpResponse(body, content_type=CONTENT_TYPE)
