"""Messages that did not arrive: seen, sent again, and who has to be phoned."""

import pytest
from django.test import Client

from events.models import Event
from messaging.enums import Channel, MessageKind, MessageState
from messaging.models import OutboxMessage
from tests.events.desk import builders
from tests.events.pages import Page
from tests.events.registration.builders import NOW
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MESSAGES = "/en/desk/events/walk-lahore-2027/messages/"


def letter(about: str, state: MessageState, number: int = 1) -> OutboxMessage:
    """Write a message that did not arrive."""
    is_kept = state == MessageState.STUCK
    return OutboxMessage.objects.create(
        kind=MessageKind.EVENT_MOVED,
        channel=Channel.EMAIL,
        language="ur",
        recipient="somebody@example.com" if is_kept else "",
        context={"name": "x"} if is_kept else {},
        about=about,
        reference="LHE-7K2QF",
        message_id=f"<{about}.{number}@example.org>",
        state=state,
        attempt_count=8,
        created_at=NOW,
        next_attempt_at=NOW,
        last_error="550 mailbox unavailable",
    )


@pytest.mark.parametrize("language", ["ur", "en"])
def test_what_failed_is_shown_in_the_pages_language(
    desk: Client, lahore: Event, language: str
) -> None:
    letter(lahore.slug, MessageState.FAILED)
    letter(lahore.slug, MessageState.STUCK, 2)

    page = Page(desk.get(MESSAGES.replace("/en/", f"/{language}/")))

    assert "LHE-7K2QF" in page.text()
    assert "somebody" not in page.html
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


def test_all_or_one_are_sent_again(desk: Client, lahore: Event, karachi: Event) -> None:
    first, second = (letter(lahore.slug, MessageState.STUCK, number) for number in (1, 2))
    other = letter(karachi.slug, MessageState.STUCK)

    desk.post(MESSAGES, {"key": str(first.pk)})
    after_one = OutboxMessage.objects.filter(state=MessageState.QUEUED).count()
    for key in (str(other.pk), "x", "9" * 30, "٣", "", str(second.pk + 1000)):
        assert desk.post(MESSAGES, {"key": key}).status_code == 303
    desk.post(MESSAGES, {"key": "all"})

    other.refresh_from_db()
    assert after_one == 1
    assert OutboxMessage.objects.filter(state=MessageState.QUEUED).count() == 2
    assert other.state == MessageState.STUCK


def test_people_without_a_way_are_counted(desk: Client, lahore: Event) -> None:
    builders.register_many(lahore, 3)

    assert desk.get(MESSAGES).context["phone_count"] == 3


@pytest.mark.parametrize("undelivered", [0, 2])
def test_event_page_says_what_can_be_done_with_messages_and_what_did_not_arrive(
    desk: Client, lahore: Event, undelivered: int
) -> None:
    for number in range(undelivered):
        letter(lahore.slug, MessageState.FAILED, number)

    shown = Page(desk.get(MESSAGES.replace("messages/", ""))).text()

    assert "Write, send by hand, see what did not arrive" in shown
    assert ("2 did not arrive" in shown) == bool(undelivered)
