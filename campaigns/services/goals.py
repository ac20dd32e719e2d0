"""Goals in the CMS: room for places that are swapped."""

from collections.abc import Collection

from django.db import transaction

from campaigns.models import Campaign, CampaignGoal


@transaction.atomic
def make_room_for_places(*, campaign: Campaign, goals: Collection[int]) -> None:
    """Delete goals that are about to be written at another place, in the caller's transaction.

    Written one after the other instead, the first would meet the place the second still has.
    """
    CampaignGoal.objects.filter(campaign=campaign, pk__in=goals).delete()
