"""Inviting somebody, giving a role, naming a successor, and asking for a way back."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import User
from events.enums import EventRoleKind
from events.models import Event
from events.staff.enums import ROLE_OF_KIND, StaffKind
from events.staff.services import StaffInvitation
from participants.forms import CHOOSE, NameField, OptionalEmailField, TypedTextField

LONGEST_USERNAME = 40
# As long as an address may be on the wire.
LONGEST_ACCOUNT = 254
REQUIRED = _("This field is required.")
KIND_LABELS: dict[StaffKind, Promise] = {
    StaffKind.ORGANISER: _("City organiser: runs the events below"),
    StaffKind.HOST: _("Partner host: runs the one event below"),
    StaffKind.VOLUNTEER: _(
        "Gate volunteer: the gate of the events below, on their day and the day before"
    ),
    StaffKind.EDITOR: _("Editor: writes and publishes pages"),
    StaffKind.TRANSLATOR: _("Translator: writes, does not publish"),
    StaffKind.REVIEWER: _("Reviewer: checks and publishes"),
    StaffKind.DATA_OFFICER: _("Data officer: every list, and the log"),
    StaffKind.DIRECTOR: _("Director: everything"),
}
ROLE_LABELS: dict[str, Promise] = {
    EventRoleKind.ORGANISER: _("Organiser"),
    EventRoleKind.HOST: _("Partner host"),
    EventRoleKind.VOLUNTEER: _("Gate volunteer"),
}
_USERNAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]")
_BAD_USERNAME = _("Use 3 to 40 small Latin letters, figures, dots or hyphens.")
TAKEN = _("Somebody has this username already. Choose another.")

EventChoices = Sequence[tuple[str, str]]


class VolunteerForm(forms.Form):
    """Somebody new for the gate: what to call them, and how they sign in."""

    use_required_attribute = False

    name = NameField(label=_("Name"))
    username = TypedTextField(
        label=_("Username"),
        help_text=_("What the person types to sign in: small Latin letters and figures."),
        error_messages={"required": REQUIRED},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "dir": "ltr"}
        ),
    )
    email = OptionalEmailField(
        required=False,
        label=_("Email (optional)"),
        help_text=_("The link goes there. Without one, send the link yourself on the next page."),
    )
    language = forms.ChoiceField(
        label=_("Language of the desk"),
        widget=forms.RadioSelect,
        choices=[("ur", _("Urdu")), ("en", _("English"))],
        error_messages=CHOOSE,
    )

    def clean_username(self) -> str:
        """Take what every keyboard has; capitals are made small."""
        username = str(self.cleaned_data["username"]).lower()
        if not _USERNAME.fullmatch(username):
            raise forms.ValidationError(_BAD_USERNAME, code="letters")
        return username

    def refuse_username(self) -> None:
        """Say that somebody has the username."""
        self.add_error("username", forms.ValidationError(TAKEN, code="taken"))

    def invitation(self, event: Event) -> StaffInvitation:
        """Return the invitation to the gate of an event."""
        return StaffInvitation(**self.cleaned_data, kind=StaffKind.VOLUNTEER, events=[event])


class PersonForm(VolunteerForm):
    """Somebody new for the desk, in any role."""

    kind = forms.ChoiceField(
        label=_("Works as"),
        widget=forms.RadioSelect,
        choices=list(KIND_LABELS.items()),
        error_messages=CHOOSE,
    )
    events = forms.MultipleChoiceField(
        label=_("At these events"),
        help_text=_("For organisers, hosts and volunteers."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose one of the options.")},
    )

    def __init__(self, data: Any = None, *, events: EventChoices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["events"].choices = events  # type: ignore[attr-defined]  # of a choice field

    def clean(self) -> dict[str, Any]:
        """Ask for events where the role is one at events, for one alone of a host."""
        data: dict[str, Any] = super().clean() or {}
        kind, chosen = data.get("kind"), data.get("events", [])
        if kind in ROLE_OF_KIND and not chosen and "events" not in self.errors:
            self.add_error("events", _("Choose at least one event."))
        if kind == StaffKind.HOST and len(chosen) > 1:
            self.add_error("events", _("A host has one event. Choose one."))
        return data

    def invitation_to(self, events: Sequence[Event]) -> StaffInvitation:
        """Return the invitation, to these of the events that were chosen."""
        data = dict(self.cleaned_data)
        kind = StaffKind(data.pop("kind"))
        data["events"] = list(events) if kind in ROLE_OF_KIND else []
        return StaffInvitation(kind=kind, **data)


class RoleForm(forms.Form):
    """A role at one event for somebody who has an account."""

    use_required_attribute = False

    event = forms.ChoiceField(label=_("Event"), error_messages=CHOOSE)
    role = forms.ChoiceField(
        label=_("Works as"), choices=list(ROLE_LABELS.items()), error_messages=CHOOSE
    )

    def __init__(self, data: Any = None, *, events: EventChoices) -> None:
        super().__init__(data)
        self.fields["event"].choices = events  # type: ignore[attr-defined]  # of a choice field


class SuccessorForm(forms.Form):
    """Who takes over."""

    use_required_attribute = False

    successor = forms.ChoiceField(label=_("Who takes over?"), error_messages=CHOOSE)

    def __init__(self, data: Any = None, *, people: Sequence[User]) -> None:
        super().__init__(data)
        named = [(str(user.pk), f"{user.known_as} ({user.username})") for user in people]
        self.fields["successor"].choices = named  # type: ignore[attr-defined]  # of a choice field


class ForgottenForm(forms.Form):
    """Whose password is forgotten."""

    use_required_attribute = False

    account = TypedTextField(
        label=_("Username or email"),
        max_length=LONGEST_ACCOUNT,
        error_messages={"required": REQUIRED, "max_length": _("This is too long.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}
        ),
    )
