"""Invented pledges of the demonstration, in every state there is, and what people may choose."""

import datetime
import secrets

from django.db import transaction

from campaigns.enums import ConfirmedBy, PledgeState, WallState
from campaigns.models import Campaign, CampaignGoal, Pledge, PledgeStatement
from campaigns.rules import email_key, phone_key
from campaigns.rules.codes import new_code
from config.demonstration.crowd import Crowd
from config.demonstration.network import own_campaign
from config.demonstration.people import BATCH, write_consents, write_contacts
from config.demonstration.reading import facts
from directory.models import City
from participants.enums import ConsentPurpose
from participants.models import Contact

DEFAULT_PLEDGES = 240
CITIES = ("lahore", "karachi", "islamabad", "multan", "sukkur", "jhelum", "peshawar")
# Of a hundred pledges, how many stand where.
STATES = {
    PledgeState.CONFIRMED: 88,
    PledgeState.PENDING: 7,
    PledgeState.SUSPECT: 2,
    PledgeState.INVALID: 2,
    PledgeState.WITHDRAWN: 1,
}
WALL_STATES = {WallState.SHOWN: 70, WallState.WAITING: 22, WallState.REFUSED: 8}
BY_PHONE, GROWN_UP, ON_THE_WALL = 0.4, 0.85, 0.35
# Nobody's numbers: no operator has their block.
NUMBERS = {
    "whatsapp_number": "+923990000001",
    "sms_number": "+923990000001",
    "missed_call_number": "+923990000002",
}


def load_statements() -> None:
    """Write what people may choose to pledge, and the numbers they may write to."""
    campaign = own_campaign()
    for order, entry in enumerate(facts("pledge_statements")):
        PledgeStatement.objects.update_or_create(
            campaign=campaign, sort_order=order, defaults=entry
        )
    Campaign.objects.filter(pk=campaign.pk).update(**NUMBERS)


def load_goals() -> None:
    """Write what the current campaign sets out to reach."""
    campaign = own_campaign()
    for entry in facts("campaign_goals"):
        city = City.objects.get(slug=entry["city"]) if entry["city"] else None
        goals = {name: entry[name] for name in ("walkers", "pledges", "organisations")}
        CampaignGoal.objects.update_or_create(campaign=campaign, city=city, defaults=goals)


def load_pledges(*, crowd: Crowd, total: int, now: datetime.datetime) -> int:
    """Write invented pledges for the current campaign; return how many."""
    campaign = own_campaign()
    cities = list(City.objects.filter(slug__in=CITIES).order_by("pk"))
    statements = list(PledgeStatement.objects.filter(campaign=campaign))
    codes: set[str] = set()
    for start in range(0, total, BATCH):
        names = [crowd.name() for _ in range(min(BATCH, total - start))]
        with transaction.atomic():
            contacts = write_contacts(names, crowd, now, with_email=1 - BY_PHONE)
            made = Pledge.objects.bulk_create(
                _pledge(campaign, contact, crowd.random.choice(cities), crowd, codes)
                for contact in contacts
            )
            _write_choices(made, statements, crowd)
            write_consents(contacts, ConsentPurpose.PLEDGE)
            shown = [one.contact for one in made if one.wall_state]
            write_consents(shown, ConsentPurpose.WALL)
    return total


def _pledge(
    campaign: Campaign, contact: Contact, city: City, crowd: Crowd, codes: set[str]
) -> Pledge:
    state = crowd.random.choices(list(STATES), list(STATES.values()))[0]
    is_adult = crowd.random.random() < GROWN_UP
    is_confirmed = state != PledgeState.PENDING
    way = ConfirmedBy.EMAIL if contact.email else ConfirmedBy.MESSAGE
    return Pledge(
        campaign=campaign,
        contact=contact,
        city=city,
        state=state,
        code=_fresh_code(codes),
        email_key=email_key(contact.email),
        phone_key="" if contact.email else phone_key(contact.phone),
        is_adult=is_adult,
        wall_state=_wall_state(state, crowd) if is_adult else WallState.NOT_ASKED,
        address_block=f"{crowd.random.randrange(60):012x}",
        submission_key=secrets.token_hex(16),
        submission_hash="",
        created_at=contact.created_at,
        confirmed_at=contact.created_at if is_confirmed else None,
        confirmed_by=way if is_confirmed else "",
    )


def _wall_state(state: PledgeState, crowd: Crowd) -> WallState:
    if state == PledgeState.WITHDRAWN or crowd.random.random() > ON_THE_WALL:
        return WallState.NOT_ASKED
    return crowd.random.choices(list(WALL_STATES), list(WALL_STATES.values()))[0]


def _fresh_code(codes: set[str]) -> str:
    """Return a code nobody has: of ten thousand drawn, two might be the same."""
    code = new_code()
    while code in codes:
        code = new_code()
    codes.add(code)
    return code


def _write_choices(made: list[Pledge], statements: list[PledgeStatement], crowd: Crowd) -> None:
    through = Pledge.statements.through
    through.objects.bulk_create(
        through(pledge_id=pledge.pk, pledgestatement_id=statement.pk)
        for pledge in made
        for statement in statements
        if crowd.random.random() < 1 / 2
    )
