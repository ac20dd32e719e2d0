"""Campaigns, organisations, pledges and what they came to."""

from campaigns.models.campaign import Campaign
from campaigns.models.organisation import Organisation
from campaigns.models.pledge import Pledge
from campaigns.models.tally import Tally

__all__ = ["Campaign", "Organisation", "Pledge", "Tally"]
