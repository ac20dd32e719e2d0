"""Somebody registering with a browser: the form, the check page, the own page."""

from typing import Any

from django.test import Client

from tests.events.pages import Page

FORM = {
    "ur": "/ur/events/walk-lahore-2027/register/",
    "en": "/en/events/walk-lahore-2027/register/",
}
# What CONTRACT.md calls the first five fields.
MINIMAL = {
    "full_name": "کوثر عباس",
    "phone": "0300 1234567",
    "email": "",
    "party_size": "1",
    "consent": "on",
}


def fresh_key(client: Client, language: str = "ur") -> str:
    """Open the form and return its key."""
    return Page(client.get(FORM[language])).key()


def post(client: Client, language: str = "ur", **fields: Any) -> Any:
    """Post the minimal fields and these, with a fresh key unless one is given."""
    if "key" not in fields:
        fields["key"] = fresh_key(client, language)
    return client.post(FORM[language], MINIMAL | fields)


def confirm(client: Client, language: str = "ur", **fields: Any) -> Any:
    """Post as the button of the check page does."""
    return post(client, language, confirmed="1", **fields)
