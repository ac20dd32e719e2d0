"""Answering applications to join: the organisation in the network, the reason, the way back."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from campaigns.enums import JoinState
from campaigns.errors import JoinIsDecided
from campaigns.joining.notifications import queue_approved, queue_declined
from campaigns.joining.rules import ABOUT
from campaigns.joining.selectors import slugs_like
from campaigns.joining.services.applying import locked
from campaigns.joining.services.membership import set_membership
from campaigns.models import JoinApplication, Organisation
from directory.models import User
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import issue_own_link, log_deed, log_list

LIST_KIND = "join-applications"
APPROVED_KIND, DECLINED_KIND, REOPENED_KIND = "join-approved", "join-declined", "join-reopened"
TAKEN_OUT_KIND, TAKEN_IN_KIND = "network-taken-out", "network-taken-in"
LONGEST_SLUG = 40
ATTEMPTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEntry:
    """How an organisation stands in the network, as a director looked it over."""

    name_en: str
    name_ur: str
    work_en: str
    work_ur: str
    kind: str


def log_applications(
    *, actor: User, count: int, columns: list[str], now: datetime.datetime
) -> AuditEntry:
    """Write and commit who sees the list of applicants, before its first byte leaves."""
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=AuditAction.VIEW,
            kind=LIST_KIND,
            subject=ABOUT,
            columns=columns,
            row_count=count,
            now=now,
        )


@transaction.atomic
def approve_application(
    *,
    application: JoinApplication,
    entry: NetworkEntry,
    known: Organisation | None = None,
    actor: User,
    now: datetime.datetime,
) -> JoinApplication:
    """Take the organisation into the network and tell its contact; all or nothing.

    `known` is the organisation that is in our list already, if it is one: it keeps its words.
    Raises JoinIsDecided when somebody has answered before.
    """
    found = _locked_in(application, JoinState.RECEIVED)
    found.organisation = known or _new_organisation(found, entry)
    if known is not None:
        _fill_in(known, found, entry)
    _decide(found, JoinState.APPROVED, actor, now)
    set_membership(application=found, is_in_network=True)
    _log(actor, APPROVED_KIND, found, now)
    token = issue_own_link(contact=found.contact, now=now)
    queue_approved(application=found, token=token, now=now)
    return found


def _locked_in(application: JoinApplication, state: JoinState) -> JoinApplication:
    found = locked(application=application)
    if found.state != state:
        raise JoinIsDecided
    return found


def _new_organisation(application: JoinApplication, entry: NetworkEntry) -> Organisation:
    wanted = slugify(entry.name_en)[:LONGEST_SLUG].strip("-") or "organisation"
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return Organisation.objects.create(
                    slug=_free_slug(wanted),
                    name_en=entry.name_en,
                    name_ur=entry.name_ur,
                    work_en=entry.work_en,
                    work_ur=entry.work_ur,
                    kind=entry.kind,
                    city=application.city,
                    website=application.website,
                )
        except IntegrityError:
            # Somebody approved a namesake in this moment: take the next name.
            continue
    raise IntegrityError("no free address for an organisation")


def _free_slug(wanted: str) -> str:
    taken, number, slug = slugs_like(wanted), 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _fill_in(known: Organisation, application: JoinApplication, entry: NetworkEntry) -> None:
    """Write what our list did not know yet; nothing over what somebody wrote."""
    told = {
        "kind": entry.kind,
        "city": application.city,
        "website": application.website,
        "work_en": entry.work_en,
        "work_ur": entry.work_ur,
    }
    new = {name: value for name, value in told.items() if value and not getattr(known, name)}
    Organisation.objects.filter(pk=known.pk).update(**new)


@transaction.atomic
def decline_application(
    *,
    application: JoinApplication,
    reason: str,
    answers: Mapping[str, str],
    actor: User,
    now: datetime.datetime,
) -> JoinApplication:
    """Answer with a reason from the list, and the campaign's own words, by language.

    Raises JoinIsDecided.
    """
    found = _locked_in(application, JoinState.RECEIVED)
    found.decline_reason = reason
    found.answer_en, found.answer_ur = answers["en"], answers["ur"]
    _decide(found, JoinState.DECLINED, actor, now)
    _log(actor, DECLINED_KIND, found, now)
    queue_declined(application=found, now=now)
    return found


@transaction.atomic
def reopen_application(
    *, application: JoinApplication, actor: User, now: datetime.datetime
) -> None:
    """Take back that an application was declined: it waits for an answer again.

    Raises JoinIsDecided when it is not declined any more.
    """
    found = _locked_in(application, JoinState.DECLINED)
    found.state, found.decline_reason = JoinState.RECEIVED, ""
    found.answer_en = found.answer_ur = ""
    found.decided_by, found.decided_at, found.changed_at = None, None, now
    found.save()
    _log(actor, REOPENED_KIND, found, now)


@transaction.atomic
def take_out(*, application: JoinApplication, actor: User, now: datetime.datetime) -> None:
    """Take an organisation out of the network; its page says so.

    Raises JoinIsDecided when it is not in it.
    """
    _move(application, actor, now, is_in_network=False)


@transaction.atomic
def take_back_in(*, application: JoinApplication, actor: User, now: datetime.datetime) -> None:
    """Take an organisation into the network again that was taken out by staff.

    Raises JoinIsDecided when it left by itself, or its entry is gone.
    """
    _move(application, actor, now, is_in_network=True)


def _move(
    application: JoinApplication, actor: User, now: datetime.datetime, *, is_in_network: bool
) -> None:
    found = _locked_in(application, JoinState.APPROVED)
    if found.organisation is None or found.is_in_network == is_in_network:
        raise JoinIsDecided
    set_membership(application=found, is_in_network=is_in_network)
    found.changed_at = now
    found.save(update_fields=["changed_at"])
    _log(actor, TAKEN_IN_KIND if is_in_network else TAKEN_OUT_KIND, found, now)


def _decide(
    application: JoinApplication, state: JoinState, actor: User, now: datetime.datetime
) -> None:
    application.state = state
    application.decided_by = actor
    application.decided_at = application.changed_at = now
    application.save()


def _log(actor: User, kind: str, application: JoinApplication, now: datetime.datetime) -> None:
    log_deed(actor_id=actor.pk, kind=kind, subject=application.reference, row_count=1, now=now)
