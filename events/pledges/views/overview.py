"""All pledges of a campaign in numbers: states, hours, what stands out, what was done."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from campaigns.rules.screening import AlarmKind
from campaigns.selectors.screening import (
    alarms,
    groups_of,
    hours_of,
    last_measure,
    measures_of,
    pledges_by_state,
)
from campaigns.selectors.wall import names_to_see
from campaigns.services import log_pledges
from directory.models import User
from events.pledges.lists import (
    GROUP_NOTES,
    GROUP_TITLES,
    alarm_of,
    columns_of,
    measure_line,
    table_of,
    tiles_of,
    trend_of,
)
from events.pledges.views.access import for_pledge_keeper, pledges_page, pledges_url
from participants.views import page_language

LOGGED_COLUMNS = ["state", "created_at"]
SHOWN_MEASURES = 20


@require_safe
@for_pledge_keeper
def overview(request: HttpRequest, user: User, campaign: Campaign) -> HttpResponse:
    """Show the numbers and nobody; logged, since a domain or a prefix may be somebody's own."""
    now, language = timezone.now(), page_language()
    counts = pledges_by_state(campaign)
    log_pledges(
        actor=user,
        kind="pledge-trends",
        columns=LOGGED_COLUMNS,
        count=sum(counts.values()),
        now=now,
    )
    measures, last = measures_of(campaign)[:SHOWN_MEASURES], last_measure(campaign)
    undo_url = pledges_url("mark_undo")
    return pledges_page(
        request,
        user,
        campaign,
        "pledges/overview.html",
        title=_("Pledges"),
        tiles=tiles_of(counts),
        total=sum(counts.values()),
        alarms=[alarm_of(one, language) for one in alarms(campaign, now)],
        trend=trend_of(hours_of(campaign, now), language),
        tables=_tables(campaign),
        measures=[measure_line(one, language, undo_url if one == last else "") for one in measures],
        name_count=names_to_see(campaign).count(),
        mark_url=pledges_url("mark"),
        wall_url=pledges_url("wall"),
        messages_url=pledges_url("messages"),
    )


def _tables(campaign: Campaign) -> list[dict[str, object]]:
    found = {AlarmKind(kind): groups_of(campaign, AlarmKind(kind)) for kind in GROUP_TITLES}
    return [
        {
            "title": GROUP_TITLES[kind],
            "note": GROUP_NOTES.get(kind, ""),
            "columns": columns_of(kind),
            "rows": table_of(kind, groups),
        }
        for kind, groups in found.items()
        if groups
    ]
