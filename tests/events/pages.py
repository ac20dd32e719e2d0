"""Reading a page as a person would: headings, messages, fields, and words of the wrong language."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag

# Names that are written in Latin letters everywhere.
NAMES_IN_LATIN = {"WhatsApp", "ILO", "UNODC", "SSDO"}
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
_URDU_WORD = re.compile(r"[\u0620-\u06ff]{2,}")


class Page:
    """One HTML answer."""

    def __init__(self, response: Any) -> None:
        self.html: str = response.content.decode()
        self.soup = BeautifulSoup(self.html, "html.parser")

    def heading(self) -> str:
        """Return the one h1; fails when there is none or more."""
        (heading,) = self.soup.find_all("h1")
        return heading.get_text(strip=True)

    def text(self) -> str:
        """Return what can be read of the main part, spaces evened out."""
        return " ".join(self._tag("main").get_text(" ").split())

    def errors(self) -> list[str]:
        """Return the messages beside the fields."""
        return [found.get_text().strip() for found in self.soup.select(".form-field__error")]

    def fields(self) -> dict[str, str]:
        """Return what a browser would send of the page's main form, buttons aside."""
        sent: dict[str, str] = {}
        for field in self._tag("main").select("form input[name], form textarea[name]"):
            is_tick = field.get("type") == "checkbox"
            if field.name == "textarea":
                # HTML drops the first line break of a textarea.
                sent[str(field["name"])] = field.get_text().removeprefix("\n")
            elif not is_tick or field.has_attr("checked"):
                sent[str(field["name"])] = str(field.get("value", "on" if is_tick else ""))
        return sent

    def switch(self) -> tuple[str, dict[str, list[str]]]:
        """Return where the language switch sends what was typed, and all that it sends."""
        (form,) = self.soup.select("form.language-form")
        sent: dict[str, list[str]] = {}
        for field in form.select("input[name]"):
            sent.setdefault(str(field["name"]), []).append(str(field["value"]))
        return str(form["action"]), sent

    def key(self) -> str:
        """Return the key of the form."""
        return self.fields()["key"]

    def described_by_nothing(self) -> list[str]:
        """Return the ids that an attribute names and no element has."""
        named = [
            one
            for name in ("aria-describedby", "aria-labelledby", "for")
            for tag in self.soup.select(f"[{name}]")
            for one in str(tag[name]).split()
        ]
        ids = {str(tag["id"]) for tag in self.soup.select("[id]")}
        return [one for one in named if one not in ids]

    def foreign_words(self, language: str) -> list[str]:
        """Return the words that are not of the page's language, marked passages aside."""
        soup = BeautifulSoup(self.html, "html.parser")
        body = soup.body
        assert body is not None
        other = "en" if language == "ur" else "ur"
        for tag in body.select(f"script, svg path, textarea, [lang={other}], bdi"):
            tag.decompose()
        labels = [str(tag["aria-label"]) for tag in body.select("[aria-label]")]
        title = soup.title.get_text() if soup.title else ""
        text = " ".join([title, body.get_text(" "), *labels])
        words = (_LATIN_WORD if language == "ur" else _URDU_WORD).findall(text)
        return [word for word in words if word not in NAMES_IN_LATIN]

    def _tag(self, name: str) -> Tag:
        found = self.soup.find(name)
        assert isinstance(found, Tag)
        return found


def address(language: str, slug: str = "walk-lahore-2027") -> str:
    """Return the address of one event's page."""
    return f"/{language}/events/{slug}/"
