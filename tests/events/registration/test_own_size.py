"""A party that grows or shrinks: its children, their slips and guardian, and whose names go."""

from typing import Any

import pytest
from django.test import Client

from events.enums import PartyKind, RegistrationState
from events.models import ConsentSlip, Guardian, Places, Registration
from events.registration.lists import slip_sheet
from events.registration.services.groups import receive_slips
from messaging.models import OutboxMessage
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import link_to, own
from tests.factories import make_user
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
GUARDIAN = {
    "guardian_name": "ثمینہ احمد",
    "guardian_phone": "0301 7654321",
    "guardian_consent": "on",
}
NAMES = ("عائشہ خان", "بلال احمد", "کوثر بی بی", "داؤد خان", "ایمن گل")


def group(size: int = 6, children: int = 5, **more: Any) -> Registration:
    """Register a class on a walk of thirty places that takes groups of twenty."""
    walk = make_walk(capacity=30)
    Places.objects.update(largest_group=20, has_waiting_list=True)
    values: dict[str, Any] = {"kind": PartyKind.GROUP, "group_name": "نمونہ اسکول"}
    return register(walk, size, minors_count=children, **(values | more))


def holder_of(registration: Registration) -> Client:
    """Return a browser that has opened the registration's link."""
    client = Client()
    client.get(link_to(registration))
    return client


def resize(client: Client, registration: Registration, **fields: Any) -> Any:
    """Press the button of the page about the number."""
    return client.post(own(registration, "en", "size/"), fields)


def slips() -> list[int]:
    """Return the numbers of the slips there are."""
    return list(ConsentSlip.objects.order_by("position").values_list("position", flat=True))


def receive(registration: Registration, *numbers: int) -> None:
    """Mark slips as received at the desk."""
    found = ConsentSlip.objects.filter(registration=registration, position__in=numbers)
    codes = list(found.values_list("code", flat=True))
    receive_slips(event=registration.event, codes=codes, actor=make_user("desk"), now=NOW)


def said(client: Client, registration: Registration) -> str:
    """Return what the own page says was done."""
    page = Page(client.get(own(registration, "en")))
    return " ".join(found.get_text(strip=True) for found in page.soup.select(".notice--success"))


# --- A group's slips ---------------------------------------------------------------------------


def test_a_group_that_grows_gets_slips_for_the_new_children_only() -> None:
    school = group()
    client, before = holder_of(school), slips()

    resize(client, school, party_size="8", minors_count="7")

    page = Page(client.get(own(school, "en")))
    (link,) = page.soup.select("a[href*='first=']")
    drawn = client.get(str(link["href"]))
    school.refresh_from_db()
    assert (before, slips()) == ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7])
    assert (school.party_size, school.minors_count) == (8, 7)
    assert str(link["href"]).endswith("slips.pdf?first=6")
    assert drawn.content.startswith(b"%PDF")
    assert "There are new slips" in page.text()
    assert Page(client.get(own(school, "en"))).soup.select("a[href*='first=']") == []


def test_a_group_that_shrinks_loses_slips_that_are_not_here_yet_the_last_first() -> None:
    school = group()
    receive(school, 1, 5)

    resize(holder_of(school), school, party_size="4", minors_count="3")

    assert slips() == [1, 2, 5]
    assert ConsentSlip.objects.filter(received_at__isnull=False).count() == 2


def test_a_received_slip_is_never_lost_and_both_sides_are_told() -> None:
    school = group()
    receive(school, 1, 2, 3, 4, 5)
    client = holder_of(school)

    resize(client, school, party_size="4", minors_count="3")

    told = said(client, school)
    assert slips() == [1, 2, 3, 4, 5]
    assert "None is thrown away" in told
    assert Registration.objects.get().minors_count == 3


def test_children_alone_can_change_and_nobody_is_written_to() -> None:
    school = group(email="teacher@example.com")
    OutboxMessage.objects.all().delete()

    resize(holder_of(school), school, party_size="6", minors_count="6")

    assert slips() == [1, 2, 3, 4, 5, 6]
    assert OutboxMessage.objects.count() == 0


def test_more_children_than_people_come_back_with_what_was_typed() -> None:
    school = group()

    page = Page(resize(holder_of(school), school, party_size="4", minors_count="5"))

    assert page.errors() == ["There cannot be more children than people."]
    assert (page.fields()["party_size"], page.fields()["minors_count"]) == ("4", "5")
    assert slips() == [1, 2, 3, 4, 5]


def test_slips_of_a_group_with_gaps_do_not_count_beyond_their_number() -> None:
    school = group()
    receive(school, 5)
    resize(holder_of(school), school, party_size="4", minors_count="3")
    school.refresh_from_db()

    sheet = slip_sheet(school.event, list(ConsentSlip.objects.order_by("position")))

    assert [slip.number_line for slip in sheet.slips] == ["1 / 3", "2 / 3", "5"]


@pytest.mark.parametrize("first", ["x", "-1", "9" * 5000, "\u0663", "%00", ""])
def test_an_absurd_first_slip_prints_them_all(first: str) -> None:
    school = group()

    response = holder_of(school).get(own(school, "en", "slips.pdf"), {"first": first})

    assert response.status_code == 200


# --- A family's children -----------------------------------------------------------------------


def test_a_family_with_a_first_child_needs_a_guardian_and_keeps_what_was_typed() -> None:
    family = register(make_walk(), 2)
    client = holder_of(family)

    without = Page(resize(client, family, party_size="3", minors_count="1"))
    resize(client, family, party_size="3", minors_count="1", **GUARDIAN)

    guardian = Guardian.objects.get(registration=family)
    assert len(without.errors()) == 3
    assert without.fields()["minors_count"] == "1"
    assert (guardian.full_name, guardian.phone) == ("ثمینہ احمد", "+923017654321")
    assert guardian.wording_version == "guardian-1"
    assert Registration.objects.get().minors_count == 1


def test_a_guardian_who_is_not_needed_any_more_is_forgotten() -> None:
    family = register(
        make_walk(), 3, minors_count=1, guardian_name="ثمینہ", guardian_phone="+923017654321"
    )
    client = holder_of(family)

    asked = Page(client.get(own(family, "en", "size/")))
    resize(client, family, party_size="2", minors_count="0")

    assert "guardian_name" not in asked.fields()
    assert not Guardian.objects.exists()


def test_a_number_sent_alone_leaves_children_and_guardian_as_they_are() -> None:
    family = register(
        make_walk(), 4, minors_count=2, guardian_name="ثمینہ", guardian_phone="+923017654321"
    )

    resize(holder_of(family), family, party_size="3")

    assert Registration.objects.get().minors_count == 2
    assert Guardian.objects.count() == 1


# --- Whose names go ----------------------------------------------------------------------------


def test_with_more_names_than_people_it_is_asked_who_drops_out() -> None:
    school = group(5, 0, names=NAMES)
    client = holder_of(school)

    response = resize(client, school, party_size="3", minors_count="0")

    page = Page(response)
    boxes = page.soup.select("input[name=leaving]")
    assert (response.status_code, page.errors()) == (200, [])
    assert [str(box["value"]) for box in boxes] == ["1", "2", "3", "4", "5"]
    assert "There are 2 names more than people now." in page.text()
    assert page.fields()["party_size"] == "3"
    assert Registration.objects.get().party_size == 5


def test_the_ticked_names_go_and_the_others_stay_in_order() -> None:
    school = group(5, 0, names=NAMES)

    answer = resize(
        holder_of(school), school, party_size="3", minors_count="0", choosing="1", leaving=[1, 4]
    )

    kept = [person.full_name for person in school.attendees.all()]
    assert answer.status_code == 303
    assert kept == [NAMES[1], NAMES[2], NAMES[4]]


@pytest.mark.parametrize("ticked", [[], [1], [1, 2, 3], [99], ["x"]])
def test_too_few_too_many_or_unknown_names_are_asked_for_again(ticked: list[Any]) -> None:
    school = group(5, 0, names=NAMES)

    response = resize(
        holder_of(school), school, party_size="3", minors_count="0", choosing="1", leaving=ticked
    )

    assert (response.status_code, len(Page(response).errors())) == (200, 1)
    assert Registration.objects.get().party_size == 5
    assert school.attendees.count() == 5


def test_a_family_down_to_its_leader_is_not_asked() -> None:
    family = register(make_walk(), 3, names=("عائشہ", "بلال"))

    answer = resize(holder_of(family), family, party_size="1", minors_count="0")

    assert answer.status_code == 303
    assert family.attendees.count() == 0


@pytest.mark.parametrize("language", ["ur", "en"])
def test_the_page_is_wholly_in_its_language_while_names_are_chosen(language: str) -> None:
    school = group(5, 2, names=NAMES if language == "ur" else ("Ali", "Bilal", "Dawood", "E", "F"))

    response = holder_of(school).post(
        own(school, language, "size/"), {"party_size": "3", "minors_count": "2"}
    )

    page = Page(response)
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


# --- One message -------------------------------------------------------------------------------


def test_a_waiting_group_that_fits_by_shrinking_hears_once_that_it_is_registered() -> None:
    school = group(20, 0)
    waiting = register(
        school.event, 12, kind=PartyKind.GROUP, group_name="دوسرا", email="other@example.com"
    )
    OutboxMessage.objects.all().delete()

    resize(holder_of(waiting), waiting, party_size="10", minors_count="0")

    waiting.refresh_from_db()
    told = OutboxMessage.objects.values_list("kind", flat=True)
    assert waiting.state == RegistrationState.CONFIRMED
    assert list(told) == ["registration-promoted"]
