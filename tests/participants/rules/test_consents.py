"""The wordings people agree to: versioned, said in both languages, the same as on the forms."""

import hashlib

import pytest
from django.utils import translation
from django.utils.translation import gettext

from events.registration.forms import RegistrationForm
from participants.enums import ConsentPurpose
from participants.rules.consents import CONSENT_WORDINGS

# A wording that changes needs a new version, and a new line here; an old line is never edited.
KNOWN = {
    "registration-1": "143d54f6",
    "hand-over-1": "7950d0b0",
    "guardian-1": "e096a7da",
    "pledge-1": "ddf0950a",
    "wall-1": "f6470993",
    "host-1": "5108eced",
    "join-1": "204e844e",
    "network-1": "0da0f293",
}


def fingerprint(wording: str) -> str:
    """Return a few digits of a wording's hash."""
    return hashlib.sha256(wording.encode()).hexdigest()[:8]


def test_a_wording_never_changes_under_its_version() -> None:
    found = {version: fingerprint(wording) for version, wording in CONSENT_WORDINGS.values()}

    assert found == KNOWN


@pytest.mark.parametrize("purpose", CONSENT_WORDINGS)
def test_a_wording_is_said_in_urdu(purpose: ConsentPurpose) -> None:
    _version, wording = CONSENT_WORDINGS[purpose]

    with translation.override("ur"):
        said = gettext(wording)

    assert not any(letter.isascii() and letter.isalpha() for letter in said)


@pytest.mark.parametrize(
    ("field", "purpose"),
    [("consent", ConsentPurpose.REGISTRATION), ("guardian_consent", ConsentPurpose.GUARDIAN)],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_the_form_shows_the_wording_that_is_kept(
    language: str, field: str, purpose: ConsentPurpose
) -> None:
    with translation.override(language):
        shown = str(RegistrationForm().fields[field].label)
        kept = gettext(CONSENT_WORDINGS[purpose][1])

    assert shown == kept
