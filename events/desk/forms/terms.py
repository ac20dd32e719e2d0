"""How many may come, who may register, when, and in how large a party."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.desk.forms.moments import MomentField
from events.enums import Audience, EventState, PromotionPolicy
from events.rules import LARGEST_GROUP
from events.services import NOT_TAKING_PLACE, RegistrationTerms
from participants.forms import CHOOSE, count_field

LARGEST_CAPACITY = 100_000
MOST_IN_A_PARTY = 50
LONGEST_OFFER_HOURS = 24 * 14


class CapacityForm(forms.Form):
    """How many may come."""

    use_required_attribute = False

    capacity = count_field(
        _("How many people may come in all?"),
        0,
        LARGEST_CAPACITY,
        _("Fewer than are registered: nobody is dropped, and nobody is added."),
    )


class TermsForm(forms.Form):
    """Everything about registering except how many may come."""

    use_required_attribute = False

    state = forms.ChoiceField(
        label=_("Registration"),
        widget=forms.RadioSelect,
        choices=[
            (EventState.OPEN, _("Open")),
            (EventState.CLOSED, _("Closed")),
            (EventState.ANNOUNCED, _("Only announced for now")),
        ],
        error_messages=CHOOSE,
    )
    audience = forms.ChoiceField(
        label=_("Who may come"),
        widget=forms.RadioSelect,
        choices=[(Audience.OPEN, _("Everybody")), (Audience.INVITATION, _("Invited people only"))],
        error_messages=CHOOSE,
    )
    opens_at = MomentField(label=_("Registration opens on (optional)"))
    closes_at = MomentField(label=_("Registration ends on (optional)"))
    has_waiting_list = forms.BooleanField(
        label=_("When all places are taken, people may wait"), required=False
    )
    promotion = forms.ChoiceField(
        label=_("When somebody’s turn comes"),
        widget=forms.RadioSelect,
        choices=[
            (PromotionPolicy.DIRECT, _("Register them at once")),
            (PromotionPolicy.OFFER, _("Ask them first, with a deadline")),
        ],
        error_messages=CHOOSE,
    )
    offer_hours = count_field(_("Hours to answer when asked"), 1, LONGEST_OFFER_HOURS)
    largest_party = count_field(_("Largest family or party"), 1, MOST_IN_A_PARTY)
    largest_group = count_field(
        _("Largest group of a school or organisation"),
        0,
        LARGEST_GROUP,
        _("0 where the event takes no groups by head-count."),
    )

    def __init__(self, data: Any = None, *, terms: RegistrationTerms) -> None:
        self.terms = terms
        super().__init__(data, initial={name: getattr(terms, name) for name in self.base_fields})
        if terms.state in NOT_TAKING_PLACE:
            # It is resumed on a page of its own, which tells people.
            del self.fields["state"]

    def clean(self) -> dict[str, Any]:
        """Refuse a window that ends before it opens."""
        data: dict[str, Any] = super().clean() or {}
        opens_at, closes_at = data.get("opens_at"), data.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("This lies before the beginning."))
        return data

    def chosen(self) -> RegistrationTerms:
        """Return what was chosen, for the service."""
        return RegistrationTerms(**{"state": self.terms.state, **self.cleaned_data})

    def values_now(self) -> dict[str, str]:
        """Return what stands now as a browser would send it, for the way back."""
        sent: dict[str, str] = {}
        for name, field in self.fields.items():
            value = field.prepare_value(self.initial[name])
            if isinstance(field, forms.BooleanField):
                sent |= {name: "on"} if value else {}
            elif isinstance(field, forms.ChoiceField):
                sent[name] = str(value)
            else:
                sent[name] = str(field.widget.format_value(value) or "")
        return sent
