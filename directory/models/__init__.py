"""Cities, helplines, images and staff users."""

from directory.models.account_link import AccountLink
from directory.models.city import City
from directory.models.helpline import Helpline
from directory.models.image import CampaignImage, CampaignRendition
from directory.models.user import User

__all__ = ["AccountLink", "CampaignImage", "CampaignRendition", "City", "Helpline", "User"]
