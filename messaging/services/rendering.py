"""Putting a message into words when it is sent, in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe

from directory.selectors import main_helpline
from messaging.errors import UnrenderableMessage
from messaging.rules.plain_text import as_plain_text, as_sms


@dataclass(frozen=True, slots=True)
class RenderedEmail:
    """The words of one e-mail: subject on one line, plain text, HTML."""

    subject: str
    text: str
    html: str


def render_email(template: str, context: Mapping[str, object], language: str) -> RenderedEmail:
    """Render emails/<template>.subject.txt, .txt and .html in the person's language.

    The .txt templates are not escaped, extend emails/base.txt and fill its block "body";
    the .html one extends emails/base.html and fills its block "body" (and may use the classes
    "button" and "fine"). Beside the context they get language, direction,
    site_name and main_helpline. Filters such as `clock` and `isolate` serve in both: their
    <bdi> becomes U+2066…U+2069 in plain text. Subject and first lines are what a locked
    phone shows to whoever holds it: they never say what the campaign is about.

    Raises UnrenderableMessage, which names the template only.
    """
    with translation.override(language):
        words = _words(context, language)
        subject = _rendered(f"emails/{template}.subject.txt", words)
        text = _rendered(f"emails/{template}.txt", words)
        html = _rendered(f"emails/{template}.html", words, is_html=True)
    return RenderedEmail(" ".join(subject.split()), as_plain_text(text, language), html)


def render_sms(template: str, context: Mapping[str, object], language: str) -> str:
    """Render sms/<template>.txt, which extends sms/base.txt, as short as it gets.

    Raises UnrenderableMessage, which names the template only.
    """
    with translation.override(language):
        text = _rendered(f"sms/{template}.txt", _words(context, language))
    return as_sms(text, language)


def _words(context: Mapping[str, object], language: str) -> dict[str, object]:
    return {
        **{key: mark_safe(str(v)) if key.endswith("_html") else v for key, v in context.items()},
        "language": language,
        "direction": "rtl" if language in settings.LANGUAGES_BIDI else "ltr",
        "main_helpline": main_helpline(),
        "site_name": translation.gettext("Hamqadam"),
    }


def _rendered(name: str, words: dict[str, object], *, is_html: bool = False) -> str:
    try:
        template = Engine.get_default().get_template(name)
        return str(template.render(Context(words, autoescape=is_html)))
    except Exception as error:
        # Its text may repeat what was to be said to somebody: the class alone.
        raise UnrenderableMessage(f"{name}: {type(error).__name__}") from error
