"""Before it confirms, a party that finds too few places learns where it would stand and why."""

import pytest
from django.test import Client

from events.enums import PromotionPolicy, RegistrationState
from events.models import Event, Places, Registration
from tests.events.pages import Page
from tests.events.registration.builders import make_walk, register
from tests.events.registration.visits import FORM, confirm, post
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


RULE = (
    "First come, first served. Nobody’s party is split; a smaller party may go ahead when it "
    "fits into what is free."
)


def walk_with_queue(capacity: int = 10, **places: object) -> Event:
    """Make a walk where people may wait."""
    walk = make_walk(capacity=capacity)
    Places.objects.filter(event=walk).update(has_waiting_list=True, **places)
    return walk


def outlook(page: Page) -> list[str]:
    """Return what the check page says of the waiting list."""
    return [line.get_text(strip=True) for line in page.soup.select(".notice--warning p")]


def button(page: Page) -> str:
    """Return what the button says will happen."""
    return str(page.soup.select("button[name=confirmed]")[0].get_text(strip=True))


def test_a_party_that_fits_is_told_nothing_of_a_queue(client: Client) -> None:
    walk_with_queue()

    page = Page(post(client, "en", party_size="3"))

    assert (outlook(page), button(page)) == ([], "Register 3 people")


def test_a_party_too_large_for_what_is_left_is_told_all_of_it(client: Client) -> None:
    walk = walk_with_queue(capacity=5)
    register(walk, 3)

    page = Page(post(client, "en", party_size="3"))

    assert outlook(page) == [
        "Too few places are free for your party",
        "You would be number 1 on the waiting list.",
        RULE,
        "When your turn comes you are registered without doing anything.",
        "2 places are free now: a party of at most 2 is registered at once.",
    ]
    assert button(page) == "Put 3 people on the waiting list"


def test_behind_others_the_number_counts_parties_and_offers_say_their_hours(
    client: Client,
) -> None:
    walk = walk_with_queue(capacity=2, promotion=PromotionPolicy.OFFER, offer_hours=12)
    register(walk, 2)
    for name in ("نسرین", "بلال"):
        register(walk, 2, full_name=name)

    page = Page(post(client, "en"))

    lines = outlook(page)
    assert lines[1] == "You would be number 3 on the waiting list."
    assert lines[3] == ("When your turn comes we ask you first, and keep the places for 12 hours.")
    assert len(lines) == 4


def test_in_urdu_no_word_and_no_number_goes_astray(client: Client) -> None:
    walk = walk_with_queue(capacity=2)
    register(walk, 2)

    pages = [Page(client.get(FORM["ur"])), Page(post(client, party_size="2"))]

    for page in pages:
        assert page.foreign_words("ur") == []
        assert raw_runs(page.html) == []


def test_the_form_of_a_full_event_says_that_one_can_wait(client: Client) -> None:
    walk = walk_with_queue(capacity=2)
    register(walk, 2)

    page = Page(client.get(FORM["en"]))

    assert "All places are taken. You can join the waiting list." in page.text()


def test_confirming_waits_and_leads_to_the_own_page(client: Client) -> None:
    walk = walk_with_queue(capacity=2)
    register(walk, 2)

    response = confirm(client, party_size="2")

    registration = Registration.objects.order_by("-pk")[0]
    assert response.status_code == 303
    assert response["Location"] == f"/ur/my/r/{registration.reference}/"
    assert registration.state == RegistrationState.WAITING


def test_what_the_check_page_promised_a_small_party_holds(client: Client) -> None:
    walk = walk_with_queue(capacity=5)
    register(walk, 3)
    register(walk, 4, full_name="بڑا خاندان")

    page = Page(post(client, "en", party_size="2"))
    confirm(client, "en", party_size="2")

    assert outlook(page) == []
    latest = Registration.objects.order_by("-pk")[0]
    assert latest.state == RegistrationState.CONFIRMED


@pytest.mark.parametrize("answer", [post, confirm])
def test_a_party_larger_than_the_event_cannot_even_wait(answer: object, client: Client) -> None:
    walk_with_queue(capacity=2)

    response = answer(client, "en", party_size="3")  # type: ignore[operator]

    assert response.status_code == 409
    assert Page(response).errors() == [
        "This event has room for 2 people altogether. Make the group smaller."
    ]


def test_without_a_list_too_few_places_are_said_before_confirming(client: Client) -> None:
    make_walk(capacity=2)

    response = post(client, "en", party_size="3")

    assert response.status_code == 409
    assert Page(response).errors() == [
        "Only 2 places are left. Make the group smaller, or choose another walk."
    ]


def test_no_photographs_is_kept_and_shown_before_confirming(client: Client) -> None:
    walk_with_queue()
    check = Page(post(client, "en", wants_no_photographs="on"))

    client.post(FORM["en"], {**check.fields(), "confirmed": "1"})

    assert "None of you, please" in check.text()
    assert Registration.objects.get().wants_no_photographs


def test_no_photographs_is_not_ticked_by_itself(client: Client) -> None:
    walk_with_queue()
    check = Page(post(client))

    form = Page(client.post(FORM["ur"], {**check.fields(), "change": "1"}))

    assert "wants_no_photographs" not in form.fields()


def test_a_full_event_sends_nobody_to_a_walk_that_is_full_too(client: Client) -> None:
    register(make_walk(capacity=1))
    queue = make_walk(slug="walk-queue-2027", capacity=1)
    Places.objects.filter(event=queue).update(has_waiting_list=True)
    register(queue)
    make_walk(slug="walk-free-2027")

    page = Page(client.get(FORM["en"]))

    assert page.soup.select('a[href*="walk-free-2027"]')
    assert not page.soup.select('a[href*="walk-queue-2027"]')
