"""Who works at the desk, and what the log holds."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from directory.models import User
from events.enums import EventRoleKind
from events.models import Event, EventRole
from events.staff.enums import AccountState
from participants.models import AuditEntry


@dataclass(frozen=True, slots=True)
class LogChoice:
    """Which lines of the log to show; nothing chosen means all."""

    kind: str = ""
    subject: str = ""
    actor: int | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None


def staff() -> QuerySet[User]:
    """Return everybody with an account, by username, with roles, groups and second factor."""
    roles = EventRole.objects.select_related("event__city", "event__schedule__venue")
    return (
        User.objects.annotate(has_app=Exists(TOTPDevice.objects.filter(user=OuterRef("pk"))))
        .prefetch_related("groups", Prefetch("event_roles", roles))
        .order_by("username")
    )


def state_of(user: User) -> AccountState:
    """Return where an account stands."""
    if not user.is_active:
        return AccountState.SUSPENDED
    return AccountState.ACTIVE if user.has_usable_password() else AccountState.INVITED


def team_of(event: Event) -> list[EventRole]:
    """Return who works at an event: organisers first, volunteers last."""
    order = list(EventRoleKind.values)
    roles = EventRole.objects.filter(event=event).select_related("user")
    return sorted(roles, key=lambda role: (order.index(role.role), role.user.username))


def volunteer_role(event: Event, person: int) -> EventRole | None:
    """Return the role of a gate volunteer of this event, or nothing."""
    return (
        EventRole.objects.filter(event=event, user=person, role=EventRoleKind.VOLUNTEER)
        .select_related("user", "event")
        .first()
    )


def belongs_to(user: User, event: Event) -> bool:
    """Tell whether an account has no more than the gate of this one event.

    Only then may the event's organiser make links for it: a link opens all that an account can.
    """
    others = user.event_roles.exclude(event=event, role=EventRoleKind.VOLUNTEER)
    return not (user.is_superuser or user.groups.exists() or others.exists())


def log_lines(choice: LogChoice) -> QuerySet[AuditEntry]:
    """Return the lines of the log that were asked for, the newest first."""
    lines = AuditEntry.objects.select_related("actor", "whom")
    wanted = {"kind": choice.kind, "subject": choice.subject, "actor": choice.actor}
    lines = lines.filter(**{name: value for name, value in wanted.items() if value})
    if choice.first:
        lines = lines.filter(at__gte=_midnight(choice.first))
    if choice.last:
        lines = lines.filter(at__lt=_midnight(choice.last + datetime.timedelta(days=1)))
    return lines


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def log_kinds() -> list[str]:
    """Return the kinds that stand in the log."""
    return sorted(AuditEntry.objects.order_by().values_list("kind", flat=True).distinct())


def log_subjects() -> list[str]:
    """Return the events that stand in the log, by slug."""
    named = AuditEntry.objects.exclude(subject="").order_by()
    return sorted(named.values_list("subject", flat=True).distinct())


def events_named(slugs: Collection[str]) -> QuerySet[Event]:
    """Return the events of these slugs with their schedules; those deleted since are left out."""
    return Event.objects.filter(slug__in=slugs).select_related("schedule__event").order_by("pk")


def log_actors() -> QuerySet[User]:
    """Return whoever stands in the log as having done something."""
    return User.objects.filter(
        pk__in=AuditEntry.objects.order_by().values("actor").distinct()
    ).order_by("username")


def account_to_send_to(typed: str) -> User | None:
    """Return the open account of this username or e-mail address that has an address, or nobody."""
    found = User.objects.filter(Q(username=typed) | Q(email__iexact=typed), is_active=True)
    with_address = found.exclude(email="").order_by("pk")
    # Two accounts with one address: nobody could tell which was meant.
    return with_address.first() if with_address.count() == 1 else None
