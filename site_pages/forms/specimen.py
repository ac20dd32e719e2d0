"""A form with one field of every kind, for the page that shows the components."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SpecimenForm(forms.Form):
    """Asks for nothing: it is drawn, never sent."""

    full_name = forms.CharField(
        label=_("Full name"), help_text=_("You can write it in Urdu or English.")
    )
    phone = forms.CharField(label=_("Mobile number"), widget=forms.TextInput({"type": "tel"}))
    party_size = forms.IntegerField(label=_("People"), initial=3)
    city = forms.ChoiceField(label=_("City"), choices=[("", _("All cities"))], required=False)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("ur", _("Urdu")), ("en", _("English"))],
        widget=forms.RadioSelect,
        initial="ur",
    )
    names = forms.CharField(label=_("Names, one a line"), widget=forms.Textarea({"rows": 3}))
    photograph = forms.FileField(label=_("Photograph"), required=False)
    consent = forms.BooleanField(label=_("You may message me about this event."))
