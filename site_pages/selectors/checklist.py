"""What an editor should have seen to before a text goes live: told, with what to do."""

import re
from dataclasses import dataclass
from typing import Any

from site_pages.models.completeness import unfinished_parts
from site_pages.models.publishing import is_safety_page
from site_pages.models.showing import files_of, pictures_of
from site_pages.models.versions import latest_versions, texts_of
from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.agreement import agree

SOURCED = ("figure", "quote")
WORDS_A_MINUTE = 180
# Longer pages are left before their end, and cost the reader's data.
LONGEST_MINUTES = 6
URDU_LETTER = re.compile(r"[\u0600-\u06ff]")
LATIN_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list."""

    label: str
    is_done: bool
    advice: str = ""


def checklist_for(draft: Any) -> list[Check]:
    """Return the checks of a page's draft, in the order in which a reader meets the things."""
    blocks = list(getattr(draft, "body", None) or [])
    checks = [
        _title_in_its_language(draft),
        _languages(draft),
        Check(
            "Words for search engines and messengers",
            bool(draft.search_description or draft.intro),
            "Write an intro, or a search description under “Promote”.",
        ),
        _pictures(draft),
        _files(draft),
        Check(
            "Figures and quotations name their source",
            all(block.value["source_title"] for block in blocks if block.block_type in SOURCED),
            "Without a source it is a rumour: name who says so, and the year.",
        ),
    ]
    if all(check.is_done for check in checks[2:]):
        # What a line above tells already is not told twice.
        checks.append(_all_filled_in(draft))
    checks.append(_length(draft))
    if draft.shared_fields:
        checks.append(_shared_facts(draft))
    if is_safety_page(draft):
        has_helpline = any(block.block_type == "helpline" for block in blocks)
        advice = "Add a helpline block where somebody in danger would stop reading."
        checks.append(Check("A helpline stands in the text", has_helpline, advice))
    return checks


def _title_in_its_language(draft: Any) -> Check:
    is_urdu = draft.locale.language_code == "ur"
    wanted, other = (URDU_LETTER, LATIN_LETTER) if is_urdu else (LATIN_LETTER, URDU_LETTER)
    has_its_letters = len(wanted.findall(draft.title)) > len(other.findall(draft.title))
    name = "Urdu" if is_urdu else "English"
    return Check(f"The title is in {name}", has_its_letters, "It still has the other's letters.")


def _all_filled_in(draft: Any) -> Check:
    parts = unfinished_parts(draft)
    return Check("Everything is filled in", not parts, f"Look again at: {', '.join(parts)}.")


def _languages(draft: Any) -> Check:
    """Compare the newest drafts: a page that stands in one language alone is told too."""
    versions = latest_versions(texts_of(draft))
    advice = "Write the other language, or bring it up to date, and mark it as finished."
    return Check(
        "Both languages say the same", set(LANGUAGES) <= versions.keys() and agree(versions), advice
    )


def _shared_facts(draft: Any) -> Check:
    """Compare what is no text (day, city, consent) with the other language's newest draft."""
    others = type(draft).objects.filter(translation_key=draft.translation_key)
    newest = [other.get_latest_revision_as_object() for other in others.exclude(pk=draft.pk or 0)]
    do_agree = all(
        getattr(other, name) == getattr(draft, name)
        for other in newest
        for name in draft.shared_fields
    )
    names = [str(draft._meta.get_field(name).verbose_name) for name in draft.shared_fields]
    advice = "One of them is out of date: open both texts and compare."
    return Check(f"Both languages agree on: {', '.join(names)}", do_agree, advice)


def _pictures(draft: Any) -> Check:
    return Check(
        "Pictures have consent and a description",
        all(picture.is_publishable for picture in pictures_of(draft)),
        "Open the picture: consent on record, no recognisable child, a description in both.",
    )


def _files(draft: Any) -> Check:
    return Check(
        "Downloads and sounds are described",
        all(file.is_publishable for file in files_of(draft)),
        "A download: titles and its language. A sound: every word as text, and consent.",
    )


def _length(draft: Any) -> Check:
    minutes = max(1, round(_word_count(draft) / WORDS_A_MINUTE))
    unit = "minute" if minutes == 1 else "minutes"
    advice = "Split it, or leave something out: most people read on a telephone."
    return Check(f"Reads in about {minutes} {unit}", minutes <= LONGEST_MINUTES, advice)


def _word_count(draft: Any) -> int:
    texts = [draft.title, draft.intro]
    for stream in draft.streams():
        texts += stream.stream_block.get_searchable_content(stream)
    return sum(len(str(text).split()) for text in texts)
