"""What changed since a list was printed, over one sheet and over several."""

from django.utils import translation

from directory.models import User
from events.desk.lists.changes import changed_rows, fingerprint_of
from events.desk.lists.rows import ListRow
from events.desk.selectors.attendees import parties_in_order
from events.desk.selectors.prints import places_on_paper
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint, Registration
from tests.events.desk.builders import NOON, register
from urdu.letters import LEFT_TO_RIGHT_ISOLATE, POP_DIRECTIONAL_ISOLATE


def sheet(
    event: Event, actor: User, registrations: list[Registration], since: ListPrint | None = None
) -> ListPrint:
    """Return a print of these registrations as they are."""
    parties = parties_in_order([registration.pk for registration in registrations])
    facts = SheetFacts(
        language="en",
        preset=ListPreset.DOOR,
        listed_state=RegistrationState.CONFIRMED,
        columns=[],
        rows=[(p.registration.pk, p.registration.state, fingerprint_of(p)) for p in parties],
        since=since,
    )
    return record_print(event=event, actor=actor, facts=facts, now=NOON)


def changes(since: ListPrint, listed: list[Registration]) -> list[ListRow]:
    """Return what a print of changes would hold."""
    places = places_on_paper(since)
    ids = [registration.pk for registration in listed]
    gone = parties_in_order([pk for pk in places if pk not in ids])
    with translation.override("en"):
        return changed_rows(parties_in_order(ids), gone, places, "en")


def notes(rows: list[ListRow]) -> dict[str, tuple[str, ...]]:
    """Return what each row says happened, by name."""
    return {
        row.registration.contact.full_name: tuple(
            note.replace(LEFT_TO_RIGHT_ISOLATE, "").replace(POP_DIRECTIONAL_ISOLATE, "")
            for note in row.notes
        )
        for row in rows
    }


def test_nothing_changed_is_an_empty_sheet(lahore: Event, organiser: User) -> None:
    people = [register(lahore, name) for name in ("Ali", "Sara")]

    assert changes(sheet(lahore, organiser, people), people) == []


def test_new_changed_and_gone_say_so_with_their_row_on_paper(
    lahore: Event, organiser: User
) -> None:
    ali, sara, zara = (register(lahore, name) for name in ("Ali", "Sara", "Zara"))
    first = sheet(lahore, organiser, [ali, sara, zara])
    sara.party_size = 4
    sara.save()
    zara.state = RegistrationState.CANCELLED
    zara.save()
    bilal = register(lahore, "Bilal")

    rows = changes(first, [ali, sara, bilal])

    code = first.sheet_code
    assert [row.number for row in rows] == [1, 2, 3]
    assert notes(rows) == {
        "Sara": ("Changed", f"sheet {code}, row 2"),
        "Bilal": ("New",),
        "Zara": ("No longer on the list", "Cancelled", f"sheet {code}, row 3"),
    }


def test_second_sheet_of_changes_goes_on_from_the_first(lahore: Event, organiser: User) -> None:
    ali, zara = register(lahore, "Ali"), register(lahore, "Zara")
    first = sheet(lahore, organiser, [ali, zara])
    zara.state = RegistrationState.CANCELLED
    zara.save()
    bilal = register(lahore, "Bilal")
    second = sheet(lahore, organiser, [bilal, zara], since=first)

    assert changes(second, [ali, bilal]) == []

    zara.state = RegistrationState.CONFIRMED
    zara.save()
    bilal.party_size = 2
    bilal.save()
    assert notes(changes(second, [ali, bilal, zara])) == {
        "Bilal": ("Changed", f"sheet {second.sheet_code}, row 1"),
        "Zara": ("New",),
    }


def test_fingerprint_holds_nobody_and_follows_every_fact(lahore: Event) -> None:
    registration = register(lahore, "Ali", party=("Sara",))
    before = fingerprint_of(parties_in_order([registration.pk])[0])

    registration.attendees.update(full_name="Zara")

    after = fingerprint_of(parties_in_order([registration.pk])[0])
    assert after != before
    assert (len(before), "Ali" in before) == (16, False)
