"""The drawing engine: templates by name, data as plain text, our faces only."""

import pytest

from documents.engine import forget_drawings, render_pdf, render_pdf_with_facts, render_png
from documents.errors import DrawingFailed
from documents.lists import list_data
from tests.documents.pages import glyph_numbers, pages_of, picture, texts_of
from tests.documents.sample_lists import english_list, people


def labels(*words: str) -> dict[str, object]:
    """Return data for the smallest template there is."""
    return {"language": "en", "direction": "ltr", "words": list(words)}


def test_render_pdf_draws_markup_in_data_as_plain_text() -> None:
    hostile = '#panic("x") *bold* $x$ @ref \\ "'

    drawn = render_pdf("page_labels", labels(hostile))

    assert texts_of(drawn) == [hostile]


def test_render_pdf_writes_no_tags() -> None:
    drawn = render_pdf("page_labels", labels("one"))

    assert b"StructTreeRoot" not in drawn


def test_render_pdf_uses_our_faces_only() -> None:
    drawn = render_pdf("page_labels", labels("Lahore لاہور"))

    fonts = pages_of(drawn)[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = sorted(font.get_object()["/BaseFont"].split("+")[1] for font in fonts.values())
    assert names == ["NotoNastaliqUrdu-Bold", "NotoSans-Bold"]


def test_render_pdf_of_a_character_no_face_has_draws_the_box_that_tests_look_for() -> None:
    drawn = render_pdf("page_labels", labels("Ali 😀"))

    assert 0 in set(glyph_numbers(drawn))


def test_render_pdf_of_an_unknown_template_fails() -> None:
    with pytest.raises(DrawingFailed) as failure:
        render_pdf("no_such", {})

    assert failure.value.template == "no_such"


def test_render_pdf_with_data_missing_fails_with_the_engines_reason() -> None:
    with pytest.raises(DrawingFailed, match="language"):
        render_pdf("page_labels", {"direction": "ltr", "words": []})


def test_render_png_returns_a_picture_of_each_page_at_the_density_asked_for() -> None:
    drawn = render_png("page_labels", labels("one", "two"), pixels_per_inch=72)

    assert [picture(page).size for page in drawn] == [(595, 842), (595, 842)]


def test_render_png_of_an_unknown_template_fails() -> None:
    with pytest.raises(DrawingFailed):
        render_png("no_such", {}, pixels_per_inch=72)


def test_render_png_with_data_missing_fails() -> None:
    with pytest.raises(DrawingFailed):
        render_png("page_labels", {}, pixels_per_inch=72)


def test_render_pdf_with_facts_says_on_which_page_each_row_fell() -> None:
    data = list_data(english_list(people(40)), 0, 40, is_last=True)

    drawn, row_pages = render_pdf_with_facts("list", data, "row-pages")

    assert len(row_pages) == 40
    assert sorted(set(row_pages)) == list(range(1, len(pages_of(drawn)) + 1))


def test_forget_drawings_leaves_the_next_drawing_as_it_was() -> None:
    before = render_png("page_labels", labels("لاہور"), pixels_per_inch=72)

    forget_drawings()

    assert render_png("page_labels", labels("لاہور"), pixels_per_inch=72) == before
