"""Which events somebody applied to host."""

from events.models import Event, HostApplication


def is_hosted(event: Event) -> bool:
    """Tell whether somebody applied to host this event and was approved."""
    return HostApplication.objects.filter(event=event).exists()
