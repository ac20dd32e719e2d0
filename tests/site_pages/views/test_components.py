"""The page of components: drawn in development, absent everywhere else."""

import pytest
from django.test import Client
from pytest_django import Settings

from site_pages.selectors.specimens import components
from site_pages.views.components import specimens_of
from tests.site_pages.reading import html_of
from urdu.isolation import raw_runs

SAMPLED = [component for component in components() if component.states]


@pytest.mark.django_db
def test_components_page_is_absent_outside_development(client: Client) -> None:
    assert client.get("/en/components/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_components_page_shows_each_component_in_both_languages(
    client: Client, settings: Settings, language: str
) -> None:
    settings.DEBUG = True

    page = html_of(client.get(f"/{language}/components/"))

    for component in SAMPLED:
        assert f'id="component-{component.name}"' in page
    assert "کوثر پروین" in page
    assert "Kausar Parveen" in page


@pytest.mark.django_db
def test_urdu_samples_hold_no_raw_number() -> None:
    raw = {
        component.name: raw_runs(drawn)
        for component in SAMPLED
        for specimen in specimens_of(component)
        for language, drawn in specimen.drawn
        if language == "ur" and raw_runs(drawn)
    }

    assert raw == {}
