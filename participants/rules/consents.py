"""The wordings people agree to, each with its version."""

from django.utils.translation import gettext_noop

from participants.enums import ConsentPurpose

# The wording somebody agreed to is found again by its version: add a new pair, never edit one.
CONSENT_WORDINGS: dict[ConsentPurpose, tuple[str, str]] = {
    ConsentPurpose.REGISTRATION: (
        "registration-1",
        gettext_noop("You may message me about this event."),
    ),
    ConsentPurpose.HAND_OVER: (
        "hand-over-1",
        gettext_noop("This person has agreed to take over, and you may message them about it."),
    ),
    ConsentPurpose.GUARDIAN: (
        "guardian-1",
        gettext_noop("I am this child’s guardian and I allow the child to take part."),
    ),
    ConsentPurpose.PLEDGE: (
        "pledge-1",
        gettext_noop("My pledge may be counted, and you may write to me to confirm it."),
    ),
    ConsentPurpose.WALL: (
        "wall-1",
        gettext_noop("Show my first name and my city on the pledge wall."),
    ),
    ConsentPurpose.HOST: (
        "host-1",
        gettext_noop("You may message me about this application and the walk."),
    ),
    ConsentPurpose.JOIN: (
        "join-1",
        gettext_noop("You may message me about this application and the network."),
    ),
    ConsentPurpose.NETWORK: (
        "network-1",
        gettext_noop(
            "Our organisation stands by the network’s statement: no human being is bought, sold "
            "or bound; help costs nobody anything; no survivor is named or shown; nobody "
            "advertises a party or a business with it."
        ),
    ),
}


def wording_of(version: str) -> str:
    """Return the English words somebody agreed to, for gettext; nothing for an unknown version."""
    return next((words for known, words in CONSENT_WORDINGS.values() if known == version), "")
