"""The small form that changes an event's date, place and places."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from directory.wagtail_hooks.pairs import label_in_language
from events.enums import DatePrecision, EventState
from events.models import Event, Schedule, Venue
from events.services import NOT_TAKING_PLACE, ScheduleDetails, set_places, set_schedule

LARGEST_CAPACITY = 100_000


class ScheduleForm(forms.ModelForm[Schedule]):
    """Collects and checks; the services write."""

    capacity = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=LARGEST_CAPACITY,
        help_text="Empty: no registration. Below what is taken, nobody is dropped or added.",
    )

    class Meta:
        model = Schedule
        fields: ClassVar[list[str]] = [
            "state",
            "precision",
            "happens_on",
            "starts_at",
            "ends_at",
            "venue",
            "assembly_point_en",
            "assembly_point_ur",
            "route_en",
            "route_ur",
            "landmarks_en",
            "landmarks_ur",
            "end_point_en",
            "end_point_ur",
            "registration_opens_at",
            "registration_closes_at",
            "audience",
        ]
        widgets: ClassVar[dict[str, Any]] = {
            "happens_on": AdminDateInput,
            "starts_at": AdminDateTimeInput,
            "ends_at": AdminDateTimeInput,
            "registration_opens_at": AdminDateTimeInput,
            "registration_closes_at": AdminDateTimeInput,
        }
        labels: ClassVar[dict[str, str]] = {
            name: label_in_language(name) for name in fields if name.endswith(("_en", "_ur"))
        } | {"precision": "How much is known", "happens_on": "Day"}
        help_texts: ClassVar[dict[str, str]] = {
            "state": "To cancel, postpone or resume use the desk: it tells people.",
            "precision": "Invent nothing: a day without an hour is fine.",
            "happens_on": "The day, or the first of the month; taken from the start when known.",
            "starts_at": "Pakistan time.",
            "ends_at": "Pakistan time.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event = self.instance.event
        self.fields["venue"].queryset = Venue.objects.filter(city=event.city)  # type: ignore[attr-defined]
        self._leave_changes_to_the_desk()
        places = getattr(event, "places", None)
        self.initial.setdefault("capacity", places.capacity if places else None)

    def _leave_changes_to_the_desk(self) -> None:
        """Keep the form from cancelling, postponing and resuming: the desk tells people, too."""
        if self.instance.state in NOT_TAKING_PLACE:
            # Shown, and whatever is sent for it is ignored.
            self.fields["state"].disabled = True
            return
        kept = [one for one in EventState.choices if one[0] not in NOT_TAKING_PLACE]
        self.fields["state"].choices = kept  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Bring day, hour and precision into agreement."""
        cleaned: dict[str, Any] = super().clean() or {}
        precision = cleaned.get("precision")
        if precision == DatePrecision.TIME:
            if not cleaned.get("starts_at"):
                self.add_error("starts_at", "Give the hour, or choose “Day only”.")
            else:
                cleaned["happens_on"] = timezone.localtime(cleaned["starts_at"]).date()
        else:
            cleaned["starts_at"] = cleaned["ends_at"] = None
            if precision == DatePrecision.UNKNOWN:
                cleaned["happens_on"] = None
            elif not cleaned.get("happens_on"):
                self.add_error("happens_on", "Give the day, or choose “Not recorded”.")
        self._check_order(cleaned)
        return cleaned

    def _check_order(self, cleaned: dict[str, Any]) -> None:
        for first, last in (
            ("starts_at", "ends_at"),
            ("registration_opens_at", "registration_closes_at"),
        ):
            begins, ends = cleaned.get(first), cleaned.get(last)
            if begins and ends and ends < begins:
                self.add_error(last, "This lies before the beginning.")

    def details(self) -> ScheduleDetails:
        """Return what was collected, for the service."""
        return ScheduleDetails(**{name: self.cleaned_data[name] for name in self.Meta.fields})


@permission_required(["wagtailadmin.access_admin", "events.change_schedule"], raise_exception=True)
def change_schedule(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form; on POST change date, place and places together."""
    event = get_object_or_404(
        Event.objects.select_related("schedule", "places", "city"), pk=pk, schedule__isnull=False
    )
    form = ScheduleForm(request.POST or None, instance=event.schedule)
    edit_url = reverse("wagtailsnippets_events_event:edit", args=[event.pk])
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            set_schedule(event=event, details=form.details(), now=timezone.now())
            if form.cleaned_data["capacity"] is not None:
                set_places(event=event, capacity=form.cleaned_data["capacity"])
        messages.success(request, f"Date, place and places of “{event}” changed.")
        return redirect(edit_url)
    places = getattr(event, "places", None)
    context = {
        "form": form,
        "event": event,
        "edit_url": edit_url,
        "taken_count": places.taken if places else 0,
        "is_called_off": event.schedule.state in NOT_TAKING_PLACE,
    }
    return render(request, "cms/schedule.html", context)
