"""Which mailbox an address is, and from which neighbourhood of the network a visitor comes."""

import datetime
import ipaddress

from django.utils.crypto import salted_hmac

_NO_DOTS = {"gmail.com", "googlemail.com"}
_SAME_PROVIDER = {"googlemail.com": "gmail.com"}
# Mailboxes of these are handed out one by one, to people: no allowance is needed for them.
PEOPLES_PROVIDERS = frozenset(
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "ymail.com", "rocketmail.com",
        "hotmail.com", "hotmail.co.uk", "outlook.com", "live.com", "msn.com", "icloud.com",
        "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "zoho.com", "gmx.com",
    }
)  # fmt: skip
# "student.school.edu.pk" belongs to school.edu.pk, "a.b.example.com" to example.com.
_SECOND_LEVELS = {"com", "edu", "org", "net", "gov", "gob", "gok", "gop", "ac", "co", "mil", "web"}
_COUNTRY_LETTERS, _OWNER_LABELS = 2, 2
_BLOCK_BITS = {4: 24, 6: 48}
BLOCK_LETTERS = 12


def canonical_email(email: str) -> str:
    """Return one spelling for all that reach a mailbox: A.B+c@Googlemail.com is ab@gmail.com."""
    mailbox, _at, domain = email.strip().casefold().rpartition("@")
    mailbox = mailbox.split("+")[0]
    if domain in _NO_DOTS:
        mailbox = mailbox.replace(".", "")
    return f"{mailbox}@{_SAME_PROVIDER.get(domain, domain)}"


def owner_domain(email: str) -> str:
    """Return whose the mailboxes are: the domain without what its owner may put before it.

    Empty for a provider that gives each of its mailboxes to another person.
    """
    domain = email.strip().casefold().rpartition("@")[2]
    if domain in PEOPLES_PROVIDERS:
        return ""
    labels = domain.split(".")
    is_nested = (
        len(labels) > _OWNER_LABELS
        and len(labels[-1]) == _COUNTRY_LETTERS
        and labels[-2] in _SECOND_LEVELS
    )
    return ".".join(labels[-(_OWNER_LABELS + is_nested) :])


def address_block(address: str, day: datetime.date) -> str:
    """Return what stands for the neighbourhood of a network address on one day; "" for none.

    Keyed by SECRET_KEY, and by the day: the same neighbourhood is another one tomorrow. A
    neighbourhood is /24 of IPv4 or /48 of IPv6.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    mapped = getattr(parsed, "ipv4_mapped", None)
    parsed = mapped or parsed
    block = ipaddress.ip_network(f"{parsed}/{_BLOCK_BITS[parsed.version]}", strict=False)
    keyed = salted_hmac("campaigns.address-block", f"{day}:{block}", algorithm="sha256")
    return keyed.hexdigest()[:BLOCK_LETTERS]
