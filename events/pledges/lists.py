"""Pledges in the words of the desk: states, groups, hours as a picture, outcomes of messages."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.enums import MessageOutcome, PledgeState
from campaigns.models import PledgeMeasure, ReceivedBatch
from campaigns.rules.received import Received
from campaigns.rules.screening import Alarm, AlarmKind, Group
from campaigns.rules.wall import WallFault
from campaigns.selectors.screening import HourCount
from campaigns.views.labels import STATE_LABELS
from events.selectors import moment_words
from participants.rules.phones import national_form
from urdu.isolation import isolate_html

BAR_WIDTH, BAR_STEP, PICTURE_HEIGHT = 8, 10, 100
GROUP_TITLES: dict[str, Promise] = {
    AlarmKind.EMAIL_DOMAIN: gettext_lazy("E-mail domain"),
    AlarmKind.EMAIL_PREFIX: gettext_lazy("E-mail begins with"),
    AlarmKind.PHONE_PREFIX: gettext_lazy("Phone begins with"),
    AlarmKind.ADDRESS_BLOCK: gettext_lazy("Neighbourhood of the network"),
}
GROUP_NOTES: dict[str, Promise] = {
    AlarmKind.ADDRESS_BLOCK: gettext_lazy(
        "Pledges sent from one stretch of network addresses: a school, an office, or a part of a "
        "mobile network. The code hides the address, and the same place has another one each day."
    ),
}
ALARM_TITLES: dict[str, Promise] = {
    **GROUP_TITLES,
    AlarmKind.HOUR: gettext_lazy("Far more than usual in one hour"),
}
FAULT_LABELS: dict[str, Promise] = {
    WallFault.EMPTY: gettext_lazy("No name"),
    WallFault.LONG: gettext_lazy("Too long for a name"),
    WallFault.LINK: gettext_lazy("Holds a link"),
    WallFault.NUMBER: gettext_lazy("Holds a number"),
    WallFault.TRICK: gettext_lazy("Holds hidden signs"),
    WallFault.HATE: gettext_lazy("Holds an insult or a slogan"),
}
OUTCOME_LABELS: dict[str, Promise] = {
    MessageOutcome.COUNTED: gettext_lazy("A pledge waits and is counted"),
    MessageOutcome.COUNTED_BEFORE: gettext_lazy("Counted already"),
    MessageOutcome.OTHER_NUMBER: gettext_lazy("The code belongs to another number"),
    MessageOutcome.NO_PLEDGE: gettext_lazy("No pledge of this number"),
    MessageOutcome.UNREADABLE: gettext_lazy("No mobile number in this line"),
}
SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; see components/data_table.html."""

    label: str
    value: str | SafeString
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One number and what it counts."""

    label: str
    number: int

    @property
    def value(self) -> SafeString:
        """The number as it stands in a list of facts."""
        return number(self.number)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in the picture's own units, from the top left."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Pledges by the hour, as bars and as the rows of a table.

    `starts` and `ends` say day and hour of the first and the last bar; `midnights` are where a
    day ends, in the picture's own units.
    """

    width: int
    height: int
    bar_width: int
    bars: list[Bar]
    midnights: list[int]
    starts: SafeString
    ends: SafeString
    columns: list[str]
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """What stands out, and the fields that mean it."""

    title: str
    value: SafeString
    made: int
    counted: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """What was done to pledges: to how many, when, by whom, and whether it was taken back."""

    title: str
    pledges: int
    at: SafeString
    by: str
    is_undone: bool
    undo_url: str = ""


def tiles_of(counts: dict[str, int]) -> list[Tile]:
    """Return the states with their counts; together they are all rows."""
    return [Tile(str(STATE_LABELS[state]), count) for state, count in counts.items()]


def number(value: int) -> SafeString:
    """Return a number that keeps its order."""
    return mark_safe(isolate_html(str(value)))


def table_of(kind: AlarmKind, groups: Sequence[Group]) -> list[list[Cell]]:
    """Return the rows of a table of groups."""
    title, made, counted = columns_of(kind)
    return [
        [
            Cell(title, _value(group.value), "main"),
            Cell(made, number(group.made), "number"),
            Cell(counted, number(group.counted), "number"),
        ]
        for group in groups
    ]


def columns_of(kind: AlarmKind) -> list[str]:
    """Return the headings of a table of groups."""
    return [str(GROUP_TITLES[kind]), _("Pledges"), _("Counted")]


def _value(value: str) -> SafeString:
    shown = national_form(value).replace("-", "") if value.startswith("+92") else value
    return mark_safe(isolate_html(shown))


def alarm_of(alarm: Alarm, language: str) -> AlarmLine:
    """Return what stands out, in words, and what a measure of it would be about."""
    if alarm.kind != AlarmKind.HOUR:
        value, fields = _value(alarm.value), {alarm.kind.value: alarm.value}
    else:
        begins = datetime.datetime.fromisoformat(alarm.value)
        ends = begins + datetime.timedelta(hours=1)
        value = moment_words(begins, language)
        form = "%Y-%m-%dT%H:%M"
        fields = {
            "since": timezone.localtime(begins).strftime(form),
            "until": timezone.localtime(ends).strftime(form),
        }
    title = str(ALARM_TITLES[alarm.kind])
    fields |= {"mark": PledgeState.SUSPECT.value}
    return AlarmLine(title, value, alarm.made, alarm.counted, fields)


def trend_of(hours: Sequence[HourCount], language: str) -> Trend:
    """Return the hours as a picture and as a table of those in which anybody pledged."""
    most = max((hour.made for hour in hours), default=0) or 1
    columns = [_("Hour"), _("Pledges"), _("Counted")]
    bars = []
    for at, hour in enumerate(hours):
        height = round(PICTURE_HEIGHT * hour.made / most)
        if height:
            bars.append(Bar(at * BAR_STEP, PICTURE_HEIGHT - height, height))
    rows = [
        [
            Cell(columns[0], moment_words(hour.begins_at, language), "main"),
            Cell(columns[1], number(hour.made), "number"),
            Cell(columns[2], number(hour.counted), "number"),
        ]
        for hour in reversed(hours)
        if hour.made
    ]
    return Trend(
        width=len(hours) * BAR_STEP,
        height=PICTURE_HEIGHT,
        bar_width=BAR_WIDTH,
        bars=bars,
        midnights=[
            at * BAR_STEP
            for at, hour in enumerate(hours)
            if at and timezone.localtime(hour.begins_at).hour == 0
        ],
        starts=moment_words(hours[0].begins_at, language),
        ends=moment_words(hours[-1].begins_at, language),
        columns=columns,
        rows=rows,
    )


def measure_line(measure: PledgeMeasure, language: str, undo_url: str = "") -> MeasureLine:
    """Return what was done to pledges, in words."""
    return MeasureLine(
        title=str(STATE_LABELS[measure.mark]),
        pledges=measure.pledge_count,
        at=moment_words(measure.made_at, language),
        by=measure.made_by.username,
        is_undone=measure.undone_at is not None,
        undo_url=undo_url,
    )


def batch_line(batch: ReceivedBatch, language: str, undo_url: str) -> MeasureLine:
    """Return what a sheet did, in words."""
    return MeasureLine(
        title=_("Messages brought in"),
        pledges=batch.counted_count,
        at=moment_words(batch.made_at, language),
        by=batch.made_by.username,
        is_undone=batch.undone_at is not None,
        undo_url="" if batch.undone_at else undo_url,
    )


def received_rows(
    lines: Sequence[Received], outcomes: Sequence[MessageOutcome]
) -> list[list[Cell]]:
    """Return each line of a sheet with what it would do; numbers by their last four digits."""
    columns = received_columns()
    return [
        [
            Cell(columns[0], number(at), "serial"),
            Cell(
                columns[1],
                mark_safe(isolate_html(f"…{one.phone[-SHOWN_DIGITS:]}")) if one.phone else "",
                "main",
            ),
            Cell(columns[2], str(OUTCOME_LABELS[outcome])),
        ]
        for at, (one, outcome) in enumerate(zip(lines, outcomes, strict=True), 1)
    ]


def received_columns() -> list[str]:
    """Return the headings of such a table."""
    return [_("No."), _("Phone, last four digits"), _("What it does")]
