"""Missed calls and sheets of received messages at the desk, as a data officer brings them in."""

import io
import re

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge, ReceivedBatch
from tests.campaigns.builders import pledge_by_phone
from tests.events.pledges.pages import DESK, audited, field

pytestmark = pytest.mark.django_db
PHONE = "+923331110566"


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
