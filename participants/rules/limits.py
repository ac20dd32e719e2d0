"""How often something may be tried before it is a robot's doing; nobody is judged by address alone.

Behind one address there may be a school, or a mobile network with thousands. So a submission with
our key and a number of its own passes from any address, however many come; what is counted by
address is only what no crowd of people sends: forms without our key, and forms that cannot be used.
"""

import datetime
from dataclasses import dataclass

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in each window of time."""

    name: str
    count: int
    window_seconds: int


# Stored registrations and pledges of one number: a family, a shop that helps its neighbours out.
REGISTRATIONS_OF_PHONE = Limit("registrations-of-phone", 30, HOUR)
PLEDGES_OF_CONTACT = Limit("pledges-of-contact", 20, HOUR)
# Codes by SMS to one phone, whoever asks for them: each costs money and somebody's patience.
CODES_OF_PLEDGER = Limit("codes-of-pledger", 5, DAY)
# Cards drawn with a name: a school behind one address, and no more work than it can make.
CARDS_OF_ADDRESS = Limit("cards-of-address", 400, HOUR)
# Applications to host a walk of one number: an office that writes for several schools.
HOST_APPLICATIONS_OF_PHONE = Limit("host-applications-of-phone", 10, HOUR)
# Applications to join the network of one number or mailbox.
JOIN_APPLICATIONS_OF_CONTACT = Limit("join-applications-of-contact", 10, HOUR)
# "Send my link again", by number and by whoever asks.
FINDS_OF_PHONE = Limit("finds-of-phone", 5, HOUR)
FINDS_OF_ADDRESS = Limit("finds-of-address", 300, HOUR)
# Searches of one address: two a second for ten minutes, more than a school or a network sends.
SEARCHES_OF_ADDRESS = Limit("searches-of-address", 1200, 10 * MINUTE)
# Codes of certificates that do not exist: by whoever tries them.
CODES_OF_ADDRESS = Limit("codes-of-address", 300, HOUR)
# Openings of one short link from one address that count as visits: a school, no endless reload.
VISITS_OF_ADDRESS = Limit("visits-of-address", 100, HOUR)
# Posts to one form from one address: without a key of ours, or with what cannot be used.
POSTS_WITHOUT_KEY = Limit("posts-without-key", 60, 10 * MINUTE)
UNUSABLE_POSTS = Limit("unusable-posts", 300, 10 * MINUTE)
# Codes typed after the right password, and ways back asked for by somebody who forgot it.
SECOND_STEPS_OF_USER = Limit("second-steps-of-user", 15, HOUR)
FORGOTTEN_PASSWORDS_OF_ADDRESS = Limit("forgotten-passwords-of-address", 30, HOUR)
# Tries of a gate link's PIN: whoever has the link alone must not find the six digits.
PINS_OF_GATE_LINK = Limit("pins-of-gate-link", 8, HOUR)
# Messages that anybody who knows an address can have sent to it; what staff send is not counted.
MESSAGES_ON_REQUEST = Limit("messages-on-request", 10, DAY)


def window_start(now: datetime.datetime, window_seconds: int) -> datetime.datetime:
    """Return when the window that holds `now` began; the same for every server."""
    begun = int(now.timestamp()) // window_seconds * window_seconds
    return datetime.datetime.fromtimestamp(begun, datetime.UTC)


def seconds_left(now: datetime.datetime, window_seconds: int) -> int:
    """Return after how many seconds trying again makes sense; at least one."""
    return window_seconds - int(now.timestamp()) % window_seconds


def mailbox_of(recipient: str) -> str:
    """Return where a message arrives, whatever follows a plus: A+1@Mail.test is a@mail.test.

    Dots are left alone: only some providers ignore them. A phone is its own mailbox.
    """
    mailbox, at, domain = recipient.strip().casefold().rpartition("@")
    return f"{mailbox.split('+')[0]}{at}{domain}" if at else domain


def address_of(remote: str, forwarded: str, proxy_count: int) -> str:
    """Return the visitor's address as our own proxies tell it; what the visitor claims is ignored.

    Each proxy appends the address it heard from, so with one proxy the last of `forwarded`
    (X-Forwarded-For) is the visitor's, and with none the header means nothing.
    """
    told = [part.strip() for part in forwarded.split(",") if part.strip()]
    if not proxy_count or len(told) < proxy_count:
        return remote
    return told[-proxy_count]
