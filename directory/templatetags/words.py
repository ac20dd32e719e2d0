"""Words, dates and numbers in templates: one mechanism keeps numbers in order."""

import datetime
import json
from collections.abc import Mapping

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from documents.printing import is_urdu
from urdu.dates import format_clock, format_day, format_month
from urdu.isolation import isolate_html, isolate_runs_html

register = template.Library()


def _language() -> str:
    return (get_language() or "ur")[:2]


def _local(value: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


@register.filter
def day(value: datetime.date | datetime.datetime | None) -> str:
    """Say a day as people do: "اتوار، 1 اگست 2027"."""
    if value is None:
        return ""
    as_date = _local(value).date() if isinstance(value, datetime.datetime) else value
    return format_day(as_date, _language())


@register.filter
def month(value: datetime.date | None) -> str:
    """Say a month and year, for events whose day nobody recorded."""
    return format_month(value.year, value.month, _language()) if value else ""


@register.filter
def clock(value: datetime.datetime | datetime.time | None) -> SafeString:
    """Say a time of day, its figures isolated: "صبح 7:00 بجے"."""
    if value is None:
        return mark_safe("")
    local = _local(value) if isinstance(value, datetime.datetime) else value
    return mark_safe(format_clock(local, _language(), isolate=isolate_html))


@register.filter
def isolate(value: object) -> SafeString:
    """Keep a number, code or range in its own order inside Urdu."""
    return mark_safe(isolate_html(str(value))) if value not in (None, "") else mark_safe("")


@register.filter
def thousands(count: object) -> str:
    """Say a count with its thousands apart: "1,200"; what is in words already stays as it is."""
    return f"{count:,}" if isinstance(count, int) else str(count or "")


@register.filter
def isolate_runs(value: object) -> SafeString:
    """Isolate every number run inside a sentence or a piece of HTML that is already safe."""
    text = value if isinstance(value, SafeString) else str(value)
    return mark_safe(isolate_runs_html(conditional_escape(text)))


@register.filter
def written_in(name: object) -> str:
    """Return the language of the letters a name begins with: of a person, or a credit."""
    return "ur" if is_urdu(str(name)) else "en"


@register.simple_tag
def telephone(display: str, dial: str, css_class: str = "tel") -> SafeString:
    """Make a number that can be tapped, its digits in order."""
    shown = isolate_html(display)
    return mark_safe(
        f'<a class="{conditional_escape(css_class)}" '
        f'href="tel:{conditional_escape(dial)}">{shown}</a>'
    )


# What could end the element or begin another one inside it.
_UNSAFE_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def structured_data(data: Mapping[str, object] | None, preview: object = None) -> SafeString:
    """Return schema.org data for search engines; nothing for None. It is data: no script runs.

    `preview` is the page's site.preview, whose picture is named unless the data name one.
    """
    if not data:
        return mark_safe("")
    image = getattr(preview, "image_url", "")
    pictured = {"image": image, **data} if image else data
    text = json.dumps(pictured, ensure_ascii=False).translate(_UNSAFE_IN_SCRIPT)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def pair(thing: object, name: str) -> str:
    """Return the wording of `name` in the page's language, e.g. title_ur."""
    return str(getattr(thing, f"{name}_{_language()}", "") or "")
