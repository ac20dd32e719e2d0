"""Cards: what is live, public and written in its own language."""

import pytest

from site_pages.models.cards import cards_above, topic_cards
from tests.site_pages.builders import home, make_listing, make_topic

pytestmark = pytest.mark.django_db


def test_topic_cards_are_those_below_a_listing() -> None:
    make_topic("ur", "about")
    make_topic("ur", "signs", make_listing())

    assert [card.url for card in topic_cards(home("ur"), limit=6)] == ["/ur/learn/signs/"]


def test_cards_above_lead_from_the_outside_in() -> None:
    topic = make_topic("ur", "signs", make_listing())

    assert [card.url for card in cards_above(topic)] == ["/ur/learn/"]
    assert cards_above(make_topic("ur", "about")) == []
