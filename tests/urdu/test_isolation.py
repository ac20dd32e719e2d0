"""Numbers and codes that keep their order, and the check that finds those that do not."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urdu.isolation import (
    isolate_html,
    isolate_runs_html,
    isolate_runs_text,
    isolate_sms,
    isolate_text,
    raw_runs,
)

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<bdi>", "</bdi>", '<bdi dir="ltr">',
        '<a href="/1-14" title="7:00">', "</a>", '<span lang="en">', '<span lang="ur" dir="rtl">',
        "</span>", "<script>", "</script>", "<style>", "</style>", "<!-- 1-14 -->", "<", ">", "&",
        "&nbsp;", "&ndash;", "&amp", "&#8211;", "&#x2013", "&bogus;", "\n", " ", "-", "/", ":", "٪",
        "0333-1110566", "7:00", "40%", "LHE-7K2QF", "https://ssdo.org.pk/?a=1&amp;b=2",
        "a@ssdo.pk", "1099", "۱۲", "فون", "\u2066", "\u2069", "<option>", "<title>", "<svg>",
    ]
)  # fmt: skip
HTML = st.lists(PIECES, max_size=25).map("".join)


def num(shown: str) -> str:
    return f'<bdi dir="ltr" class="num">{shown}</bdi>'


class Shown(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name}"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name}"


def test_isolate_text_stands_between_isolate_and_pop() -> None:
    assert isolate_text("0333-1110566") == "\u20660333-1110566\u2069"


def test_isolate_sms_stands_between_marks() -> None:
    assert isolate_sms("0333-1110566") == "\u200e0333-1110566\u200e"


def test_isolate_html_escapes_what_it_is_given() -> None:
    assert isolate_html('<b>"1&2"</b>') == num("&lt;b&gt;&quot;1&amp;2&quot;&lt;/b&gt;")


def test_isolate_runs_text_isolates_each_run() -> None:
    shown = isolate_runs_text("واک 7:00 بجے، کوڈ LHE-7K2QF، ہیلپ لائن 1099")

    assert shown == "واک \u20667:00\u2069 بجے، کوڈ \u2066LHE-7K2QF\u2069، ہیلپ لائن 1099"


@pytest.mark.parametrize("isolate", [isolate_text, isolate_sms])
def test_isolate_runs_text_twice_changes_nothing(isolate: object) -> None:
    assert callable(isolate)
    once = isolate_runs_text("فون 051-111-345-786 اور 7:00", isolate=isolate)

    assert isolate_runs_text(once, isolate=isolate) == once


def test_isolate_runs_html_wraps_runs_of_prose() -> None:
    html = "<p>فون 0333-1110566، <b>7:00</b> سے 9:00 بجے، 40% اور 1099</p>"

    assert isolate_runs_html(html) == (
        f"<p>فون {num('0333-1110566')}، <b>{num('7:00')}</b> سے {num('9:00')} بجے، "
        f"{num('40%')} اور 1099</p>"
    )


def test_isolate_runs_html_sees_character_references_as_characters() -> None:
    html = "<p>صفحہ 1&ndash;14، فون 0304&nbsp;1112123، 5&#x2013;7، A &amp; B</p>"

    assert isolate_runs_html(html) == (
        f"<p>صفحہ {num('1&ndash;14')}، فون {num('0304&nbsp;1112123')}، {num('5&#x2013;7')}، "
        "A &amp; B</p>"
    )


def test_isolate_runs_html_takes_an_address_with_its_ampersand() -> None:
    html = "<p>دیکھیں https://ssdo.org.pk/?a=1&amp;b=2۔</p>"

    assert isolate_runs_html(html) == (f"<p>دیکھیں {num('https://ssdo.org.pk/?a=1&amp;b=2')}۔</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tel:0333-1110566" title="7:00-9:00" data-range="1-14">کال</a>',
        "<script>const range = '1-14';</script>",
        '<script type="application/ld+json">{"startDate": "2027-08-01"}</script>',
        "<style>.a { margin: 1.5rem }</style>",
        "<!-- 1-14 -->",
        "<title>واک 30/7</title>",
        "<textarea>0333-1110566</textarea>",
        "<option>7:00</option>",
        "<svg><text>27.6</text></svg>",
        '<bdi dir="ltr">0333-1110566</bdi>',
        "<bdi><b>0333-1110566</b></bdi>",
        '<span dir="ltr">LHE-7K2QF</span>',
        '<cite lang="en">Report 2022-23</cite>',
        '<html lang="en-GB" dir="ltr"><p>Call 0333-1110566</p></html>',
    ],
)
def test_isolate_runs_html_leaves_alone(html: str) -> None:
    assert isolate_runs_html(html) == html


@pytest.mark.parametrize("declared", ['lang="ur" dir="rtl"', 'lang="ur"', 'dir="rtl"'])
def test_isolate_runs_html_urdu_inside_english_is_prose_again(declared: str) -> None:
    html = f'<div lang="en" dir="ltr">2022-23 <p {declared}>صفحہ 1-14</p> 5-6</div>'

    assert isolate_runs_html(html) == html.replace("1-14", num("1-14"))


def test_isolate_runs_html_after_void_and_unclosed_tags_keeps_its_place() -> None:
    html = '<p><img src="a.png" alt="1-14"><br/><bdi>1-2</bdi></i>3-4\nسطر\r\n5-6 <'

    assert isolate_runs_html(html) == (html.replace("3-4", num("3-4")).replace("5-6", num("5-6")))


@given(HTML)
def test_isolate_runs_html_twice_changes_nothing(html: str) -> None:
    once = isolate_runs_html(html)

    assert isolate_runs_html(once) == once


@given(HTML)
def test_isolate_runs_html_never_changes_the_text(html: str) -> None:
    assert Shown(isolate_runs_html(html)).text == Shown(html).text


@given(HTML)
def test_isolate_runs_html_adds_nothing_but_its_tags(html: str) -> None:
    isolated = isolate_runs_html(html)

    added = isolated.count('<bdi dir="ltr" class="num">')
    assert len(isolated) == len(html) + added * len(num(""))


def test_raw_runs_reports_each_raw_run_in_order() -> None:
    html = (
        '<html lang="ur" dir="rtl"><head><title>30/7</title></head><body title="1-2">'
        "<p>0333-1110566 پر کال کریں</p><p>1&ndash;14</p><p>LHE-7K2QF</p>"
        '<p lang="en">2022-23</p><script>1-2</script><select><option>7:00</option></select>'
        f"<p>{num('9:00')} 1099</p><svg><text>27.6</text></svg></body></html>"
    )

    assert raw_runs(html) == ["0333-1110566", "1–14", "LHE-7K2QF", "7:00", "27.6"]


def test_raw_runs_isolate_characters_serve_where_no_element_may_stand() -> None:
    assert raw_runs(f"<option>{isolate_text('7:00')}</option>") == []


def test_raw_runs_isolated_page_has_none() -> None:
    html = "<p>0333-1110566، 7:00، LHE-7K2QF، 40%، a@ssdo.pk</p>"

    assert raw_runs(isolate_runs_html(html)) == []
