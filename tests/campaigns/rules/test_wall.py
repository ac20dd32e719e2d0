"""What may stand on the wall is a first name and nothing else."""

import pytest

from campaigns.rules.wall import WallFault, first_name, wall_fault


@pytest.mark.parametrize(
    "name", ["عائشہ", "عائشہ صدیقہ", "Kausar Abbas", "مریم\u200cجان", "O’Neil"]
)
def test_wall_fault_finds_nothing_in_names(name: str) -> None:
    assert wall_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", WallFault.EMPTY),
        ("🙂", WallFault.EMPTY),
        ("ع" * 25, WallFault.LONG),
        ("www.evil.test", WallFault.LINK),
        ("evil.com", WallFault.LINK),
        ("Ali evil.com", WallFault.LINK),
        ("a@mail", WallFault.LINK),
        ("Ali 0300", WallFault.NUMBER),
        ("علی ۰۳۰۰", WallFault.NUMBER),
        ("علی٣", WallFault.NUMBER),
        ("Ali \u202eمان", WallFault.TRICK),
        ("Ali\u200b", WallFault.TRICK),
        ("Ali\u2066", WallFault.TRICK),
        ("ا" + "\u0651" * 9, WallFault.TRICK),
        ("مودی مردہ باد", WallFault.HATE),
        ("كافر", WallFault.HATE),
        ("KAFIR", WallFault.HATE),
    ],
)
def test_wall_fault_names_what_can_never_be_shown(name: str, fault: WallFault) -> None:
    assert wall_fault(name) == fault


def test_first_name_passes_over_titles() -> None:
    names = ("Dr. Saleem-ur-Rehman", "ڈاکٹر سلیم", "Syed", "سید ڈاکٹر علی")

    assert [first_name(name) for name in names] == ["Saleem-ur-Rehman", "سلیم", "Syed", "علی"]


def test_first_name_is_all_the_wall_shows() -> None:
    assert [first_name(name) for name in ("عائشہ صدیقہ", "Ali", "")] == ["عائشہ", "Ali", ""]
