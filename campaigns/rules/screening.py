"""Finding pledges nobody made: conditions that can be combined, and when to raise an alarm."""

import datetime
from dataclasses import asdict, dataclass
from enum import StrEnum

# A domain that is nobody's provider may have so many counted in a day; the rest waits for staff.
PLEDGES_OF_DOMAIN_AND_DAY = 50
BUSY_HOUR, BUSY_TIMES = 30, 5
BUSY_GROUP = 40
# Of a neighbourhood where people pledge, most confirm.
FEW_CONFIRM_PERCENT = 20
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Which pledges are meant: every condition that is given must hold; none means no pledge."""

    email_domain: str = ""
    email_prefix: str = ""
    phone_prefix: str = ""
    address_block: str = ""
    city: str = ""
    state: str = ""
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing but a state was given, which would mean everybody."""
        return not any(value for name, value in asdict(self).items() if name != "state")

    def as_json(self) -> dict[str, str]:
        """Return what was given, times as ISO text."""
        return {
            name: value.isoformat() if isinstance(value, datetime.datetime) else str(value)
            for name, value in asdict(self).items()
            if value
        }


class AlarmKind(StrEnum):
    """What looks like a machine's doing."""

    HOUR = "hour"
    EMAIL_DOMAIN = "email_domain"
    EMAIL_PREFIX = "email_prefix"
    PHONE_PREFIX = "phone_prefix"
    ADDRESS_BLOCK = "address_block"


@dataclass(frozen=True, slots=True)
class Group:
    """Pledges that have something in common: all there are, and how many of them count."""

    value: str
    made: int
    counted: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """One group that stands out, with what it has in common."""

    kind: AlarmKind
    value: str
    made: int
    counted: int


def is_busy_hour(made: int, others: list[int]) -> bool:
    """Tell whether an hour had far more pledges than the other hours had on average."""
    usual = sum(others) / len(others) if others else 0
    return made >= BUSY_HOUR and made > BUSY_TIMES * usual


def stands_out(kind: AlarmKind, group: Group, *, is_providers: bool) -> bool:
    """Tell whether a group of one day looks made up.

    Behind one neighbourhood may be a school: it stands out only when hardly anybody confirms.
    """
    if not group.value or group.made < BUSY_GROUP or is_providers:
        return False
    hardly = group.counted * HUNDRED < group.made * FEW_CONFIRM_PERCENT
    return hardly if kind in (AlarmKind.ADDRESS_BLOCK, AlarmKind.PHONE_PREFIX) else True
