"""Who is on a list: filters, searches that sound alike, orders that no database decides."""

import datetime

import pytest

from events.desk.enums import AttendeeSort
from events.desk.rules import search_terms
from events.desk.selectors.attendees import AttendeeChoice, listed_ids, parties_in_order
from events.enums import PartyKind
from events.models import ConsentSlip, Event, Guardian, Registration
from tests.events.desk.builders import NOON, register


def found(event: Event, **choice: object) -> list[str]:
    """Return the names of a list, in its order."""
    ids = list(listed_ids(event, AttendeeChoice(**choice)))  # type: ignore[arg-type]
    return [party.registration.contact.full_name for party in parties_in_order(ids)]


def group(event: Event, name: str, group_name: str) -> Registration:
    """Return a group's registration."""
    registration = register(event, name)
    registration.kind, registration.group_name = PartyKind.GROUP, group_name
    registration.save()
    return registration


@pytest.mark.parametrize("typed", ["Kausar", "kausar parveen", "KAUSAR", "کوثر", "كوثر", "پروین"])
def test_search_finds_a_name_in_either_script(lahore: Event, typed: str) -> None:
    register(lahore, "کوثر پروین")
    register(lahore, "محمد اسلم")

    assert found(lahore, terms=search_terms(typed)) == ["کوثر پروین"]


def test_search_finds_a_roman_name_by_its_urdu_spelling(lahore: Event) -> None:
    register(lahore, "Kausar Bibi")
    register(lahore, "Sara")

    assert found(lahore, terms=search_terms("کوثر")) == ["Kausar Bibi"]


def test_search_wants_every_word_to_sound_alike(lahore: Event) -> None:
    register(lahore, "کوثر پروین")

    assert found(lahore, terms=search_terms("Kausar Bibi")) == []


def test_search_finds_a_school_by_a_part_of_its_name(lahore: Event) -> None:
    group(lahore, "سارہ", "گورنمنٹ ہائی اسکول، لاہور")
    register(lahore, "کوثر")

    assert found(lahore, terms=search_terms("هائی سکول")) == ["سارہ"]


def test_search_by_another_citys_name_finds_nobody_of_it(lahore: Event, karachi: Event) -> None:
    assert found(lahore, terms=search_terms("شہلا")) == []


def test_filters_narrow_to_kind_language_and_photographs(lahore: Event) -> None:
    school = group(lahore, "سارہ", "اسکول")
    shy = register(lahore, "بلال")
    shy.wants_no_photographs = True
    shy.save()
    writes_english = register(lahore, "Zara")
    writes_english.contact.language = "en"
    writes_english.contact.save()

    assert found(lahore, kind=PartyKind.GROUP) == [school.contact.full_name]
    assert found(lahore, wants_no_photographs=True) == ["بلال"]
    assert found(lahore, language="en") == ["Zara"]
    assert found(lahore, kind=PartyKind.GROUP, language="en") == []


def test_filter_for_missing_consent_counts_guardians_and_slips(lahore: Event) -> None:
    for name in ("بغیر", "سرپرست", "ایک پرچی", "سب پرچیاں", "بالغ"):
        registration = register(lahore, name, party=("الف", "ب"))
        registration.minors_count = 0 if name == "بالغ" else 2
        registration.save()
        if name == "سرپرست":
            Guardian.objects.create(
                registration=registration,
                full_name="ماں",
                phone="",
                wording_version="1",
                language="ur",
                consented_at=NOON,
            )
        for position in range({"ایک پرچی": 1, "سب پرچیاں": 2}.get(name, 0)):
            ConsentSlip.objects.create(
                registration=registration,
                position=position + 1,
                code=f"{registration.pk}-{position}",
                received_at=NOON,
            )

    ids = list(listed_ids(lahore, AttendeeChoice(lacks_consent=True)))

    missing = {
        party.registration.contact.full_name: party.consent_missing
        for party in parties_in_order(ids)
    }
    assert missing == {"بغیر": 2, "ایک پرچی": 1}


def test_order_by_group_is_urdus_with_others_last(lahore: Event) -> None:
    for name, group_name in (
        ("ا", "یتیم خانہ"), ("ب", "پاک اسکول"), ("پ", "آغا خان اسکول"), ("ت", "ٹیچرز کلب"),
        ("ٹ", "Beacon School"), ("ث", "پاک اسکول"),
    ):  # fmt: skip
        group(lahore, name, group_name)
    register(lahore, "آمنہ")

    listed = found(lahore, sort=AttendeeSort.GROUP)

    assert listed == ["پ", "ب", "ث", "ت", "ا", "ٹ", "آمنہ"]


def test_order_without_people_says_nothing_of_who_came_when(lahore: Event) -> None:
    late, early = NOON + datetime.timedelta(hours=3), NOON
    big = register(lahore, "احمد", party=("الف", "ب"), at=early)
    small = register(lahore, "یاسمین", at=late)
    next_day = register(lahore, "اقبال", at=NOON + datetime.timedelta(days=1))

    ids = list(listed_ids(lahore, AttendeeChoice(is_anonymous=True)))

    # By day, then by what is shown: neither by name nor by hour.
    assert ids == [small.pk, big.pk, next_day.pk]


@pytest.mark.parametrize("typed", ["زرمینہ", "zarmina", "Zarmeena Khattak", "خٹک"])
def test_search_finds_a_party_by_who_comes_along(lahore: Event, karachi: Event, typed: str) -> None:
    register(lahore, "بلال", party=("عائشہ", "زرمینہ خٹک"))
    register(lahore, "یاسمین", party=("سارہ",))
    register(karachi, "نادیہ", party=("زرمینہ خٹک",))

    assert found(lahore, terms=search_terms(typed)) == ["بلال"]


def test_search_finds_a_school_by_its_sound(lahore: Event) -> None:
    group(lahore, "بلال", "کوثر گرلز اسکول")
    group(lahore, "یاسمین", "الفلاح اکیڈمی")

    assert found(lahore, terms=search_terms("Kausar")) == ["بلال"]
