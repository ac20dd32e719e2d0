"""The tables of folding, as a script gets them."""

import json
import re

from urdu.digits import to_latin_digits
from urdu.tables import folding_tables


def test_folding_tables_are_plain_json_of_single_letters() -> None:
    tables = json.loads(json.dumps(folding_tables()))

    keys = [
        key
        for table in (tables["digits"], tables["fold"]["alike"], tables["sound"]["same"])
        for key in table
    ]
    assert tables == folding_tables()
    assert [key for key in keys if len(key) != 1] == []
    assert tables["fold"]["alike"]["ي"] == "ی"
    assert tables["fold"]["alike"]["ء"] == ""


def test_folding_tables_turn_every_digit_we_accept() -> None:
    digits = folding_tables()["digits"]

    assert {digit: to_latin_digits(digit) for digit in "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"} == digits


def test_folding_tables_use_only_what_a_browser_can_be_told() -> None:
    """The script spells out \\b, \\w and three classes; anything else would be read otherwise."""
    tables = folding_tables()
    sound = tables["sound"]
    rules = [rule for name in ("joints", "urdu", "roman") for rule in sound[name]]
    patterns = [pattern for pattern, _put in rules]
    patterns += [roman for _key, roman in sound["apart_roman"]]
    patterns += [tables["fold"][name] for name in ("apostrophes", "not_word", "s_cluster")]
    patterns += [sound[name] for name in ("apostrophes", "not_word", "dagger")]
    escapes = {found for pattern in patterns for found in re.findall(r"\\.", pattern)}

    assert escapes == {r"\b", r"\w", r"\W", r"\d", r"\1"}
