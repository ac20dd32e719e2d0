"""Codes for the camera, as pages and messages take them."""

import re
from html import unescape

from documents.qr import qr_png, qr_svg
from tests.documents.pages import picture


def test_qr_svg_stands_in_a_page_without_style_or_declaration() -> None:
    drawn = qr_svg("LHE-7K2QF", title="حوالہ <نمبر>")

    opening = drawn[: drawn.index(">")]
    assert opening.startswith('<svg role="img" ')
    assert 'class="qr"' in opening
    assert "width" not in opening
    assert "style" not in drawn
    assert unescape(re.findall(r"<title>(.*?)</title>", drawn)[0]) == "حوالہ <نمبر>"


def test_qr_svg_does_not_repeat_its_text_where_a_reader_sees_it() -> None:
    drawn = qr_svg("https://example.org/ur/my/secret-token/")

    assert "secret-token" not in drawn


def test_qr_png_draws_the_same_code_as_the_svg() -> None:
    text = "LHE-7K2QF"

    modules = picture(qr_png(text, scale=1))

    assert f'viewBox="0 0 {modules.width} {modules.height}"' in qr_svg(text)


def test_qr_png_scales_by_whole_modules() -> None:
    small = picture(qr_png("LHE-7K2QF", scale=1))

    large = picture(qr_png("LHE-7K2QF", scale=8))

    assert large.size == (small.width * 8, small.height * 8)
