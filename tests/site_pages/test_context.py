"""The frame of every page: asked for only when shown, and standing without a database."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from campaigns.models import Organisation
from site_pages.context import Frame
from site_pages.rules.frame import do_without_database
from tests.site_pages.builders import make_helpline, make_listing
from tests.site_pages.reading import alternates, canonical, tags


def make_frame(path: str = "/ur/") -> Frame:
    """Return the frame of an address."""
    return Frame(RequestFactory().get(path))


def test_frame_asks_nothing_until_a_template_does() -> None:
    with translation.override("ur"):
        frame = make_frame("/ur/learn/?city=lahore")

    assert (frame.language, frame.direction) == ("ur", "rtl")
    assert frame.switch_url == "/en/learn/?city=lahore"
    assert frame.switch_language == "en"
    assert not frame.shows_exit


def test_frame_stands_without_a_database() -> None:
    request = RequestFactory().get("/en/")
    do_without_database(request)

    with translation.override("en"):
        frame = Frame(request)

        assert frame.main_helpline.display == settings.MAIN_HELPLINE["display"]
        assert frame.network == []
        assert [item.url for item in frame.navigation] == [
            "/en/events/",
            "/en/pledge/",
            "/en/help/",
            "/en/search/",
        ]


@pytest.mark.django_db
def test_helpline_is_named_in_the_language_of_the_page() -> None:
    make_helpline(name_en="SSDO helpline", name_ur="ایس ایس ڈی او ہیلپ لائن")

    with translation.override("ur"):
        assert make_frame().main_helpline.name == "ایس ایس ڈی او ہیلپ لائن"
    with translation.override("en"):
        assert make_frame("/en/").main_helpline.name == "SSDO helpline"


@pytest.mark.django_db
def test_menu_holds_pages_marked_for_it_and_marks_the_present_one() -> None:
    make_listing("ur", "learn", show_in_menus=True)
    make_listing("ur", "hidden")

    with translation.override("ur"):
        items = make_frame("/ur/learn/").navigation

    assert [(item.url, item.is_current) for item in items] == [
        ("/ur/events/", False),
        ("/ur/learn/", True),
        ("/ur/pledge/", False),
        ("/ur/help/", False),
        ("/ur/search/", False),
    ]


@pytest.mark.django_db
def test_network_is_named_and_sorted_as_urdu_sorts() -> None:
    for slug, name_ur in (("b", "پاکستان"), ("a", "آواز"), ("c", "تنظیم")):
        Organisation.objects.create(slug=slug, name_en=slug, name_ur=name_ur, is_in_network=True)
    Organisation.objects.create(slug="x", name_en="x", name_ur="ایکس")

    with translation.override("ur"):
        assert make_frame().network == ["آواز", "پاکستان", "تنظیم"]


@pytest.mark.django_db
def test_frame_is_remembered_for_a_minute() -> None:
    with translation.override("ur"):
        first = make_frame()
        assert first.navigation
        assert first.network == []
        assert first.main_helpline.dial

        with CaptureQueriesContext(connection) as queries:
            second = make_frame()
            assert second.navigation == first.navigation
            assert second.network == []
            assert second.main_helpline == first.main_helpline

    assert len(queries) == 0


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/ur/desk/", "/ur/my/r/LHE-7K2QF/"])
def test_personal_addresses_name_no_counterpart(client: Client, path: str) -> None:
    response = client.get(path, follow=True)

    assert alternates(response) == {}
    assert canonical(response) == []


@pytest.mark.django_db
def test_every_page_has_one_switch_in_the_other_script(client: Client) -> None:
    for path in ("/ur/", "/ur/help/", "/ur/events/"):
        links = [link for link in tags(client.get(path), "a") if link.get("hreflang") == "en"]

        assert [(link["lang"], link["dir"]) for link in links] == [("en", "ltr")]
