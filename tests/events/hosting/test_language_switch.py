"""Changing the language between the form and the application."""

import pytest
from django.test import Client

from events.models import HostApplication
from tests import factories
from tests.events.hosting.builders import APPLY, post
from tests.events.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_language_switch_keeps_what_was_typed(client: Client) -> None:
    factories.make_city("multan")
    urdu = Page(post(client))

    address, sent = urdu.switch()
    english = Page(client.post(address, sent))

    assert address == APPLY["en"]
    assert english.heading() == "Is everything right?"
    token_apart = {"csrfmiddlewaretoken": ""}
    assert english.fields() | token_apart == urdu.fields() | token_apart
    assert HostApplication.objects.count() == 0
