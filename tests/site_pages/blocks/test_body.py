"""Every block: named, described, previewed and rendered in both languages."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from site_pages.blocks import BodyBlock
from site_pages.blocks.call_to_action import CallToActionBlock
from tests.site_pages.builders import (
    make_campaign,
    make_city,
    make_helpline,
    make_topic,
    make_walk,
)
from tests.site_pages.drafts import make_staff
from tests.site_pages.kinds import make_organisation
from tests.site_pages.reading import html_of
from urdu.isolation import raw_runs

BLOCKS = BodyBlock().child_blocks
# There is no picture or file to show before one is chosen: these draw a stand-in.
STOOD_IN_FOR = ("image", "downloads")


@pytest.mark.parametrize("name", BLOCKS)
def test_block_tells_an_editor_what_it_is(name: str) -> None:
    block = BLOCKS[name]

    assert block.meta.description
    assert block.meta.icon != "placeholder"
    assert block.label


@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOCKS)
def test_block_previews_itself(client: Client, name: str) -> None:
    make_campaign()
    make_organisation()
    client.force_login(make_staff("editor", "Editors"))

    page = html_of(client.get(f"/admin/block-preview/?id={BLOCKS[name].definition_prefix}"))

    drawn = page.split('<div class="section blocks">')[1].split("</main>")[0]
    assert 'lang="ur" dir="rtl"' in page
    assert re.sub(r"<[^>]*>", "", drawn).strip()
    assert raw_runs(drawn) == []


@pytest.mark.parametrize("name", STOOD_IN_FOR)
def test_stand_in_is_drawn_by_a_template_of_ours(name: str) -> None:
    assert BLOCKS[name].meta.preview_template.startswith("blocks/previews/")


@pytest.mark.django_db
def test_unverified_helpline_shows_nothing(client: Client) -> None:
    line = make_helpline("rumour", is_verified=False, dial="1099")
    make_topic("ur", "call", body=[("helpline", {"helpline": line})])

    assert "tel:1099" not in client.get("/ur/call/").content.decode()


@pytest.mark.django_db
def test_event_list_shows_the_city_asked_for(client: Client) -> None:
    lahore, karachi = make_city("LHE"), make_city("KHI", name_en="Karachi")
    make_walk("walk-lahore", lahore)
    make_walk("walk-karachi", karachi)
    block: dict[str, Any] = {
        "heading": "Walks",
        "campaign": None,
        "city": karachi,
        "kind": "",
        "max_count": 6,
    }
    make_topic("en", "walks", body=[("event_list", block)])

    page = client.get("/en/walks/").content.decode()

    assert "/en/events/walk-karachi/register/" in page
    assert "walk-lahore" not in page


@pytest.mark.parametrize(("page", "route"), [(None, ""), ("page", "events")])
@pytest.mark.django_db
def test_call_to_action_wants_exactly_one_target(page: str | None, route: str) -> None:
    block = CallToActionBlock()
    target = make_topic().pk if page else None
    value = block.to_python({"title": "T", "label": "L", "page": target, "route": route})

    with pytest.raises(StructBlockValidationError):
        block.clean(value)


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.django_db
def test_block_just_added_is_saved_in_a_draft(name: str) -> None:
    block = BLOCKS[name]

    block.clean_deferred(block.get_default())


@pytest.mark.parametrize("address", ["http://video.example/", "ftp://video.example/"])
def test_film_at_an_address_that_can_be_changed_on_the_way_is_refused(address: str) -> None:
    block = BLOCKS["video"]
    value = block.to_python({"title": "T", "url": address, "minutes": 3, "megabytes": 18})

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean_deferred(value)

    assert "url" in refused.value.block_errors


@pytest.mark.django_db
def test_figure_names_its_source_and_year(client: Client) -> None:
    figure = {
        "number": "3.3 million",
        "statement": "children in forced labour",
        "source_title": "ILO",
        "source_url": "https://www.ilo.org/",
        "source_year": 2022,
        "is_source_english": False,
        "review_by": None,
    }
    make_topic("en", "numbers", body=[("figure", figure)])

    page = client.get("/en/numbers/").content.decode()

    assert 'href="https://www.ilo.org/"' in page
    assert "2022" in page


@pytest.mark.django_db
def test_english_source_is_marked_on_an_urdu_page(client: Client) -> None:
    sign = {"text": "ایک علامت", "source_title": "ILO", "is_source_english": True}
    group = {"title": "کام", "signs": [sign]}
    block = {"heading": "علامات", "intro": "", "groups": [group]}
    make_topic("ur", "signs", body=[("signs", block)])

    assert '<bdi lang="en" dir="ltr">ILO</bdi>' in client.get("/ur/signs/").content.decode()


@pytest.mark.django_db
def test_signs_are_ticked_without_a_trace(client: Client) -> None:
    group = {"title": "Work", "signs": [{"text": "A sign", "source_title": "ILO"}]}
    block = {"heading": "Signs", "intro": "", "groups": [group]}
    make_topic("en", "signs", body=[("signs", block)])

    form = (
        html_of(client.get("/en/signs/")).split('<form autocomplete="off">')[1].split("</form>")[0]
    )

    assert 'type="checkbox"' in form
    # A box without a name is in no request, and there is nothing to press.
    assert " name=" not in form
    assert "<button" not in form


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("ur", "زیرِ نظرِ ثانی"), ("en", "Under review")])
def test_figure_past_its_day_says_so_to_readers(client: Client, language: str, words: str) -> None:
    figure = {
        "number": "33", "statement": "بچے", "source_title": "ILO", "source_url": "",
        "source_year": 2022, "is_source_english": False,
        "review_by": datetime.date(2027, 7, 30),
    }  # fmt: skip
    make_topic(language, "numbers", body=[("figure", figure)])

    # 23:59 and 00:01 in Karachi.
    with time_machine.travel(datetime.datetime(2027, 7, 30, 18, 59, tzinfo=datetime.UTC)):
        assert words not in html_of(client.get(f"/{language}/numbers/"))
    with time_machine.travel(datetime.datetime(2027, 7, 30, 19, 1, tzinfo=datetime.UTC)):
        assert words in html_of(client.get(f"/{language}/numbers/"))
