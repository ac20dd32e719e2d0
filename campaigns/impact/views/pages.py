"""What a year came to, with every number's meaning beside it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import (
    LABELS,
    city_charts,
    city_table,
    figures_of,
    table_columns,
    year_bars,
    year_table,
)
from campaigns.impact.rules import is_in_progress
from campaigns.impact.selectors import (
    YearImpact,
    campaign_of,
    campaign_to_show,
    campaigns_by_year,
    impact_of_years,
)
from campaigns.models import Campaign

# What a year is compared by, in a picture; the table below has all of it.
COMPARED = (
    TallyMeasure.REGISTERED,
    TallyMeasure.ATTENDED,
    TallyMeasure.ESTIMATED,
    TallyMeasure.PLEDGES,
    TallyMeasure.EVENTS,
    TallyMeasure.ORGANISATIONS,
)


@require_safe
def impact(request: HttpRequest) -> HttpResponse:
    """Show the current year, or the latest."""
    return _page(request, campaign_to_show())


@require_safe
def impact_of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show one year."""
    campaign = campaign_of(year)
    if campaign is None:
        raise Http404
    return _page(request, campaign)


def _page(request: HttpRequest, campaign: Campaign | None) -> HttpResponse:
    language = (get_language() or "ur")[:2]
    years = impact_of_years(campaigns_by_year(), language)
    shown = next((year for year in years if campaign and year.campaign.pk == campaign.pk), None)
    context = {
        "years": [year.campaign.year for year in years],
        "campaign": campaign,
        "comparisons": [
            (LABELS[measure], bars) for measure in COMPARED if (bars := year_bars(years, measure))
        ],
        "year_rows": year_table(years),
        "year_columns": table_columns(_("Year")),
        **(_of_year(shown, language) if shown else {}),
    }
    return render(request, "campaigns/impact.html", context)


def _of_year(shown: YearImpact, language: str) -> dict[str, object]:
    return {
        "figures": figures_of(shown, language),
        "city_charts": city_charts(shown, language),
        "city_rows": city_table(shown, language),
        "city_columns": table_columns(_("City")),
        "counted_at": shown.counted_at,
        "is_in_progress": is_in_progress(shown.campaign.year, timezone.localdate()),
    }
