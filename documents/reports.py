"""Reports of several A4 pages: a cover, figures with their meaning, charts, tables, passages."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from documents.engine import render_pdf, render_png
from documents.keeping import fingerprint
from documents.printing import code_data, in_order, pixels_per_inch

TEMPLATE = "report"
DRAWN_WITH = ("report", "print", "paper", "ornament")
WIDTH_MM = 210.0
LONGEST_LINE = 400
LONGEST_PARAGRAPH = 1600


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigure:
    """One number and what it means; `number` is empty where `absence` says why none is told.

    `lines` stand small below: how it is known, of when it is.
    """

    label: str
    number: str
    definition: str
    absence: str = ""
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChart:
    """Bars as (label, number, length in hundredths of the longest)."""

    label: str
    bars: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """Rows under headings; the columns named in `numbers` hold figures, from 0.

    `shares` are the columns' widths against each other.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[int]
    numbers: Sequence[int] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPassage:
    """A few words under a small heading; an address stands on a line of its own."""

    heading: str
    words: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """One part, drawn in this order: words, figures, charts, table, passages.

    The highest heading begins a page where `begins_page` says so.
    """

    heading: str
    words: Sequence[str] = ()
    figures: Sequence[ReportFigure] = ()
    charts: Sequence[ReportChart] = ()
    table: ReportTable | None = None
    passages: Sequence[ReportPassage] = ()
    begins_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report says, in one language ("ur" or "en").

    `stops` are up to three numbers on the cover, each with its words. `running_line` heads every
    page after the first, `made_line` stands at the foot of each. `page_pattern` holds %(page)d
    and %(total)d. `link` is what a camera reads, `address` the same as a person types it.
    """

    language: str
    brand: str
    kicker: str
    title: str
    theme: str
    state: str
    stops: Sequence[tuple[str, str]]
    sections: Sequence[ReportSection]
    helpline_label: str
    helpline: str
    address_label: str
    address: str
    link: str
    running_line: str
    made_line: str
    page_pattern: str


def report_pdf(report: Report) -> bytes:
    """Return the report as a PDF. Raises DrawingFailed when the engine refuses it."""
    return render_pdf(TEMPLATE, report_data(report))


def report_pngs(report: Report, width_pixels: int) -> list[bytes]:
    """Return its pages as pictures."""
    return render_png(TEMPLATE, report_data(report), pixels_per_inch(WIDTH_MM, width_pixels))


def report_fingerprint(report: Report) -> str:
    """Return what changes as soon as a word of the report or the drawing itself does."""
    return fingerprint(json.dumps(report_data(report), sort_keys=True), DRAWN_WITH)


def report_data(report: Report) -> dict[str, object]:
    """Return what documents/templates/report.typ reads."""
    lines = ("brand", "kicker", "title", "theme", "state", "helpline_label", "address_label")
    return {
        "language": report.language,
        **{name: in_order(getattr(report, name)) for name in lines},
        "stops": [[number, in_order(words)] for number, words in report.stops],
        "sections": [_section(section) for section in report.sections],
        "helpline": report.helpline,
        "address": report.address,
        "qr": code_data(report.link),
        "running_line": in_order(report.running_line),
        "made_line": in_order(report.made_line),
        # Isolated in the template, once the figures are known.
        "page_pattern": report.page_pattern,
    }


def _section(section: ReportSection) -> dict[str, object]:
    return {
        "heading": in_order(section.heading),
        "words": [in_order(words, LONGEST_PARAGRAPH) for words in section.words],
        "figures": [_figure(figure) for figure in section.figures],
        "charts": [_chart(chart) for chart in section.charts],
        "table": _table(section.table) if section.table else None,
        "passages": [
            {
                "heading": in_order(passage.heading),
                "words": in_order(passage.words, LONGEST_PARAGRAPH),
                "address": passage.address,
            }
            for passage in section.passages
        ],
        "begins_page": section.begins_page,
    }


def _figure(figure: ReportFigure) -> dict[str, object]:
    return {
        "label": in_order(figure.label),
        "number": figure.number,
        "absence": in_order(figure.absence),
        "definition": in_order(figure.definition, LONGEST_LINE),
        "lines": [in_order(line) for line in figure.lines],
    }


def _chart(chart: ReportChart) -> dict[str, object]:
    return {
        "label": in_order(chart.label),
        "bars": [[in_order(label), number, share] for label, number, share in chart.bars],
    }


def _table(table: ReportTable) -> dict[str, object]:
    return {
        "columns": [in_order(column) for column in table.columns],
        "rows": [
            [
                cell if at in table.numbers else in_order(cell, LONGEST_LINE)
                for at, cell in enumerate(row)
            ]
            for row in table.rows
        ],
        "shares": list(table.shares),
        "numbers": list(table.numbers),
        "note": in_order(table.note, LONGEST_LINE),
    }
