"""What an event's form shows but does not write."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from events.views.reasons import reason_words


class SchedulePanel(Panel):
    """Date, place and places, with the way to the form that changes them."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one event."""

        template_name = "cms/schedule_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the rows; both are empty before the first save."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["event"] = self.instance
            context["schedule"] = getattr(self.instance, "schedule", None)
            context["places"] = getattr(self.instance, "places", None)
            if context["schedule"] is not None:
                context["why"] = reason_words(self.instance, "en", timezone.now())
            return context
