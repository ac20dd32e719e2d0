"""Writing down what an event was, adding its photographs and papers, publishing it or not."""

import datetime
import secrets
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction

from directory.models import CampaignImage, User
from documents.photographs import drawn_anew
from documents.presentations import pages_alone
from events.attendance.selectors import attendance_count
from events.models import Event, EventReport, ReportPhotograph, ReportPresentation
from participants.enums import AuditAction
from participants.services import log_list

PUBLISHED_KIND = "report-published"
WITHDRAWN_KIND = "report-withdrawn"
# As large as a page ever shows it.
LONGEST_SIDE = 1200
MOST_PHOTOGRAPHS = 40
MOST_PRESENTATIONS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """What an organiser wrote; texts in pairs, the head-count None where nobody counted."""

    headcount: int | None
    headcount_source: str
    counted_by_en: str
    counted_by_ur: str
    press_note_en: str
    press_note_ur: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotographFacts:
    """What must be known of a photograph before anybody sees it."""

    alt_en: str
    alt_ur: str
    credit: str
    has_consent: bool
    shows_children: bool


@transaction.atomic
def write_report(*, event: Event, facts: ReportFacts, now: datetime.datetime) -> EventReport:
    """Keep what was written; what is published already changes with it."""
    report = report_for_writing(event, now)
    for name in ReportFacts.__dataclass_fields__:
        setattr(report, name, getattr(facts, name))
    report.changed_at = now
    report.save()
    return report


def report_for_writing(event: Event, now: datetime.datetime) -> EventReport:
    """Return the report of an event, begun when there is none."""
    return EventReport.objects.get_or_create(event=event, defaults={"changed_at": now})[0]


@transaction.atomic
def add_photograph(
    *,
    event: Event,
    data: bytes,
    facts: PhotographFacts,
    actor: User,
    now: datetime.datetime,
) -> ReportPhotograph | None:
    """Keep a photograph, drawn anew; None when there are enough. Raises NotAPhotograph."""
    drawn = drawn_anew(data, LONGEST_SIDE)
    report = report_for_writing(event, now)
    if report.photographs.count() >= MOST_PHOTOGRAPHS:
        return None
    image = CampaignImage(
        title=facts.alt_en or event.slug,
        # An address nobody can guess: it is not public before the report is.
        file=ContentFile(drawn, name=f"{secrets.token_urlsafe(24)}.jpg"),
        uploaded_by_user=actor,
        alt_en=facts.alt_en,
        alt_ur=facts.alt_ur,
        credit=facts.credit,
        has_consent=facts.has_consent,
        shows_children=facts.shows_children,
    )
    image.save()
    return ReportPhotograph.objects.create(report=report, image=image, added_at=now)


@transaction.atomic
def remove_photograph(*, event: Event, number: int) -> bool:
    """Delete a photograph with its file; False when there is none."""
    found = ReportPhotograph.objects.filter(report__event=event, pk=number).first()
    if found is None:
        return False
    found.image.delete()
    return True


@transaction.atomic
def add_presentation(
    *, event: Event, data: bytes, titles: dict[str, str], now: datetime.datetime
) -> ReportPresentation | None:
    """Keep a PDF, its pages alone; None when there are enough. Raises NotAPresentation."""
    kept = pages_alone(data)
    report = report_for_writing(event, now)
    if report.presentations.count() >= MOST_PRESENTATIONS:
        return None
    return ReportPresentation.objects.create(
        report=report,
        title_en=titles["en"],
        title_ur=titles["ur"],
        file=ContentFile(kept.data, name=f"{secrets.token_urlsafe(24)}.pdf"),
        byte_count=len(kept.data),
        page_count=kept.page_count,
        added_at=now,
    )


@transaction.atomic
def remove_presentation(*, event: Event, number: int) -> bool:
    """Delete a presentation with its file; False when there is none."""
    found = ReportPresentation.objects.filter(report__event=event, pk=number).first()
    if found is None:
        return False
    file = found.file
    found.delete()
    transaction.on_commit(lambda: file.delete(save=False))
    return True


@transaction.atomic
def publish_report(*, event: Event, actor: User, now: datetime.datetime) -> EventReport:
    """Show the report on the event's public page, with how many were let in until now."""
    report = report_for_writing(event, now)
    report.arrived_count = attendance_count(event).arrived
    report.published_at, report.published_by = now, actor
    report.save(update_fields=["arrived_count", "published_at", "published_by"])
    _log(event, PUBLISHED_KIND, report.arrived_count, actor, now)
    return report


@transaction.atomic
def withdraw_report(*, event: Event, actor: User, now: datetime.datetime) -> bool:
    """Take the report off the public page; False when it was not on it."""
    standing = EventReport.objects.filter(event=event, published_at__isnull=False)
    if not standing.update(published_at=None, published_by=None):
        return False
    _log(event, WITHDRAWN_KIND, 0, actor, now)
    return True


def _log(event: Event, kind: str, count: int, actor: User, now: datetime.datetime) -> None:
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=event.slug,
        columns=[],
        row_count=count,
        now=now,
    )
