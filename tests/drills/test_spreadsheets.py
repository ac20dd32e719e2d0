"""LibreOffice opens the lists as organisers do: direction, telephones, hours, and no formula.

TRUST.md, "Input": formula cells are inert. Skipped, with a word, where LibreOffice is not here.
"""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.test import Client

from events.models import Event
from tests.drills.counts import keep
from tests.events.desk import builders

pytestmark = [pytest.mark.drill, pytest.mark.django_db]
OFFICE_SECONDS = 180
# A comma, quotes, UTF-8, from the first line: what the dialogue offers at a double click.
AS_CSV = "CSV:44,34,76,1"
NAMES = ("=1+1", "+92 danger", "@SUM(1)", "-2+3", "عائشہ خان", "Sara Ahmad")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
Cells = list[ElementTree.Element]


@pytest.fixture
def walk() -> Event:
    """Return a walk whose people tried to write formulas as their names."""
    event = builders.make_event("lahore")
    for number, name in enumerate(NAMES):
        builders.register(event, name, phone=f"+9239912345{number:02d}", party=("=2*2",))
    return event


def opened(source: Path, folder: Path) -> ElementTree.Element:
    """Return a file as LibreOffice holds it once it is open."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here: sudo apt-get install libreoffice-calc")
    reading = [f"--infilter={AS_CSV}"] if source.suffix == ".csv" else []
    command = [
        office,
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{folder}/profile",
        *reading,
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS)
    made = folder / f"{source.stem}.fods"
    return ElementTree.parse(made).getroot()  # noqa: S314 - written by LibreOffice just now


def rows_of(book: ElementTree.Element) -> list[Cells]:
    """Return the cells of every line that holds something."""
    rows: list[Cells] = []
    for row in book.iter(f"{TABLE}table-row"):
        cells: Cells = []
        for cell in row.iter(f"{TABLE}table-cell"):
            # Like cells beside each other are written once.
            times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            cells += [cell] * min(times, 40)
        if any(said(cell) for cell in cells):
            rows.append(cells)
    return rows


def said(cell: ElementTree.Element) -> str:
    """Return what stands in a cell."""
    return "".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p"))


def is_right_to_left(book: ElementTree.Element) -> bool:
    """Tell whether the first column stands at the right."""
    (sheet,) = book.iter(f"{TABLE}table")
    styles = {style.get(f"{STYLE}name"): style for style in book.iter(f"{STYLE}style")}
    properties = styles[sheet.get(f"{TABLE}style-name")].find(f"{STYLE}table-properties")
    return properties is not None and properties.get(f"{STYLE}writing-mode") == "rl-tb"


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_libreoffice_shows_the_list_as_it_was_meant(
    walk: Event, kind: str, language: str, tmp_path: Path
) -> None:
    client = Client()
    client.force_login(builders.make_organiser(walk))
    response = client.get(f"/{language}/desk/events/{walk.slug}/attendees.{kind}")
    source = tmp_path / f"list.{kind}"
    source.write_bytes(b"".join(response) if response.streaming else response.content)

    book = opened(source, tmp_path)

    heading, *rows = rows_of(book)
    keep(f"libreoffice {kind} {language}", {"rows": len(rows), "columns": len(heading)})
    assert len(rows) == len(NAMES)
    formulas = [cell for cell in book.iter() if cell.get(f"{TABLE}formula")]
    assert [said(cell) for cell in formulas] == []
    # Nobody's name is calculated, nobody's telephone loses its zero.
    assert sorted(said(row[1]).lstrip("'") for row in rows) == sorted(NAMES)
    phones = [(said(row[4]), row[4].get(f"{OFFICE}value-type")) for row in rows]
    assert sorted(phones) == [(f"0399-12345{number:02d}", "string") for number in range(len(NAMES))]
    # Seven in the morning in London is noon in Karachi.
    moments = {cell.get(f"{OFFICE}date-value") for row in rows for cell in row} - {None}
    assert moments == {"2027-07-01T12:00:00"}
    # A sheet of text has no direction of its own.
    assert is_right_to_left(book) == (language == "ur" and kind == "xlsx")
