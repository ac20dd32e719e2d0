"""Staff learn which numbers to call again."""

import datetime

import pytest
import time_machine

from directory.enums import Province
from directory.wagtail_hooks.viewsets import HelplineViewSet
from tests.events.wagtail_hooks.conftest import signed_in
from tests.site_pages.builders import make_city, make_helpline

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2027, 7, 1, 7, 0, tzinfo=datetime.UTC)


@time_machine.travel(NOON, tick=False)
def test_first_page_of_the_cms_lists_old_checks_of_shown_numbers_only() -> None:
    make_helpline("fresh", checked_on=datetime.date(2027, 6, 1))
    old = make_helpline("old", checked_on=datetime.date(2022, 8, 12))
    hidden = make_helpline("hidden", checked_on=None, is_verified=False)

    page = signed_in("Editors").get("/admin/").content.decode()

    assert f"/directory/helpline/edit/{old.pk}/" in page
    assert "Helpline fresh" not in page
    assert hidden.name_en not in page


def test_a_citys_number_must_name_the_citys_province() -> None:
    form_class = HelplineViewSet().get_form_class()
    values = {"city": make_city().pk, "province": Province.SINDH.value}

    errors = form_class(values).errors

    assert errors["province"] == ["Lahore lies in Punjab."]
