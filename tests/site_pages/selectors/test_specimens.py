"""Every component is listed once, with what its first line says, and shown in all its states."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from site_pages.selectors.specimens import components
from site_pages.views.components import specimens_of

TEMPLATES = Path(settings.BASE_DIR, "templates", "components")
SHEETS = [Path(settings.BASE_DIR, "static", "css", room) for room in ("components", "desk")]
# These stand on rows, on bound forms, or on the frame of every page; all others have samples.
WITHOUT_SAMPLES = {
    "arrival_chart",
    "ask_first",
    "blank_row",
    "campaign_city",
    "certificate_form",
    "certificates_issue",
    "check_in_party",
    "check_in_undo",
    "dead_letters",
    "desk_messages",
    "event_cards",
    "event_report",
    "filter_bar",
    "form_field",
    "form_field_words",
    "gate_conflict",
    "gate_link_made",
    "hidden_fields",
    "link_preview",
    "list_filter",
    "list_print_item",
    "list_sheets",
    "pagination",
    "paper_entries",
    "partner_consent",
    "partner_counters",
    "partner_links",
    "placement_print",
    "plain_form",
    "pledge_trend",
    "print_everybody",
    "print_files",
    "print_shelf",
    "print_typed",
    "register_closing",
    "repeat_pair",
    "report_photographs",
    "report_presentations",
    "report_state",
    "sheet_photographs",
    "site_footer",
    "site_header",
    "slips_done",
    "today_panel",
}


def test_components_lists_every_template_once() -> None:
    listed = [component.name for component in components()]

    assert sorted(listed) == sorted(file.stem for file in TEMPLATES.glob("*.html"))


def test_components_with_samples_come_first_and_say_what_they_are() -> None:
    listed = components()
    sampled = [component for component in listed if component.states]

    assert listed[: len(sampled)] == sampled
    assert all("Variables:" in component.about for component in listed)


@pytest.mark.django_db
def test_every_component_has_samples_but_those_that_stand_on_rows() -> None:
    shown = {component.name: bool(specimens_of(component)) for component in components()}

    assert {name for name, has_samples in shown.items() if not has_samples} <= WITHOUT_SAMPLES
    assert {name for name in WITHOUT_SAMPLES if shown.get(name)} == set()


@pytest.mark.django_db
def test_samples_show_every_state_the_style_sheet_knows() -> None:
    drawn = {
        component.name: {
            word
            for one in specimens_of(component)
            for _, html in one.drawn
            for word in _classes(html)
        }
        for component in components()
    }
    seen = set().union(*drawn.values())

    missing = {
        name: sorted(_states(name) - seen)
        for name, words in drawn.items()
        if words and _states(name) - seen
    }

    assert missing == {}


def _states(component: str) -> set[str]:
    """Return the classes its own style sheet has for its states, such as notice--warning."""
    sheets = [room / f"{component}.css" for room in SHEETS]
    block = component.replace("_", "-")
    words = "".join(sheet.read_text("utf-8") for sheet in sheets if sheet.exists())
    return set(re.findall(rf"\.({block}(?:__[\w-]+?)?--[\w-]+)", words))


def _classes(html: str) -> list[str]:
    return [word for words in re.findall(r'class="([^"]*)"', html) for word in words.split()]
