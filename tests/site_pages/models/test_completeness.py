"""What was begun and left empty goes live on no way, and is told by its name."""

from typing import Any

import pytest

from site_pages.enums import EditKind, Refusal
from site_pages.errors import NotPublishable
from site_pages.models.completeness import unfinished_parts
from site_pages.models.workflow import may_be_approved
from site_pages.services.publishing import publish_each, publish_together
from tests.site_pages.drafts import edit, fresh, make_agreeing

pytestmark = pytest.mark.django_db
LEFT: list[tuple[str, Any]] = [
    ("figure", {"number": "12", "statement": "", "source_title": "ILO"}),
    ("call_to_action", {"label": "Register", "page": None, "route": ""}),
]


@pytest.mark.parametrize("block", LEFT)
def test_text_that_lacks_something_is_refused_on_every_way(block: tuple[str, Any]) -> None:
    _urdu, english = make_agreeing()
    english = edit(english, EditKind.MINOR, intro="First!", body=[block])

    with pytest.raises(NotPublishable) as together:
        publish_together(page=english, user=None)
    with pytest.raises(NotPublishable) as alone:
        english.latest_revision.publish()
    many = publish_each(pages=[english], user=None)

    assert together.value.refusal == alone.value.refusal == Refusal.UNFINISHED
    assert [refusal for _page, refusal in many.refused] == [Refusal.UNFINISHED]
    assert not may_be_approved(english, None)
    assert fresh(english).intro == "First."


def test_what_is_missing_is_told_once_by_its_name() -> None:
    _urdu, english = make_agreeing(is_live=False)
    whole = unfinished_parts(english)

    english.title, english.body = "", [*LEFT, LEFT[0]]

    assert whole == []
    assert unfinished_parts(english) == ["Title", "Figure with source", "Call to action"]
