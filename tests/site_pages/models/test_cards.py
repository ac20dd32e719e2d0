"""Cards: what is live, public and written in its own language."""

import pytest
from wagtail.models import PageViewRestriction

from site_pages.models.cards import cards_above, cards_below, topic_cards
from tests.site_pages.builders import home, locale, make_listing, make_topic

pytestmark = pytest.mark.django_db


def test_cards_below_leave_out_drafts_private_pages_and_aliases() -> None:
    listing = make_listing("en")
    make_topic("en", "shown", listing, title="Shown", intro="In short")
    make_topic("en", "draft", listing, live=False)
    private = make_topic("en", "private", listing)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    urdu = make_topic("ur", "alias", make_listing("ur", translation_key=listing.translation_key))
    urdu.copy_for_translation(locale("en"), alias=True)

    cards = cards_below(listing)

    assert listing.get_children().count() == 4
    assert [(card.title, card.intro, card.url) for card in cards] == [
        ("Shown", "In short", "/en/learn/shown/")
    ]


def test_topic_cards_are_those_below_a_listing() -> None:
    make_topic("ur", "about")
    make_topic("ur", "signs", make_listing())

    assert [card.url for card in topic_cards(home("ur"), limit=6)] == ["/ur/learn/signs/"]


def test_cards_above_lead_from_the_outside_in() -> None:
    topic = make_topic("ur", "signs", make_listing())

    assert [card.url for card in cards_above(topic)] == ["/ur/learn/"]
    assert cards_above(make_topic("ur", "about")) == []
