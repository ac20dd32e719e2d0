"""A picture goes when the consent to it ends: no copy of it is left for readers."""

import datetime
import logging

from django.db import transaction
from django.utils import timezone

from directory.enums import PictureState
from directory.models import CampaignImage

logger = logging.getLogger(__name__)


@transaction.atomic
def take_down_pictures(*, now: datetime.datetime) -> int:
    """Delete the copies of pictures whose consent has ended; return how many pictures it were."""
    ended = CampaignImage.objects.in_state(PictureState.ENDED, timezone.localdate(now))
    # The CMS keeps a small copy of its own for its lists.
    pictures = ended.filter(renditions__filter_spec__startswith="width-").distinct()
    for picture in pictures:
        picture.renditions.all().delete()
        logger.info("picture %s was taken down: its consent has ended", picture.pk)
    return len(pictures)
