"""The same numbers for programs, readable from any other site: JSON, CSV and their schema."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.impact.lists.open_data import COLUMNS, document, rows, schema
from campaigns.impact.selectors import YearImpact, campaign_of, impact_of
from documents.sheets import write_csv

json_text = partial(json.dumps, ensure_ascii=False, indent=2)


@require_safe
def year_json(request: HttpRequest, year: int) -> HttpResponse:
    """Send a year as one document."""
    found = document(
        _impact(year),
        schema_url=_schema_url(),
        publisher=settings.WAGTAIL_SITE_NAME,
        now=timezone.now(),
    )
    return _open(_json(found, "application/json"), f"campaign-{year}.json")


@require_safe
def year_csv(request: HttpRequest, year: int) -> HttpResponse:
    """Send a year as rows."""
    body = b"".join(write_csv(COLUMNS, rows(_impact(year))))
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    return _open(response, f"campaign-{year}.csv")


@require_safe
def year_schema(request: HttpRequest) -> HttpResponse:
    """Send the schema of the JSON document."""
    response = _json(schema(_schema_url()), "application/schema+json")
    return _open(response, "campaign.schema.json")


def _impact(year: int) -> YearImpact:
    campaign = campaign_of(year)
    if campaign is None:
        raise Http404
    return impact_of(campaign, "en")


def _schema_url() -> str:
    return f"{settings.BASE_URL}{reverse('open_data:schema')}"


def _json(found: Mapping[str, Any], content_type: str) -> HttpResponse:
    return HttpResponse(json_text(found) + "\n", content_type=f"{content_type}; charset=utf-8")


def _open(response: HttpResponse, name: str) -> HttpResponse:
    """Let every site read it; nothing here depends on who asks, so no credentials are taken."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Content-Language"] = "en, ur"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
