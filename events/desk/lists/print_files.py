"""Drawing what the print shop leaves to the worker: everybody's badges, certificates, slips."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from django.db.models import Model, QuerySet

from documents.badges import badges_pdf
from documents.certificates import certificates_pdf
from documents.printing import Palette
from documents.slips import draw_slips
from events.models import Certificate, ConsentSlip, ListFile, Registration
from events.prints.enums import PrintSheet
from events.prints.lists.badges import badge_sheet, badges_of_parties
from events.prints.lists.certificates import certificate_sheet
from events.prints.lists.words import Languages
from events.prints.selectors import parties_on_paper
from events.registration.lists import slip_sheet

Row = TypeVar("Row", bound=Model)
Progress = Callable[[int], None]
# Of numbers in one question to the database.
BATCH = 500


@dataclass(frozen=True, slots=True)
class PrintLook:
    """How a print is to look; `edition` is what it says of its event, as the log keeps it."""

    languages: Languages
    ink: str
    with_unnamed: bool = False
    edition: tuple[str, ...] = ()
    people_count: int = 0

    def as_kept(self) -> dict[str, object]:
        """Return what a file's row keeps of it."""
        return {
            "languages": list(self.languages),
            "ink": self.ink,
            "with_unnamed": self.with_unnamed,
            "edition": list(self.edition),
            "people_count": self.people_count,
        }


def look_of(list_file: ListFile) -> PrintLook:
    """Return how a print was asked for."""
    kept = list_file.look or {}
    return PrintLook(
        languages=tuple(kept["languages"]),
        ink=kept["ink"],
        with_unnamed=kept["with_unnamed"],
        edition=tuple(kept["edition"]),
        people_count=kept["people_count"],
    )


def draw_print(list_file: ListFile, progress: Progress) -> bytes:
    """Return the print as a PDF; raises DrawingFailed.

    `progress` is called with how many of the file's rows are on paper so far.
    """
    draw = {PrintSheet.BADGES.value: _badges, PrintSheet.CERTIFICATES.value: _certificates}
    return draw.get(list_file.sheet, _slips)(list_file, progress)


def _badges(list_file: ListFile, progress: Progress) -> bytes:
    event, look = list_file.event, look_of(list_file)
    found = Registration.objects.select_related("contact", "invitation")
    parties = [party for batch in _loaded(found, list_file) for party in parties_on_paper(batch)]
    made = badges_of_parties(event, parties, look.languages, with_unnamed=look.with_unnamed)
    sheet = badge_sheet(event, look.languages, made)
    # A party is a row of the file, and has as many badges as people.
    scale = list_file.row_count / max(1, len(made))
    return badges_pdf(sheet, Palette(look.ink), lambda count: progress(int(count * scale)))


def _certificates(list_file: ListFile, progress: Progress) -> bytes:
    look = look_of(list_file)
    found = chain.from_iterable(_loaded(Certificate.objects.all(), list_file))
    sheet = certificate_sheet(list_file.event, look.languages, list(found))
    return certificates_pdf(sheet, Palette(look.ink), progress)


def _slips(list_file: ListFile, progress: Progress) -> bytes:
    slips = ConsentSlip.objects.select_related("registration__contact")
    found = chain.from_iterable(_loaded(slips, list_file))
    return draw_slips(slip_sheet(list_file.event, list(found)), progress)


def _loaded(rows: QuerySet[Row], list_file: ListFile) -> Iterator[list[Row]]:
    """Yield the rows of a file in its order; those erased since are left out."""
    numbers = list_file.registration_ids
    for begin in range(0, len(numbers), BATCH):
        batch = numbers[begin : begin + BATCH]
        found = rows.in_bulk(batch)
        yield [found[number] for number in batch if number in found]
