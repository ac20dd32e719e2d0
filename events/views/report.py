"""What the public page tells of an event afterwards, once its organisers have said so."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from directory.models.image import ShownPicture
from directory.rules import kilobytes
from events.enums import HeadcountSource
from events.models import Event, EventReport
from events.views.facts import prose
from participants.lists import Fact
from urdu.isolation import isolate_html

# Fewer than this could point at somebody: the number is not shown.
SMALLEST_SHOWN = 10
SOURCES: dict[str, Promise] = {
    HeadcountSource.GATE: _("Counted at the gate"),
    HeadcountSource.STEWARDS: _("Counted by stewards on the way"),
    HeadcountSource.ESTIMATE: _("Estimated by the organisers"),
    HeadcountSource.AUTHORITIES: _("Said by the administration or police"),
    HeadcountSource.PRESS: _("Said in the press"),
}


@dataclass(frozen=True, slots=True)
class ShownPhotograph:
    """One photograph with what it shows and who took it."""

    picture: ShownPicture
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class ShownPresentation:
    """One PDF: its title, address and size."""

    title: str
    url: str
    kilobytes: int


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A published report in the page's language."""

    facts: list[Fact]
    press_note: str
    photographs: list[ShownPhotograph]
    presentations: list[ShownPresentation]


def published_report(event: Event, language: str) -> ShownReport | None:
    """Return what is published of an event afterwards; None when nothing is."""
    report = EventReport.objects.filter(event=event, published_at__isnull=False).first()
    return shown_report(report, language) if report else None


def shown_report(report: EventReport, language: str) -> ShownReport:
    """Return a report as its page shows it; pictures without consent or with children stay out."""
    rows = report.photographs.select_related("image").prefetch_related("image__renditions")
    images = [row.image for row in rows]
    return ShownReport(
        facts=_facts(report, language),
        press_note=getattr(report, f"press_note_{language}"),
        photographs=[
            ShownPhotograph(
                picture=shown,
                alt=getattr(image, f"alt_{language}"),
                credit=image.credit,
            )
            for image in images
            if (shown := image.shown)
        ],
        presentations=_presentations(report, language),
    )


def _presentations(report: EventReport, language: str) -> list[ShownPresentation]:
    return [
        ShownPresentation(
            getattr(row, f"title_{language}"),
            row.file.url,
            kilobytes(row.byte_count),
        )
        for row in report.presentations.all()
    ]


def _facts(report: EventReport, language: str) -> list[Fact]:
    pairs: Sequence[tuple[str, int | None, str]] = (
        (gettext("People who came"), report.headcount, _source(report, language)),
        (gettext("Let in with a registration or at the gate"), report.arrived_count, ""),
    )
    return [
        Fact(label, _number(count, words))
        for label, count, words in pairs
        if count is not None and count >= SMALLEST_SHOWN
    ]


def _number(count: int, words: str) -> SafeString:
    number = isolate_html(f"{count:,}")
    return mark_safe(f"{number} · {prose(words)}") if words else mark_safe(number)


def _source(report: EventReport, language: str) -> str:
    by = getattr(report, f"counted_by_{language}")
    source = str(SOURCES[report.headcount_source]) if report.headcount_source else ""
    return f"{source} ({by})" if by else source
