"""States of pledges in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ConfirmedBy, PledgeState, WallState

STATE_LABELS: dict[str, Promise] = {
    PledgeState.PENDING: _("Not confirmed yet"),
    PledgeState.CONFIRMED: _("Counted"),
    PledgeState.WITHDRAWN: _("Withdrawn"),
    PledgeState.SUSPECT: _("Held for a look"),
    PledgeState.INVALID: _("Not counted"),
}
CONFIRMED_BY_LABELS: dict[str, Promise | str] = {
    "": "",
    ConfirmedBy.EMAIL: _("E-mail"),
    ConfirmedBy.CODE: _("Code from a text message"),
    ConfirmedBy.MESSAGE: _("Your own message or call"),
}
WALL_LABELS: dict[str, Promise] = {
    WallState.NOT_ASKED: _("Nothing of you"),
    WallState.WAITING: _("Your name waits for a look"),
    WallState.SHOWN: _("Your first name and city"),
    WallState.REFUSED: _("Your name is not shown"),
}
