"""Invented people of the demonstration, with numbers that cannot belong to anyone."""

import datetime
import secrets
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from config.demonstration.crowd import Crowd, Party, parties_as_planned
from config.demonstration.reading import facts
from events.enums import PartyKind, RegistrationState
from events.models import Attendee, ConsentSlip, Event, Guardian, Places, Registration
from events.registration.rules import slip_code
from participants.enums import ConsentPurpose
from participants.models import Consent, Contact
from participants.rules.consents import CONSENT_WORDINGS
from participants.rules.references import new_reference

BATCH = 5_000
# Of every hundred registrations, how many go to which walk when a number is asked for.
SHARES = {"lahore": 40, "karachi": 25, "islamabad": 20, "sukkur": 10, "jhelum": 5}


def load_registrations(*, crowd: Crowd, total: int | None, now: datetime.datetime) -> int:
    """Fill the walks: as planned, or with exactly `total` registrations; return how many."""
    plan = {entry["city"]: entry["state"] for entry in facts("walks_2027")["walks"]}
    written = 0
    for city, state in plan.items():
        event = Event.objects.select_related("city").get(slug=f"walk-{city}-2027")
        if total is not None:
            parties = [Party(crowd.name(), crowd.size()) for _ in range(_share(city, total))]
        elif city == "lahore":
            names = crowd.listed_names(state["people"])
            # One person each, so that the list of 120 registrations is a list of 120 people.
            parties = [Party(name, 1) for name in names]
        else:
            parties = parties_as_planned(crowd, state)
        written += write_parties(event, parties, crowd, now)
        _count_places(event, state)
    return written


def _share(city: str, total: int) -> int:
    if city == "lahore":
        return total - sum(_share(other, total) for other in SHARES if other != "lahore")
    return total * SHARES.get(city, 0) // 100


def _count_places(event: Event, state: dict[str, Any]) -> None:
    """Set the places to what the rows hold, keeping the walk as full or free as planned."""
    registrations = Registration.objects.filter(event=event)
    taken = sum(registrations.holding_places().values_list("party_size", flat=True))
    queue = list(registrations.waiting_in_order().values_list("party_size", flat=True))
    capacity, people = state["capacity"], state["people"]
    if taken > people and not (state["state"] == "open" and taken <= capacity):
        capacity = taken + (capacity - people)
    Places.objects.filter(event=event).update(
        capacity=capacity,
        ceiling=capacity,
        taken=taken,
        waiting=sum(queue),
        next_waiting_number=len(queue) + 1,
    )


def write_parties(event: Event, parties: list[Party], crowd: Crowd, now: datetime.datetime) -> int:
    """Register parties with an event, places left alone; return how many."""
    references = {new_reference(event.city.code) for _ in range(len(parties) * 2)}
    taken = set(Registration.objects.filter(event=event).values_list("reference", flat=True))
    fresh = iter(sorted(references - taken))
    for start in range(0, len(parties), BATCH):
        with transaction.atomic():
            _write_batch(event, parties[start : start + BATCH], fresh, crowd, now)
    return len(parties)


def _write_batch(
    event: Event,
    parties: list[Party],
    references: Iterator[str],
    crowd: Crowd,
    now: datetime.datetime,
) -> None:
    contacts = write_contacts([party.name for party in parties], crowd, now)
    registrations = Registration.objects.bulk_create(
        Registration(
            event=event,
            contact=contact,
            reference=next(references),
            party_size=party.size,
            minors_count=party.children,
            kind=PartyKind.GROUP if party.group_name else PartyKind.PEOPLE,
            group_name=party.group_name,
            waiting_number=party.waiting_number,
            state=RegistrationState.WAITING
            if party.waiting_number
            else RegistrationState.CONFIRMED,
            sort_key=crowd.keys(party.name)[1],
            submission_key=secrets.token_hex(16),
            submission_hash="",
            created_at=contact.created_at,
        )
        for party, contact in zip(parties, contacts, strict=True)
    )
    write_consents(contacts, ConsentPurpose.REGISTRATION)
    families = [r for r in registrations if r.kind == PartyKind.PEOPLE]
    _write_companions(families, crowd)
    for party, registration in zip(parties, registrations, strict=True):
        if party.group_name:
            _write_group(party, registration, crowd)


def write_contacts(
    names: list[str], crowd: Crowd, now: datetime.datetime, *, with_email: float = 0
) -> list[Contact]:
    """Write invented people, this part of them (0 to 1) with an e-mail address nobody has."""
    contacts = []
    for name in names:
        phone = crowd.phone()
        contacts.append(
            Contact(
                full_name=name,
                phone=phone,
                email=f"demo{phone[6:]}@example.invalid"
                if with_email and crowd.random.random() < with_email
                else "",
                language="en" if name.isascii() else "ur",
                folded_name=crowd.keys(name)[0],
                name_key=crowd.keys(name)[2],
                created_at=now - datetime.timedelta(minutes=crowd.random.randrange(20_000)),
            )
        )
    return Contact.objects.bulk_create(contacts)


def write_consents(contacts: list[Contact], purpose: ConsentPurpose) -> None:
    """Write what they agreed to."""
    version, _wording = CONSENT_WORDINGS[purpose]
    Consent.objects.bulk_create(
        Consent(
            contact=contact,
            purpose=purpose,
            wording_version=version,
            language=contact.language,
            given_at=contact.created_at,
        )
        for contact in contacts
    )


def _write_companions(registrations: list[Registration], crowd: Crowd) -> None:
    version, _wording = CONSENT_WORDINGS[ConsentPurpose.GUARDIAN]
    named = [r for r in registrations if r.party_size > 1 and crowd.random.random() < 0.5]
    Attendee.objects.bulk_create(
        _companion(registration, position, crowd)
        for registration in named
        for position in range(2, registration.party_size + 1)
    )
    Guardian.objects.bulk_create(
        Guardian(
            registration=registration,
            full_name=registration.contact.full_name,
            phone=registration.contact.phone,
            wording_version=version,
            language=registration.contact.language,
            consented_at=registration.created_at,
        )
        for registration in registrations
        if registration.minors_count
    )


def _companion(registration: Registration, position: int, crowd: Crowd) -> Attendee:
    """Return somebody who comes along; of a hundred thousand, each name is read once."""
    name = crowd.name()
    folded, _sort_key, sound = crowd.keys(name)
    return Attendee(
        registration=registration,
        position=position,
        full_name=name,
        folded_name=folded,
        name_key=sound,
    )


def _write_group(party: Party, registration: Registration, crowd: Crowd) -> None:
    """Write who comes with a school, where it is known, and the children's slips."""
    if party.is_named:
        Attendee.objects.bulk_create(
            _companion(registration, position, crowd) for position in range(1, party.size + 1)
        )
    ConsentSlip.objects.bulk_create(
        ConsentSlip(
            registration=registration,
            position=position,
            code=slip_code(registration.reference, position),
            received_at=registration.created_at if position <= party.slips_received else None,
        )
        for position in range(1, party.minors_count + 1)
    )
