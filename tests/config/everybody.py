"""A database with everything there is to say of people, and the words they are found by."""

from typing import Any

from campaigns.joining.services.deciding import decline_application as decline_joining
from campaigns.models import (
    Campaign,
    JoinApplication,
    PartnerConsent,
    PledgeCode,
    PledgeMeasure,
)
from events.enums import StakeholderGroup
from events.hosting.services.deciding import decline_application
from events.models import (
    Certificate,
    Conflict,
    DeskMessage,
    HostApplication,
    Invitation,
    LinkRequest,
    ListFile,
    ListFilePart,
    ListPrint,
    Registration,
    SheetPhotograph,
    WalkIn,
)
from events.registration.services.privacy import erase_registration
from participants.models import Contact
from tests import factories
from tests.campaigns.builders import make_campaign, pledge_by_phone, pledge_once
from tests.campaigns.joining.builders import make_application as join
from tests.events.hosting.builders import make_application
from tests.events.placements.builders import make_partner, place
from tests.events.registration.builders import NOW, make_walk, register
from tests.factories import make_user

KNOWN_WITH_NAMES = {
    "participants_contact", "messaging_outboxmessage", "events_walkin", "events_conflict",
    "events_deskmessage", "events_listfilepart", "events_sheetphotograph",
}  # fmt: skip
PERSONAL = [
    "کوثر عباس", "Kausar Abbas", "3331110566", "kausar@example.com", "عائشہ خان", "ثمینہ احمد",
    "3001234567", "گلبرگ اسکول", "پنجاب اسمبلی", "ayesha@mail.test",
    "راشدہ بتول", "کچہری", "kausar.example", "انجمنِ تعلیم",
]  # fmt: skip


def fill_with_people() -> tuple[Registration, HostApplication, JoinApplication]:
    """Write every kind of row that holds something of a person; return three of them."""
    registration, application, joining = _registration(), _application(), _joining()
    _desk_and_gate(registration)
    _pledges()
    _partners(registration)
    return registration, application, joining


def _pledges() -> None:
    """Pledge by e-mail and by phone, with a code on its way and a measure that names a domain."""
    campaign: Campaign = make_campaign()
    pledge_once(
        campaign, full_name="Kausar Abbas", phone="+923331110566", is_adult=True, wants_wall=True,
        address="203.0.113.9",
    )  # fmt: skip
    by_phone = pledge_by_phone(campaign, "+923331110566", full_name="کوثر عباس")
    PledgeCode.objects.create(pledge=by_phone, code_hash="1", expires_at=NOW)
    PledgeMeasure.objects.create(
        campaign=campaign, mark="suspect", conditions={"email_domain": "example.com"},
        pledge_count=1, submission_key="1", made_at=NOW, made_by=make_user("officer"),
    )  # fmt: skip


def _partners(registration: Registration) -> None:
    """Let a partner, whose link the person came by, write to them."""
    partner = make_partner()
    place(organisation=partner)
    PartnerConsent.objects.create(
        contact=registration.contact, organisation=partner, wording="بتائیں", language="ur",
        given_at=NOW,
    )  # fmt: skip


def _desk_and_gate(registration: Registration) -> None:
    """Write what organisers and gates leave behind, with a name wherever one can be typed."""
    event, desk = registration.event, make_user("desk")
    walk_in = WalkIn.objects.create(
        event=event, full_name="عائشہ خان", people_count=1, client_id="1", happened_at=NOW,
        recorded_at=NOW,
    )  # fmt: skip
    Conflict.objects.create(event=event, walk_in=walk_in, reason="عائشہ خان", found_at=NOW)
    DeskMessage.objects.create(
        event=event, subject_en="Kausar Abbas", subject_ur="کوثر عباس", text_en="Kausar Abbas",
        text_ur="کوثر عباس", made_at=NOW, made_by=desk, submission_key="1",
    )  # fmt: skip
    sheet = ListPrint.objects.create(
        event=event, sheet_code="1", printed_by=desk, printed_at=NOW, row_count=1
    )
    SheetPhotograph.objects.create(
        event=event, list_print=sheet, content="کوثر عباس".encode(), kept_at=NOW, kept_by=desk
    )
    made = ListFile.objects.create(event=event, asked_by=desk, asked_at=NOW, row_count=1)
    ListFilePart.objects.create(file=made, position=1, content="کوثر عباس".encode())


def _application() -> HostApplication:
    application = make_application(email="kausar@example.com")
    return decline_application(
        application=application,
        reason="aims",
        answers={"en": "Kausar Abbas, sorry.", "ur": "کوثر عباس، معذرت۔"},
        actor=factories.make_user("director"),
        now=NOW,
    )


def _joining() -> JoinApplication:
    return decline_joining(
        application=join(full_name="عائشہ خان", work="کچہری", website="https://kausar.example"),
        reason="aims",
        answers={"en": "Kausar Abbas, sorry.", "ur": "کوثر عباس، معذرت۔"},
        actor=factories.make_user("verifier"),
        now=NOW,
    )


def _registration() -> Registration:
    values: dict[str, Any] = {
        "email": "kausar@example.com",
        "names": ("عائشہ خان",),
        "minors_count": 1,
        "guardian_name": "ثمینہ احمد",
        "guardian_phone": "+923001234567",
        "group_name": "گلبرگ اسکول",
    }
    walk = make_walk()
    earlier = register(walk, 1, full_name="Kausar Abbas")
    registration = register(walk, 3, **values)
    assert registration.repeat_of == earlier
    registration.consent_slips.create(position=1, code="7K2QF-001", received_at=NOW)
    LinkRequest.objects.create(registration=registration, asked_at=NOW)
    Certificate.objects.create(
        event=walk,
        registration=registration,
        position=2,
        full_name="عائشہ خان",
        code="2222-2222-2222",
        grounds="organiser",
        issued_at=NOW,
        issued_by=factories.make_user("organiser"),
    )
    Invitation.objects.create(
        event=walk,
        contact=Contact.objects.create(full_name="کوثر عباس", language="ur", created_at=NOW),
        group=StakeholderGroup.MEDIA,
        organisation="پنجاب اسمبلی",
        code_hash="0" * 64,
        registration=registration,
        created_at=NOW,
    )
    erase_registration(registration=earlier, now=NOW)
    return registration
