"""What somebody sees, takes along and has erased of what is held about them."""

import json
from typing import Any

import pytest
from django.test import Client

from events.models import Attendee, Guardian, LinkRequest, Places, Registration
from participants.models import Consent, Contact
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import is_private, link_to, own
from tests.privacy import tables_naming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PERSONAL = [
    "کوثر عباس",
    "Kausar Abbas",
    "+923331110566",
    "3331110566",
    "kausar@example.com",
    "عائشہ خان",
    "ثمینہ احمد",
    "+923001234567",
    "گلبرگ اسکول",
]
# What is worked out from what is exported, or says nothing of a person.
NOT_EXPORTED = {
    Registration: {
        "id", "event", "contact", "sort_key", "repeat_of", "submission_key", "submission_hash",
    },
    Contact: {"id", "folded_name", "name_key"},
    Attendee: {"id", "registration", "folded_name", "name_key"},
    Guardian: {"id", "registration"},
    Consent: {"id", "contact"},
    LinkRequest: {"id", "registration"},
}  # fmt: skip


@pytest.fixture
def full() -> Registration:
    """Return a registration of which everything is known."""
    registration = register(
        make_walk(),
        3,
        email="kausar@example.com",
        names=("عائشہ خان",),
        minors_count=1,
        guardian_name="ثمینہ احمد",
        guardian_phone="+923001234567",
        group_name="گلبرگ اسکول",
    )
    LinkRequest.objects.create(registration=registration, asked_at=NOW)
    return registration


@pytest.fixture
def visitor(full: Registration) -> Client:
    """Return a browser that has opened its link."""
    client = Client()
    client.get(link_to(full))
    return client


def exported(client: Client, registration: Registration) -> dict[str, Any]:
    """Return the export."""
    held: dict[str, Any] = json.loads(client.get(own(registration, action="export.json")).content)
    return held


# --- Seeing and taking along -------------------------------------------------------------------


def test_data_shows_everything_with_consents_in_their_words(
    visitor: Client, full: Registration
) -> None:
    page = Page(visitor.get(own(full, "en", "data/")))

    text = page.text()
    wordings = [str(tag.get_text(strip=True)) for tag in page.soup.select('span[lang="ur"]')]
    shown = ["کوثر عباس", "0333-1110566", "kausar@example.com", "عائشہ خان", "ثمینہ احمد"]
    assert [word for word in shown if word not in text] == []
    assert text.count("version 1 of these words") == 2
    assert "registration-1" not in text
    assert text.count("Agreed on ") == 2
    assert "اس تقریب کے بارے میں مجھے پیغام بھیجا جا سکتا ہے۔" in wordings
    assert "You are registered · Email · waiting to be sent" in text


def test_export_is_a_private_file(visitor: Client, full: Registration) -> None:
    response = visitor.get(own(full, action="export.json"))

    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="{full.reference}.json"'
    )
    assert is_private(response)


def test_export_holds_everything(visitor: Client, full: Registration) -> None:
    held = exported(visitor, full)

    consent = held["consents"][0]
    assert held["contact"]["phone"] == "+923331110566"
    assert held["coming_along"] == [{"position": 2, "full_name": "عائشہ خان"}]
    assert held["guardian"]["full_name"] == "ثمینہ احمد"
    assert (consent["wording_version"], consent["language"]) == ("registration-1", "ur")
    assert consent["wording"] == "اس تقریب کے بارے میں مجھے پیغام بھیجا جا سکتا ہے۔"
    assert [message["kind"] for message in held["messages"]] == ["registration-confirmed"]
    assert len(held["own_links"]) == 2
    assert len(held["link_requests"]) == 1


@pytest.mark.parametrize(
    ("model", "place"),
    [
        (Registration, "registration"),
        (Contact, "contact"),
        (Attendee, "coming_along"),
        (Guardian, "guardian"),
        (Consent, "consents"),
        (LinkRequest, "link_requests"),
    ],
)
def test_export_has_every_field_of_the_models(
    model: Any, place: str, visitor: Client, full: Registration
) -> None:
    held = exported(visitor, full)

    part = held[place][0] if isinstance(held[place], list) else held[place]
    fields = {field.name for field in model._meta.concrete_fields} - NOT_EXPORTED[model]
    assert fields - set(part) - set(held) == set()


def test_export_is_of_one_registration_only(visitor: Client, full: Registration) -> None:
    register(full.event, full_name="نسرین اختر", phone="+923331110566")

    assert "نسرین" not in json.dumps(exported(visitor, full), ensure_ascii=False)


# --- Erasing -----------------------------------------------------------------------------------


def test_the_scan_finds_somebody_who_is_there(visitor: Client, full: Registration) -> None:
    found = tables_naming(PERSONAL)

    assert set(found) >= {
        "participants_contact",
        "events_attendee",
        "events_guardian",
        "events_registration",
        "messaging_outboxmessage",
    }
    assert "کوثر عباس" in found["messaging_outboxmessage"]


def test_erase_asks_first(visitor: Client, full: Registration) -> None:
    page = Page(visitor.get(own(full, action="erase/")))

    assert page.soup.select("main form button")
    assert Contact.objects.get().full_name == "کوثر عباس"


@pytest.mark.parametrize(
    ("language", "words"), [("ur", "یہ میں نے نہیں کیا"), ("en", "This was not me")]
)
def test_whoever_did_not_register_finds_the_way_out_named_in_the_message(
    language: str, words: str, visitor: Client, full: Registration
) -> None:
    page = Page(visitor.get(own(full, language)))

    (link,) = [found for found in page.soup.select("main a") if found.get_text() == words]
    assert link["href"] == own(full, language, "erase/")


def test_erase_leaves_nothing_of_the_person_in_any_table(
    visitor: Client, full: Registration
) -> None:
    visitor.get(own(full, action="data/"))

    response = visitor.post(own(full, action="erase/"))

    registration = Registration.objects.get()
    assert (response.status_code, response["Location"]) == (303, "/ur/my/erased/")
    assert tables_naming(PERSONAL) == {}
    assert (registration.state, registration.party_size) == ("cancelled", 3)
    assert Places.objects.get().taken == 0


def test_erase_closes_every_way_back(visitor: Client, full: Registration) -> None:
    link, elsewhere = link_to(full), Client()
    elsewhere.get(link)

    visitor.post(own(full, action="erase/"))

    answers = [
        visitor.get(own(full)),
        visitor.post(own(full, action="erase/")),
        elsewhere.get(own(full)),
        elsewhere.get(own(full, action="export.json")),
        Client().get(link),
    ]
    assert [answer.status_code for answer in answers] == [404] * 5


def test_erase_after_the_event_keeps_the_count(
    full: Registration, clock: Any, client: Client
) -> None:
    clock.move_to(NOW.replace(month=8, day=2))
    client.get(link_to(full))

    client.post(own(full, action="erase/"))

    assert tables_naming(PERSONAL) == {}
    assert Registration.objects.get().state == "confirmed"
    assert Places.objects.get().taken == 3


@pytest.mark.parametrize("language", ["ur", "en"])
def test_erased_page_knows_nobody(language: str, client: Client) -> None:
    response = client.get(f"/{language}/my/erased/")

    assert Page(response).foreign_words(language) == []
    assert is_private(response)
