"""Everything done to accounts and roles, each with its line in the log in the same transaction."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction

from directory.models import User
from directory.selectors import usable_link
from directory.services import accounts
from directory.services.second_factor import forget_second_factor, make_recovery_codes
from events.enums import EventRoleKind
from events.models import Event, EventRole
from events.staff.enums import GROUP_OF_KIND, KIND_OF_GROUP, ROLE_OF_KIND, Deed, StaffKind
from events.staff.errors import NotTheirs, NotToOneself
from events.staff.notifications import account_draft
from messaging.enums import MessageKind
from messaging.services import queue_messages
from participants.enums import AuditAction
from participants.services import log_account, log_list


@dataclass(frozen=True, slots=True)
class StaffInvitation:
    """Whom to invite as what; `events` is empty for kinds of the whole campaign."""

    username: str
    name: str
    email: str
    language: str
    kind: StaffKind
    events: Sequence[Event] = ()


@transaction.atomic
def invite_person(*, actor: User, invitation: StaffInvitation, now: datetime.datetime) -> User:
    """Make somebody's account with its role, and send the link where there is an address.

    Raises UsernameTaken.
    """
    group = GROUP_OF_KIND.get(invitation.kind)
    user = accounts.invite_staff(
        username=invitation.username,
        name=invitation.name,
        email=invitation.email,
        groups=[group] if group else [],
        language=invitation.language,
    )
    details = [f"as:{invitation.kind.value}"]
    log_account(actor=actor, kind=Deed.INVITED, whom=user, details=details, now=now)
    for event in invitation.events:
        give_role(actor=actor, user=user, event=event, role=ROLE_OF_KIND[invitation.kind], now=now)
    if user.email:
        _send(user, MessageKind.STAFF_INVITATION, make_link(actor=actor, user=user, now=now), now)
    return user


@transaction.atomic
def make_link(*, actor: User, user: User, now: datetime.datetime) -> str:
    """Make the link with which somebody chooses a password; return its token, this once."""
    token = accounts.issue_account_link(user=user, now=now)
    log_account(actor=actor, kind=Deed.LINK_MADE, whom=user, now=now)
    return token


@transaction.atomic
def send_way_back(*, user: User | None, now: datetime.datetime) -> None:
    """Send somebody who forgot the password a link; do as much for nobody, and take it back."""
    stand_in = user or User.objects.order_by("pk").first()
    if stand_in is None:
        return
    before = transaction.savepoint()
    token = make_link(actor=stand_in, user=stand_in, now=now)
    _send(stand_in, MessageKind.STAFF_PASSWORD, token, now)
    if user is None:
        transaction.savepoint_rollback(before)


def _send(user: User, kind: MessageKind, token: str, now: datetime.datetime) -> None:
    once = f"{int(now.timestamp())}"
    queue_messages(drafts=[account_draft(user=user, kind=kind, token=token, once=once)], now=now)


@transaction.atomic
def open_account(*, link_id: int, password: str, now: datetime.datetime) -> User:
    """Set the password its owner chose. Raises LinkNotUsable."""
    user = accounts.choose_password(link_id=link_id, password=password, now=now)
    log_account(actor=user, kind=Deed.PASSWORD_CHOSEN, whom=user, now=now)
    return user


def link_owner(link_id: int, now: datetime.datetime) -> User | None:
    """Return whose account a link opens at this moment, or nobody's."""
    link = usable_link(now).filter(pk=link_id).select_related("user").first()
    return link.user if link else None


def _suspend(user: User) -> None:
    accounts.suspend(user=user)


def _restore(user: User) -> None:
    accounts.restore(user=user)


def _sign_out(user: User) -> None:
    accounts.end_sessions(user=user)


def _reset_factor(user: User) -> None:
    forget_second_factor(user=user)
    accounts.end_sessions(user=user)


_DOERS: dict[Deed, Callable[[User], None]] = {
    Deed.SUSPENDED: _suspend,
    Deed.RESTORED: _restore,
    Deed.SIGNED_OUT: _sign_out,
    Deed.FACTOR_RESET: _reset_factor,
}


@transaction.atomic
def do_to_account(*, actor: User, user: User, deed: Deed, now: datetime.datetime) -> None:
    """Suspend, restore, sign out everywhere, or reset the second step; acts on the next request.

    Raises NotToOneself, except for signing oneself out.
    """
    if actor == user and deed != Deed.SIGNED_OUT:
        raise NotToOneself
    _DOERS[deed](user)
    log_account(actor=actor, kind=deed, whom=user, now=now)


@transaction.atomic
def new_recovery_codes(*, user: User, now: datetime.datetime) -> list[str]:
    """Make ten new recovery codes for oneself; the old ones open nothing any more."""
    codes = make_recovery_codes(user=user)
    log_account(actor=user, kind=Deed.CODES_MADE, whom=user, now=now)
    return codes


@transaction.atomic
def give_role(
    *, actor: User, user: User, event: Event, role: EventRoleKind, now: datetime.datetime
) -> EventRole:
    """Give somebody a role at an event, in place of one they had there.

    A gate volunteer's role counts on the event's own day alone.
    """
    given, _is_new = EventRole.objects.update_or_create(
        event=event,
        user=user,
        defaults={"role": role, "is_for_the_day": role == EventRoleKind.VOLUNTEER},
    )
    _log_role(actor, Deed.ROLE_GIVEN, given, now)
    return given


@transaction.atomic
def end_role(*, actor: User, role: EventRole, now: datetime.datetime) -> None:
    """End somebody's role at an event; what they may do there ends with their next request."""
    _log_role(actor, Deed.ROLE_ENDED, role, now)
    EventRole.objects.filter(pk=role.pk).delete()


@transaction.atomic
def end_group(*, actor: User, user: User, group: Group, now: datetime.datetime) -> None:
    """Take somebody out of a group of the whole campaign. Raises NotToOneself."""
    if actor == user:
        raise NotToOneself
    user.groups.remove(group)
    details = [f"group:{KIND_OF_GROUP[group.name].value}"] if group.name in KIND_OF_GROUP else []
    log_account(actor=actor, kind=Deed.ROLE_ENDED, whom=user, details=details, now=now)


@transaction.atomic
def hand_over(
    *, actor: User, role: EventRole, successor: User, now: datetime.datetime
) -> EventRole:
    """Let somebody else take over a role at an event; whoever had it has it no more.

    Raises NotTheirs when it ended meanwhile.
    """
    held = EventRole.objects.select_related("event", "user").filter(pk=role.pk).first()
    if held is None or held.user == successor:
        raise NotTheirs
    event, kind = held.event, EventRoleKind(held.role)
    end_role(actor=actor, role=held, now=now)
    given = give_role(actor=actor, user=successor, event=event, role=kind, now=now)
    _log_role(actor, Deed.HANDED_OVER, given, now)
    return given


def _log_role(actor: User, deed: Deed, role: EventRole, now: datetime.datetime) -> None:
    log_account(
        actor=actor,
        kind=deed,
        whom=role.user,
        subject=role.event.slug,
        details=[f"role:{role.role}"],
        now=now,
    )


def log_reading(
    *,
    actor: User,
    action: AuditAction,
    kind: str,
    columns: Sequence[str],
    row_count: int,
    now: datetime.datetime,
    subject: str = "",
) -> None:
    """Write and commit who reads a list of staff, or the log itself, before it leaves."""
    with transaction.atomic(durable=True):
        log_list(
            actor=actor,
            action=action,
            kind=kind,
            subject=subject,
            columns=columns,
            row_count=row_count,
            now=now,
        )
