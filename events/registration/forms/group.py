"""The form of a school, madrasa or organisation: a head-count now, names later."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.enums import PartyKind
from events.registration.forms.register import PartyForm, minors_field, size_field
from participants.forms import NameField, NamesField


class GroupForm(PartyForm):
    """A group with one person who answers for it; children bring slips signed at home."""

    kind = PartyKind.GROUP
    field_order = (
        "group_name",
        "full_name",
        "phone",
        "email",
        "party_size",
        "minors_count",
        "names",
    )

    group_name = NameField(
        label=_("Name of the school, madrasa or organisation"),
        error_messages={"required": _("Write the name of the school or organisation.")},
    )

    # Shown only to whoever brings names from the families' form: a class's list comes later.
    names = NamesField(
        label=_("Names (optional)"),
        help_text=_("One name on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].label = _("Group contact person")
        self.fields["wants_no_photographs"].label = _("No photographs of our group")
        self.fields["group_name"].widget.attrs["autocomplete"] = "organization"

    def add_counts(self, largest: int) -> None:
        """Ask how many come altogether, of whom how many are children."""
        self.fields["party_size"] = size_field(
            _("How many people are coming altogether?"),
            largest,
            help_text=_(
                "Count the teachers and yourself if you come. You can make the group smaller "
                "later, and add the names later too."
            ),
        )
        self.fields["minors_count"] = minors_field(
            _("How many of them are under 18?"),
            largest,
            help_text=_(
                "For each of them a guardian signs a slip at home. You print the slips after "
                "registering and hand them in at the desk."
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Check the names against the number."""
        data = super().clean()
        size = data.get("party_size")
        if size and len(data.get("names") or ()) > size:
            self.add_error("names", _("There are more names here than people coming."))
        return data

    def particulars(self) -> dict[str, Any]:
        """Return the group's name, and the names somebody has given already."""
        return {"group_name": self.cleaned_data["group_name"], "names": self.cleaned_data["names"]}
