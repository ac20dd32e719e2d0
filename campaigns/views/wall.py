"""The pledge wall: first names and cities of those who wished it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaigns.models import Pledge
from campaigns.selectors import current_campaign
from campaigns.selectors.wall import wall_name, wall_pledges
from participants.rules.keys import hash_of
from participants.views import page_language

NAMES_PER_PAGE = 48


@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """Show the names, the latest first; who takes theirs off is gone with the next reading."""
    campaign = current_campaign()
    found = wall_pledges(campaign) if campaign else Pledge.objects.none()
    page = Paginator(found, NAMES_PER_PAGE).get_page(request.GET.get("page"))
    names = [wall_name(pledge, page_language()) for pledge in page.object_list]
    takes_pledges = bool(campaign and campaign.takes_pledges)
    context = {"names": names, "page_obj": page, "takes_pledges": takes_pledges}
    return _asked_each_time(render(request, "campaigns/pledge_wall.html", context))


def _asked_each_time(response: HttpResponse) -> HttpResponse:
    """Let caches keep the page and ask each time whether it still holds: names may vanish."""
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = f'"{hash_of(response.content.decode())[:32]}"'
    return response
