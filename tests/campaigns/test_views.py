"""The pledge in a browser: form, check page, thanks, and the page behind the link."""

import re
from typing import Any

import pytest
from django.test import Client

from campaigns.enums import PledgeState
from campaigns.models import Campaign, Pledge, PledgeStatement
from messaging.models import OutboxMessage
from participants.models import Contact
from tests.campaigns.builders import NOW, make_campaign, make_city
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
FORM = "/ur/pledge/"
WRONG_PHONE = "درست موبائل نمبر لکھیں، مثلاً"


@pytest.fixture(autouse=True)
def _campaign() -> None:
    make_campaign()
    make_city("lahore")
    make_city("karachi")


def typed(**values: str) -> dict[str, str]:
    """Return what somebody types, with everything right."""
    words = {
        "full_name": "عائشہ",
        "phone": "",
        "email": "ayesha@mail.test",
        "city": "lahore",
        "consent": "on",
    }
    return words | values


def key_in(html: str) -> str:
    """Return the key a page carries."""
    found = re.search(r'name="key" value="([^"]+)"', html)
    assert found is not None
    return found[1]


def new_key(client: Client) -> str:
    """Return the key of a fresh form."""
    return key_in(client.get(FORM).content.decode())


def post(client: Client, address: str = FORM, **values: str) -> Any:
    """Post the form."""
    return client.post(address, typed(**values))


def confirm(client: Client, **values: str) -> Any:
    """Post the check page, with a fresh key unless one is given."""
    key = values.pop("key", None)
    if key is None:
        key = new_key(client)
    return post(client, key=key, confirmed="1", **values)


def rows() -> tuple[int, int, int]:
    """Return how many people, pledges and messages there are."""
    return Contact.objects.count(), Pledge.objects.count(), OutboxMessage.objects.count()


def test_pledge_form_is_private_and_says_what_counts(client: Client) -> None:
    answer = client.get(FORM)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "میرا عہد ہے کہ خاموش نہ رہوں۔" in html
    assert "تصدیق کے بعد شمار ہوتا ہے" in html


@pytest.mark.parametrize(
    ("address", "names"),
    [("/ur/pledge/", ["کراچی", "لاہور"]), ("/en/pledge/", ["Karachi", "Lahore"])],
)
def test_pledge_form_lists_cities_as_the_language_sorts(
    client: Client, address: str, names: list[str]
) -> None:
    make_city("multan")

    options = re.findall(r"<option[^>]*>([^<]+)</option>", client.get(address).content.decode())

    assert options[1:3] == names


def test_pledge_checked_then_confirmed_leads_to_its_own_page(client: Client) -> None:
    check = post(client, key=new_key(client))
    html = check.content.decode()
    done = post(client, key=key_in(html), confirmed="1")

    assert check.status_code == 200
    assert "عائشہ" in html
    assert "لاہور" in html
    assert (done.status_code, done["Location"]) == (303, own_page())
    assert rows() == (1, 1, 1)


def own_page() -> str:
    """Return the address of the latest pledge's own page."""
    return f"/ur/pledge/r/{Pledge.objects.latest('pk').reference}/"


def test_pledge_check_page_writes_nothing(client: Client) -> None:
    post(client, key=new_key(client))

    assert rows() == (0, 0, 0)


def test_pledge_check_page_leads_back_with_all_that_was_typed(client: Client) -> None:
    answer = post(client, key=new_key(client), change="1", full_name="زینب <b>")

    html = answer.content.decode()
    assert "زینب &lt;b&gt;" in html
    assert '<option value="lahore" selected>' in html
    assert rows() == (0, 0, 0)


@pytest.mark.parametrize("more", [{}, {"change": "1"}, {"city": "nowhere"}])
def test_pledge_language_switch_keeps_what_was_typed(client: Client, more: dict[str, str]) -> None:
    first, second = (
        PledgeStatement.objects.create(
            campaign=Campaign.objects.get(), text_en=f"Promise {one}", text_ur=f"عہد {one}"
        )
        for one in "ab"
    )
    chosen = {"statements": [str(first.pk), str(second.pk)]}
    urdu = Page(client.post(FORM, typed(key=new_key(client)) | chosen | more))

    address, sent = urdu.switch()
    english = Page(client.post(address, sent))

    assert address == "/en/pledge/"
    assert {name: sent[name] for name in ("full_name", "email", "statements")} == {
        "full_name": ["عائشہ"],
        "email": ["ayesha@mail.test"],
        **chosen,
    }
    assert english.fields()["full_name"] == "عائشہ"
    assert [one for one in ("Promise a", "Promise b") if one not in english.text()] == []
    assert english.switch()[0] == FORM
    assert rows() == (0, 0, 0)


def test_pledge_confirmed_twice_with_one_key_is_kept_once(client: Client) -> None:
    key = new_key(client)

    first, second = confirm(client, key=key), confirm(client, key=key)

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert rows() == (1, 1, 1)


def test_pledge_with_other_content_under_one_key_is_checked_again(client: Client) -> None:
    key = new_key(client)
    confirm(client, key=key)

    answer = confirm(client, key=key, full_name="زینب")

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "زینب" in html
    assert "عائشہ" not in html
    assert key_in(html) != key
    assert post(client, key=key_in(html), confirmed="1", full_name="زینب").status_code == 303
    assert rows() == (2, 2, 2)


@pytest.mark.parametrize("key", ["", "made-up", "0" * 32, "\x00"])
def test_pledge_with_a_key_not_ours_is_checked_again(client: Client, key: str) -> None:
    answer = confirm(client, key=key)

    assert answer.status_code == 200
    assert key_in(answer.content.decode()) != key
    assert rows() == (0, 0, 0)


def shown_after(client: Client, **values: str) -> str:
    """Pledge in a new browser and return the page that follows, what is its own struck out."""
    client.cookies.clear()
    html = client.get(confirm(client, **values)["Location"]).content.decode()
    html = html.replace(Pledge.objects.latest("pk").reference, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)


@pytest.mark.parametrize("values", [{}, {"email": "", "phone": "0333-1110566"}])
def test_pledge_again_from_a_contact_that_is_counted_is_answered_the_same(
    client: Client, values: dict[str, str]
) -> None:
    first = shown_after(client, **values)
    Pledge.objects.update(state=PledgeState.CONFIRMED, confirmed_at=NOW)

    second = shown_after(client, **values)

    assert second == first


def test_pledge_by_phone_in_urdu_digits_is_kept_and_uncounted(client: Client) -> None:
    answer = confirm(client, email="", phone="۰۳۳۳ ۱۱۱۰۵۶۶")

    html = client.get(answer["Location"]).content.decode()
    assert answer["Location"] == own_page()
    assert "آپ کا عہد محفوظ ہے مگر ابھی شمار نہیں ہوا" in html
    assert Contact.objects.get().phone == "+923331110566"
    assert rows() == (1, 1, 0)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"full_name": "", "wall": "on", "is_adult": "on"}, "دیوار کے لیے اپنا پہلا نام لکھیں"),
        ({"wall": "on"}, "دیوار پر صرف بالغ افراد"),
        ({"wall": "on", "is_adult": "on", "full_name": "عائشہ 7"}, "دیوار پر صرف نام"),
        ({"full_name": "ع" * 10_000}, "یہ نام بہت لمبا ہے"),
        ({"full_name": "35202-1234567-1"}, "یہاں شناختی کارڈ نمبر نہ لکھیں"),
        ({"phone": "12345"}, WRONG_PHONE),
        ({"phone": "0" * 10_000}, WRONG_PHONE),
        ({"email": "", "phone": ""}, "ای میل پتہ یا موبائل نمبر لکھیں"),
        ({"email": "ayesha@"}, "درست ای میل پتہ لکھیں"),
        ({"email": "a" * 250 + "@mail.test"}, "درست ای میل پتہ لکھیں"),
        ({"email": "a@mail.test\r\nBcc: b@mail.test"}, "درست ای میل پتہ لکھیں"),
        ({"city": "atlantis"}, "دی گئی فہرست میں سے ایک منتخب کریں"),
        ({"city": "\x00"}, "دی گئی فہرست میں سے ایک منتخب کریں"),
        ({"city": ""}, "دی گئی فہرست میں سے ایک منتخب کریں"),
        ({"consent": ""}, "اس اجازت کے بغیر آپ کا عہد محفوظ یا شمار نہیں کیا جا سکتا"),
    ],
)
def test_pledge_with_wrong_input_says_so_in_urdu_and_keeps_what_was_typed(
    client: Client, values: dict[str, str], words: str
) -> None:
    answer = confirm(client, **({"full_name": "زینب <i>"} | values))

    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html
    assert values.get("full_name", "زینب &lt;i&gt;") in html
    assert rows() == (0, 0, 0)


@pytest.mark.parametrize(
    "name",
    ["\x00", "\u202eعائشہ", "ع" * 10_000, "ا" + "\u0651" * 100, "\ufffd", "<script>", "-", "🙂"],
)
def test_pledge_with_strange_names_never_breaks(client: Client, name: str) -> None:
    answer = confirm(client, full_name=name)

    assert answer.status_code in (200, 303)
    assert "<script>" not in answer.content.decode()
    assert not any("\u202e" in contact.full_name for contact in Contact.objects.all())


def test_pledge_when_none_is_open_says_what_comes_next(client: Client) -> None:
    key = new_key(client)
    Campaign.objects.update(is_current=False)

    shown, posted = client.get(FORM), confirm(client, key=key)

    assert (shown.status_code, posted.status_code) == (200, 409)
    assert "فی الحال کوئی عہد جاری نہیں" in shown.content.decode()
    assert rows() == (0, 0, 0)


@pytest.mark.parametrize("address", [FORM, "/ur/pledge/erased/", "/ur/pledge/wall/"])
def test_pledge_pages_isolate_every_number(client: Client, address: str) -> None:
    html = client.get(address).content.decode()

    assert raw_runs(html) == []
    assert html.count("<h1") == 1


def test_pledge_check_page_isolates_phone_and_address(client: Client) -> None:
    html = post(client, key=new_key(client), phone="0333-1110566").content.decode()

    assert raw_runs(html) == []
    assert '<bdi dir="ltr" class="num">0333-1110566</bdi>' in html
    assert '<bdi dir="ltr">ayesha@mail.test</bdi>' in html
