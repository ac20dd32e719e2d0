"""Campaigns, organisations and pledges."""

from campaigns.models.campaign import Campaign
from campaigns.models.organisation import Organisation
from campaigns.models.pledge import Pledge

__all__ = ["Campaign", "Organisation", "Pledge"]
