"""What is published is found from that moment on."""

import pytest
from django.test import Client

from site_pages.models import SearchEntry
from site_pages.services.publishing import publish_together
from tests.site_pages.drafts import edit, make_agreeing

pytestmark = pytest.mark.django_db


def test_words_published_in_both_languages_are_found_at_once(client: Client) -> None:
    urdu, english = make_agreeing(is_sensitive=True, is_live=False)
    before = SearchEntry.objects.count()

    publish_together(page=english, user=None)

    found = [entry.page_id for entry in SearchEntry.objects.order_by("language")]
    assert (before, found) == (0, [english.pk, urdu.pk])
    assert f'href="{english.get_url()}"' in client.get("/en/search/?q=know").content.decode()


def test_draft_is_not_found_before_it_is_published() -> None:
    _urdu, english = make_agreeing()
    before = SearchEntry.objects.get(page=english).digest

    edit(english, intro="Unpublished words.")

    assert SearchEntry.objects.get(page=english).digest == before
