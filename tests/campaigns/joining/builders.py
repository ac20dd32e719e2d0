"""An application to join the network, and the browsers of whoever deals with it."""

from typing import Any

from django.test import Client

from campaigns.joining.rules import JoinSubmission
from campaigns.joining.services.applying import apply_to_join
from campaigns.joining.services.deciding import NetworkEntry, approve_application
from campaigns.models import JoinApplication, Organisation
from directory.models import User
from tests.campaigns.builders import NOW, make_city
from tests.events.pages import Page

JOIN = {"ur": "/ur/network/join/", "en": "/en/network/join/"}
TYPED = {
    "organisation_name": "انجمنِ تعلیم ملتان",
    "organisation_kind": "ngo",
    "city": "multan",
    "work": "بچوں کے لیے شام کے اسکول چلاتی ہے۔",
    "website": "",
    "people_count": "120",
    "full_name": "راشدہ",
    "phone": "0300 1234567",
    "email": "",
    "agreement": "on",
    "consent": "on",
}
# Words by which anything left of the contact person would be found again.
TRACES = ("راشدہ", "3001234567", "somebody@example.com")


def submission(**values: Any) -> JoinSubmission:
    """Return what TYPED holds, as the form understood it."""
    fields: dict[str, Any] = {name: TYPED[name] for name in JoinSubmission.__dataclass_fields__}
    return JoinSubmission(**(fields | {"phone": "+923001234567", "people_count": 120} | values))


def make_application(
    *, key: str = "k" * 32, language: str = "ur", now: Any = NOW, **values: Any
) -> JoinApplication:
    """Return an application from Multan."""
    make_city("multan")
    return apply_to_join(submission=submission(**values), key=key, language=language, now=now)


def entry(**values: Any) -> NetworkEntry:
    """Return how a director writes it into the network."""
    fields: dict[str, Any] = {
        "name_en": "Education Society Multan",
        "name_ur": "انجمنِ تعلیم ملتان",
        "work_en": "Runs evening schools for children.",
        "work_ur": "بچوں کے لیے شام کے اسکول چلاتی ہے۔",
        "kind": "ngo",
    }
    return NetworkEntry(**(fields | values))


def approved(actor: User, **values: Any) -> tuple[JoinApplication, Organisation]:
    """Return an application that was approved, and its organisation."""
    made = make_application(**values)
    found = approve_application(application=made, entry=entry(), actor=actor, now=NOW)
    assert found.organisation is not None
    return found, Organisation.objects.get(pk=found.organisation.pk)


def post(client: Client, language: str = "ur", **fields: Any) -> Any:
    """Post TYPED and these, with a fresh key unless one is given."""
    if "key" not in fields:
        fields["key"] = Page(client.get(JOIN[language])).key()
    return client.post(JOIN[language], TYPED | fields)


def confirm(client: Client, language: str = "ur", **fields: Any) -> Any:
    """Post as the button of the check page does."""
    return post(client, language, confirmed="1", **fields)
