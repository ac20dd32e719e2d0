"""Cities, helplines, files (pictures, downloads, sounds) and staff users."""

from directory.models.account_link import AccountLink
from directory.models.city import City
from directory.models.download import CampaignDocument
from directory.models.helpline import Helpline
from directory.models.image import CampaignImage, CampaignRendition
from directory.models.sound import SoundFile
from directory.models.user import User

__all__ = [
    "AccountLink",
    "CampaignDocument",
    "CampaignImage",
    "CampaignRendition",
    "City",
    "Helpline",
    "SoundFile",
    "User",
]
