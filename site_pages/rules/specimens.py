"""How a component is shown to developers: its states, with words in both languages."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.utils.html import escape
from django.utils.safestring import mark_safe

from urdu.isolation import isolate_runs_html

_PAIR = {"en", "ur"}


def in_language(value: Any, language: str) -> Any:
    """Return sample variables as a component takes them, every pair reduced to one language.

    {"en": …, "ur": …} becomes its text, numbers isolated; {"safe": …} becomes markup as it is;
    {"row": {…}} becomes a thing with these attributes, as a row of the database is; {"moment": …}
    (ISO 8601 with its offset) becomes a datetime; lists and other dicts keep their shape.
    """
    if isinstance(value, list):
        return [in_language(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == _PAIR:
        return mark_safe(isolate_runs_html(escape(value[language])))
    if set(value) == {"moment"}:
        return datetime.fromisoformat(value["moment"])
    if set(value) == {"safe"}:
        return mark_safe(value["safe"][language])
    shape = value.get("row", value) if set(value) == {"row"} else value
    said = {name: in_language(item, language) for name, item in shape.items()}
    return said if shape is value else SimpleNamespace(**said)
