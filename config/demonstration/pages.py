"""The demonstration's pages: one tree per language, the same addresses in both."""

import uuid
from typing import Any

from wagtail.models import Locale, Page, Site

from config.demonstration.blocks import Block, block_value
from config.demonstration.kinds import KINDS, own_blocks, own_facts, own_words
from config.demonstration.pictures import load_campaign_picture
from config.demonstration.reading import facts, page_facts, pairs
from site_pages.enums import EditKind
from site_pages.models import HomePage
from site_pages.services.publishing import publish_together

LANGUAGES = ("ur", "en")
IN_MENU = ("learn", "about")


def load_pages() -> None:
    """Write every page in both languages, then their bodies, which link to one another."""
    written = page_facts()
    pages = {language: _tree(language, written) for language in LANGUAGES}
    for entry in written:
        texts = {language: pages[language][entry["slug"]] for language in LANGUAGES}
        for language, page in texts.items():
            known, blocks = pages[language], entry[f"blocks_{language}"]
            page.body = [block_value(block, language, known) for block in blocks]
            for name, value in own_blocks(entry, language, known).items():
                setattr(page, name, value)
        _publish(texts)
    _publish({language: _filled_home(language, pages[language]) for language in LANGUAGES})
    _leave_something_to_translate(pages)
    load_campaign_picture()


def home_of(language: str) -> HomePage:
    """Return the home page of a language."""
    root = Site.objects.get(is_default_site=True).root_page
    home: HomePage = root.get_translation(Locale.objects.get(language_code=language)).specific
    return home


def _tree(language: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    pages: dict[str, Any] = {}
    home = home_of(language)
    for entry in entries:
        parent = pages[entry["parent"]] if entry["parent"] else home
        pages[entry["slug"]] = _page(parent, entry, language)
    return pages


def _page(parent: Page, entry: dict[str, Any], language: str) -> Any:
    model, slug = KINDS[entry["kind"]], entry["slug"]
    names = ("title", "kicker", "intro", "search_description")
    words = {
        **{name: entry[f"{name}_{language}"] for name in names},
        "show_in_menus": entry["parent"] is None and slug in IN_MENU,
        **own_facts(entry),
        **own_words(entry, language),
    }
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        # Both languages share the key, so that Wagtail knows them as one page's translations.
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"hamqadam:{slug}")
        page = model(slug=slug, translation_key=key, locale=_locale(language), **words)
        parent.add_child(instance=page)
    else:
        for name, value in words.items():
            setattr(page, name, value)
        page.alias_of = None
    return page


def _locale(language: str) -> Locale:
    locale: Locale = Locale.objects.get(language_code=language)
    return locale


def _publish(texts: dict[str, Any]) -> None:
    """Write both languages of a page, the second following the first, and publish both at once."""
    first, *others = texts.values()
    first.save()
    first.save_revision()
    for page in others:
        page.save()
        page.edit_kind = EditKind.CAUGHT_UP
        page.save_revision()
    publish_together(page=first, user=None)


def _leave_something_to_translate(pages: dict[str, dict[str, Any]]) -> None:
    """Change one English text that readers do not see yet, so that the dashboard has work."""
    draft = pages["en"]["about"].get_latest_revision_as_object()
    draft.intro = f"{draft.intro} The helpline stands at the top of every page."
    draft.save_revision()


def _filled_home(language: str, pages: dict[str, Any]) -> HomePage:
    words = facts("home")
    home = home_of(language)
    hero, sections, call = words["hero"], words["sections"], words["campaign_call"]
    home.title = words[f"site_name_{language}"]
    home.search_description = words[f"search_description_{language}"]
    home.kicker = hero[f"kicker_{language}"]
    home.headline = hero[f"title_{language}"]
    home.intro = hero[f"intro_{language}"]
    home.walks_title = sections[f"events_heading_{language}"]
    home.walks_text = sections[f"events_intro_{language}"]
    home.topics_title = sections[f"learn_heading_{language}"]
    home.topics_text = sections[f"learn_intro_{language}"]
    home.pledge_title = call[f"heading_{language}"]
    home.pledge_text = call[f"text_{language}"]
    home.body = [block_value(block, language, pages) for block in _home_blocks(words, language)]
    return home


def _home_blocks(words: dict[str, Any], language: str) -> list[Block]:
    why = words["why_walk"]
    text = f"<h2>{why[f'heading_{language}']}</h2><p>{why[f'text_{language}']}</p>"
    figures = [
        {"type": "figure", **figure, **_of_language(figure, language)}
        for figure in words["figures"]
    ]
    return [{"type": "rich_text", "html": text}, *figures]


def _of_language(entry: Block, language: str) -> Block:
    names = ("number", "statement", "source_title")
    return {name: pairs(entry, name)[f"{name}_{language}"] for name in names}
