"""Answering an application, and logging who saw the list and who answered."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from django.db import transaction

from directory.models import User
from participants.applications.services.applying import locked_in
from participants.enums import ApplicationState, AuditAction
from participants.models import Application, AuditEntry
from participants.services import log_deed, log_list

A = TypeVar("A", bound=Application)


def log_applications(
    *,
    model: type[Application],
    actor: User,
    count: int,
    columns: Sequence[str],
    now: datetime.datetime,
) -> AuditEntry:
    """Write and commit who sees the list of applicants, before its first byte leaves."""
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=AuditAction.VIEW,
            kind=f"{model.WORD}-applications",
            subject=model.ABOUT,
            columns=columns,
            row_count=count,
            now=now,
        )


@transaction.atomic
def decline_application(
    *,
    application: A,
    reason: str,
    answers: Mapping[str, str],
    actor: User,
    tell: Callable[..., object],
    now: datetime.datetime,
) -> A:
    """Answer with a reason from the list, and the campaign's own words, by language.

    `tell` is called with `application` and `now`. Raises ApplicationIsDecided.
    """
    found = locked_in(application=application, states=[ApplicationState.RECEIVED])
    found.decline_reason = reason
    found.answer_en, found.answer_ur = answers["en"], answers["ur"]
    settle(application=found, state=ApplicationState.DECLINED, actor=actor, now=now)
    tell(application=found, now=now)
    return found


def settle(
    *, application: Application, state: ApplicationState, actor: User, now: datetime.datetime
) -> None:
    """Write the answer to an application whose row is locked, and who gave it."""
    application.state = state
    application.decided_by = actor
    application.decided_at = application.changed_at = now
    application.save()
    log_answer(application=application, deed=f"{application.WORD}-{state}", actor=actor, now=now)


def log_answer(*, application: Application, deed: str, actor: User, now: datetime.datetime) -> None:
    """Write that somebody did something with one application, in the caller's transaction."""
    log_deed(actor_id=actor.pk, kind=deed, subject=application.reference, row_count=1, now=now)
