"""Messages about a registration: in the person's language, discreet, escaped, queued once."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client
from django.utils import translation

from events.enums import EventState
from events.registration.services.changes import cancel_registration
from events.registration.services.register import register_party
from messaging.models import OutboxMessage
from messaging.services import render_email
from tests.events.registration.builders import NOW, make_walk, party
from urdu.isolation import raw_runs
from urdu.runs import find_runs

pytestmark = pytest.mark.django_db
ADDRESS = "somebody@example.com"
TELLING = re.compile("traffick|bonded|slavery|اسمگلنگ|سمگلنگ|جبری|غلامی", re.IGNORECASE)
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Words:
    """One queued message as it will be read."""

    kind: str
    message_id: str
    subject: str
    text: str
    html: str


def newest() -> list[Words]:
    """Return the message queued last, rendered as the worker renders it."""
    message = OutboxMessage.objects.order_by("pk").last()
    if message is None:
        return []
    rendered = render_email(message.template, message.context, message.language)
    return [Words(message.kind, message.message_id, rendered.subject, rendered.text, rendered.html)]


def messages(language: str, *, full_name: str = "کوثر عباس", email: str = ADDRESS) -> list[Words]:
    """Register, cancel, and return what was queued, while the other language is active."""
    submission = party(3, full_name=full_name, email=email)
    with translation.override("en" if language == "ur" else "ur"):
        registration = register_party(
            event=make_walk(), submission=submission, key="a" * 32, language=language, now=NOW
        )
        confirmed = newest()
        cancel_registration(registration=registration, now=NOW)
        return confirmed + newest()


@pytest.mark.parametrize("language", ["ur", "en"])
def test_messages_are_in_the_language_of_the_person(language: str) -> None:
    found = messages(language, full_name="کوثر" if language == "ur" else "Kausar")

    assert [message.kind for message in found] == [
        "registration-confirmed",
        "registration-cancelled",
    ]
    for message in found:
        reference = message.message_id.split(".")[1].split("@")[0].upper()
        for words in (message.subject, LINK.sub("", message.text)):
            plain = words.replace(reference, "")
            is_urdu = LATIN_WORD.search(plain) is None
            assert is_urdu == (language == "ur")
            assert language == "ur" or not re.search("[\u0620-\u06ff]", plain)


def test_urdu_messages_keep_numbers_in_order() -> None:
    for message in messages("ur"):
        prose = LINK.sub("", message.text)
        assert list(find_runs(prose)) == []
        assert raw_runs(message.html) == []


@pytest.mark.parametrize("language", ["ur", "en"])
def test_a_locked_phone_tells_nobody_what_it_is_about(language: str) -> None:
    for message in messages(language):
        first_lines = message.text.strip()[:200]
        assert TELLING.search(message.subject + first_lines) is None


def test_markup_in_a_name_is_text_in_every_part() -> None:
    name = "<b>Ali</b> & Co"

    for message in messages("en", full_name=name):
        assert name in message.text
        assert name not in message.html
        assert "&lt;b&gt;Ali&lt;/b&gt; &amp; Co" in message.html


@pytest.mark.parametrize("language", ["ur", "en"])
def test_the_link_of_the_confirmation_opens_the_own_page(language: str, client: Client) -> None:
    confirmation = messages(language)[0]
    links = {
        found.split("127.0.0.1:8000")[1]
        for body in (confirmation.text, confirmation.html)
        for found in re.findall(r"http://127\.0\.0\.1:8000/\w\w/my/[\w-]+/", body)
    }

    (link,) = links
    assert link.startswith(f"/{language}/my/")
    assert client.get(link).status_code == 302


def test_nothing_is_queued_without_an_address() -> None:
    assert messages("ur", email="") == []


def test_message_ids_are_made_from_the_registration() -> None:
    ids = [message.message_id for message in messages("ur")]

    shape = re.compile(r"<registration-\w+\.lhe-\w{5}(\.\d+)?\.email@127\.0\.0\.1>")
    assert len(set(ids)) == 2
    assert [one for one in ids if not shape.fullmatch(one)] == []


def test_an_event_that_was_cancelled_still_lets_people_cancel_quietly() -> None:
    walk = make_walk()
    registration = register_party(
        event=walk, submission=party(email=ADDRESS), key="a" * 32, language="ur", now=NOW
    )
    type(walk.schedule).objects.update(state=EventState.CANCELLED)
    registration.refresh_from_db()

    has_acted = cancel_registration(registration=registration, now=NOW)

    assert has_acted
    assert OutboxMessage.objects.count() == 2
