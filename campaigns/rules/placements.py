"""Codes of placements, whose opening counts as a visit, and how parts of a whole are said."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from campaigns.enums import PlacementTarget
from participants.rules.references import REFERENCE_ALPHABET
from urdu.digits import to_latin_digits

CODE_LETTERS = 5
# How an address says by which code somebody came.
PARAMETER = "from"
# What is made at once is printed at once.
MOST_AT_ONCE = 200
# A form is reached from these, and the code with it; of the others visits alone are counted.
LEADING_TO_FORMS = (PlacementTarget.EVENT, PlacementTarget.PLEDGE)
_CODE = re.compile(rf"[{REFERENCE_ALPHABET}]{{{CODE_LETTERS}}}")
# Programs that say what they are: messengers drawing a preview, search engines, link checkers.
_PROGRAMS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|fetch|scan|monitor|headless|facebookexternalhit|facebot"
    r"|whatsapp|skype|viber|line-|curl|wget|python|java/|go-http|okhttp|axios|node|libwww|httpclient",
    re.IGNORECASE,
)
# A browser that loads a page before anybody asks for it says so in one of these.
_AHEAD_OF_TIME = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """The box by which somebody lets an organisation write to them, in the page's language."""

    organisation: int
    question: str
    line: str

    @property
    def wording(self) -> str:
        """The whole of what a tick agrees to."""
        return f"{self.question} {self.line}"

    @property
    def seal(self) -> str:
        """What a form carries along, so that a tick never stands for other words than were read."""
        return hashlib.sha256(self.wording.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Funnel:
    """What came of placements: openings, then parties registered and come, pledges and counted."""

    visits: int = 0
    registered: int = 0
    attended: int = 0
    pledged: int = 0
    confirmed: int = 0

    def __add__(self, other: "Funnel") -> "Funnel":
        return Funnel(
            self.visits + other.visits,
            self.registered + other.registered,
            self.attended + other.attended,
            self.pledged + other.pledged,
            self.confirmed + other.confirmed,
        )


def new_placement_code() -> str:
    """Return five signs nobody mistakes for one another; whoever stores it makes it unique."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _sign in range(CODE_LETTERS))


def placement_code_of(key: str, attempt: int) -> str:
    """Return the first code of what one form makes, always the same for its key and attempt."""
    drawn = salted_hmac("campaigns.placement", f"{key}:{attempt}", algorithm="sha256")
    number = int(drawn.hexdigest(), 16)
    signs = []
    for _sign in range(CODE_LETTERS):
        number, sign = divmod(number, len(REFERENCE_ALPHABET))
        signs.append(REFERENCE_ALPHABET[sign])
    return "".join(signs)


def placement_code(typed: str) -> str:
    """Return a code as it is stored, however its case and digits were typed; empty for none."""
    code = to_latin_digits(typed[: 4 * CODE_LETTERS]).strip().upper()
    return code if _CODE.fullmatch(code) else ""


def carried(typed: str) -> str:
    """Return the query that hands a code on, with its question mark; empty for no code."""
    code = placement_code(typed)
    return f"?{PARAMETER}={code}" if code else ""


def is_a_visit(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether somebody opened a link, and not a messenger, a robot or a browser ahead of time.

    `headers` find their names in any case. Only what a program says of itself is asked: whoever
    pretends to be a browser is counted, and told apart by nothing that would single people out.
    """
    agent = headers.get("User-Agent", "")
    is_ahead = any(headers.get(name) for name in _AHEAD_OF_TIME)
    return method == "GET" and bool(agent) and not is_ahead and not _PROGRAMS.search(agent)


def one_in(part: int, whole: int) -> tuple[int, int] | None:
    """Return a share people can picture: (3, 10) for "3 in 10", (1, 25) for "1 in 25".

    Tenths where the part is that large, else one in so many; None where there is nothing to say.
    """
    if part <= 0 or whole <= 0:
        return None
    tenths = round(10 * min(part, whole) / whole)
    return (tenths, 10) if tenths else (1, round(whole / part))


def numbered_labels(label: str, count: int) -> list[str]:
    """Return what numbered placements are called: "Rickshaw 01" to "Rickshaw 12"."""
    width = len(str(count))
    return [f"{label} {number:0{width}d}" for number in range(1, count + 1)]
