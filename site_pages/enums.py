"""What an editor did to a text, how a text stands, and why it may not be published."""

from enum import StrEnum

from django.db import models


class EditKind(models.TextChoices):
    """What an editor says of the changes made; asked once with each saving."""

    CHANGE = "change", "I changed what the page says: the other language must follow"
    MINOR = "minor", "Only spelling, wording or layout: the other language stays as it is"
    WORKING = "working", "Not finished: this text is still older than the other language"
    CAUGHT_UP = "caught_up", "Finished: this text now says what the other language says"


class TextState(models.TextChoices):
    """How one language of a page stands against the other."""

    FRESH = "fresh", "Fresh"
    STALE = "stale", "Stale"
    MISSING = "missing", "Missing"


class Plan(StrEnum):
    """What became of a time to go live."""

    SCHEDULED = "scheduled"
    # The draft names a time, but nobody has published it yet.
    NAMED = "named"
    MISSED = "missed"
    # Missed by a safety page whose languages do not say the same.
    MISSED_BY_AGE = "missed_by_age"


class Refusal(models.TextChoices):
    """Why a text may not be published, and what to do about it."""

    OTHER_MISSING = (
        "other_missing",
        (
            "Readers of the other language would not find this safety page. Write it there too, "
            "then publish both together."
        ),
    )
    TEXTS_DIFFER = (
        "texts_differ",
        (
            "On a safety page both languages must say the same. Bring the older text up to date, "
            "mark it as finished, then publish both together."
        ),
    )
    UNTRANSLATED = (
        "untranslated",
        (
            "This text is still a copy in the other language. Write it, then mark it as finished "
            "before publishing."
        ),
    )
    OWN_PAGE = (
        "own_page",
        "You wrote part of this safety page: somebody else has to read and publish it.",
    )
    PICTURE = (
        "picture",
        (
            "A picture on this page may not be shown: it needs consent on record, no recognisable "
            "child, and a description in both languages."
        ),
    )
    FILE = (
        "file",
        (
            "A download or a sound on this page may not be offered: a download needs a title in "
            "both languages and its own language, a sound its transcript and the speaker's consent."
        ),
    )
    UNFINISHED = (
        "unfinished",
        (
            "Something on this page is still empty or does not fit: the list “Before it goes "
            "live” names it. Open the text, fill it in and save."
        ),
    )
    CONSENT = (
        "consent",
        (
            "A story needs a consent that holds on the day it appears: choose one that is not "
            "over and not withdrawn."
        ),
    )
    EMBARGO = (
        "embargo",
        (
            "It would be read before its hour of release. Plan the publishing for that hour or "
            "later; both languages then go live by themselves."
        ),
    )


class ConsentKind(models.TextChoices):
    """How somebody agreed that their story is told."""

    WRITTEN = "written", "In writing"
    RECORDED = "recorded", "As a recording"
    PUBLISHED_SOURCE = "published-source", "Told from what is published already: name the source"


class ConsentKeeper(models.TextChoices):
    """Which office keeps the paper or recording."""

    DIRECTOR = "director", "The director"
    DATA_OFFICER = "data-officer", "The data officer"
    PARTNER = "partner", "The partner organisation that spoke with the person"


class DayPrecision(models.TextChoices):
    """How exactly a day is known; nothing is invented."""

    DAY = "day", "day"
    MONTH = "month", "month"
    YEAR = "year", "year"


class ForwardWay(models.TextChoices):
    """How a message is sent on."""

    WHATSAPP = "whatsapp", "WhatsApp"
    SMS = "sms", "Text message"
