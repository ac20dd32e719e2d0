"""Slugs: English, and none of the site's own."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import get_page_models

from site_pages.models.base import ContentPage, ContentPageForm
from site_pages.models.panels import LanguagePanel
from site_pages.models.topic import TopicPage
from site_pages.rules.addresses import RESERVED_SLUGS
from tests.site_pages.builders import home, make_listing, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_reserved_slug_is_refused_at_the_top(slug: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make_topic("ur", slug)

    assert list(refused.value.message_dict) == ["slug"]


def test_reserved_slug_is_free_further_down() -> None:
    page = make_topic("ur", "help", make_listing())

    assert page.url_path == "/home/learn/help/"


@pytest.mark.parametrize("slug", ["علامات", "Signs", "two--hyphens", "under_score"])
def test_slug_that_is_not_plain_english_is_refused(slug: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make_topic("ur", slug)

    assert list(refused.value.message_dict) == ["slug"]


def test_form_explains_a_reserved_slug_before_the_page_exists() -> None:
    form_class = TopicPage.get_edit_handler().get_form_class()
    data = {"title": "مدد", "slug": "help", "body-count": "0"}

    form = form_class(data, instance=TopicPage(), parent_page=home("ur"))

    assert issubclass(form_class, ContentPageForm)
    assert "slug" in form.errors


def test_every_kind_of_page_asks_what_kind_of_edit_it_was() -> None:
    kinds = [model for model in get_page_models() if issubclass(model, ContentPage)]
    asking = [
        model
        for model in kinds
        if any(isinstance(panel, LanguagePanel) for panel in model.content_panels)
    ]

    assert kinds
    assert asking == kinds
