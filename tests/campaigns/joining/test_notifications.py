"""What applicants are told: in their language, discreetly, by e-mail and by text."""

import pytest

from campaigns.joining.services.deciding import decline_application
from campaigns.models import JoinApplication
from directory.models import User
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from messaging.services.rendering import render_email, render_sms
from tests import factories
from tests.campaigns.builders import NOW
from tests.campaigns.joining.builders import approved, make_application
from tests.journeys.foreign_words import foreign_words_of_text
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
KINDS = (MessageKind.JOIN_RECEIVED, MessageKind.JOIN_APPROVED, MessageKind.JOIN_DECLINED)
# What the machine made, in Latin letters for everybody.
MADE = "JOIN-"


@pytest.fixture
def director() -> User:
    """Return whoever answers."""
    factories.make_helpline()
    return factories.make_user("director")


def told(language: str, director: User) -> dict[str, OutboxMessage]:
    """Return the three messages there are, by kind."""
    made = {"email": "somebody@example.com", "language": language}
    names = {"full_name": "راشدہ" if language == "ur" else "Rashida"}
    approved(director, key="1" * 32, **made, **names)
    declined: JoinApplication = make_application(key="2" * 32, **made, **names)
    decline_application(
        application=declined, reason="aims", answers={"en": "", "ur": ""}, actor=director, now=NOW
    )
    return {message.kind: message for message in OutboxMessage.objects.order_by("-pk")}


@pytest.mark.parametrize("language", ["ur", "en"])
def test_messages_speak_one_language_and_name_no_cause(language: str, director: User) -> None:
    messages = told(language, director)

    for kind in KINDS:
        message = messages[kind]
        mail = render_email(message.template, message.context, language)
        text = render_sms(message.template, message.context, language)
        for words in (mail.subject, mail.text, text):
            own = words.replace(message.reference, "").replace(MADE, "")
            assert foreign_words_of_text(own, language) == [], kind
        assert language == "en" or raw_runs(mail.html) == []
        first = f"{mail.subject} {text}".casefold()
        assert not any(word in first for word in ("trafficking", "bonded", "اسمگلنگ", "جبری"))


def test_only_the_declined_one_is_told_a_reason_and_gets_no_link(director: User) -> None:
    messages = told("en", director)

    links = {kind: "own_link" in messages[kind].context for kind in KINDS}
    assert links == {
        MessageKind.JOIN_RECEIVED: True,
        MessageKind.JOIN_APPROVED: True,
        MessageKind.JOIN_DECLINED: False,
    }
    assert messages[MessageKind.JOIN_DECLINED].context["reason"] == (
        "It does not fit the aims of the network."
    )
