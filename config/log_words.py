"""What the log may hold: no secret of an address, no phone, no e-mail."""

import logging
import re

# The addresses whose last part is a secret: own links, pledge links, invitations,
# certificates, links to accounts and to gates.
_SECRETS = re.compile(
    r"(/(?:my(?:/host|/network)?|pledge/confirm|invitation|certificates|desk/link|(?:ur|en)/gate)/)(?!r/|host/|network/)[^/\s\"']+"
)
_REFERENCES = re.compile(r"(/(?:my/(?:(?:host|network)/)?|pledge/)r/)[^/\s\"']+")
_EMAILS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+")
_PHONES = re.compile(r"(?:\+92|\b0)3\d{2}[- ]?\d{7}\b")


def without_secrets(line: str) -> str:
    """Return a log line with secrets and ways to reach people struck out."""
    line = _SECRETS.sub(r"\1[secret]", line)
    line = _REFERENCES.sub(r"\1[reference]", line)
    return _PHONES.sub("[phone]", _EMAILS.sub("[address]", line))


class WithoutSecrets(logging.Formatter):
    """Formats a record, traceback and all, and then strikes out what must not stand there."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line as it may be written."""
        return without_secrets(super().format(record))
