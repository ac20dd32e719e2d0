"""What the print shop writes: certificates, and the line in the log before a sheet leaves."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from directory.models import User
from events.models import Certificate, Event, Registration
from events.prints.enums import CertificateGrounds
from events.prints.errors import NoSuchCertificate, TooEarlyForCertificates
from events.prints.rules import Edition, certificate_code, edition_columns, new_certificate_code
from events.prints.selectors import (
    KIND_PREFIX,
    confirmed_registrations,
    has_begun,
    parties_on_paper,
    registrations_that_took_part,
)
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import log_list

ISSUED_KIND = "certificates-issued"
WITHDRAWN_KIND = "certificate-withdrawn"
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One sheet on its way out: who takes it, in which languages, made of what."""

    actor: User
    event: Event
    sheet: str
    languages: tuple[str, ...]
    edition: Edition
    people_count: int = 0


def log_print(*, printing: Printing, now: datetime.datetime) -> AuditEntry:
    """Write and commit who prints what, before its first byte leaves.

    What was printed before is read from these lines, so posters are written down too. Durable:
    inside somebody else's transaction the line could be rolled back after the sheet has left.
    """
    with transaction.atomic(durable=True):
        return log_list(
            actor=printing.actor,
            action=AuditAction.PRINT,
            kind=f"{KIND_PREFIX}{printing.sheet}",
            subject=printing.event.slug,
            columns=[*printing.languages, *edition_columns(printing.edition)],
            row_count=printing.people_count,
            now=now,
        )


@transaction.atomic
def issue_certificates(
    *, event: Event, actor: User, now: datetime.datetime, reference: str = ""
) -> int:
    """Issue one to everybody named who took part and has none; return how many were issued.

    Where the gate counted, those who came; else, or for one party named by its reference, whoever
    is registered, on the organiser's word. Raises TooEarlyForCertificates.
    """
    _refuse_too_early(event, now)
    arrived = registrations_that_took_part(event)
    by_word = bool(reference) or arrived is None
    found = confirmed_registrations(event) if by_word or arrived is None else arrived
    if reference:
        found = found.filter(reference=reference)
    grounds = CertificateGrounds.ORGANISER if by_word else CertificateGrounds.ARRIVED
    # Two organisers press the button at once: the second one waits, and finds nothing to do.
    Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    issued = 0
    registrations = list(found.select_related("contact"))
    for start in range(0, len(registrations), BATCH):
        rows = list(_missing(event, registrations[start : start + BATCH], grounds, actor, now))
        issued += len(Certificate.objects.bulk_create(rows))
    if issued:
        _log(ISSUED_KIND, event, actor, issued, now, [grounds.value])
    return issued


@transaction.atomic
def issue_certificate_by_name(
    *, event: Event, actor: User, full_name: str, is_child: bool, now: datetime.datetime
) -> Certificate:
    """Issue one for a name an organiser typed, on their word. Raises TooEarlyForCertificates."""
    _refuse_too_early(event, now)
    certificate = Certificate.objects.create(
        event=event,
        full_name=full_name,
        code=new_certificate_code(),
        shows_name=not is_child,
        grounds=CertificateGrounds.ORGANISER,
        issued_at=now,
        issued_by=actor,
    )
    _log(ISSUED_KIND, event, actor, 1, now, [CertificateGrounds.ORGANISER.value])
    return certificate


@transaction.atomic
def withdraw_certificate(*, event: Event, actor: User, code: str, now: datetime.datetime) -> str:
    """Take a certificate back; whoever checks it is told so. Returns its code.

    Raises NoSuchCertificate where this event has none of this code that still holds.
    """
    wanted = certificate_code(code)
    found = Certificate.objects.filter(event=event, code=wanted, withdrawn_at__isnull=True)
    if not wanted or not found.update(withdrawn_at=now):
        raise NoSuchCertificate
    _log(WITHDRAWN_KIND, event, actor, 1, now, [])
    return wanted


def _missing(
    event: Event,
    registrations: Sequence[Registration],
    grounds: CertificateGrounds,
    actor: User,
    now: datetime.datetime,
) -> Iterator[Certificate]:
    """Yield the certificates that nobody of these parties has yet."""
    held = set(
        Certificate.objects.filter(registration__in=registrations, withdrawn_at__isnull=True)
        .order_by()
        .values_list("registration_id", "position")
    )
    for party in parties_on_paper(registrations):
        registration = party.registration
        for position, name in enumerate(party.names, 1):
            if name and (registration.pk, position) not in held:
                yield Certificate(
                    event=event,
                    registration=registration,
                    position=position,
                    full_name=name,
                    code=new_certificate_code(),
                    # Which of a party are children is not known: none of its names is public.
                    shows_name=not registration.minors_count,
                    grounds=grounds,
                    issued_at=now,
                    issued_by=actor,
                )


def _refuse_too_early(event: Event, now: datetime.datetime) -> None:
    if not has_begun(event, now):
        raise TooEarlyForCertificates


def _log(
    kind: str,
    event: Event,
    actor: User,
    count: int,
    now: datetime.datetime,
    columns: Iterable[str],
) -> None:
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=event.slug,
        columns=list(columns),
        row_count=count,
        now=now,
    )
