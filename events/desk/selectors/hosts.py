"""What waits at the desk of whoever runs the campaign."""

from events.enums.hosting import HostApplicationState
from events.models import Event, HostApplication


def open_application_count() -> int:
    """Return how many applications to host wait for an answer."""
    return HostApplication.objects.filter(state=HostApplicationState.RECEIVED).count()


def is_hosted(event: Event) -> bool:
    """Tell whether somebody applied to host this event and was approved."""
    return HostApplication.objects.filter(event=event).exists()
