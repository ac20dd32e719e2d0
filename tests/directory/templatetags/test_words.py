"""Words in templates: dates, hours, numbers that keep their order, and nothing unescaped."""

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

# Two in the morning, Universal Time: seven in Karachi.
SEVEN = datetime.datetime(2027, 8, 1, 2, 0, tzinfo=datetime.UTC)
# Still Saturday in Greenwich.
JUST_SUNDAY = datetime.datetime(2027, 7, 31, 19, 30, tzinfo=datetime.UTC)
ATTACK = '<script>"&'
ESCAPED = "&lt;script&gt;&quot;&amp;"


def rendered(source: str, language: str, **context: Any) -> str:
    """Return what a template makes of its variables in a language."""
    with translation.override(language):
        return Template(source).render(Context(context))


def bdi(shown: str) -> str:
    """Return the isolated form of a number."""
    return f'<bdi dir="ltr" class="num">{shown}</bdi>'


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("ur", datetime.date(2027, 8, 1), "اتوار، 1 اگست 2027"),
        ("en", datetime.date(2027, 8, 1), "Sunday, 1 August 2027"),
        ("ur", JUST_SUNDAY, "اتوار، 1 اگست 2027"),
        ("en", None, ""),
    ],
)
def test_day_is_said_as_people_say_it_in_pakistan(language: str, value: Any, said: str) -> None:
    assert rendered("{{ value|day }}", language, value=value) == said


@pytest.mark.parametrize(("language", "said"), [("ur", "جولائی 2022"), ("en", "July 2022")])
def test_month_names_no_day(language: str, said: str) -> None:
    value = datetime.date(2022, 7, 1)

    assert rendered("{{ value|month }}", language, value=value) == said
    assert rendered("{{ value|month }}", language, value=None) == ""


@pytest.mark.parametrize(
    ("language", "said"), [("ur", f"صبح {bdi('7:00')} بجے"), ("en", f"{bdi('7:00')} am")]
)
@pytest.mark.parametrize("value", [SEVEN, datetime.time(7, 0)])
def test_clock_is_that_of_karachi_and_isolated(value: Any, language: str, said: str) -> None:
    assert rendered("{{ value|clock }}", language, value=value) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1200, bdi("1,200")), (37, "37"), ("1,200", bdi("1,200")), (None, "")]
)
def test_count_has_its_thousands_apart_and_in_their_order(count: Any, said: str) -> None:
    assert rendered("{{ count|thousands|isolate_runs }}", "ur", count=count) == said


def test_clock_of_nothing_says_nothing() -> None:
    assert rendered("{{ value|clock }}", "ur", value=None) == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [("LHE-7K2QF", bdi("LHE-7K2QF")), (1099, bdi("1099")), (0, bdi("0")), ("", ""), (None, "")],
)
def test_isolate_keeps_a_number_in_order(value: Any, shown: str) -> None:
    assert rendered("{{ value|isolate }}", "ur", value=value) == shown


def test_isolate_runs_finds_numbers_in_prose() -> None:
    shown = rendered("{{ value|isolate_runs }}", "ur", value="فون 0333-1110566 پر، 1099 بھی")

    assert shown == f"فون {bdi('0333-1110566')} پر، 1099 بھی"


def test_isolate_runs_leaves_safe_markup_and_escapes_the_rest() -> None:
    safe = rendered("{{ value|isolate_runs }}", "ur", value=mark_safe("<b>7:00</b>"))
    unsafe = rendered("{{ value|isolate_runs }}", "ur", value="<b>7:00</b>")

    assert safe == f"<b>{bdi('7:00')}</b>"
    assert unsafe == f"&lt;b&gt;{bdi('7:00')}&lt;/b&gt;"


def test_telephone_can_be_tapped() -> None:
    shown = rendered("{% telephone a b %}", "ur", a="0333-1110566", b="+923331110566")

    assert shown == f'<a class="tel" href="tel:+923331110566">{bdi("0333-1110566")}</a>'


@pytest.mark.parametrize(
    "source",
    [
        "{{ value|isolate }}",
        "{{ value|isolate_runs }}",
        "{% telephone value value %}",
        "{% telephone '1' '1' value %}",
        "{% pair thing 'title' %}",
    ],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_nothing_comes_out_unescaped(language: str, source: str) -> None:
    thing = SimpleNamespace(title_ur=ATTACK, title_en=ATTACK)

    shown = rendered(source, language, value=ATTACK, thing=thing)

    assert ATTACK not in shown
    assert ESCAPED in shown


@pytest.mark.parametrize(("language", "said"), [("ur", "عنوان"), ("en", "Title")])
def test_pair_chooses_the_wording_of_the_page(language: str, said: str) -> None:
    thing = SimpleNamespace(title_ur="عنوان", title_en="Title")

    assert rendered("{% pair thing 'title' %}", language, thing=thing) == said
    assert rendered("{% pair thing 'nothing' %}", language, thing=thing) == ""


@pytest.mark.parametrize(
    ("name", "language"), [("Hamqadam", "en"), ("ہم قدم", "ur"), ("2024 عائشہ", "ur"), ("", "en")]
)
def test_a_name_is_in_the_language_of_its_letters(name: str, language: str) -> None:
    assert rendered("{{ value|written_in }}", "ur", value=name) == language
