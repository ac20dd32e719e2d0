"""No field that anybody can type into takes an identity card number."""

import importlib
from collections.abc import Iterator

import pytest
import time_machine
from django import forms
from django.test import Client

from events.desk.forms.signing_in import PasswordField
from participants.forms import NamesField, OptionalEmailField
from participants.models import Contact
from tests.architecture.source_tree import ROOT
from tests.campaigns.builders import make_campaign
from tests.events.hosting.builders import APPLY, TYPED
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk
from tests.events.registration.visits import FORM, MINIMAL

FORM_FOLDERS = ("campaigns", "directory", "events", "messaging", "participants", "site_pages")
# These take a line at a time, and keep only what each line is read as, or refuse in clean().
BY_LINES = {
    # Found by a search, and kept nowhere.
    "AttendeeFilterForm.q",
    # Days.
    "LogFilterForm.first",
    "LogFilterForm.last",
    # Refused with the form: tests/events/desk/forms.
    "MessageForm.text_en",
    "MessageForm.text_ur",
    "ReportForm.press_note_en",
    "ReportForm.press_note_ur",
    # Each line is a guest, a name, a row, a slip or a message: what else stands there is dropped
    # or refused where the line is read.
    "NamesForm.names",
    "PasteForm.lines",
    "ReceivedForm.text",
    "RowNumbersForm.numbers",
    "SlipCodesForm.codes",
    # Words of staff about an event, for everybody to read.
    "CitiesForm.good_to_know_en",
    "CitiesForm.good_to_know_ur",
    "CitiesForm.summary_en",
    "CitiesForm.summary_ur",
    "CitiesForm.why_this_day_en",
    "CitiesForm.why_this_day_ur",
    # The components' page of developers.
    "SpecimenForm.full_name",
    "SpecimenForm.names",
    "SpecimenForm.phone",
}
# No words: what they are made of leaves no room for a number of thirteen digits.
READ_AS_SOMETHING_ELSE = (
    forms.IntegerField,
    forms.DateField,
    forms.TimeField,
    forms.DateTimeField,
    PasswordField,
)


def form_modules() -> Iterator[str]:
    """Yield the name of every module with forms."""
    for app in FORM_FOLDERS:
        for file in sorted(ROOT.joinpath(app).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            if "forms" in parts:
                yield ".".join(part for part in parts if part != "__init__")


def typed_fields() -> dict[str, forms.Field]:
    """Return every field that takes words, by form and name."""
    modules = [importlib.import_module(name) for name in form_modules()]
    found = [
        form
        for module in modules
        for form in vars(module).values()
        if isinstance(form, type)
        and issubclass(form, forms.Form)
        and form.__module__ == module.__name__
    ]
    return {
        f"{form.__name__}.{name}": field
        for form in found
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField | NamesField)
        and not isinstance(field, READ_AS_SOMETHING_ELSE)
    }


def takes(field: forms.Field, typed: str) -> bool:
    """Tell whether a field lets a text through."""
    try:
        field.clean(typed)
    except forms.ValidationError as error:
        return "cnic" not in [fault.code for fault in error.error_list]
    return True


@pytest.mark.parametrize("card", ["35202-1234567-1", "۳۵۲۰۲ ۱۲۳۴۵۶۷ ۱"])
def test_every_field_for_words_refuses_a_card_number(card: str) -> None:
    fields = {
        name: field
        for name, field in typed_fields().items()
        if not isinstance(field, forms.EmailField)
    }

    assert {name for name, field in fields.items() if takes(field, card)} == BY_LINES
    assert len(fields) > 90


@pytest.mark.parametrize(
    "mailbox", ["3520212345671", "35202-1234567-1", "35202_1234567_1", "ali+35202.1234567.1"]
)
def test_every_field_for_an_address_refuses_a_card_number_as_mailbox(mailbox: str) -> None:
    fields = {
        name: field for name, field in typed_fields().items() if isinstance(field, forms.EmailField)
    }

    address = f"{mailbox}@example.com"
    assert [name for name, field in fields.items() if takes(field, address)] == []
    assert {"PledgeForm.email", "PartyForm.email", "HostForm.email"} <= set(fields)


@pytest.mark.parametrize("mailbox", ["ali.1990", "03331110566", "923331110566", "walk-30-07-2027"])
def test_other_figures_in_a_mailbox_are_welcome(mailbox: str) -> None:
    address = f"{mailbox}@example.com"

    assert OptionalEmailField().clean(address) == address


@pytest.fixture
def clock() -> Iterator[None]:
    """Stop the clock while people register."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("address", "typed"),
    [
        (FORM["ur"], MINIMAL),
        ("/ur/pledge/", {"full_name": "عائشہ", "city": "lahore", "consent": "on"}),
        (APPLY["ur"], TYPED | {"city": "lahore"}),
    ],
    ids=["registration", "pledge", "host"],
)
def test_public_form_refuses_a_card_number_in_each_of_its_fields(
    client: Client, address: str, typed: dict[str, str]
) -> None:
    make_walk()
    make_campaign()
    empty = Page(client.get(address))
    fields = empty.soup.select(
        "main input[type=text], main input[type=tel], main input[type=email], main textarea"
    )
    names = {
        str(field["name"]): str(field.get("type"))
        for field in fields
        if field.get("inputmode") != "numeric"
    }

    for name, kind in names.items():
        card = "3520212345671@example.com" if kind == "email" else "35202-1234567-1"
        fields_sent = typed | {name: card, "key": empty.key(), "confirmed": "1"}
        page = Page(client.post(address, fields_sent))
        assert [fault for fault in page.errors() if "شناختی کارڈ" in fault], name

    assert {"full_name", "phone", "email"} <= set(names)
    assert Contact.objects.count() == 0
