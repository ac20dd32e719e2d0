"""A page's other language begun: a draft with the same structure, seen by no reader."""

from typing import Any

from django.db import transaction
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_for_translation import (
    CopyPageForTranslationAction,
    ParentNotTranslatedError,
)
from wagtail.models import Locale, Page

from site_pages.enums import EditKind
from site_pages.errors import NothingToTranslate


@transaction.atomic
def begin_translation(*, page: Page, language: str, user: Any) -> Page:
    """Return the draft in which a page is to be written in another language.

    It holds the blocks of the source with their texts, to be written over, and is refused to
    readers until somebody calls it finished. A placeholder (alias) becomes that draft. Raises
    NothingToTranslate.
    """
    locale = Locale.objects.get(language_code=language)
    standing = Page.objects.translation_of(page).filter(locale=locale).first()
    if standing is not None and standing.alias_of_id is None:
        raise NothingToTranslate
    source = page.specific.get_latest_revision_as_object()
    if standing is None:
        try:
            draft: Any = CopyPageForTranslationAction(page=source, locale=locale).execute(
                skip_permission_checks=True
            )
        except ParentNotTranslatedError as error:
            raise NothingToTranslate from error
    else:
        draft = ConvertAliasPageAction(standing.specific, user=user).execute(
            skip_permission_checks=True
        )
        _take_newest_words(draft, source)
    stored: Page = Page.objects.get(pk=draft.pk)
    return stored


def _take_newest_words(draft: Any, source: Any) -> None:
    """An alias shows what readers see of the source; the draft begins from its newest text."""
    newest = draft.with_content_json(source.serializable_data())
    newest.slug, newest.show_in_menus = draft.slug, draft.show_in_menus
    newest.live_revision = None
    newest.edit_kind = EditKind.WORKING
    newest.save_revision(changed=False, clean=False)
