"""The demonstration's pages: one tree per language, the same addresses in both."""

import re
import uuid
from typing import Any

from wagtail.models import Locale, Page, Site

from campaigns.models import Campaign
from config.demonstration.reading import facts, pairs, rows
from directory.models import Helpline
from site_pages.enums import EditKind
from site_pages.models import HomePage, ListingPage, TopicPage
from site_pages.services.publishing import publish_together

LANGUAGES = ("ur", "en")
KINDS = {"listing": ListingPage, "topic": TopicPage, "article": TopicPage}
PAGE_LINK = re.compile(r'href="page:([a-z0-9-]+)"')
Block = dict[str, Any]


def load_pages() -> None:
    """Write every page in both languages, then their bodies, which link to one another."""
    topics = facts("topics")
    pages = {language: _tree(language, topics) for language in LANGUAGES}
    for topic in topics:
        texts = {language: pages[language][topic["slug"]] for language in LANGUAGES}
        for language, page in texts.items():
            blocks = topic[f"blocks_{language}"]
            page.body = [_block(block, language, pages[language]) for block in blocks]
        _publish(texts)
    _publish({language: _filled_home(language, pages[language]) for language in LANGUAGES})
    _leave_something_to_translate(pages)


def home_of(language: str) -> HomePage:
    """Return the home page of a language."""
    root = Site.objects.get(is_default_site=True).root_page
    home: HomePage = root.get_translation(Locale.objects.get(language_code=language)).specific
    return home


def _tree(language: str, topics: list[dict[str, Any]]) -> dict[str, Any]:
    pages: dict[str, Any] = {}
    home = home_of(language)
    for topic in topics:
        parent = pages[topic["parent"]] if topic["parent"] else home
        pages[topic["slug"]] = _page(parent, topic, language)
    return pages


def _page(parent: Page, topic: dict[str, Any], language: str) -> Any:
    model = KINDS[topic["kind"]]
    words = {
        "title": topic[f"title_{language}"],
        "kicker": topic[f"kicker_{language}"],
        "intro": topic[f"intro_{language}"],
        "search_description": topic[f"search_description_{language}"],
        "show_in_menus": topic["parent"] is None and topic["slug"] in ("learn", "about"),
    }
    if model is TopicPage:
        words["is_sensitive"] = topic["is_sensitive"]
    page = model.objects.child_of(parent).filter(slug=topic["slug"]).first()
    if page is None:
        # Both languages share the key, so that Wagtail knows them as one page's translations.
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"hamqadam:{topic['slug']}")
        page = model(slug=topic["slug"], translation_key=key, locale=_locale(language), **words)
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


def _block(block: Block, language: str, pages: dict[str, Any]) -> tuple[str, Any]:
    maker = {
        "rich_text": _rich_text,
        "figure": _figure,
        "signs": _signs,
        "helpline": _helpline,
        "call_to_action": _call_to_action,
        "event_list": _event_list,
    }[block["type"]]
    return block["type"], maker(block, language, pages)


def _rich_text(block: Block, language: str, pages: dict[str, Any]) -> str:
    def link(match: re.Match[str]) -> str:
        return f'linktype="page" id="{pages[match[1]].pk}"'

    return PAGE_LINK.sub(link, block["html"])


def _figure(block: Block, language: str, pages: dict[str, Any]) -> Block:
    return {
        "number": block["number"],
        "statement": block["statement"],
        "source_title": block["source_title"],
        "source_url": block["source_url"],
        "source_year": block["source_year"],
        "is_source_english": False,
        "review_by": f"{block['review_by']}-01",
    }


def _signs(block: Block, language: str, pages: dict[str, Any]) -> Block:
    signs = {row["id"]: row for row in rows("indicators")}
    sources = {entry["id"]: entry for entry in facts("indicators_curation")}
    return {
        "heading": block["heading"],
        "intro": "",
        "groups": [
            {
                "title": group["title"],
                "signs": [
                    {
                        "text": signs[sign][f"sign_{language}"],
                        "source_title": sources[sign][f"source_title_{language}"],
                        "source_url": sources[sign]["sources"][0]["url"],
                        "is_source_english": False,
                    }
                    for sign in group["sign_ids"]
                ],
            }
            for group in block["groups"]
        ],
    }


def _helpline(block: Block, language: str, pages: dict[str, Any]) -> Block:
    return {"helpline": Helpline.objects.get(slug=block["slug"])}


def _call_to_action(block: Block, language: str, pages: dict[str, Any]) -> Block:
    target = block["target"]
    page = pages[target.removeprefix("page:")] if target.startswith("page:") else None
    return {
        "title": "",
        "text": block["text"],
        "label": block["label"],
        "page": page,
        "route": "" if page else target,
    }


def _event_list(block: Block, language: str, pages: dict[str, Any]) -> Block:
    return {
        "heading": block["heading"],
        "campaign": Campaign.objects.get(year=block["campaign"]),
        "city": None,
        "kind": "",
        "max_count": 6,
    }


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
    home.body = [_block(block, language, pages) for block in _home_blocks(words, language)]
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
