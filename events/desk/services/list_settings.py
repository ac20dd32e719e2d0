"""Remembering how an organiser wants an event's lists."""

from collections.abc import Sequence

from directory.models import User
from events.models import Event, ListSetting


def remember_list_setting(
    *,
    event: Event,
    user: User,
    preset: str,
    columns: Sequence[str],
    sort: str,
    blank_row_count: int,
) -> ListSetting:
    """Keep one organiser's choice for one event, in place of an earlier one."""
    setting, _is_new = ListSetting.objects.update_or_create(
        event=event,
        user=user,
        defaults={
            "preset": preset,
            "columns": list(columns),
            "sort": sort,
            "blank_row_count": blank_row_count,
        },
    )
    return setting
