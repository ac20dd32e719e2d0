"""Every component in its states, in both languages side by side; in development only."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe

from site_pages.forms.specimen import SpecimenForm
from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.specimens import in_language
from site_pages.selectors.specimens import Component, components

# These show a form rather than words.
FORM_PARTS = ("error_summary", "form_fields")


@dataclass(frozen=True, slots=True)
class Specimen:
    """One state of a component, drawn once in each language."""

    state: str
    drawn: list[tuple[str, SafeString]]


@require_safe
def components_page(request: HttpRequest) -> HttpResponse:
    """Show what the site is built of; 404 wherever DEBUG is off."""
    if not settings.DEBUG:
        raise Http404
    shown = [(component, specimens_of(component)) for component in components()]
    return render(
        request,
        "pages/components.html",
        {
            "shown": [(component, drawn) for component, drawn in shown if drawn],
            "others": [component for component, drawn in shown if not drawn],
        },
    )


def specimens_of(component: Component) -> list[Specimen]:
    """Return its states as HTML in the order of the file; [] for what needs the database."""
    if component.name in FORM_PARTS:
        return [Specimen("", [(language, _form(component, language)) for language in LANGUAGES])]
    return [
        Specimen(
            state, [(language, _draw(component, variables, language)) for language in LANGUAGES]
        )
        for state, variables in component.states
    ]


def _draw(component: Component, variables: object, language: str) -> SafeString:
    with override(language):
        return render_to_string(
            f"components/{component.name}.html", in_language(variables, language)
        )


def _form(component: Component, language: str) -> SafeString:
    """Draw the form as somebody left it: every field that must be filled in is empty."""
    with override(language):
        form = SpecimenForm({}, auto_id=f"{component.name}-{language}-%s")
        return render_to_string(f"components/{component.name}.html", {"form": form})
