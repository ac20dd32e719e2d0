"""Searching for people: no name, code or phone in an address, in the log or readable in a table."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from events.enums import EventRoleKind
from events.models import Event
from tests.events.desk import builders
from tests.events.desk.builders import register
from tests.privacy import tables_naming

EVENT = "/en/desk/events/walk-lahore-2027/"
LIST, GATE, CSV = f"{EVENT}attendees/", f"{EVENT}gate/", f"{EVENT}attendees.csv"
FORM = {LIST: "filter-bar", GATE: "check-in__search"}
TYPED = "زرمینہ"


def look_for(client: Client, path: str, typed: str = TYPED, **fields: str) -> str:
    """Post a search; return the address it leads to."""
    response = client.post(path, {"q": typed, **fields})
    assert response.status_code == 303
    return str(response.headers["Location"])


@pytest.mark.parametrize("path", [LIST, GATE])
def test_search_is_a_post_that_leads_to_an_address_without_it(
    desk: Client, lahore: Event, path: str
) -> None:
    register(lahore, f"{TYPED} خان")
    register(lahore, "بلال")
    form = re.search(rf'<form class="{FORM[path]}"[^>]*>', desk.get(path).content.decode())

    address = look_for(desk, path)

    assert form is not None
    assert f'method="post" action="{path}"' in form[0]
    assert re.fullmatch(rf"{path}\?found=[0-9a-f]{{10}}", address)
    # Reloaded, or come back to, it shows the same.
    for _again in range(2):
        shown = desk.get(address).content.decode()
        assert f"{TYPED} خان" in shown
        assert "بلال" not in shown


@pytest.mark.parametrize("path", [LIST, GATE, CSV])
def test_address_with_words_in_it_leads_on_to_one_without(
    desk: Client, lahore: Event, path: str
) -> None:
    register(lahore, TYPED)

    response = desk.get(path, {"q": TYPED, "page": "1"})

    assert response.status_code == 303
    address = response.headers["Location"]
    assert TYPED not in unquote(address)
    assert re.fullmatch(rf"{path}\?page=1&found=[0-9a-f]{{10}}", address)


def test_no_link_or_field_of_a_searched_list_repeats_the_words(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 60)

    address = look_for(desk, LIST, "ام", preset="badges")
    shown = desk.get(address).content.decode()

    assert "page=2" in shown
    for link in re.findall(r'(?:href|action)="([^"]*)"', shown):
        assert "ام" not in unquote(link)
    assert re.findall(r'<input type="hidden"[^>]*ام', shown) == []
    assert 'value="ام"' in shown
    second = desk.get(f"{address}&page=2").content.decode()
    assert second.count("data-table__row") == 10


def test_sheet_of_a_search_holds_what_was_found(desk: Client, lahore: Event) -> None:
    register(lahore, TYPED)
    register(lahore, "بلال")
    address = look_for(desk, LIST)

    sheet = b"".join(desk.get(address.replace("attendees/", "attendees.csv"))).decode()

    assert TYPED in sheet
    assert "بلال" not in sheet


def test_search_of_somebody_elses_session_leads_to_the_whole_list(
    desk: Client, lahore: Event
) -> None:
    address = look_for(desk, LIST)
    other = Client()
    other.force_login(builders.make_organiser(lahore, EventRoleKind.HOST))

    # Never the whole list as if it were the part that was asked for.
    for path in (address, address.replace("attendees/", "attendees.csv")):
        response = other.get(path)
        assert (response.status_code, response.headers["Location"]) == (303, LIST)


def test_search_lies_in_no_table_in_words(desk: Client, lahore: Event) -> None:
    look_for(desk, LIST)
    look_for(desk, GATE, "Zarmeena")

    assert tables_naming([TYPED, "Zarmeena"]) == {}


def test_same_search_keeps_its_address_and_old_ones_are_forgotten(
    desk: Client, lahore: Event
) -> None:
    register(lahore, TYPED)
    first = look_for(desk, LIST)

    assert look_for(desk, LIST) == first
    others = {look_for(desk, LIST, f"{number} more") for number in range(12)}

    assert len(others) == 12
    assert desk.get(first).headers["Location"] == LIST


def test_empty_search_shows_everybody(desk: Client, lahore: Event) -> None:
    assert look_for(desk, LIST, " ") == LIST
    assert (
        look_for(desk, LIST, "", state="waiting", sort="code") == f"{LIST}?state=waiting&sort=code"
    )
