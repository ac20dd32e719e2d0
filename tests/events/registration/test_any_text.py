"""Whatever is typed into the forms of a party: no exception, and what was typed comes back."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.forms import BoundField
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Registration
from events.registration.forms.find import FindForm
from events.registration.forms.group import GroupForm
from events.registration.forms.names import NamesForm
from events.registration.forms.own import HandOverForm, PartyNamesForm, PartySizeForm
from events.registration.forms.register import RegistrationForm
from tests.events.registration.builders import make_walk, register

# A browser sends no lone surrogates, and HTML can show no control characters.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
WORDS, LINES = st.text(LETTERS, max_size=60), st.text(LETTERS | st.just("\n"), max_size=120)
NUMBERS = st.integers(-5, 700).map(str) | st.text(LETTERS, max_size=6)
PHONES = st.from_regex(r"\+?[0-9۰-۹ ()-]{5,16}", fullmatch=True) | WORDS
FIELDS = {
    "full_name": WORDS,
    "group_name": WORDS,
    "phone": PHONES,
    "email": st.emails() | WORDS,
    "party_size": NUMBERS,
    "minors_count": NUMBERS,
    "names": LINES,
    "guardian_name": WORDS,
    "guardian_phone": PHONES,
    "reference": WORDS,
    "choosing": st.sampled_from(["", "1"]),
    "leaving": st.lists(NUMBERS, max_size=3),
}


@pytest.fixture
def party() -> Registration:
    """Return a party of three, two of them named."""
    return register(make_walk(), 3, names=("عائشہ", "Bilal"))


FORMS: dict[str, Any] = {
    "people": lambda data, _party: RegistrationForm(data, largest=6),
    "group": lambda data, _party: GroupForm(data, largest=60),
    "names of a group": lambda data, _party: NamesForm(data, {}, limit=60),
    "own names": lambda data, party: PartyNamesForm(data, registration=party),
    "own size": lambda data, party: PartySizeForm(data, registration=party, most=20),
    "hand over": lambda data, _party: HandOverForm(data),
    "find": lambda data, _party: FindForm(data),
}


def shown(field: BoundField) -> str:
    """Return what a browser shows in a field that comes back."""
    soup = BeautifulSoup(str(field), "html.parser")
    (tag,) = soup.select("input, textarea")
    if tag.name == "textarea":
        # HTML drops the first line break of a textarea.
        return tag.get_text().removeprefix("\n")
    return str(tag.get("value", ""))


@pytest.mark.django_db
@pytest.mark.parametrize("name", FORMS)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(typed=st.fixed_dictionaries({}, optional=FIELDS))
def test_any_text_is_answered_and_comes_back_as_it_was_typed(
    name: str, typed: dict[str, Any], party: Registration
) -> None:
    data = QueryDict(mutable=True)
    for key, value in typed.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    data["consent"] = "on"
    form = FORMS[name](data, party)

    is_valid = form.is_valid()

    back = {
        key: shown(form[key]) for key in typed if key in form.fields and isinstance(typed[key], str)
    }
    assert back == {key: typed[key] for key in back}
    if is_valid and hasattr(form, "submission"):
        assert form.submission().content_hash()
    elif is_valid and name == "own size":
        assert form.details()
    assert is_valid or form.errors
