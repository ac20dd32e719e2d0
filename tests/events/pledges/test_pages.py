"""Pledges at the desk, page by page, as a data officer works with them."""

import io
import re
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.enums import PledgeState, WallState
from campaigns.models import Campaign, Pledge, ReceivedBatch
from campaigns.services import confirm_pledge
from participants.models import AuditEntry
from tests.campaigns.builders import NOW, pledge_by_phone, pledge_once

pytestmark = pytest.mark.django_db
DESK = "/en/desk/pledges/"
PHONE = "+923331110566"


def field(html: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None, name
    return found[1]


def audited() -> list[tuple[str, int]]:
    """Return what stands in the log: kind and number."""
    return list(AuditEntry.objects.order_by("pk").values_list("kind", "row_count"))


# --- Marking ------------------------------------------------------------------------------------


def test_marking_shows_the_count_first_then_marks_then_is_taken_back(
    officer: Client, campaign: Campaign
) -> None:
    for number in range(3):
        confirm_pledge(pledge=pledge_once(campaign, email=f"r{number}@evil.test"), now=NOW)
    confirm_pledge(pledge=pledge_once(campaign), now=NOW)
    typed = {"mark": "invalid", "email_domain": "@Evil.test"}

    check = officer.post(f"{DESK}mark/", typed).content.decode()
    before = Pledge.objects.counted().count()
    sent = typed | {name: field(check, name) for name in ("key", "expected")} | {"confirmed": "1"}
    done = [officer.post(f"{DESK}mark/", sent) for _time in range(2)]
    after = Pledge.objects.counted().count()
    overview = officer.get(DESK).content.decode()
    officer.post(f"{DESK}mark/undo/")

    assert ("3 pledges are meant" in check, before) == (True, 4)
    assert [one["Location"] for one in done] == [DESK, DESK]
    assert (after, Pledge.objects.counted().count()) == (1, 4)
    assert "3 pledges were marked." in overview
    assert audited() == [("pledges-invalid", 3), ("pledge-trends", 4), ("pledges-mark-undone", 3)]


def test_marking_asks_again_when_the_number_has_changed(
    officer: Client, campaign: Campaign
) -> None:
    confirm_pledge(pledge=pledge_once(campaign, email="a@evil.test"), now=NOW)
    typed = {"mark": "invalid", "email_domain": "evil.test"}
    check = officer.post(f"{DESK}mark/", typed).content.decode()
    confirm_pledge(pledge=pledge_once(campaign, email="b@evil.test"), now=NOW)

    sent = typed | {name: field(check, name) for name in ("key", "expected")} | {"confirmed": "1"}
    answer = officer.post(f"{DESK}mark/", sent)

    assert answer.status_code == 200
    assert "The number has changed meanwhile" in answer.content.decode()
    assert Pledge.objects.counted().count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"mark": "invalid"},
        {"mark": "withdrawn", "email_domain": "evil.test"},
        {"mark": "invalid", "since": "nonsense"},
        {"mark": "invalid", "phone_prefix": "\x00"},
        {"mark": "invalid", "city": "atlantis"},
    ],
)
def test_marking_refuses_to_mean_everybody_or_nonsense(
    officer: Client, campaign: Campaign, typed: dict[str, str]
) -> None:
    confirm_pledge(pledge=pledge_once(campaign), now=NOW)

    answer = officer.post(f"{DESK}mark/", typed | {"confirmed": "1", "expected": "1"})

    assert answer.status_code == 200
    assert Pledge.objects.counted().count() == 1


# --- The wall -----------------------------------------------------------------------------------


def wished(campaign: Campaign, name: str = "عائشہ صدیقہ", **values: Any) -> Pledge:
    """Return a counted pledge whose maker wishes to stand on the wall."""
    wish: dict[str, Any] = {
        "email": f"{abs(hash(name))}@gmail.com",
        "is_adult": True,
        "wants_wall": True,
    }
    pledge = pledge_once(campaign, full_name=name, **(wish | values))
    confirm_pledge(pledge=pledge, now=NOW)
    return pledge


def decide(officer: Client, pledge: Pledge, decision: str) -> str:
    """Decide about a name and return where it stands."""
    officer.post(f"{DESK}wall/decide/", {"pledge": pledge.pk, "decision": decision})
    pledge.refresh_from_db()
    return pledge.wall_state


def on_the_wall() -> str:
    """Return the wall as everybody sees it."""
    return Client().get("/ur/pledge/wall/").content.decode()


def test_a_name_stands_on_the_wall_once_looked_at_and_goes_with_the_pledge(
    officer: Client, campaign: Campaign
) -> None:
    pledge = wished(campaign)
    seen = [on_the_wall()]
    listed = officer.get(f"{DESK}wall/").content.decode()
    decide(officer, pledge, "shown")
    seen.append(on_the_wall())
    undone = decide(officer, pledge, "waiting")
    seen.append(on_the_wall())
    decide(officer, pledge, "shown")
    Pledge.objects.update(state=PledgeState.WITHDRAWN)
    seen.append(on_the_wall())

    assert "عائشہ صدیقہ" in listed
    assert ["عائشہ" in html for html in seen] == [False, True, False, False]
    assert undone == WallState.WAITING
    assert not any("صدیقہ" in html for html in seen)
    kinds = [kind for kind, _count in audited()]
    assert kinds == ["wall-names", "wall-decided", "wall-decided", "wall-decided"]


@pytest.mark.parametrize(
    "name", ["Ali www.evil.test", "علی ۰۳۰۰", "Ali \u202eکافر", "مردہ باد", "Ali\u2066"]
)
def test_a_name_with_a_fault_is_never_shown_whoever_says_so(
    officer: Client, campaign: Campaign, name: str
) -> None:
    pledge = wished(campaign, name)

    state = decide(officer, pledge, "shown")

    listed = officer.get(f"{DESK}wall/").content.decode()
    assert state == WallState.WAITING
    assert "it can never be shown." in listed
    assert 'value="shown"' not in listed


@pytest.mark.parametrize("values", [{"is_adult": False}, {"wants_wall": False}])
def test_minors_and_who_did_not_wish_it_never_come_onto_the_wall(
    officer: Client, campaign: Campaign, values: dict[str, Any]
) -> None:
    pledge = wished(campaign, **values)

    assert decide(officer, pledge, "shown") == WallState.NOT_ASKED
    assert "عائشہ" not in officer.get(f"{DESK}wall/").content.decode()
    assert Pledge.objects.counted().count() == 1


@pytest.mark.parametrize(
    "sent",
    [{}, {"pledge": "x"}, {"pledge": "9" * 30, "decision": "shown"}, {"decision": "shown"}],
)
def test_decisions_about_nothing_change_nothing(officer: Client, sent: dict[str, str]) -> None:
    assert officer.post(f"{DESK}wall/decide/", sent).status_code == 303
    assert audited() == []


def test_the_wall_is_paged_and_may_be_kept_but_is_asked_each_time(
    officer: Client, campaign: Campaign
) -> None:
    for number in range(50):
        wished(campaign, "عائشہ", email=f"p{number}@gmail.com")
    Pledge.objects.update(wall_state=WallState.SHOWN)

    first = Client().get("/ur/pledge/wall/")
    second = Client().get("/ur/pledge/wall/?page=2").content.decode()

    assert first.content.decode().count("pledge-wall__name") == 48
    assert second.count("pledge-wall__name") == 2
    assert (first["Cache-Control"], bool(first["ETag"])) == ("public, no-cache", True)
    assert not first.cookies


# --- Messages and missed calls ------------------------------------------------------------------


def bring_in(officer: Client, **given: object) -> tuple[str, object]:
    """Bring in lines; return the check page, and the answer of confirming it."""
    check = officer.post(f"{DESK}messages/", given).content.decode()
    text = re.search(r'<textarea name="text" hidden>([^<]*)</textarea>', check)
    assert text is not None, check[-3000:]
    sent = {"text": text[1], "key": field(check, "key"), "confirmed": "1"}
    return check, officer.post(f"{DESK}messages/", sent)


def test_pasted_missed_calls_count_their_pledges_and_are_taken_back(
    officer: Client, campaign: Campaign
) -> None:
    mine, other = pledge_by_phone(campaign, "+923457654321"), pledge_by_phone(campaign)
    lines = "No\tNumber\tTime\n1\t0345-7654321\t20-07-2027 09:15\n2\t۰۳۰۰۱۱۱۲۲۳۳\tmissed\n"

    check, _answer = bring_in(officer, text=lines + lines)
    mine.refresh_from_db()
    listed = officer.get(f"{DESK}messages/").content.decode()
    officer.post(f"{DESK}messages/{ReceivedBatch.objects.get().pk}/undo/")
    other.refresh_from_db()

    assert "Count 1 pledge" in check
    assert "7654321" not in re.sub(r"<textarea.*?</textarea>", "", check, flags=re.DOTALL)
    assert mine.state == PledgeState.CONFIRMED
    assert "1 pledge is counted." in listed
    assert set(Pledge.objects.values_list("state", flat=True)) == {PledgeState.PENDING}
    assert audited() == [("pledge-messages", 6), ("pledge-sheet", 1), ("pledge-sheet-undone", 1)]


def test_a_sheet_of_mixed_columns_is_read(officer: Client, campaign: Campaign) -> None:
    pledge = pledge_by_phone(campaign)
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    rows: list[list[str | int]] = [["When", "Text", "Who"], ["x", "عہد", 923331110566], ["y"]]
    for number, cells in enumerate(rows):
        sheet.write_row(number, 0, cells)
    book.close()

    upload = SimpleUploadedFile("calls.xlsx", content.getvalue())
    check, _answer = bring_in(officer, sheet=upload)

    pledge.refresh_from_db()
    assert "No mobile number in this line" in check
    assert pledge.state == PledgeState.CONFIRMED


def test_the_same_sheet_sent_twice_is_one(officer: Client, campaign: Campaign) -> None:
    pledge_by_phone(campaign)
    check = officer.post(f"{DESK}messages/", {"text": PHONE}).content.decode()
    sent = {"text": PHONE, "key": field(check, "key"), "confirmed": "1"}

    for _time in range(2):
        officer.post(f"{DESK}messages/", sent)

    assert ReceivedBatch.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": "\n\n"},
        {"text": "0300\n" * 1001},
        {"sheet": SimpleUploadedFile("a.xlsx", b"PK\x03\x04nonsense")},
    ],
)
def test_what_cannot_be_read_says_so(officer: Client, given: dict[str, object]) -> None:
    answer = officer.post(f"{DESK}messages/", given)

    assert answer.status_code == 200
    assert "form-field--wrong" in answer.content.decode()
