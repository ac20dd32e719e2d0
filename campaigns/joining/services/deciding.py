"""Answering applications to join: the organisation in the network, the reason, the way back."""

import datetime
from dataclasses import dataclass
from functools import partial

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from campaigns.joining.notifications import queue_approved, queue_declined
from campaigns.joining.selectors import slugs_like
from campaigns.joining.services.membership import set_membership
from campaigns.models import JoinApplication, Organisation
from directory.models import User
from participants.applications.services import deciding
from participants.applications.services.applying import locked_in
from participants.applications.services.deciding import log_answer, settle
from participants.enums import ApplicationState
from participants.errors import ApplicationIsDecided
from participants.services import issue_own_link

REOPENED_KIND = "join-reopened"
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
    Raises ApplicationIsDecided when somebody has answered before.
    """
    found = locked_in(application=application, states=[ApplicationState.RECEIVED])
    found.organisation = known or _new_organisation(found, entry)
    if known is not None:
        _fill_in(known, found, entry)
    settle(application=found, state=ApplicationState.APPROVED, actor=actor, now=now)
    set_membership(application=found, is_in_network=True)
    token = issue_own_link(contact=found.contact, now=now)
    queue_approved(application=found, token=token, now=now)
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


# Answers with a reason from the list; see every application's decline_application.
decline_application = partial(deciding.decline_application, tell=queue_declined)


@transaction.atomic
def reopen_application(
    *, application: JoinApplication, actor: User, now: datetime.datetime
) -> None:
    """Take back that an application was declined: it waits for an answer again.

    Raises ApplicationIsDecided when it is not declined any more.
    """
    found = locked_in(application=application, states=[ApplicationState.DECLINED])
    found.state, found.decline_reason = ApplicationState.RECEIVED, ""
    found.answer_en = found.answer_ur = ""
    found.decided_by, found.decided_at, found.changed_at = None, None, now
    found.save()
    log_answer(application=found, deed=REOPENED_KIND, actor=actor, now=now)


@transaction.atomic
def take_out(*, application: JoinApplication, actor: User, now: datetime.datetime) -> None:
    """Take an organisation out of the network; its page says so.

    Raises ApplicationIsDecided when it is not in it.
    """
    _move(application, actor, now, is_in_network=False)


@transaction.atomic
def take_back_in(*, application: JoinApplication, actor: User, now: datetime.datetime) -> None:
    """Take an organisation into the network again that was taken out by staff.

    Raises ApplicationIsDecided when it left by itself, or its entry is gone.
    """
    _move(application, actor, now, is_in_network=True)


def _move(
    application: JoinApplication, actor: User, now: datetime.datetime, *, is_in_network: bool
) -> None:
    found = locked_in(application=application, states=[ApplicationState.APPROVED])
    if found.organisation is None or found.is_in_network == is_in_network:
        raise ApplicationIsDecided
    set_membership(application=found, is_in_network=is_in_network)
    found.changed_at = now
    found.save(update_fields=["changed_at"])
    deed = TAKEN_IN_KIND if is_in_network else TAKEN_OUT_KIND
    log_answer(application=found, deed=deed, actor=actor, now=now)
