"""What a served site has delivered: the e-mails its worker wrote to files."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage

from tests.journeys.foreign_words import foreign_words_of_text
from tests.journeys.steps import MADE
from tests.served_site import ServedSite
from urdu.isolation import raw_runs

# As Django's file backend writes them.
BETWEEN_MAILS = b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    """One delivered e-mail, as its reader has it."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str

    @property
    def kind(self) -> str:
        """What it reports, as its Message-ID begins: "registration-confirmed"."""
        return self.message_id.strip("<").split(".")[0]


def delivered(site: ServedSite) -> list[Mail]:
    """Let the worker send all that is due, and return every e-mail so far, oldest first."""
    site.manage("work", "--once")
    return written(site)


def written(site: ServedSite) -> list[Mail]:
    """Return every e-mail so far, oldest first; the CMS writes its own without the worker."""
    folder = site.folder / "outbox"
    files = sorted(folder.glob("*.log")) if folder.exists() else []
    parts = [part for file in files for part in file.read_bytes().split(BETWEEN_MAILS)]
    return [_mail(part) for part in parts if part.strip()]


def _mail(raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return Mail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=_body(message, "plain"),
        html=_body(message, "html"),
        message_id=str(message["Message-ID"]),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part is not None else ""


@dataclass
class Told:
    """What has been delivered to one person up to the last look."""

    site: ServedSite
    address: str
    count: int = 0

    def since(self) -> list[Mail]:
        """Return what has come since the last look, after the worker has run."""
        mails = [mail for mail in delivered(self.site) if mail.to == self.address]
        new, self.count = mails[self.count :], len(mails)
        return new

    def once(self, kind: str) -> Mail:
        """Return the one message that has come, which must be of this kind and wholly Urdu."""
        (mail,) = self.since()
        said = MADE.sub("", f"{mail.subject} {mail.text}")
        assert mail.kind == kind
        assert foreign_words_of_text(said, "ur") == []
        assert raw_runs(mail.html) == []
        return mail
