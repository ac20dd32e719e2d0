"""Choosing what an event's lists show, remembered for whoever chose."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from directory.models import User
from events.desk.forms.list_columns import ListColumnsForm
from events.desk.lists.event_words import words_of
from events.desk.selectors import events_with_lists_for
from events.desk.selectors.list_files import list_setting_of
from events.desk.services.list_settings import remember_list_setting
from events.desk.views.access import desk_url, frame, signed_in_only
from events.models import ListSetting
from participants.views import page_language


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def list_columns(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Ask what lists are for and what they show; on POST remember it and show the list."""
    event = get_object_or_404(events_with_lists_for(user), slug=slug)
    setting = list_setting_of(event, user) or ListSetting(event=event, user=user)
    form = ListColumnsForm(request.POST if request.method == "POST" else None, setting)
    here, list_url = desk_url("list_columns", slug), desk_url("attendees", slug)
    if form.is_valid():
        remember_list_setting(event=event, user=user, **form.cleaned_data)
        return HttpResponseRedirect(list_url)
    words = words_of(event, page_language())
    trail = (
        (words.title, desk_url("event", slug)),
        (_("Attendee list"), list_url),
        (_("Columns"), here),
    )
    context = {
        "words": words,
        "form": form,
        "list_url": list_url,
        **frame(user, *trail, current=here),
    }
    return render(request, "desk/list_columns.html", context)
