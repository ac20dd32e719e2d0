"""Looking for somebody at the gate: by any name of a party; what was typed is kept by nobody."""

import pytest
from django.test import Client

from directory.models import User
from events.models import Event, Registration
from participants.models import AuditEntry, Contact
from tests.events.desk.builders import register
from tests.events.desk.views.gates import logged, look_for, page, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.mark.parametrize(
    "typed", ["کوثر", "كوثر", "Kausar", "kausar abbas", "LHE-{code}", "{code}", "lhe {code}"]
)
def test_somebody_is_found_by_name_in_either_script_and_by_code(
    gate: Client, lahore: Event, typed: str
) -> None:
    party = register(lahore, "کوثر عباس")
    Contact.objects.update(name_key="ksr abs")
    register(lahore, "نسرین بی بی", phone="+923991112222")

    shown = words_of(look_for(gate, typed.format(code=party.reference[4:])))

    assert "کوثر عباس" in shown
    assert "نسرین" not in shown


@pytest.mark.parametrize("typed", ["بلال", "Bilal", "بلال احمد", "bilaal ahmad"])
def test_companion_is_found_by_their_own_name_and_the_answer_says_whose_party(
    gate: Client, lahore: Event, typed: str
) -> None:
    register(lahore, "کوثر عباس", party=("بلال احمد", "سارہ"))
    register(lahore, "نسرین بی بی", party=("طلال",), phone="+923991112222")

    shown = words_of(look_for(gate, typed))

    assert "کوثر عباس With: بلال احمد , سارہ" in shown
    assert "نسرین" not in shown


def test_school_is_found_by_its_own_name(gate: Client, lahore: Event) -> None:
    school = register(lahore, "استاد نعیم", party=tuple(f"بچہ {n}" for n in range(9)))
    Registration.objects.filter(pk=school.pk).update(group_name="گورنمنٹ ہائی سکول")

    shown = words_of(look_for(gate, "گورنمنٹ ہائي"))

    assert "استاد نعیم" in shown
    assert "بچہ" not in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("EVENTBRITE-998877665544", "This is not one of our passes."),
        ("https://example.org/ticket/1", "This is not one of our passes."),
        ("ZZZ-9", "The code is not whole. Look for the name or the last four digits."),
        ("LHE-22222", "This is not one of our passes."),
    ],
)
def test_code_that_is_none_of_ours_is_refused_in_its_own_words(
    gate: Client, lahore: Event, typed: str, words: str
) -> None:
    shown = words_of(look_for(gate, typed))

    assert f"Not valid {words}" in shown


def test_torn_code_finds_the_passes_that_hold_what_is_left(gate: Client, lahore: Event) -> None:
    party = register(lahore, "کوثر عباس")
    Registration.objects.filter(pk=party.pk).update(reference="LHE-7K2QF")

    assert "کوثر عباس" in words_of(look_for(gate, "lhe–7k۲"))


def test_search_with_several_shows_a_few_with_masked_phones_and_is_logged(
    desk: Client, organiser: User, lahore: Event
) -> None:
    for number in range(9):
        register(lahore, f"کوثر {number}", phone=f"+92399123000{number}")

    shown = look_for(desk, "کوثر")

    assert shown.count("check-in-hits__link") == 6
    assert "Type more of the name" in shown
    assert "·· 0003" in words_of(shown)
    assert "1230003" not in shown
    assert logged("gate-search", lahore) == [(organiser.username, 6)]
    line = AuditEntry.objects.get(kind="gate-search")
    assert "کوثر" not in f"{line.subject}{line.columns}"


def test_page_without_a_search_names_nobody_and_logs_nothing(desk: Client, lahore: Event) -> None:
    register(lahore, "کوثر عباس")

    assert "کوثر" not in page(desk)
    assert AuditEntry.objects.count() == 0
