"""The only writers of campaigns and pledges."""

from campaigns.services.confirming import (
    confirm_by_code,
    confirm_pledge,
    issue_pledge_link,
    send_code,
)
from campaigns.services.forgetting import (
    erase_pledge,
    purge_address_blocks,
    purge_pledges,
    withdraw_pledge,
)
from campaigns.services.pledging import EMAILS_PER_ADDRESS_AND_DAY, make_pledge
from campaigns.services.received import bring_in_sheet, receive_messages, take_back_sheet
from campaigns.services.reminding import queue_pledge_reminders
from campaigns.services.screening import apply_measure, log_pledges, undo_measure
from campaigns.services.wall import decide_wall_name, leave_the_wall
from campaigns.services.years import begin_year, make_current, take_year_back

__all__ = [
    "EMAILS_PER_ADDRESS_AND_DAY",
    "apply_measure",
    "begin_year",
    "bring_in_sheet",
    "confirm_by_code",
    "confirm_pledge",
    "decide_wall_name",
    "erase_pledge",
    "issue_pledge_link",
    "leave_the_wall",
    "log_pledges",
    "make_current",
    "make_pledge",
    "purge_address_blocks",
    "purge_pledges",
    "queue_pledge_reminders",
    "receive_messages",
    "send_code",
    "take_back_sheet",
    "take_year_back",
    "undo_measure",
    "withdraw_pledge",
]
