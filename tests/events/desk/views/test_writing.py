"""Writing to the people of an event: the form, what is shown before, and what leaves."""

from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from directory.models import User
from events.enums import PartyKind
from events.models import DeskMessage, Event, HandDelivery, Registration
from messaging.models import OutboxMessage
from participants.models import AuditEntry, Contact
from tests.events.desk import builders
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WRITE = "/en/desk/events/walk-lahore-2027/messages/new/"
HUB = "/en/desk/events/walk-lahore-2027/messages/"
WORDS = {
    "to": "everybody",
    "text_ur": "پانی ساتھ لائیں۔ ہم 8:15 بجے تک پھاٹک پر ہیں۔",
    "text_en": "Bring water.\nWe wait at the gate until 8:15.",
}


def confirm(desk: Client, **changes: str) -> tuple[Page, object]:
    """Fill in the form, look at the check page, press the button."""
    check = Page(desk.post(WRITE, WORDS | changes))
    return check, desk.post(WRITE, check.fields() | {"confirmed": "1"})


@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_and_check_page_speak_one_language(
    desk: Client, lahore: Event, language: str, settings: Settings
) -> None:
    settings.SMS_URL, settings.SMS_PART_PRICE = "file", Decimal("2.5")
    builders.register_many(lahore, 3)
    address = WRITE.replace("/en/", f"/{language}/")

    pages = [Page(desk.get(address)), Page(desk.post(address, WORDS))]

    for page in pages:
        assert page.foreign_words(language) == []
        assert page.described_by_nothing() == []
        assert language == "en" or raw_runs(page.html) == []


def test_check_page_says_reach_and_cost_before_anything_is_written(
    desk: Client, lahore: Event, settings: Settings
) -> None:
    settings.SMS_URL, settings.SMS_PART_PRICE = "file", Decimal("2.5")
    builders.register_many(lahore, 3)
    Contact.objects.filter(phone__endswith="0").update(email="one@example.com")

    response = desk.post(WRITE, WORDS)

    reach = response.context["reach"]
    parts = next(p.part_count for p in response.context["previews"] if p.language == "ur")
    assert (reach.email, reach.texts["ur"], reach.by_hand) == (1, 2, 0)
    assert f"{2 * parts} paid text messages" in Page(response).text()
    assert f"about {5 * parts} rupees" in Page(response).text()
    assert DeskMessage.objects.count() + OutboxMessage.objects.count() == 0


def test_pressed_twice_it_is_sent_once_and_lines_survive(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 2)

    check, first = confirm(desk)
    again = desk.post(WRITE, check.fields() | {"confirmed": "1"})

    assert (first.status_code, again.status_code) == (303, 303)  # type: ignore[attr-defined]
    assert DeskMessage.objects.get().text_en == "Bring water.\nWe wait at the gate until 8:15."
    assert HandDelivery.objects.count() == 2
    assert "2" in Page(desk.get(HUB)).text()


@pytest.mark.parametrize("key", ["", "made-up", "x" * 5000])
def test_a_key_that_is_not_ours_shows_the_check_page_again(
    desk: Client, lahore: Event, key: str
) -> None:
    builders.register_many(lahore, 1)

    response = desk.post(WRITE, WORDS | {"confirmed": "1", "key": key})

    assert response.status_code == 200
    assert DeskMessage.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text_ur": "انسانی اسمگلنگ کے خلاف واک"}, "text_ur"),
        ({"subject_en": "Stop trafficking", "subject_ur": "آئیں"}, "subject_en"),
        ({"text_en": ""}, "text_en"),
        ({"text_en": "My card is 35202-1234567-1"}, "text_en"),
        ({"subject_ur": "پانی"}, "subject_en"),
        ({"to": "group:LHE-ZZZZZ"}, "to"),
        ({"to": ""}, "to"),
        ({"text_en": "x" * 701}, "text_en"),
        ({"text_en": "\u202e\u200b\0"}, "text_en"),
    ],
)
def test_what_may_not_leave_is_refused_with_all_that_was_typed(
    desk: Client, lahore: Event, changes: dict[str, str], field: str
) -> None:
    builders.register_many(lahore, 1)

    response = desk.post(WRITE, WORDS | changes | {"confirmed": "1"})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert DeskMessage.objects.count() == 0


def test_a_telling_word_further_down_is_warned_of(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 1)
    text = "Bring water. " * 10 + "We walk against trafficking."

    response = desk.post(WRITE, WORDS | {"text_en": text})

    assert response.context["warning"]


def test_one_school_is_told_alone_and_the_view_of_groups_is_logged(
    desk: Client, lahore: Event
) -> None:
    builders.register_many(lahore, 3)
    school = builders.register(lahore, "استاد", phone="+923001234567")
    Registration.objects.filter(pk=school.pk).update(
        kind=PartyKind.GROUP, group_name="ماڈل اسکول", party_size=60
    )

    _check, response = confirm(desk, to=f"group:{school.reference}")

    assert response.status_code == 303  # type: ignore[attr-defined]
    assert HandDelivery.objects.get().registration == school
    assert AuditEntry.objects.filter(kind="groups", row_count=1).exists()


def test_over_it_says_so_and_sends_nothing(
    desk: Client, organiser: User, clock: time_machine.Traveller
) -> None:
    clock.move_to("2027-09-01")
    desk.force_login(organiser)

    response = desk.post(WRITE, WORDS | {"confirmed": "1"})

    assert response.status_code == 409
    assert DeskMessage.objects.count() == 0
