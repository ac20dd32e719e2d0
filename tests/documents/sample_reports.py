"""A report as tests draw it: every kind of part, usual words or the longest there are."""

from dataclasses import replace

from documents.reports import (
    Report,
    ReportChart,
    ReportFigure,
    ReportPassage,
    ReportSection,
    ReportTable,
)
from tests.documents.sample_prints import ADDRESS, PHONE, poster

_SAID = {
    "kicker": ("سالانہ رپورٹ", "Yearly report"),
    "state": (
        "سال ابھی جاری ہے۔ یہ اتوار، 22 نومبر 2026، دوپہر 12:15 بجے تک کے اعداد ہیں۔",
        "The year so far, as of Sunday, 22 November 2026, 12:15 pm.",
    ),
    "registered": ("رجسٹرڈ افراد", "People registered"),
    "pledges": ("عہد", "Pledges"),
    "heading": ("سال، اعداد میں", "The year in numbers"),
    "definition": (
        "وہ لوگ جن کی جگہ پکی ہے، گروپ کا ہر فرد الگ گنا گیا ہے؛ انتظار کی فہرست والے شامل نہیں۔",
        "People with a confirmed place, every head of a group counted; nobody on a waiting list.",
    ),
    "absence": ("درج نہیں، یا دس سے کم", "Not recorded, or fewer than ten"),
    "counted": ("گنتی کا وقت: اتوار، 22 نومبر 2026", "Counted: Sunday, 22 November 2026"),
    "city": ("شہر", "City"),
    "lahore": ("لاہور", "Lahore"),
    "karachi": ("کراچی", "Karachi"),
    "dash": ("لکیر: کچھ نہیں گنا گیا", "A dash: nothing was counted"),
    "count_again": ("دوبارہ گنتی", "Count again"),
    "command": ("اس کمانڈ سے:", "With this command:"),
    "address": ("یہی اعداد، ہر وقت تازہ:", "The same numbers, always up to date:"),
    "made": ("تیاری کا دن: اتوار، 22 نومبر 2026", "Made on Sunday, 22 November 2026"),
    "page": ("صفحہ %(page)d از %(total)d", "Page %(page)d of %(total)d"),
}


def report(language: str, *, is_longest: bool = False) -> Report:
    """Return a report of three pages."""
    said = {name: pair[language == "en"] for name, pair in _SAID.items()}
    usual = poster((language,), is_longest=is_longest)
    words = {name: dict(getattr(usual, name)).get(language, "") for name in ("title", "theme")}
    return Report(
        language=language,
        brand=dict(usual.brand)[language],
        kicker=said["kicker"],
        title=words["title"],
        theme=words["theme"],
        state=said["state"],
        stops=[("1,878", said["registered"]), ("209", said["pledges"]), ("64", said["lahore"])],
        sections=[_numbers(said), _cities(said), _origin(said)],
        helpline_label=dict(usual.helpline_label)[language],
        helpline=PHONE,
        address_label=said["address"],
        address=ADDRESS,
        link=f"https://{ADDRESS}",
        running_line=f"{words['title']} · {said['kicker']}",
        made_line=said["made"],
        page_pattern=said["page"],
    )


def with_words(whole: Report, words: str) -> Report:
    """Return the same report with these words wherever people may write."""
    section = whole.sections[0]
    typed = replace(section, heading=words, words=[words])
    return replace(whole, title=words, theme=words, sections=[typed, *whole.sections[1:]])


def _numbers(said: dict[str, str]) -> ReportSection:
    told = ReportFigure(
        label=said["registered"],
        number="1,878",
        definition=said["definition"],
        lines=[said["counted"]],
    )
    hidden = replace(told, label=said["pledges"], number="", absence=said["absence"], lines=[])
    return ReportSection(
        heading=said["heading"],
        words=[said["definition"]],
        figures=[told, hidden, hidden, told],
        begins_page=True,
    )


def _cities(said: dict[str, str]) -> ReportSection:
    bars = [(said["lahore"], "1,000", 100), (said["karachi"], "878", 88)]
    return ReportSection(
        heading=said["city"],
        charts=[ReportChart(label=said["registered"], bars=bars)] * 2,
        table=ReportTable(
            columns=[said["city"], said["registered"], said["pledges"]],
            rows=[[said["lahore"], "1,000", "209"], [said["karachi"], "878", "–"]],
            shares=[4, 3, 3],
            numbers=[1, 2],
            note=said["dash"],
        ),
        begins_page=True,
    )


def _origin(said: dict[str, str]) -> ReportSection:
    passage = ReportPassage(
        heading=said["count_again"],
        words=said["command"],
        address="manage.py recompute --check",
    )
    return ReportSection(heading=said["count_again"], passages=[passage, passage])
