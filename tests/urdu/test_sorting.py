"""Lists in Urdu order, by a key of digits."""

import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urdu.sorting import sort_key

ALPHABET = list("اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے")

# In the order that ICU 78.2 gives for "ur", as Intl.Collator of Node 20 reports it.
ICU_ORDER = [
    "-",
    "1947",
    "2 علی",
    "ارم",
    "اسیہ",
    "امجد",
    "امینہ خاتون",
    "آسیہ",
    "آمنہ",
    "بشریٰ",
    "بلال",
    "بی بی",
    "بھٹی",
    "پروین",
    "تنویر",
    "ٹیپو",
    "ثریا",
    "جہلم",
    "چوہدری",
    "حسن",
    "حسین",
    "خالد",
    "داؤد",
    "ڈیرہ غازی خان",
    "ذوالفقار",
    "رحمت",
    "رضا",
    "زینب",
    "ژالہ",
    "ساجد",
    "سکینہ",
    "سکھر",
    "شاہد",
    "شاہدہ",
    "صائمہ",
    "ضیاء",
    "طاہرہ",
    "ظہور",
    "عبد الرحمٰن",
    "عبدالرحمن",
    "عبدالرحمٰن",
    "علی",
    "علی 2",
    "علی رضا",
    "علی-رضا",
    "علیم",
    "غلام",
    "فاطمہ",
    "قاسم",
    "کامران",
    "کوثر عباس",
    "کیفیت",
    "کھوکھر",
    "گجرات",
    "لاہور",
    "محمد",
    "مومن",
    "مؤمن",
    "مومنہ",
    "ناز",
    "نور جہاں",
    "نوید",
    "وقار",
    "وَقار",
    "ہما",
    "یاسمین",
    "یوسف",
    "Abbas",
    "Ayesha",
    "Eva",
    "Éva",
    "Kausar",
    "Zara",
]


def test_sort_key_alphabet_is_in_dictionary_order() -> None:
    shuffled = random.Random(7).sample(ALPHABET, len(ALPHABET))

    assert sorted(shuffled, key=sort_key) == ALPHABET


def test_sort_key_names_are_in_the_order_of_icu() -> None:
    shuffled = random.Random(7).sample(ICU_ORDER, len(ICU_ORDER))

    assert sorted(shuffled, key=sort_key) == ICU_ORDER


def test_sort_key_every_neighbour_differs() -> None:
    keys = [sort_key(name) for name in ICU_ORDER]

    assert len(set(keys)) == len(ICU_ORDER)


def test_sort_key_in_sqlite_orders_as_in_python() -> None:
    shuffled = random.Random(7).sample(ICU_ORDER, len(ICU_ORDER))
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE person (name TEXT, name_sort TEXT)")
    database.executemany(
        "INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in shuffled]
    )

    rows = database.execute("SELECT name FROM person ORDER BY name_sort").fetchall()
    database.close()

    assert [name for (name,) in rows] == ICU_ORDER


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("كراچي", "کراچی"),
        ("علـــی", "علی"),
        ("۱۴ اگست", "14 اگست"),
        ("شمس\u200cالدین", "شمسالدین"),
        ("ALI", "ali"),
        ("  نور   جہاں ", "نور جہاں"),
        ("ﻋﻠﯽ", "علی"),
    ],
)
def test_sort_key_other_keyboards_tie_with_the_standard(typed: str, standard: str) -> None:
    assert sort_key(typed) == sort_key(standard)


def test_sort_key_sindhi_and_pashto_letters_stand_between_urdu_and_latin() -> None:
    assert sort_key("یے") < sort_key("ڀٽ") < sort_key("abbas")


def test_sort_key_long_text_is_cut_at_a_whole_letter() -> None:
    assert len(sort_key("ب" * 10_000)) == 160
    assert len(sort_key("ب" * 10_000, max_length=25)) == 24


def test_sort_key_nothing_to_sort_is_empty() -> None:
    assert sort_key("\u200c\ud800") == ""


@given(st.text(), st.integers(min_value=0, max_value=200))
def test_sort_key_is_digits_within_its_length(text: str, max_length: int) -> None:
    key = sort_key(text, max_length)

    assert set(key) <= set("0123456789")
    assert len(key) <= max_length
    assert len(key) % 2 == 0
