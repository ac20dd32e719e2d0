"""Campaigns, organisations, pledges and what they came to."""

from campaigns.models.campaign import Campaign
from campaigns.models.extras import CampaignLink, CampaignMaterial
from campaigns.models.goal import CampaignGoal
from campaigns.models.join_application import JoinApplication
from campaigns.models.measure import MeasuredPledge, PledgeMeasure
from campaigns.models.organisation import Organisation
from campaigns.models.placement import (
    PartnerConsent,
    PartnerTally,
    Placement,
    PlacementVisits,
)
from campaigns.models.pledge import Pledge, PledgeCode
from campaigns.models.received import ReceivedBatch, ReceivedMessage
from campaigns.models.statement import PledgeStatement
from campaigns.models.tally import Tally

__all__ = [
    "Campaign",
    "CampaignGoal",
    "CampaignLink",
    "CampaignMaterial",
    "JoinApplication",
    "MeasuredPledge",
    "Organisation",
    "PartnerConsent",
    "PartnerTally",
    "Placement",
    "PlacementVisits",
    "Pledge",
    "PledgeCode",
    "PledgeMeasure",
    "PledgeStatement",
    "ReceivedBatch",
    "ReceivedMessage",
    "Tally",
]
