"""The attendee list as it is drawn: whatever the reference, it stands on one line."""

import pytest
from django.utils import translation

from documents.list_drawing import draw_list
from events.desk.lists.paper import Printing, attendee_document
from events.desk.lists.rows import ListRow
from events.models import Event
from tests.documents.pages import texts_of
from tests.events.desk.builders import NOON, register

# The broadest letters there are in references.
BROADEST = "MWM-WWWWW"


@pytest.mark.parametrize("language", ["ur", "en"])
def test_attendee_document_keeps_the_broadest_reference_on_one_line(
    lahore: Event, language: str
) -> None:
    registration = register(lahore)
    registration.reference = BROADEST
    printing = Printing("organiser-lahore", NOON, language, heading="")
    rows = [ListRow(1, registration, (), language)]

    with translation.override(language):
        document = attendee_document(event=lahore, rows=rows, printing=printing)
        drawn = draw_list(document)

    assert BROADEST in texts_of(drawn)[0]
