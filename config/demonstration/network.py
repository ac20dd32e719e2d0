"""Organisations and campaigns of the demonstration."""

import datetime

from django.utils.text import slugify

from campaigns.models import Campaign, CampaignLink, CampaignMaterial, Organisation
from config.demonstration.reading import facts, pairs, rows
from directory.models import CampaignDocument


def load_organisations() -> None:
    """Write every organisation named by a source."""
    curated = {entry["slug"]: entry for entry in facts("organisations_curation")}
    for row in rows("organisations"):
        entry = curated[row["slug"]]
        Organisation.objects.update_or_create(
            slug=row["slug"],
            defaults={
                **pairs(row, "name"),
                "abbreviation_en": entry.get("short_name_en") or row["abbr_en"],
                "abbreviation_ur": entry.get("short_name_ur") or row["abbr_ur"],
                "kind": entry["kind"],
                "kind_en": entry["type_en"],
                "kind_ur": entry["type_ur"],
                "work_en": row["what_they_do_en"],
                "work_ur": row["what_they_do_ur"],
                "is_in_network": bool(entry.get("is_in_footer")),
                **pairs(entry, "source_title"),
                "source_url": row["source_address"].split(" ; ")[0],
            },
        )


def organisation_of(entry: dict[str, str]) -> Organisation:
    """Return the organisation an event names, by slug or by its names in both languages."""
    if "slug" in entry:
        return Organisation.objects.get(slug=entry["slug"])
    found, _made = Organisation.objects.get_or_create(
        slug=slugify(entry["name_en"])[:50], defaults=pairs(entry, "name")
    )
    return found


def load_campaigns() -> None:
    """Write every year; which is the current one stays as it was, once there are any."""
    for entry in facts("campaigns"):
        words = {
            **pairs(entry, "title", "theme", "summary", "source_title"),
            "world_day_on": datetime.date.fromisoformat(entry["world_day"]),
            "hashtag": entry["hashtag"] or "",
            "pledge_en": entry["pledge_statement_en"] or "",
            "pledge_ur": entry["pledge_statement_ur"] or "",
            "source_url": entry["source_url"] or "",
        }
        Campaign.objects.update_or_create(
            year=entry["year"],
            defaults=words,
            create_defaults={**words, "is_current": entry["is_current"]},
        )


def own_campaign() -> Campaign:
    """Return the year the demonstration is about, be it still the current one or not."""
    own = next(entry["year"] for entry in facts("campaigns") if entry["is_current"])
    return Campaign.objects.get(year=own)


def load_extras() -> None:
    """Write what campaigns point to and offer; the files come with the pages."""
    for entry in facts("campaign_extras"):
        campaign = Campaign.objects.get(year=entry["year"])
        for order, link in enumerate(entry["links"]):
            CampaignLink.objects.update_or_create(
                campaign=campaign, sort_order=order, defaults=link
            )
        for order, name in enumerate(entry["materials"]):
            file = CampaignDocument.objects.get(title=name)
            CampaignMaterial.objects.update_or_create(
                campaign=campaign, sort_order=order, defaults={"file": file}
            )
