"""What came after the rehearsal: certificates for those who came, and a report, for the desk alone.

The report is written but not published: the event has no public page to stand on.
"""

import datetime

from config.demonstration.rehearsal import SLUG
from directory.models import User
from events.attendance.selectors import attendance_count
from events.desk.services.report import ReportFacts, write_report
from events.enums import HeadcountSource
from events.models import Certificate, Event
from events.prints.services import issue_certificates

NOTE = {
    "en": (
        "On a quiet morning the team of Lahore rehearsed the gate: two desks, one list, one phone "
        "without network. A school and eighteen families took part. What took longest was finding "
        "names; at the walk, a third desk looks them up."
    ),
    "ur": (
        "لاہور کی ٹیم نے صبح سویرے گیٹ کی مشق کی: دو میزیں، ایک فہرست، اور ایک فون نیٹ ورک "
        "کے بغیر۔ ایک اسکول اور اٹھارہ خاندان شریک ہوئے۔ سب سے زیادہ وقت نام ڈھونڈنے میں لگا؛ واک "
        "کے دن نام ڈھونڈنے کے لیے تیسری میز ہو گی۔"
    ),
}


def load_afterwards(now: datetime.datetime) -> int:
    """Issue certificates and write the report; again it adds nothing. Returns certificates."""
    event = Event.objects.get(slug=SLUG)
    actor = User.objects.get(username="organiser-lahore")
    issue_certificates(event=event, actor=actor, now=now)
    facts = ReportFacts(
        headcount=attendance_count(event).arrived,
        headcount_source=HeadcountSource.GATE,
        counted_by_en="Both gates, compared afterwards",
        counted_by_ur="دونوں گیٹ، بعد میں ملا کر دیکھے گئے",
        press_note_en=NOTE["en"],
        press_note_ur=NOTE["ur"],
    )
    write_report(event=event, facts=facts, now=now)
    return Certificate.objects.filter(event=event).count()
