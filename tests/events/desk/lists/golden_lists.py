"""The lists whose pictures are kept: each purpose as it looks with real names on it."""

from dataclasses import replace

from django.utils import translation

from documents.engine import render_png
from documents.lists import list_data
from events.desk.lists.paper import Printing, attendee_document
from events.desk.lists.rows import ListRow
from events.desk.lists.shapes import ListShape, heading_of
from events.enums import ListPreset, PartyKind, RegistrationState
from events.models import Event
from tests.events.desk.builders import NOON, register

DOTS_PER_INCH = 70
PEOPLE = (
    ("کوثر پروین", ("ثمینہ گُل", "Bilal Masih")),
    ("Muhammad Ali Khan", ()),
    ("محمد فضل الٰہی", ()),
    ("عبدالغفور (Abdul Ghafoor)", ()),
    ("ٹھیکیدار غلام مصطفیٰ", ("ڀٽو ڪراچي",)),
    ("حافظ محمد یعقوب بن عبدالرحمٰن الشیخوپوری", ()),
)
SCHOOL = "گورنمنٹ گرلز ہائی اسکول، شاد باغ"
OWN = ListShape(
    ListPreset.OWN,
    ("name", "reference", "phone", "party_size", "group_name", "state", "language", "present"),
    blank_row_count=2,
)
SHAPES: dict[str, tuple[str, ListShape]] = {
    "door-ur": ("ur", ListShape(blank_row_count=4)),
    "door-en": ("en", ListShape(blank_row_count=4)),
    "transport-ur": ("ur", ListShape(ListPreset.TRANSPORT, blank_row_count=2)),
    "badges-list-ur": ("ur", ListShape(ListPreset.BADGES, blank_row_count=0)),
    "statistics-ur": ("ur", ListShape(ListPreset.STATISTICS, blank_row_count=0)),
    "own-ur": ("ur", OWN),
}


def picture(event: Event, name: str) -> bytes:
    """Return the first page of one of the lists, as a PNG."""
    language, shape = SHAPES[name]
    with translation.override(language):
        printing = Printing(
            username="organiser-lahore",
            now=NOON,
            language=language,
            heading=heading_of(shape.preset, RegistrationState.CONFIRMED),
            shape=shape,
            sheet_code="" if shape.preset == ListPreset.STATISTICS else "7K2QF",
        )
        document = attendee_document(event=event, rows=_rows(event, language), printing=printing)
    data = list_data(document, 0, len(document.rows), is_last=True)
    return render_png("list", data, DOTS_PER_INCH)[0]


def _rows(event: Event, language: str) -> list[ListRow]:
    rows = []
    for number, (name, party) in enumerate(PEOPLE, 1):
        registration = register(event, name, phone=f"+9239912345{number:02d}", party=party)
        registration.reference = f"LHE-7K2Q{number + 1}"
        rows.append(ListRow(number, registration, party, language))
    school = rows[3].registration
    school.kind, school.group_name = PartyKind.GROUP, SCHOOL
    school.party_size, school.minors_count, school.wants_no_photographs = 60, 55, True
    rows[3] = replace(rows[3], consent_missing=7, arrived_count=35)
    # Ticked: everybody of the party has come.
    rows[1] = replace(rows[1], arrived_count=1)
    return rows
