"""Ready words to send on: in the page's language, counted right, discreet where it matters."""

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client

from events.models import EventForwardWords
from site_pages.models import ForwardWords
from tests.site_pages.builders import (
    make_campaign,
    make_city,
    make_helpline,
    make_pair,
    make_topic,
    make_walk,
)
from tests.site_pages.reading import html_of, tab_stops
from tests.uploads import make_sound
from urdu.sms import segment_count

pytestmark = pytest.mark.django_db
BASE = settings.BASE_URL
WORDS = re.compile(r"<textarea [^>]*>(.*?)</textarea>", re.DOTALL)
PARTS = re.compile(r"data-forward-parts>(\d+)<")


def messages(client: Client, path: str) -> list[str]:
    """Return the words of every message of a page, in order."""
    return [unescape(words) for words in WORDS.findall(html_of(client.get(path)))]


def test_walk_is_sent_on_with_day_hours_place_and_address(client: Client) -> None:
    make_helpline()
    walk = make_walk("walk-lahore", make_city(), summary_en="Come along.")
    walk.schedule.assembly_point_en = "Nasir Bagh’s gate"
    walk.schedule.save()

    whatsapp, sms = messages(client, "/en/forward/events/walk-lahore/")

    assert whatsapp.split("\n") == [
        "*Walk walk-lahore*",
        "Saturday, 1 August 2099",
        "7:00 am",
        "Nasir Bagh’s gate, Lahore",
        "Come along.",
        f"{BASE}/en/events/walk-lahore/",
        "Helpline: 0333-1110566",
    ]
    assert sms.split("\n") == [
        "Walk walk-lahore",
        "Saturday, 1 August 2099",
        "7:00 am",
        "Lahore",
        f"{BASE}/en/events/walk-lahore/",
    ]


def test_numbers_of_an_urdu_message_keep_their_order(client: Client) -> None:
    make_helpline()
    make_walk("walk-lahore", make_city())

    whatsapp, sms = messages(client, "/ur/forward/events/walk-lahore/")

    assert "ہیلپ لائن: \u20660333-1110566\u2069" in whatsapp
    assert "صبح \u20667:00\u2069 بجے" in whatsapp
    assert "صبح \u200e7:00\u200e بجے" in sms
    assert f"\n{BASE}/ur/events/walk-lahore/" in sms


@pytest.mark.parametrize("language", ["ur", "en"])
def test_text_message_says_how_many_it_is_paid_as(client: Client, language: str) -> None:
    make_topic(
        language, "signs", title="علامات “پہچانیں”" * 9 if language == "ur" else "Don’t sign" * 20
    )

    page = html_of(client.get(f"/{language}/forward/signs/"))

    sms = unescape(WORDS.findall(page)[1])
    assert [int(parts) for parts in PARTS.findall(page)] == [segment_count(sms)]
    assert segment_count(sms) == {"ur": 3, "en": 2}[language]


def test_links_open_with_the_same_words(client: Client) -> None:
    make_topic("ur", "signs", title="علامات & حقوق")

    page = client.get("/ur/forward/signs/")

    whatsapp, sms = [unescape(words) for words in WORDS.findall(html_of(page))]
    opened = [
        unquote(unescape(url)) for url in tab_stops(page) if url.startswith(("https://wa", "sms"))
    ]
    assert opened == [f"https://wa.me/?text={whatsapp}", f"sms:?body={sms}"]


def test_sensitive_page_offers_words_that_say_nothing_first(client: Client) -> None:
    page = make_topic("en", "debt-bondage", title="Bonded by debt", is_sensitive=True)

    answer = client.get("/en/forward/debt-bondage/")

    texts = [unescape(words) for words in WORDS.findall(html_of(answer))]
    quiet = f"Please look at this when you have a quiet moment:\n{BASE}/en/p/{page.pk}/"
    assert texts[:2] == [quiet, quiet]
    assert all("Bonded by debt" in text for text in texts[2:])
    assert "Before you send this" in html_of(answer)
    assert "no-store" in answer["Cache-Control"]
    assert tab_stops(answer)[1] == "/en/leave/"


def test_helplines_are_found_by_a_number_that_names_nothing(client: Client) -> None:
    make_helpline()

    quiet = messages(client, "/ur/forward/help/")[0]

    path = quiet.rpartition("\n")[2].removeprefix(BASE)
    assert path == "/ur/p/0/"
    assert client.get(path)["Location"] == "/ur/help/"


def test_editors_own_words_go_before_the_made_ones(client: Client) -> None:
    page = make_topic("en", "abroad", title="A job abroad")
    ForwardWords.objects.create(page=page, whatsapp_text="Ask first!", sms_text="")
    walk = make_walk("walk-lahore", make_city())
    EventForwardWords.objects.create(event=walk, sms_ur="آئیے")

    assert messages(client, "/en/forward/abroad/") == [
        f"Ask first!\n{BASE}/en/abroad/",
        f"A job abroad\n{BASE}/en/p/{page.pk}/",
    ]
    assert messages(client, "/ur/forward/events/walk-lahore/")[1] == (
        f"آئیے\n{BASE}/ur/events/walk-lahore/"
    )
    assert messages(client, "/en/forward/events/walk-lahore/")[1].startswith("Walk walk-lahore\n")


def test_every_public_page_leads_to_what_can_be_sent_on(client: Client) -> None:
    make_pair("signs")
    make_walk("walk-lahore", make_city(), campaign=make_campaign())

    for place in ("signs", "events", "events/walk-lahore", "campaigns/2027", "pledge", "help"):
        path = f"/ur/forward/{place}/"
        # Beside the pledge's form the link would read like its button; the card comes after it.
        is_told = place != "pledge"
        assert (path in tab_stops(client.get(f"/ur/{place}/"))) is is_told, place
        answer = client.get(path)
        assert (answer.status_code, answer["X-Robots-Tag"]) == (200, "noindex"), place
        assert not answer.cookies, place
        assert path not in tab_stops(answer), place
    assert "/en/forward/home/" in tab_stops(client.get("/en/"))
    assert client.get("/en/forward/home/").status_code == 200


def test_form_below_an_event_has_no_button_beside_its_own(client: Client) -> None:
    make_walk("walk-lahore", make_city())

    stops = tab_stops(client.get("/ur/events/walk-lahore/register/"))

    assert "/ur/events/" in stops
    assert [stop for stop in stops if "/forward/" in stop] == []


def test_page_of_the_other_language_alone_is_said_to_be_so(client: Client) -> None:
    make_topic("en", "signs", title="Know the signs")

    page = client.get("/ur/forward/signs/")

    assert page.status_code == 200
    assert "/en/forward/signs/" in tab_stops(page)
    assert "<textarea" not in html_of(page)


@pytest.mark.parametrize("place", ["nowhere", "site", "draft", "events/none", "signs%00"])
def test_nothing_to_send_on_of_what_is_not_there(client: Client, place: str) -> None:
    make_topic("en", "draft", live=False)

    assert client.get(f"/en/forward/{place}/").status_code == 404


def test_page_below_an_event_sends_on_the_event(client: Client) -> None:
    make_walk("walk-lahore", make_city())

    answer = client.get("/en/forward/events/walk-lahore/register/")

    assert (answer.status_code, answer["Location"]) == (302, "/en/forward/events/walk-lahore/")


@pytest.mark.usefixtures("own_media")
def test_voice_note_says_how_long_and_heavy_it_is_and_has_its_words(client: Client) -> None:
    page = make_topic("ur", "abroad", title="بیرونِ ملک")
    sound = make_sound(transcript="پہلے 7 سوال پوچھیں۔", language="ur")
    ForwardWords.objects.create(page=page, voice_note=sound)

    answer = html_of(client.get("/ur/forward/abroad/"))

    assert f'<source src="{sound.url}" type="{sound.content_type}">' in answer
    assert 'preload="none"' in answer
    assert '<bdi dir="ltr" class="num">0:02</bdi>' in answer
    assert f'<bdi dir="ltr" class="num">{sound.kilobytes}</bdi>' in answer
    assert f'download="{sound.filename}"' in answer
    assert "سوال پوچھیں۔" in answer


@pytest.mark.usefixtures("own_media")
@pytest.mark.parametrize("lacking", [{"transcript": ""}, {"has_consent": False}])
def test_voice_note_without_words_or_consent_is_offered_nowhere(
    client: Client, lacking: dict[str, Any]
) -> None:
    walk = make_walk("walk-lahore", make_city())
    words = EventForwardWords.objects.create(event=walk, voice_note_ur=make_sound())

    assert "<audio" in html_of(client.get("/ur/forward/events/walk-lahore/"))
    assert "<audio" not in html_of(client.get("/en/forward/events/walk-lahore/"))

    words.voice_note_ur = make_sound(**lacking)
    words.save()
    assert "<audio" not in html_of(client.get("/ur/forward/events/walk-lahore/"))
