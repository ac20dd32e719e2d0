"""A seminar for invited people, and guests to invite."""

from typing import Any

from events.enums import Audience, StakeholderGroup
from events.models import Event, Invitation
from events.registration.rules import Guest
from events.registration.services.invitations import invite, issue_code
from tests.events.registration.builders import NOW, make_walk


def make_seminar(*, capacity: int = 10, **schedule: Any) -> Event:
    """Make a published event of 1 August 2027 to which only invited people come."""
    return make_walk(capacity=capacity, audience=Audience.INVITATION, **schedule)


def guest(name: str = "نسرین اختر", **values: Any) -> Guest:
    """Return a journalist with an e-mail address and two seats."""
    facts: dict[str, Any] = {
        "organisation": "Daily Example",
        "phone": "",
        "email": f"{name.encode().hex()[:40]}@example.org",
        "group": StakeholderGroup.MEDIA,
        "seats": 2,
    }
    return Guest(full_name=name, **(facts | values))


def invited(event: Event, name: str = "نسرین اختر", **values: Any) -> Invitation:
    """Invite somebody and return the invitation."""
    invite(event=event, guests=[guest(name, **values)], language="ur", now=NOW)
    return Invitation.objects.select_related("contact").get(event=event, contact__full_name=name)


def code_of(invitation: Invitation) -> str:
    """Return a code that opens the invitation."""
    return issue_code(invitation=invitation, now=NOW)
