"""Helplines as staff write them: what is dialled can be dialled, what was checked was checked."""

import datetime
from typing import Any

import pytest
import time_machine
from django.forms import modelform_factory
from django.forms.models import model_to_dict

from directory.models import Helpline
from directory.wagtail_hooks.viewsets import HelplineForm
from tests.site_pages.builders import make_helpline

pytestmark = pytest.mark.django_db
# One o'clock at night of the 2nd in Karachi, still the 1st in UTC.
NIGHT = datetime.datetime(2027, 7, 1, 20, 0, tzinfo=datetime.UTC)


def form_with(**typed: Any) -> Any:
    """Return the form of a good helpline with other answers."""
    line = make_helpline()
    form_class = modelform_factory(Helpline, form=HelplineForm, exclude=["note"])
    return form_class({**model_to_dict(line), "needs": [], **typed}, instance=line)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("۱۰۹۹", "1099"),
        ("+92 333-1110566", "+923331110566"),
        ("111-247-786", "111247786"),
    ],
)
def test_dialled_number_is_kept_as_a_phone_takes_it(typed: str, kept: str) -> None:
    form = form_with(dial=typed, number_display=typed)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["dial"] == kept


def test_number_shown_has_the_digits_of_the_site() -> None:
    form = form_with(number_display="۰۳۳۳-۱۱۱۰۵۶۶")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["number_display"] == "0333-1110566"


@pytest.mark.parametrize("typed", ["abc", "1099 or 15", "+", "1", "0333,1110566", "1+099"])
def test_number_nobody_can_dial_is_refused(typed: str) -> None:
    assert list(form_with(dial=typed).errors) == ["dial"]


@time_machine.travel(NIGHT, tick=False)
@pytest.mark.parametrize(
    ("day", "faults"), [("2027-07-02", []), ("2027-07-03", ["checked_on"]), ("2022-08-12", [])]
)
def test_day_of_checking_has_come_in_pakistan(day: str, faults: list[str]) -> None:
    assert list(form_with(checked_on=day).errors) == faults
