"""What an editor sees above the words of a page: how it stands, and what readers will need."""

from typing import Any

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel, TitleFieldPanel
from wagtail.models import TaskState, WorkflowState

from site_pages.models.publishing import is_safety_page
from site_pages.models.versions import latest_versions, texts_of
from site_pages.models.workflow import step_of
from site_pages.rules.addresses import other_language
from site_pages.rules.agreement import is_older

LANGUAGE_NAMES = {"en": "English", "ur": "Urdu"}


class LanguagePanel(Panel):
    """Fresh, stale or missing, and the question what kind of edit it is."""

    def get_form_options(self) -> dict[str, Any]:
        """Claim the questions: what no panel claims is written below the form once more."""
        options: dict[str, Any] = super().get_form_options()
        options["fields"] = ["edit_kind", "seen_changes", "edited_from"]
        return options

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        template_name = "cms/language_panel.html"

        def is_shown(self) -> bool:
            """A page not saved yet stands against nothing."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add how the two texts stand."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            language = page.locale.language_code
            other = other_language(language)
            texts = texts_of(page)
            versions = latest_versions(texts)
            own = versions.pop(language, None)
            context.update(
                page=page,
                form=self.form,
                other_name=LANGUAGE_NAMES[other],
                other=texts.get(other),
                is_stale=own is not None and is_older(own, versions),
                is_other_stale=other in versions
                and own is not None
                and is_older(versions[other], {language: own}),
                is_untranslated=own is not None and own.is_copy,
                is_safety=is_safety_page(page),
                sent_back=_sent_back(page),
                step=step_of(texts),
            )
            return context


class TitlePanel(TitleFieldPanel):
    """Makes the address only from the first text of a page, and only from English words.

    The other language keeps the address of the first, whatever its title says.
    """

    class BoundPanel(TitleFieldPanel.BoundPanel):
        """The panel of one page."""

        def get_should_apply(self) -> bool:
            """Tell whether the address follows the title while somebody writes it."""
            page = self.instance
            if page.locale.language_code != "en" or not super().get_should_apply():
                return False
            return not page.pk or set(texts_of(page)) <= {"en"}


def title_and_address() -> list[Panel]:
    """Return the fields for a page's title and the last part of its address."""
    return [
        TitlePanel("title"),
        FieldPanel(
            "slug",
            heading="Address",
            help_text="The last part of the page’s address: small English letters, digits and "
            "hyphens, the same in Urdu and in English. Example: your-rights",
        ),
    ]


def for_finding() -> list[Panel]:
    """Return the fields by which readers find a page: in search engines and in the menu."""
    return [
        MultiFieldPanel(
            [
                FieldPanel(
                    "seo_title",
                    heading="Title in search engines",
                    help_text="Only if it should say something else than the title.",
                ),
                FieldPanel(
                    "search_description",
                    heading="Description in search engines and messengers",
                    help_text="Only if it should say something else than the opening words.",
                ),
            ],
            heading="For search engines",
        ),
        FieldPanel(
            "show_in_menus",
            heading="Show in menu",
            help_text="For pages right below the home page: at most four.",
        ),
    ]


def _sent_back(page: Any) -> TaskState | None:
    """Return the step that sent a page back with words, until its author submits it again."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    step: TaskState | None = state.current_task_state
    return step if step is not None and step.comment else None


def words_above() -> tuple[Panel, Panel]:
    """Return the fields for the words above and below a title, with an example of each."""
    return (
        FieldPanel(
            "kicker",
            heading="Above the title",
            help_text="A word or two, or nothing. Example: Know your rights",
        ),
        FieldPanel(
            "intro",
            heading="Opening words",
            help_text="One or two sentences under the title, on cards and in messengers. "
            "Example: A job abroad that costs a loan first may be a trap. Ask these questions.",
        ),
    )
