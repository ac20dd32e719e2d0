"""The stretches of a text that fall out of order inside Urdu."""

import pytest

from urdu.runs import find_runs


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_runs(text)]


@pytest.mark.parametrize(
    "run",
    [
        "0333-1110566",
        "051-111-345-786",
        "111-247-786",
        "0304 1112123",
        "+92 333 1110566",
        "+923331110566",
        "(051) 111-345-786",
        "۰۳۳۳-۱۱۱۰۵۶۶",
        "1-14",
        "1–14",
        "2022 – 2024",
        "7:00",
        "7:00-9:00",
        "30/7",
        "30/7/2027",
        "2027-07-30",
        "27.6",
        "3,300,000",
        "40%",
        "27.6%",
        "18+",
        "$150",
        "LHE-7K2QF",
        "ISB-ABCDE",
        "https://ssdo.org.pk/news?id=4&lang=ur",
        "www.ssdo.org.pk",
        "help@ssdo.org.pk",
    ],
)
def test_find_runs_inside_urdu_gives_the_run_whole(run: str) -> None:
    assert found(f"معلومات: {run}، شکریہ۔") == [run]
    assert found(f"نمبر {run} پر") == [run]


@pytest.mark.parametrize(
    "text",
    [
        "پولیس کو 15 پر کال کریں۔",
        "30 جولائی 2026",
        "1099، 1121 اور 1737",
        "1099, 1121",
        "سال 2022. 30 افراد",
        "COVID-19",
        "v1.2",
        "خود-مختار",
        "",
    ],
)
def test_find_runs_what_keeps_its_order_is_left(text: str) -> None:
    assert found(text) == []


def test_find_runs_address_ends_before_the_full_stop() -> None:
    assert found("دیکھیں https://ssdo.org.pk/ur/. پھر") == ["https://ssdo.org.pk/ur/"]


def test_find_runs_several_come_in_order() -> None:
    assert found("0333-1110566 یا 111-247-786، کوڈ LHE-7K2QF") == [
        "0333-1110566",
        "111-247-786",
        "LHE-7K2QF",
    ]


def test_find_runs_set_apart_by_direction_characters_is_left() -> None:
    assert found("فون \u20660333-1110566\u2069، \u200e7:00\u200e، 9:00") == ["9:00"]
