"""How a component is shown to developers: its states, with words in both languages."""

from typing import Any

from django.utils.html import escape
from django.utils.safestring import mark_safe

from urdu.isolation import isolate_runs_html

_PAIR = {"en", "ur"}


def in_language(value: Any, language: str) -> Any:
    """Return sample variables as a component takes them, every pair reduced to one language.

    {"en": …, "ur": …} becomes its text, numbers isolated; {"safe": …} becomes markup as it is;
    lists and other dicts keep their shape.
    """
    if isinstance(value, list):
        return [in_language(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == _PAIR:
        return mark_safe(isolate_runs_html(escape(value[language])))
    if set(value) == {"safe"}:
        return mark_safe(value["safe"][language])
    return {name: in_language(item, language) for name, item in value.items()}
