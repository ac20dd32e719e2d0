"""How an invited person answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Invitation
from participants.forms import CountField


class AnswerForm(forms.Form):
    """How many are coming, and leave to write to them; the leave is asked for once."""

    use_required_attribute = False

    size = CountField(
        label=_("How many people are coming, including you?"),
        min_value=1,
        error_messages={
            "required": _("Write how many people are coming."),
            "invalid": _("Write how many people are coming, in digits."),
            "min_value": _("At least one person must come."),
        },
    )
    consent = forms.BooleanField(
        label=_("You may message me about this event."),
        error_messages={
            "required": _("Without this we cannot tell you if the time or place changes.")
        },
    )

    def __init__(self, data: Any = None, *, invitation: Invitation) -> None:
        self.seats = invitation.seats
        registration = invitation.registration
        size = registration.party_size if registration else invitation.seats
        super().__init__(data, initial={"size": size})
        if registration is not None:
            del self.fields["consent"]

    def clean_size(self) -> int:
        """Hold the answer to what the invitation is for."""
        size: int = self.cleaned_data["size"]
        if size > self.seats:
            message = _("This invitation is for at most %(count)d people.")
            raise forms.ValidationError(message, params={"count": self.seats}, code="max_value")
        return size
