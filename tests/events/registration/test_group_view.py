"""A school registers by head-count: its own page, its limits, slips instead of one guardian."""

from typing import Any

import pytest
from django.test import Client

from events.enums import PartyKind
from events.models import ConsentSlip, Event, Guardian, Places, Registration
from participants.models import Contact
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
GROUP_FORM = {
    language: f"/{language}/events/walk-lahore-2027/register/group/" for language in ("ur", "en")
}
CLASS = {
    "group_name": "گورنمنٹ گرلز ہائی اسکول نمبر 2",
    "full_name": "استانی کوثر",
    "phone": "0300 1234567",
    "email": "",
    "party_size": "60",
    "minors_count": "57",
    "consent": "on",
}


@pytest.fixture
def walk() -> Event:
    """Return a walk that takes groups of up to 60."""
    event = make_walk(capacity=200)
    Places.objects.filter(event=event).update(largest_group=60)
    return event


def post(client: Client, language: str = "ur", **fields: Any) -> Any:
    """Post the class and these, with a fresh key."""
    key = Page(client.get(GROUP_FORM[language])).key()
    return client.post(GROUP_FORM[language], CLASS | {"key": key} | fields)


@pytest.mark.usefixtures("walk")
@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_and_check_page_are_wholly_in_their_language(language: str, client: Client) -> None:
    pages = [Page(client.get(GROUP_FORM[language])), Page(post(client, language))]

    for page in pages:
        # What they typed is their own.
        typed = " ".join(CLASS.values())
        assert [word for word in page.foreign_words(language) if word not in typed] == []
        assert language == "en" or raw_runs(page.html) == []
        assert page.described_by_nothing() == []
    assert Contact.objects.count() == 0


def test_confirming_registers_the_class_whole_with_a_slip_for_each_child(
    client: Client, walk: Event
) -> None:
    check = Page(post(client, wants_no_photographs="on"))

    response = client.post(GROUP_FORM["ur"], {**check.fields(), "confirmed": "1"})

    registration = Registration.objects.get()
    assert (response.status_code, response["Location"]) == (
        303,
        f"/ur/my/r/{registration.reference}/",
    )
    assert (registration.kind, registration.party_size) == (PartyKind.GROUP, 60)
    assert registration.group_name == CLASS["group_name"]
    assert registration.wants_no_photographs
    assert Places.objects.get(event=walk).taken == 60
    codes = list(ConsentSlip.objects.order_by("position").values_list("code", flat=True))
    assert (len(codes), codes[0]) == (57, f"{registration.reference[-5:]}-001")
    assert not Guardian.objects.exists()


def test_button_says_how_many_are_registered(client: Client, walk: Event) -> None:
    page = Page(post(client, "en"))

    assert page.soup.select("button[name=confirmed]")[0].get_text() == "Register 60 people"


@pytest.mark.usefixtures("walk")
@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"group_name": ""}, "Write the name of the school or organisation."),
        ({"group_name": "https://bad.example"}, "Please write a name in letters only."),
        ({"party_size": "61"}, "A group can have at most 60 people."),
        ({"party_size": "abc"}, "Write a number from 1 to 60."),
        ({"minors_count": "61"}, "Write a number from 0 to 60."),
        ({"party_size": "5"}, "There cannot be more children than people."),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_a_wrong_field_is_explained(fields: dict[str, str], message: str, client: Client) -> None:
    response = post(client, "en", confirmed="1", **fields)

    page = Page(response)
    assert (response.status_code, page.errors()) == (200, [message])
    kept = page.fields()
    assert {name: kept[name] for name in fields} == fields


def test_pressing_twice_gives_one_registration(client: Client, walk: Event) -> None:
    key = Page(client.get(GROUP_FORM["ur"])).key()

    answers = [post(client, key=key, confirmed="1") for _ in range(2)]

    assert len({answer["Location"] for answer in answers}) == 1
    assert Places.objects.get(event=walk).taken == 60


def test_a_key_of_the_other_form_with_other_people_asks_again(client: Client, walk: Event) -> None:
    key = Page(client.get(GROUP_FORM["ur"])).key()
    post(client, key=key, confirmed="1")

    response = post(client, key=key, confirmed="1", full_name="کوئی اور")

    assert response.status_code == 200
    assert Registration.objects.count() == 1


def test_an_event_without_groups_has_no_such_form(client: Client) -> None:
    make_walk()

    answers = [client.get(GROUP_FORM["ur"]), client.post(GROUP_FORM["ur"], CLASS)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert GROUP_FORM["ur"] not in client.get(GROUP_FORM["ur"].replace("group/", "")).text


def test_the_form_for_people_leads_to_that_for_groups(client: Client, walk: Event) -> None:
    page = Page(client.get("/ur/events/walk-lahore-2027/register/"))

    assert page.soup.select(f'a[href="{GROUP_FORM["ur"]}"]')
    assert "60" in page.text()


def test_largest_party_is_what_the_event_says(client: Client, walk: Event) -> None:
    Places.objects.filter(event=walk).update(largest_party=9)
    form = "/en/events/walk-lahore-2027/register/"
    people = CLASS | {"minors_count": "0"}
    key = Page(client.get(form)).key()

    nine = client.post(form, people | {"party_size": "9", "key": key})
    ten = client.post(form, people | {"party_size": "10", "key": key})

    assert Page(nine).heading() == "Is everything right?"
    assert Page(ten).errors() == ["A group can have at most 9 people."]


def test_a_class_typed_into_the_form_for_people_goes_on_to_the_groups_form_whole(
    client: Client, walk: Event
) -> None:
    form = "/en/events/walk-lahore-2027/register/"
    typed = {name: value for name, value in CLASS.items() if name != "group_name"}
    names = {"names": "عائشہ خان\nBilal Ahmed", "wants_no_photographs": "on"}

    refused = Page(client.post(form, typed | names | {"key": Page(client.get(form)).key()}))
    (button,) = refused.soup.select("button[formaction]")
    pressed = refused.fields() | {str(button["name"]): str(button["value"])}
    page = Page(client.post(str(button["formaction"]), pressed))

    shown = page.fields()
    assert "A group can have at most 6 people." in refused.errors()
    assert button["formaction"] == GROUP_FORM["en"]
    assert page.heading() == "Group registration"
    assert page.errors() == []
    assert {name: shown[name] for name in typed | names} == typed | names


def test_names_brought_along_are_stored_as_the_group_counts_them(
    client: Client, walk: Event
) -> None:
    check = Page(post(client, names="عائشہ خان\nBilal Ahmed"))

    client.post(GROUP_FORM["ur"], {**check.fields(), "confirmed": "1"})

    names = Registration.objects.get().attendees.values_list("position", "full_name")
    assert list(names) == [(1, "عائشہ خان"), (2, "Bilal Ahmed")]


def test_a_party_that_fits_is_not_sent_to_the_groups_form(client: Client, walk: Event) -> None:
    form = "/en/events/walk-lahore-2027/register/"
    key = Page(client.get(form)).key()

    page = Page(client.post(form, CLASS | {"party_size": "0", "minors_count": "0", "key": key}))

    assert page.errors() == ["At least one person must come."]
    assert page.soup.select("button[formaction]") == []
