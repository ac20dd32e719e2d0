"""Published numbers proved by rows, and written anew."""

from io import StringIO

import pytest
from django.core.management import call_command

from campaigns.models import Tally
from events.models import Places
from tests.events.registration.builders import make_walk
from tests.events.tallying.builders import held

pytestmark = pytest.mark.django_db


def recompute(*arguments: str) -> str:
    """Run the command and return what it prints."""
    out = StringIO()
    call_command("recompute", *arguments, stdout=out)
    return out.getvalue()


def test_recompute_writes_and_then_check_ends_well() -> None:
    held("seminar-a", people=40)

    assert recompute() == "4 totals written anew.\n"
    assert recompute("--check") == "Every published number equals its rows.\n"


def test_recompute_check_prints_every_difference_and_ends_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    held("seminar-a", people=40)
    recompute()
    Tally.objects.filter(measure="attended").update(value=41)
    make_walk()
    Places.objects.update(taken=5)

    with pytest.raises(SystemExit) as ended:
        call_command("recompute", "--check")

    assert ended.value.code == 1
    assert capsys.readouterr().out.splitlines() == [
        "2027, all cities, attended: says 41, rows 40",
        "2027, lahore, attended: says 41, rows 40",
        "walk-lahore-2027, taken: says 5, rows 0",
    ]
    assert set(Tally.objects.filter(measure="attended").values_list("value", flat=True)) == {41}
