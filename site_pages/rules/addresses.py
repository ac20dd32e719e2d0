"""Which addresses belong to the program, and where a page's counterpart is."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

# What every safety page must say the same in; the settings may name more.
LANGUAGES = ("ur", "en")
ADDRESSED_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
# The first folders of CONTRACT.md: a page of that name could never be reached.
RESERVED_SLUGS = frozenset(
    (
        "components",
        "help",
        "events",
        "my",
        "find",
        "invitation",
        "pledge",
        "search",
        "safety",
        "desk",
        "gate",
        "campaigns",
        "network",
        "host",
        "leave",
        "impact",
        "forward",
        "share",
        "p",
        "home",
        "site",
        "admin",
        "open-data",
        "static",
        "media",
        "ur",
        "en",
    )
)
# What the first page of a language is called where an address needs a name for it.
HOME_PLACE = "home"
# The campaign itself, where there are no words of a page's own.
SITE_PLACE = "site"
# Folders whose pages are one person's: search engines learn nothing of them.
PERSONAL_FOLDERS = ("my", "invitation", "desk", "gate")
# What a reader chose with; everything else in an address stays behind at the switch.
KEPT_PARAMETERS = ("city", "kind", "campaign", "need", "province", "page", "q")
# The switch hands on by which code somebody came; a canonical address does not know it.
CARRIED_PARAMETERS = (*KEPT_PARAMETERS, "from")


def language_of(path: str) -> str:
    """Return the language an address asks for; Urdu when it names none."""
    folder = path.removeprefix("/").partition("/")[0]
    return folder if folder in ADDRESSED_LANGUAGES else "ur"


def other_language(language: str) -> str:
    """Return the language the switch leads to; a third one leads to Urdu."""
    return "en" if language == "ur" else "ur"


def counterpart(path: str, language: str) -> str:
    """Return the same address under the prefix of `language`."""
    for known in ADDRESSED_LANGUAGES:
        prefix = f"/{known}/"
        if path.startswith(prefix):
            return f"/{language}/{path.removeprefix(prefix)}"
    return f"/{language}/"


def place_of(path: str) -> str:
    """Return an address below its language: "learn/signs" of "/en/learn/signs/"."""
    parts = [part for part in path.split("/") if part]
    return (
        "/".join(parts[1:] if parts[:1] and parts[0] in ADDRESSED_LANGUAGES else parts)
        or HOME_PLACE
    )


def kept_query(query: QueryDict, names: Sequence[str] = KEPT_PARAMETERS) -> str:
    """Return the whitelisted part of a query, with its question mark, or nothing."""
    values = ((name, str(query.get(name, ""))[:100]) for name in names)
    kept = urlencode([(name, value) for name, value in values if value])
    return f"?{kept}" if kept else ""


def is_personal(path: str) -> bool:
    """Tell whether an address belongs to one person or to the organisers."""
    parts = path.split("/")
    return len(parts) > 2 and parts[1] in ADDRESSED_LANGUAGES and parts[2] in PERSONAL_FOLDERS
