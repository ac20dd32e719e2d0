"""What an event's page says before somebody sets out: known facts, and what nobody knows yet."""

from typing import Any

import pytest
from django.test import Client

from events.models import Event
from tests import factories
from tests.events.pages import Page, address
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LABELS = {
    "en": ["Step-free access", "Area for women and families", "Drinking water", "Toilets",
           "Meeting point for lost children", "What to bring", "Photographs"],
    "ur": ["سیڑھیوں کے بغیر راستہ", "خواتین اور خاندانوں کی جگہ", "پینے کا پانی", "بیت الخلا",
           "بچھڑے بچوں کے ملنے کی جگہ", "ساتھ کیا لائیں", "تصویریں"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def walk(db: None) -> Event:
    """Return a walk of which nothing more is known."""
    factories.make_helpline()
    return factories.make_walk(slug="walk-lahore-2027")


def said(client: Client, language: str, **facts: Any) -> dict[str, str]:
    """Return the pairs under "Good to know" once these facts are known."""
    Event.objects.update(**facts)
    page = Page(client.get(address(language)))
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    pairs = page.soup.select("[aria-labelledby=good-to-know] dl > div")
    return {
        label.get_text(strip=True): value.get_text(strip=True)
        for pair in pairs
        for label, value in [(pair.dt, pair.dd)]
        if label and value
    }


@pytest.mark.parametrize("language", ["ur", "en"])
def test_page_answers_every_question_even_when_nobody_knows(client: Client, language: str) -> None:
    found = said(client, language)

    assert list(found) == LABELS[language]
    unknown = {
        "en": "Not known yet. Ask the organisers.",
        "ur": "ابھی معلوم نہیں۔ منتظمین سے پوچھیں۔",
    }
    assert list(found.values()).count(unknown[language]) == 6


def test_page_says_what_is_known(client: Client) -> None:
    found = said(
        client,
        "en",
        is_step_free=True,
        has_toilets=False,
        lost_children_en="The tent by the gate",
        bring_en="Water and a cap",
        has_photographs=False,
    )

    assert found == dict(
        zip(
            LABELS["en"],
            ["Yes", "Not known yet. Ask the organisers.", "Not known yet. Ask the organisers.",
             "No", "The tent by the gate", "Water and a cap", "We take none."],
            strict=True,
        )
    )  # fmt: skip


def test_permission_is_for_staff_only(client: Client, walk: Event) -> None:
    Event.objects.update(permission_state="refused", permission_note="Letter 12 of the DC")
    public = [f"/en/events/{end}" for end in ("", "walk-lahore-2027/", "feed.ics")]
    public += ["/en/events/walk-lahore-2027/event.ics", "/en/events/walk-lahore-2027/register/"]

    for path in public:
        page = client.get(path).content.decode()
        assert "Refused" not in page
        assert "Letter 12" not in page
    client.force_login(factories.make_helper(walk))
    assert "Refused" in Page(client.get("/en/desk/events/walk-lahore-2027/")).text()
