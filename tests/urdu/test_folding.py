"""Spellings that Urdu writers mix, folded to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urdu.folding import fold

URDU_TEXT = st.text(
    st.one_of(
        st.sampled_from("ا آأإٱبپتسکكگھہهةۃۂۀیيىےۓئؤءںن\u0654\u0670\u064b\u0651\u0640\u200c"),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("کراچی", "كراچي"),
        ("علی", "على"),
        ("لاہور", "لاھور"),
        ("فاطمہ", "فاطمة"),
        ("صفحۂ اول", "صفحہ اول"),
        ("رحمۃ", "رحمہ"),
        ("آسیہ", "اسیہ"),
        ("احمد", "أحمد"),
        ("ابراہیم", "إبراہیم"),
        ("مؤمنہ", "مومنہ"),
        ("عائشہ", "عایشہ"),
        ("گئے", "گۓ"),
        ("گئے", "گیے"),
        ("ثناء", "ثنا"),
        ("وقارِ پاکستان", "وقار پاکستان"),
        ("مصطفیٰ", "مصطفی"),
        ("عبدالرحمٰن", "عبدالرحمان"),
        ("عبدالرحمن", "عبدالرحمان"),
        ("محمـــد", "محمد"),
        ("شمس\u200cالدین", "شمسالدین"),
        ("\u202bعلی\u202c", "علی"),
        ("\u200fعلی\u200e", "علی"),
        ("۲۰۲۷", "2027"),
        ("٢٠٢٧", "2027"),
        ("خان", "خاں"),
        ("نور  جہاں", "نور،جہاں۔"),
        ("ﷲ", "اللہ"),
        ("انسانی اسمگلنگ", "انساني سمگلنگ"),
        ("اسمگلر", "سمگلر"),
        ("اسکول", "سکول"),
        ("اسٹیشن", "سٹیشن"),
        ("اسپیکر", "سپیکر"),
        ("اسکردو", "سکردو"),
        ("اسموگ", "سموگ"),
        ("ہسپتال", "اسپتال"),
        ("KAUSAR", "kausar"),
        ("𝕊ana", "sana"),
        ("Éva", "eva"),
        ("Isma’il", "Ismail"),
        ("Zia-ul-Haq", "zia ul haq"),
    ],
)
def test_fold_mixed_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("کے", "کی"),
        ("تاج", "طاج"),
        ("بیٹا", "بیتا"),
        ("استاد", "ستاد"),
        ("اسلام", "سلام"),
        ("اسد", "سد"),
        ("علی", "ولی"),
        ("فیصل آباد", "فیصل اباد خان"),
    ],
)
def test_fold_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("pronoun", ["اسکا", "اسکی", "اسکے", "اسکو"])
def test_fold_pronoun_run_together_keeps_its_alef(pronoun: str) -> None:
    assert fold(pronoun) == pronoun


def test_fold_only_words_begin_without_alef_not_the_middle() -> None:
    assert fold("قاسکول") == "قاسکول"


@pytest.mark.parametrize("text", ["", "   ", "—۔،!", "\u200c\u200b", "\x00", "\ud800"])
def test_fold_without_letters_is_empty(text: str) -> None:
    assert fold(text) == ""


@given(URDU_TEXT)
def test_fold_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
