"""The print shop at the desk: looked at without a trace, printed after a line in the log."""

import datetime
from dataclasses import replace

import pytest
from django.test import Client

from directory.models import User
from events.enums import ChangeKind
from events.models import Event, EventChange, Speaker
from events.services import details_of, set_schedule
from participants.enums import AuditAction
from participants.models import AuditEntry
from tests.documents.pages import glyph_numbers, texts_of
from tests.events.desk.builders import register
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
SHOP = "/{}/desk/events/walk-lahore-2027/prints/"
SHEETS = ("posters", "placards", "badges", "table-signs", "certificates")
PEOPLED = ("badges", "certificates")


def prints() -> list[tuple[str, int, list[str]]]:
    """Return kind, people and languages of every print in the log."""
    entries = AuditEntry.objects.filter(action=AuditAction.PRINT).order_by("pk")
    return [
        (entry.kind, entry.row_count, [one for one in entry.columns if "-" not in one])
        for entry in entries
    ]


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("sheet", ["", *(f"{name}/" for name in SHEETS)])
def test_page_is_in_its_language_and_shows_how_it_looks(
    language: str, sheet: str, desk: Client, lahore: Event
) -> None:
    page = Page(desk.get(f"{SHOP.format(language)}{sheet}"))

    pictures = page.soup.select("main img[src]")
    assert len(pictures) == (1 if sheet else 7)
    assert [word for word in page.foreign_words(language) if word != "organiser-lahore"] == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


@pytest.mark.parametrize("sheet", [*SHEETS, "slips", "starter-kit"])
def test_preview_is_a_picture_without_anybodys_name_and_leaves_no_trace(
    sheet: str, desk: Client, lahore: Event
) -> None:
    register(lahore, "عائشہ خان")

    first = desk.get(f"{SHOP.format('ur')}{sheet}/preview.png")
    register(lahore, "بلال خان", phone="+923991234568")
    second = desk.get(f"{SHOP.format('ur')}{sheet}/preview.png")

    assert first["Content-Type"] == "image/png"
    assert first.content == second.content
    assert "no-store" in first["Cache-Control"]
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize("query", ["language=en", "language=both&ink=black"])
def test_preview_follows_what_was_chosen(query: str, desk: Client, lahore: Event) -> None:
    usual = desk.get(f"{SHOP.format('ur')}placards/preview.png").content

    assert desk.get(f"{SHOP.format('ur')}placards/preview.png?{query}").content != usual


def test_poster_says_what_a_walker_needs_and_is_logged_without_people(
    desk: Client, lahore: Event
) -> None:
    response = desk.get(f"{SHOP.format('en')}posters.pdf")

    (text,) = texts_of(response.content)
    for words in (
        "Sunday, 1 August 2027",
        "7:00 to 9:00 am",
        "Main gate",
        "events/walk-lahore-2027/",
    ):
        assert words in text
    assert prints() == [("print-posters", 0, ["en"])]
    assert response["Content-Disposition"] == 'attachment; filename="posters-walk-lahore-2027.pdf"'


@pytest.mark.parametrize("shape", ["square", "story", "a4"])
def test_poster_as_a_picture_is_logged_too(shape: str, desk: Client, lahore: Event) -> None:
    response = desk.get(f"{SHOP.format('ur')}posters.png?shape={shape}")

    assert response.content.startswith(b"\x89PNG")
    assert len(response.content) <= 300_000
    assert prints() == [("print-posters", 0, ["ur"])]


def test_badges_hold_everybody_with_the_code_of_the_pass(desk: Client, lahore: Event) -> None:
    first = register(lahore, "Ayesha Khan", party=("Bilal Khan",))
    register(lahore, "Zara Ali", phone="+923991234568")

    drawn = desk.get(f"{SHOP.format('en')}badges.pdf").content

    (text,) = texts_of(drawn)
    assert [name in text for name in ("Ayesha Khan", "Bilal Khan", "Zara Ali")] == [True] * 3
    assert text.count(first.reference) == 2
    assert 0 not in set(glyph_numbers(drawn))
    assert prints() == [("print-badges", 3, ["en"])]


def test_badges_of_speakers_and_blank_ones_need_no_registration(
    desk: Client, lahore: Event
) -> None:
    Speaker.objects.create(event=lahore, name_en="Dr Shehla Sample", name_ur="ڈاکٹر شہلا نمونہ")

    speakers = desk.get(f"{SHOP.format('en')}badges.pdf?source=speakers")
    blank = desk.get(f"{SHOP.format('en')}badges.pdf?source=blank&sheets=2&role=volunteer")

    assert "Dr Shehla Sample" in " ".join(texts_of(speakers.content)[0].split())
    assert [page.count("Volunteer") for page in texts_of(blank.content)] == [8, 8]
    assert [people for _kind, people, _languages in prints()] == [1, 0]


def test_typed_names_become_badges_and_stand_in_no_address_and_no_log(
    desk: Client, lahore: Event
) -> None:
    typed = {"names": "Sara Khan\nعمر فاروق", "names_role": "media"}

    response = desk.post(f"{SHOP.format('en')}badges/", typed)

    assert "Sara Khan" in texts_of(response.content)[0]
    assert prints() == [("print-badges", 2, ["en"])]


def test_own_words_become_a_placard(desk: Client, lahore: Event) -> None:
    response = desk.post(f"{SHOP.format('ur')}placards/", {"own_en": "Walk with us"})

    assert "Walk with us" in " ".join(texts_of(response.content)[0].split())


def test_own_words_of_nothing_are_asked_for_again(desk: Client, lahore: Event) -> None:
    page = Page(desk.post(f"{SHOP.format('en')}table-signs/", {"own_en": " "}))

    assert len(page.soup.select(".error-summary li")) == 1
    assert prints() == []


def test_nothing_of_another_city_is_printed(desk: Client, karachi: Event) -> None:
    there = "/ur/desk/events/walk-karachi-2027/prints/"
    paths = ["", "starter-kit.pdf"]
    paths += [f"{sheet}{end}" for sheet in SHEETS for end in (".pdf", ".png", "/", "/preview.png")]

    assert {desk.get(f"{there}{path}").status_code for path in paths} == {404}
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize(
    "path", ["chains/", "chains.pdf", "chains/preview.png", "badges.pdf?part=9"]
)
def test_sheet_the_shop_does_not_have_is_404(path: str, desk: Client, lahore: Event) -> None:
    assert desk.get(f"{SHOP.format('ur')}{path}").status_code == 404


@pytest.mark.parametrize("junk", ["language=xx&ink=%00&shape=9&part=%C2%B2", "part=-1&part=99999"])
def test_nonsense_in_the_address_is_as_if_nothing_was_chosen(
    junk: str, desk: Client, lahore: Event
) -> None:
    assert desk.get(f"{SHOP.format('ur')}posters/?{junk}").status_code == 200


def test_print_made_before_the_walk_moved_is_older_than_the_change(
    desk: Client, lahore: Event, organiser: User
) -> None:
    desk.get(f"{SHOP.format('en')}posters.pdf")
    desk.get(f"{SHOP.format('en')}placards.pdf")
    assert Page(desk.get(SHOP.format("en"))).soup.select(".print-shelf__old") == []
    now = datetime.datetime(2027, 7, 21, 7, 0, tzinfo=datetime.UTC)

    move(lahore, organiser, now)

    page = Page(desk.get(SHOP.format("en")))
    assert [link.get_text() for link in page.soup.select(".print-anew__link")] == [
        "Posters",
        "Placards",
    ]
    assert "Older than the change of Wednesday, 21 July 2027" in page.text()
    desk.get(f"{SHOP.format('en')}posters.pdf")
    anew = Page(desk.get(SHOP.format("en"))).soup.select(".print-anew__link")
    assert [link.get_text() for link in anew] == ["Placards"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_last_print_is_said_in_words_and_figures_in_order(
    language: str, desk: Client, lahore: Event
) -> None:
    desk.get(f"{SHOP.format(language)}posters.pdf")

    for sheet in ("", "posters/"):
        page = Page(desk.get(f"{SHOP.format(language)}{sheet}"))
        assert len(page.soup.select(".print-shelf__printed")) == 1
        assert "&lt;" not in page.html
        assert language == "en" or raw_runs(page.html) == []


def test_print_made_before_a_word_changed_is_named_too(desk: Client, lahore: Event) -> None:
    desk.get(f"{SHOP.format('ur')}posters.pdf")

    Event.objects.filter(pk=lahore.pk).update(title_en="Awareness walk of Lahore")

    assert "The event’s words have changed since" in Page(desk.get(SHOP.format("en"))).text()


def test_starter_kit_is_one_file_of_every_page_a_host_needs(desk: Client, lahore: Event) -> None:
    response = desk.get(f"{SHOP.format('en')}starter-kit.pdf")

    texts = texts_of(response.content)
    assert "Welcome, host" in texts[0]
    assert "Register here" in texts[1]
    assert "Sign-up sheet" in texts[5]
    assert "Numbers for help" in texts[-1]
    assert all("0333-1110566" in text for text in (*texts[:5], texts[-1]))
    assert 0 not in set(glyph_numbers(response.content))
    assert prints() == [("print-starter-kit", 0, ["en"])]


def move(event: Event, actor: User, now: datetime.datetime) -> None:
    """Move the event's gathering place as the desk does, with its line among the changes."""
    details = replace(details_of(event.schedule), assembly_point_en="East gate")
    set_schedule(event=event, details=details, now=now)
    EventChange.objects.create(event=event, kind=ChangeKind.MOVED, made_at=now, made_by=actor)


def test_badges_of_speakers_wait_for_speakers(desk: Client, lahore: Event) -> None:
    address = f"{SHOP.format('en')}badges/?source=speakers"

    before = Page(desk.get(address))
    Speaker.objects.create(event=lahore, name_en="Sara Bano", name_ur="سارہ بانو")
    after = Page(desk.get(address))

    pages = [page.soup.select("main a[href*='badges.pdf']") for page in (before, after)]
    assert [len(links) for links in pages] == [0, 1]
    assert "No speaker is named for this event." in before.html
    assert "No speaker" not in after.html


@pytest.mark.parametrize(
    ("sheet", "posted"),
    [("badges", {"names_role": "walker"}), ("placards", {}), ("certificates", {"act": "withdraw"})],
)
def test_what_is_wrong_is_said_above_the_picture(
    sheet: str, posted: dict[str, str], desk: Client, lahore: Event
) -> None:
    page = Page(desk.post(f"{SHOP.format('en')}{sheet}/", posted))

    found = page.soup.select("main .error-summary, main img")
    assert found[0].get("class") == ["error-summary"]
    assert len(page.soup.select("main .error-summary")) == 1
