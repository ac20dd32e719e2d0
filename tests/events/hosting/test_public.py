"""What hosting a walk means, for everybody."""

import pytest
from django.test import Client

from tests import factories
from tests.events.pages import Page
from urdu.isolation import raw_runs


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_public_page_is_shared_by_all_and_leads_to_the_form(client: Client, language: str) -> None:
    factories.make_helpline()

    response = client.get(f"/{language}/host/")

    page = Page(response)
    assert "s-maxage" in response["Cache-Control"]
    assert not response.cookies
    assert f'href="/{language}/host/apply/"' in page.html
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
