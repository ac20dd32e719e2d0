"""Which group may do what, what keeps accounts shut, which part of a file is asked for."""

import datetime
import hashlib
import re
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from directory.enums import PictureState

# Long enough for somebody who reads WhatsApp at the weekend.
LINK_LIFETIME = datetime.timedelta(days=7)
# Under these names a session notes when its owner came in and was last seen; Unix times.
BEGAN_AT = "staff_began_at"
SEEN_AT = "staff_seen_at"
# Numbers change hands: after a year without a check the page says so.
HELPLINE_STALE_AFTER = datetime.timedelta(days=365)
APP_CODE_LENGTH = 6
# As phones count what is left of a data bundle.
BYTES_IN_KILOBYTE = 1000
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
# Figures only: they are typed on the same keypad as the app's code, in any language.
RECOVERY_CODE_LENGTH = 12
RECOVERY_CODE_COUNT = 10

CMS = "wagtailadmin.access_admin"
WORDS = (
    "simple_translation.submit_translation",
    "events.view_event",
    "events.change_event",
    "campaigns.view_campaign",
    "campaigns.change_campaign",
    "campaigns.view_organisation",
    "campaigns.change_organisation",
    "directory.view_helpline",
    "directory.change_helpline",
    "directory.view_city",
    "directory.view_soundfile",
    "events.view_venue",
    "events.change_venue",
    "site_pages.view_storyconsent",
)
PLANNING = (
    "events.add_event",
    "events.publish_event",
    "events.view_schedule",
    "events.change_schedule",
    "events.view_places",
    "events.change_places",
    "events.add_venue",
    "events.view_publicholiday",
    "events.add_publicholiday",
    "events.change_publicholiday",
    "events.delete_publicholiday",
    "campaigns.add_organisation",
    "directory.add_helpline",
    "site_pages.add_storyconsent",
    "site_pages.change_storyconsent",
    "directory.add_soundfile",
    "directory.change_soundfile",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)
# Accounts are made and suspended on the desk, which logs it; never by rights in the CMS.
STAFF = ("directory.manage_staff",)
# Data officers answer for lists, numbers, the log and deletion; they run no event.
PEOPLE = (
    "events.list_every_event",
    "participants.view_auditentry",
    "campaigns.manage_pledges",
)
RUNNING = (
    "events.manage_every_event",
    "campaigns.manage_network",
    "events.delete_event",
    "events.delete_venue",
    "campaigns.add_campaign",
    "campaigns.delete_campaign",
    "campaigns.delete_organisation",
    "directory.add_city",
    "directory.change_city",
    "directory.delete_city",
    "directory.delete_helpline",
    "directory.delete_soundfile",
)


@dataclass(frozen=True, slots=True)
class GroupRights:
    """What a group may do with records, pages and pictures."""

    permissions: tuple[str, ...]
    page_rights: tuple[str, ...] = ()
    image_rights: tuple[str, ...] = ()
    file_rights: tuple[str, ...] = ()


GROUPS: dict[str, GroupRights] = {
    "Directors": GroupRights(
        (CMS, *WORDS, *PLANNING, *RUNNING, *PEOPLE, *STAFF),
        ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        ("add_image", "change_image", "choose_image"),
        ("add_document", "change_document", "choose_document"),
    ),
    "Data officers": GroupRights(PEOPLE),
    "Editors": GroupRights(
        (CMS, *WORDS, *PLANNING),
        ("add_page", "change_page", "publish_page"),
        ("add_image", "change_image", "choose_image"),
        ("add_document", "change_document", "choose_document"),
    ),
    "Translators": GroupRights(
        (CMS, *WORDS), ("add_page", "change_page"), ("choose_image",), ("choose_document",)
    ),
    "Reviewers": GroupRights(
        (CMS, *WORDS, "events.publish_event"),
        ("change_page", "publish_page", "lock_page", "unlock_page"),
        ("choose_image",),
        ("choose_document",),
    ),
}


def link_hash(token: str) -> str:
    """Return the hex SHA-256 under which the token of an account's link is kept."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def recovery_fingerprint(user_id: int, code: str) -> str:
    """Return the 16 hex digits under which a recovery code is kept.

    Twelve figures could be tried out by whoever stole the table, so SECRET_KEY has a part in it.
    """
    keyed = salted_hmac("directory.recovery-code", f"{user_id}:{code}", algorithm="sha256")
    return keyed.hexdigest()[:16]


def has_session_ended(
    *, began_at: float, seen_at: float, now: float, idle_seconds: int, longest_seconds: int
) -> bool:
    """Tell whether a staff session is over, by idleness or by age; Unix times."""
    return now - seen_at > idle_seconds or now - began_at > longest_seconds


def is_stale(checked_on: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether a number was last checked too long ago, or nobody noted when."""
    return checked_on is None or today - checked_on > HELPLINE_STALE_AFTER


def kilobytes(byte_count: int) -> int:
    """Return the size of a file as readers are told it: at least one."""
    return max(1, round(byte_count / BYTES_IN_KILOBYTE))


def picture_state(
    *,
    has_consent: bool,
    consent_ends_on: datetime.date | None,
    shows_children: bool,
    is_described: bool,
    today: datetime.date,
) -> PictureState:
    """Return whether readers may see a picture today; its consent holds on its last day too."""
    if not has_consent:
        return PictureState.NO_CONSENT
    if consent_ends_on is not None and consent_ends_on < today:
        return PictureState.ENDED
    if shows_children:
        return PictureState.CHILDREN
    return PictureState.SHOWN if is_described else PictureState.UNDESCRIBED


@dataclass(frozen=True, slots=True)
class PartOfFile:
    """The bytes of a file from the first to the last, both counted from 0 and both sent."""

    first: int
    last: int

    @property
    def byte_count(self) -> int:
        """How many bytes it is."""
        return self.last - self.first + 1


def part_asked_for(header: str | None, total: int) -> PartOfFile | None:
    """Return what a Range header asks of a file so long (RFC 9110); None when it has no such part.

    The whole file when there is no header, or one we need not understand: several parts at once.
    """
    whole = PartOfFile(0, total - 1)
    asked = _RANGE.fullmatch((header or "").strip())
    if asked is None or asked[0] == "bytes=-":
        return whole
    first, last = asked[1], asked[2]
    if not first:
        from_end = min(int(last), total)
        return PartOfFile(total - from_end, total - 1) if from_end else None
    if int(first) >= total:
        return None
    end = min(int(last), total - 1) if last else total - 1
    return PartOfFile(int(first), end) if end >= int(first) else whole
