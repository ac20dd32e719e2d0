"""Blocks of the demonstration's pages, from the files of facts to what the pages hold."""

import re
from collections.abc import Callable
from typing import Any

from campaigns.models import Campaign
from config.demonstration.files import downloads_of
from config.demonstration.pictures import picture_of
from config.demonstration.reading import facts, rows
from directory.models import Helpline

PAGE_LINK = re.compile(r'href="page:([a-z0-9-]+)"')
Block = dict[str, Any]
# The pages of one language by slug, to link to.
Pages = dict[str, Any]


def block_value(block: Block, language: str, pages: Pages) -> tuple[str, Any]:
    """Return (type, value) as a page's body takes them."""
    return block["type"], MAKERS[block["type"]](block, language, pages)


def linked(html: str, pages: Pages) -> str:
    """Return rich text whose links of the form page:slug lead to pages."""

    def link(match: re.Match[str]) -> str:
        return f'linktype="page" id="{pages[match[1]].pk}"'

    return PAGE_LINK.sub(link, html)


def _rich_text(block: Block, language: str, pages: Pages) -> str:
    return linked(block["html"], pages)


def _figure(block: Block, language: str, pages: Pages) -> Block:
    return {
        "number": block["number"],
        "statement": block["statement"],
        "source_title": block["source_title"],
        "source_url": block["source_url"],
        "source_year": block["source_year"],
        "is_source_english": False,
        "review_by": _first_day(block.get("review_by")),
    }


def _signs(block: Block, language: str, pages: Pages) -> Block:
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


def _helpline(block: Block, language: str, pages: Pages) -> Block:
    return {"helpline": Helpline.objects.get(slug=block["slug"])}


def _call_to_action(block: Block, language: str, pages: Pages) -> Block:
    target = block["target"]
    page = pages[target.removeprefix("page:")] if target.startswith("page:") else None
    return {
        "title": "",
        "text": block["text"],
        "label": block["label"],
        "page": page,
        "route": "" if page else target,
    }


def _event_list(block: Block, language: str, pages: Pages) -> Block:
    return {
        "heading": block["heading"],
        "campaign": Campaign.objects.get(year=block["campaign"]),
        "city": None,
        "kind": "",
        "max_count": 6,
    }


def _image(block: Block, language: str, pages: Pages) -> Block:
    return {"image": picture_of(block["scene"]), "alt_text": "", "caption": ""}


def _first_day(day: str | None) -> str | None:
    """Return an ISO day; of a month, its first."""
    return f"{day}-01"[:10] if day else None


def _steps(block: Block, language: str, pages: Pages) -> Block:
    steps = [{"title": step["title"], "text": step.get("text", "")} for step in block["steps"]]
    return {"heading": block.get("heading", ""), "steps": steps}


def _quote(block: Block, language: str, pages: Pages) -> Block:
    return {
        "text": block["text"],
        "who": block["who"],
        "source_title": block["source_title"],
        "source_url": block.get("source_url", ""),
        "source_year": block.get("source_year"),
        "is_source_english": False,
    }


def _faq(block: Block, language: str, pages: Pages) -> Block:
    return {
        "heading": block.get("heading", ""),
        "questions": question_values(block["questions"], pages),
    }


def question_values(questions: list[Block], pages: Pages) -> list[Block]:
    """Return questions with answers, as the block of a question takes them."""
    return [
        {"question": one["question"], "answer": linked(one["answer"], pages)} for one in questions
    ]


def _accordion(block: Block, language: str, pages: Pages) -> Block:
    items = [
        {"title": item["title"], "html": linked(item["html"], pages)} for item in block["items"]
    ]
    return {"heading": block.get("heading", ""), "items": items}


def _headed(block: Block, language: str, pages: Pages) -> Block:
    return {"heading": block.get("heading", "")}


def _pledge(block: Block, language: str, pages: Pages) -> Block:
    return {"title": block.get("title", ""), "text": block.get("text", "")}


def _video(block: Block, language: str, pages: Pages) -> Block:
    return {name: block[name] for name in ("title", "url", "minutes", "megabytes", "language")}


def _downloads(block: Block, language: str, pages: Pages) -> Block:
    return {"heading": block.get("heading", ""), "files": downloads_of(block["files"])}


MAKERS: dict[str, Callable[[Block, str, Pages], Any]] = {
    "rich_text": _rich_text,
    "steps": _steps,
    "figure": _figure,
    "quote": _quote,
    "signs": _signs,
    "faq": _faq,
    "accordion": _accordion,
    "video": _video,
    "image": _image,
    "downloads": _downloads,
    "helpline": _helpline,
    "call_to_action": _call_to_action,
    "event_list": _event_list,
    "pledge": _pledge,
    "pledge_counter": _headed,
    "partners": _headed,
}
