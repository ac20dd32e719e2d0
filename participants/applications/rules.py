"""What every application holds as the form collected it; pure functions."""

from dataclasses import asdict, dataclass

from participants.enums import ApplicationState
from participants.rules.keys import content_hash

ABOUT_THE_PERSON = ("full_name", "phone", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One application: cleaned, phone in E.164, city by its slug; each kind adds its wish."""

    organisation_kind: str
    organisation_name: str
    full_name: str
    phone: str
    email: str
    city: str

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))

    def wish(self) -> dict[str, object]:
        """Return what the application's own row keeps, by field; the city left to the reader."""
        held = asdict(self)
        return {name: held[name] for name in held if name not in (*ABOUT_THE_PERSON, "city")}


def may_change(state: str) -> bool:
    """Tell whether the applicant can still mend it: until somebody has answered."""
    return state == ApplicationState.RECEIVED
