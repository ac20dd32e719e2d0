"""Words: every kind in both languages, discreet, numbers in order, short where it costs."""

import pytest

from messaging.enums import MessageKind
from messaging.errors import UnrenderableMessage
from messaging.services import render_email, render_sms
from tests.messaging.builders import TOKEN, words
from urdu.isolation import raw_runs
from urdu.runs import find_runs
from urdu.sms import segment_count

pytestmark = pytest.mark.django_db
KINDS = [kind.value.replace("-", "_") for kind in MessageKind]
# Staff get their links by e-mail, or handed over by whoever invites them.
TEXT_KINDS = [kind for kind in KINDS if not kind.startswith("staff_")]
LANGUAGES = ["ur", "en"]
# M4: never what the campaign is about, where a locked phone shows it.
TELLING = ("traffic", "bonded", "slavery", "اسمگلنگ", "سمگلنگ", "جبری")
WITHOUT_LINK = {
    "registration_cancelled", "registration_handed_over", "reminder_day_before",
    "reminder_same_morning", "event_moved", "event_postponed", "event_cancelled", "event_resumed",
}  # fmt: skip
MOST_SEGMENTS = 3


def urdu_without_links(text: str) -> str:
    """Return a text without its web addresses, which are Latin by nature."""
    return " ".join(word for word in text.split() if not word.startswith("http"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", KINDS)
def test_every_email_is_whole_and_discreet(template: str, language: str) -> None:
    rendered = render_email(template, words(language), language)

    everything = f"{rendered.subject}\n{rendered.text}\n{rendered.html}".lower()
    assert [word for word in TELLING if word in everything] == []
    assert "\n" not in rendered.subject
    assert rendered.subject
    assert rendered.text.strip().splitlines()[-1] in ("Hamqadam", "ہم قدم")
    assert "0333-1110566" in rendered.text
    assert 'href="tel:+923331110566"' in rendered.html
    assert "<img" not in rendered.html
    assert "bdi" not in rendered.text


@pytest.mark.parametrize("template", KINDS)
def test_every_email_keeps_numbers_in_order_in_urdu(template: str) -> None:
    rendered = render_email(template, words("ur"), "ur")

    bare = [rendered.text[start:end] for start, end in find_runs(rendered.text)]
    assert [run for run in bare if not run.startswith("http")] == []
    assert raw_runs(rendered.html) == []


@pytest.mark.parametrize("template", KINDS)
def test_every_email_says_the_same_in_text_and_html(template: str) -> None:
    rendered = render_email(template, words("en"), "en")

    links = {word for word in rendered.text.split() if word.startswith("http")}
    assert {link for link in links if f'href="{link}"' not in rendered.html} == set()
    assert "Ayesha Siddiqui" in rendered.text
    assert "Ayesha Siddiqui" in rendered.html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEXT_KINDS)
def test_every_text_is_short_discreet_and_in_order(template: str, language: str) -> None:
    text = render_sms(template, words(language), language)

    bare = [text[start:end] for start, end in find_runs(text)] if language == "ur" else []
    assert segment_count(text) <= MOST_SEGMENTS
    assert [word for word in TELLING if word in text.lower()] == []
    assert [run for run in bare if not run.startswith("http")] == []
    assert text.splitlines()[-1].strip("\u200e").endswith("0333-1110566")
    assert "\n\n" not in text
    assert ("http" in text) == (template not in WITHOUT_LINK)


@pytest.mark.parametrize("template", TEXT_KINDS)
def test_every_english_text_stays_in_the_alphabet_of_phones(template: str) -> None:
    text = render_sms(template, words("en"), "en")

    assert text.isascii()


@pytest.mark.parametrize("template", KINDS)
def test_no_latin_word_leaks_into_urdu(template: str) -> None:
    rendered = render_email(template, words("ur"), "ur")
    text = render_sms(template, words("ur"), "ur") if template in TEXT_KINDS else ""

    said = urdu_without_links(f"{rendered.subject} {rendered.text} {text}")
    # A reference and a username are Latin by nature, too.
    for name in ("reference", "username"):
        said = said.replace(str(words("ur")[name]), "")
    assert [word for word in said.split() if any("a" <= sign.lower() <= "z" for sign in word)] == []


def test_own_links_stay_bare_so_that_they_can_be_tapped() -> None:
    link = f"https://www.hamqadam.org.pk/ur/my/{TOKEN}/"

    assert f"\n{link}\n" in render_email("registration_offered", words("ur"), "ur").text
    assert f"\n{link}\n" in render_sms("registration_offered", words("ur"), "ur")


def test_render_email_escapes_markup_in_html_only() -> None:
    context = words("en") | {"name": "<b>A & B</b>"}

    rendered = render_email("registration_promoted", context, "en")

    assert "<b>A & B</b>" in rendered.text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in rendered.html
    assert '<html lang="en" dir="ltr">' in rendered.html


def test_render_email_of_postponed_event_does_not_name_the_old_day() -> None:
    rendered = render_email("event_postponed", words("en"), "en")

    assert "30 September" not in rendered.text + rendered.html
    assert "Heavy rain is forecast" in rendered.text


def test_render_email_to_invited_says_nothing_of_a_registration() -> None:
    context = words("en") | {"reference": ""}

    rendered = render_email("event_moved", context, "en")

    assert "Your registration" not in rendered.text + rendered.html
    assert "Reference" not in rendered.text + rendered.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_render_email_with_the_least_that_is_known(language: str) -> None:
    nothing = dict.fromkeys(
        ("clock_html", "starts_html", "assembly_point", "contact_phone", "own_link"), ""
    )
    context = words(language) | nothing | {"position": 0, "reason": "", "organisation": ""}

    texts = [render_email(template, context, language).text for template in KINDS]

    assert [text for text in texts if "\n\n\n" in text] == []


def test_render_email_of_unknown_kind_names_the_template() -> None:
    with pytest.raises(UnrenderableMessage, match=r"emails/no_such.subject.txt: Template"):
        render_email("no_such", {}, "ur")


@pytest.mark.parametrize("template", KINDS)
def test_every_email_with_an_own_link_says_what_to_do_if_it_was_somebody_else(
    template: str,
) -> None:
    rendered = render_email(template, words("en"), "en")

    has_own_link = str(words("en")["own_link"]) in rendered.text
    both = [rendered.text, rendered.html]
    ways_out = ("This was not me", "Open the link and ", "Was this not you? Do nothing")
    assert [any(way in body for way in ways_out) for body in both] == [has_own_link] * 2


def test_the_text_anybody_can_ask_for_says_what_to_do_if_it_was_somebody_else() -> None:
    assert "Not you? Delete it there." in render_sms("own_link", words("en"), "en")
