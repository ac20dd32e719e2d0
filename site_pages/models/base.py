"""What every page has: words above the body, an English slug that nothing else uses."""

import datetime
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from site_pages.enums import EditKind, Refusal
from site_pages.models.cards import TOP_LEVEL_DEPTH, cards_above
from site_pages.models.forwarding import words_to_send_on
from site_pages.models.panels import for_finding, title_and_address
from site_pages.models.publishing import (
    ContentPagePermissions,
    is_going_live,
    live_version_of,
    refuse_author,
    refuse_text,
)
from site_pages.models.versions import latest_versions, note_version, texts_of
from site_pages.rules.addresses import RESERVED_SLUGS
from site_pages.rules.agreement import Version, is_older, kinds_for

ENGLISH_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_MESSAGE = "The site itself uses this address. Choose another one."
NO_SLUG_MESSAGE = "Write it in small English letters. Example: your-rights"
SLUG_MESSAGE = "Use small English letters, digits and hyphens, also for a page in Urdu."


class ContentPageForm(WagtailAdminPageForm):
    """Asks what kind of edit it is, and explains at once what the model would refuse later."""

    edit_kind = forms.ChoiceField(
        label="What did you change?", required=False, widget=forms.RadioSelect
    )
    # What of the other language stood before the editor: {language: changes}.
    seen_changes = forms.JSONField(required=False, widget=forms.HiddenInput)
    # The revision that stood in the form when it was opened.
    edited_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = self._other_versions()
        versions = latest_versions({"": self.instance}) if self.instance.pk else {}
        kinds = list(kinds_for(is_stale=is_older(versions.get("", Version()), others)))
        said = self.data.get("edit_kind") if self.is_bound else None
        if said in EditKind.values and said not in kinds:
            # Saved by itself while the editor went on writing, so the text is fresh by now.
            kinds.append(EditKind(said))
        if slug := self.fields.get("slug"):
            slug.error_messages["required"] = NO_SLUG_MESSAGE
        field: Any = self.fields["edit_kind"]
        field.choices = [(kind.value, kind.label) for kind in kinds]
        self.initial["edit_kind"] = kinds[0].value
        self.initial["edited_from"] = self.instance.latest_revision_id
        self.initial["seen_changes"] = {code: other.changes for code, other in others.items()}

    def _other_versions(self) -> dict[str, Version]:
        if not self.instance.pk:
            return {}
        texts = texts_of(self.instance)
        texts.pop(self.instance.locale.language_code, None)
        return latest_versions(texts)

    def save(self, commit: bool = True) -> Any:
        """Hand the editor's answers to the page, which notes them beside its next revision."""
        self.instance.edit_kind = EditKind(self.cleaned_data.get("edit_kind") or EditKind.CHANGE)
        self.instance.seen_changes = self.cleaned_data.get("seen_changes")
        self.instance.edited_from = self.cleaned_data.get("edited_from")
        return super().save(commit=commit)

    def clean(self) -> dict[str, Any]:
        """Refuse a slug of the site's own under a home page."""
        cleaned: dict[str, Any] = super().clean()
        is_top_level = self.parent_page is not None and self.parent_page.depth == 2
        if is_top_level and cleaned.get("slug") in RESERVED_SLUGS:
            self.add_error("slug", RESERVED_MESSAGE)
        return cleaned


class ContentPage(Page):
    """The words above the body; the fields every kind of page shares."""

    kicker = models.CharField(
        max_length=80, blank=True, help_text="A word or two above the title; may stay empty."
    )
    intro = models.TextField(
        blank=True, help_text="One or two sentences under the title; also shown on cards."
    )

    # Of this edit only, told by the form or a service: see models.versions.note_version.
    edit_kind: EditKind | None = None
    seen_changes: Mapping[str, int] | None = None
    edited_from: int | None = None
    # The versions of other languages that go live in the same transaction.
    published_with: Mapping[str, Version] | None = None

    password_required_template = "pages/password_required.html"  # noqa: S105 - a file, no secret
    base_form_class = ContentPageForm
    show_in_menus_default = False

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Keep slugs in English and out of the program's own addresses."""
        super().clean()
        if self.slug and not ENGLISH_SLUG.fullmatch(self.slug):
            raise ValidationError({"slug": SLUG_MESSAGE})
        if self.depth == TOP_LEVEL_DEPTH and self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": RESERVED_MESSAGE})

    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        """Write the row; raises NotPublishable before anything readers may not see goes live."""
        if is_going_live(self):
            refuse_text(self, live_version_of(self), together=self.published_with)
        return super().save(clean=clean, **self._as_draft_when_no_alias_any_more(kwargs))

    def _as_draft_when_no_alias_any_more(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        """Keep a converted alias from showing one language's text at the other's address."""
        fields = kwargs.get("update_fields") or ()
        if "alias_of_id" not in fields or self.alias_of_id is not None:
            return kwargs
        self.live, self.has_unpublished_changes = False, True
        return {**kwargs, "update_fields": [*fields, "live", "has_unpublished_changes"]}

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep the draft, and beside it how it stands against the other language."""
        revision: Revision = super().save_revision(*args, **kwargs)
        note_version(self, revision)
        # The next saving of the same object says anew what it is.
        self.edit_kind = self.seen_changes = self.edited_from = None
        return revision

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Publish a revision; raises NotPublishable to the author of a safety page."""
        refuse_author(self, user)
        return super().publish(revision, user=user, **kwargs)

    def permissions_for_user(self, user: Any) -> ContentPagePermissions:
        """What somebody may do with this page."""
        return ContentPagePermissions(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages above this one, the home left out: the header leads there."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["trail"] = cards_above(self)
        return context

    def own_refusal(self) -> Refusal | None:
        """Return why this kind of page may not go live as it stands; most have no such reason."""
        return None

    def day_in(self, language: str) -> str:
        """Return the day that a kind of page stands for, in words; most stand for none."""
        return ""

    def appears_at(self, now: datetime.datetime) -> datetime.datetime:
        """Return when readers would see this text if it were published now."""
        return self.go_live_at if self.go_live_at and self.go_live_at > now else now

    def streams(self) -> list[StreamValue]:
        """Return everything made of blocks, the body first."""
        fields = [field for field in self._meta.fields if isinstance(field, StreamField)]
        fields.sort(key=lambda field: field.name != "body")
        return [value for field in fields if (value := getattr(self, field.name))]

    @property
    def description(self) -> str:
        """What search engines and messengers show under the title."""
        return str(self.search_description or self.intro)

    # What a card of this kind is called, and what both languages of a page must share.
    kind_label: str | Promise = ""
    shared_fields: ClassVar[tuple[str, ...]] = ()
    content_panels: ClassVar[list[Any]] = title_and_address()
    promote_panels: ClassVar[list[Any]] = [*for_finding(), words_to_send_on()]
    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar[list[str]] = []
