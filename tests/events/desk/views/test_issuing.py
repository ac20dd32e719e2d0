"""Certificates at the desk: issued on the organiser's word, printed, taken back."""

import datetime
from typing import Any

import pytest
from django.test import Client

from events.enums import DatePrecision
from events.models import Certificate, Event
from tests.documents.pages import pages_of, texts_of
from tests.events.desk.builders import register
from tests.events.desk.views.test_prints import SHOP, prints
from tests.events.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def past(lahore: Event) -> Event:
    """Return Lahore's walk as one of last year."""
    schedule = lahore.schedule
    schedule.starts_at = schedule.ends_at = None
    schedule.precision = DatePrecision.DAY
    schedule.happens_on = datetime.date(2025, 8, 3)
    schedule.save()
    return lahore


def test_certificates_are_issued_on_the_organisers_word_and_printed(
    desk: Client, past: Event
) -> None:
    register(past, "Ayesha Khan")
    here = f"{SHOP.format('en')}certificates/"

    refused = Page(desk.post(here, {"act": "issue"}))
    issued = desk.post(here, {"act": "issue", "say_so": "on"})

    drawn = desk.get(f"{SHOP.format('en')}certificates.pdf").content
    (text,) = texts_of(drawn)
    assert len(refused.errors()) == 1
    assert issued.status_code == 303
    assert "Ayesha Khan" in text
    assert Certificate.objects.get().code in text
    assert len(pages_of(drawn)) == 1
    assert prints() == [("print-certificates", 1, ["en"])]


def test_certificate_by_name_is_issued_printed_alone_and_taken_back(
    desk: Client, past: Event
) -> None:
    here = f"{SHOP.format('en')}certificates/"
    typed = {"act": "one", "full_name": "Sara Khan", "one_say_so": "on"}
    desk.post(here, typed)
    made = Certificate.objects.get()
    page = Page(desk.get(here))

    drawn = desk.get(f"{SHOP.format('en')}certificates.pdf?code={made.code}")
    desk.post(here, {"act": "withdraw", "code": made.code})

    assert made.code in page.soup.select(".notice__text")[0].get_text()
    assert "Sara Khan" in texts_of(drawn.content)[0]
    assert Certificate.objects.get().withdrawn_at is not None
    assert desk.get(f"{SHOP.format('en')}certificates.pdf").status_code == 404


def test_certificates_before_the_walk_are_not_offered_and_refused(
    desk: Client, lahore: Event
) -> None:
    lahore.schedule.starts_at = datetime.datetime(2099, 8, 1, tzinfo=datetime.UTC)
    lahore.schedule.ends_at = None
    lahore.schedule.save()
    here = f"{SHOP.format('en')}certificates/"

    offered = Page(desk.get(here)).soup.select("input[value=issue]")
    answer = desk.post(here, {"act": "issue", "say_so": "on"})

    assert (len(offered), answer.status_code, Certificate.objects.count()) == (0, 409, 0)


def test_unknown_reference_and_unknown_code_are_named(desk: Client, past: Event) -> None:
    here = f"{SHOP.format('en')}certificates/"
    posts: list[dict[str, Any]] = [
        {"act": "issue", "say_so": "on", "reference": "LHE-22222"},
        {"act": "withdraw", "code": "2222-2222-2222"},
    ]

    errors = [Page(desk.post(here, data)).errors() for data in posts]

    assert [len(found) for found in errors] == [1, 1]
