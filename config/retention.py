"""Everything that is erased when its time is past: what the worker and `manage.py purge` run."""

import datetime
from typing import Protocol

from campaigns.joining.services import forgetting as joining
from campaigns.services import purge_address_blocks, purge_pledges
from events.attendance.services.walk_ins import purge_walk_ins
from events.desk.services.paper import purge_photographs
from events.hosting.services.forgetting import purge_applications
from events.registration.services.invitations import purge_invitations
from events.registration.services.privacy import purge_registrations, purge_typed_certificates
from events.talking.services.messages import forget_messages


class Purge(Protocol):
    """Erases what is past its time, or only counts it, and returns how many."""

    def __call__(self, *, now: datetime.datetime, is_dry_run: bool = False) -> int:
        """Erase or count."""


PURGES: tuple[tuple[str, Purge], ...] = (
    ("registrations", purge_registrations),
    ("invitations", purge_invitations),
    ("pledges", purge_pledges),
    ("neighbourhoods of pledges", purge_address_blocks),
    ("walk-ins", purge_walk_ins),
    ("names on certificates", purge_typed_certificates),
    ("desk messages", forget_messages),
    ("photographs of sheets", purge_photographs),
    ("applications to host", purge_applications),
    ("applications to join", joining.purge_applications),
)
