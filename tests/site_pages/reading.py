"""What a test reads out of a page."""

import re
from typing import Any, Protocol

TAGS = re.compile(r"<(html|a|link|h1|input|button|summary|main)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


class Answer(Protocol):
    """What the test client and a view have in common."""

    @property
    def content(self) -> Any:
        """The page's bytes."""


def html_of(response: Answer) -> str:
    """Return the page as text."""
    page: str = response.content.decode()
    return page


def tags(response: Answer, name: str) -> list[dict[str, str]]:
    """Return the attributes of every tag of a name, in order."""
    found = TAGS.findall(html_of(response))
    return [dict(ATTRIBUTE.findall(attributes)) for tag, attributes in found if tag == name]


def language_and_direction(response: Answer) -> tuple[str, str]:
    """Return what <html> says."""
    root = tags(response, "html")[0]
    return root["lang"], root["dir"]


def alternates(response: Answer) -> dict[str, str]:
    """Return {language: address} as search engines read it."""
    links = [link for link in tags(response, "link") if "hreflang" in link]
    return {link["hreflang"]: link["href"] for link in links}


def canonical(response: Answer) -> list[str]:
    """Return the canonical addresses; one or none."""
    return [link["href"] for link in tags(response, "link") if link.get("rel") == "canonical"]


def heading_count(response: Answer) -> int:
    """Return how many h1 a page has."""
    return len(tags(response, "h1"))


def tab_stops(response: Answer) -> list[str]:
    """Return where the tab key leads, in order: the addresses of links."""
    return [link["href"] for link in tags(response, "a") if "href" in link]
