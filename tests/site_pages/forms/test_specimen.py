"""The form of samples has a field of every kind that the site draws."""

from site_pages.forms.specimen import SpecimenForm


def test_specimen_form_draws_every_kind_of_control() -> None:
    kinds = {field.widget_type for field in SpecimenForm()}

    assert kinds == {
        "text",
        "number",
        "select",
        "radioselect",
        "textarea",
        "clearablefile",
        "checkbox",
    }
