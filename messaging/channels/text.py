"""SMS and WhatsApp, through whichever provider its address names; or as files, to look at."""

import logging
import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from django.conf import settings

from messaging.enums import Channel
from messaging.errors import PermanentDeliveryError, ProviderAway, TemporaryDeliveryError

FILE = "file"
# Seconds for connection and answer; the library's own four would send a slow text twice.
PATIENCE = (("cto", 5), ("rto", 20))
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
_ERROR_CODE = re.compile(r"error=(\d{3})\b")


@dataclass(frozen=True, slots=True)
class Text:
    """One SMS or WhatsApp message, ready to leave; `recipient` in E.164 form."""

    recipient: str
    body: str
    message_id: str


class Texter:
    """Carries the texts of one channel; each is a request of its own."""

    is_away = False

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        is_sms = channel == Channel.SMS
        self._address: str = settings.SMS_URL if is_sms else settings.WHATSAPP_URL

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Leave nothing open: there is nothing."""

    def send(self, message: object, *, deadline_seconds: float) -> None:
        """Hand one text to the provider; returning means that the provider has accepted it.

        Raises PermanentDeliveryError for what is no number, ProviderAway when none is
        configured, TemporaryDeliveryError when it did not take the text.
        """
        if not isinstance(message, Text) or _NUMBER.fullmatch(message.recipient) is None:
            raise PermanentDeliveryError("not a number")
        if not self._address:
            self.is_away = True
            raise ProviderAway(f"{self._channel.value} is not configured")
        if self._address == FILE:
            _write(self._channel, message)
        else:
            _hand_over(self._address, message)


def _write(channel: Channel, message: Text) -> None:
    folder = Path(settings.EMAIL_FILE_PATH) / channel.value
    folder.mkdir(parents=True, exist_ok=True)
    name = message.message_id.strip("<>").partition("@")[0]
    text = f"{message.recipient}\n\n{message.body}\n"
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def _hand_over(address: str, message: Text) -> None:
    # Loaded by the worker when the first text leaves: it is large, and web workers need it never.
    apprise: Any = import_module("apprise")
    with apprise.LogCapture(level=logging.WARNING) as log:
        provider = apprise.Apprise.instantiate(address_for(address, message.recipient))
        if provider is None:
            raise TemporaryDeliveryError("the provider's address is not understood")
        is_sent = provider.notify(body=message.body, title="", body_format="text")
        said = log.getvalue()
    if not is_sent:
        # Its own words repeat the number: the code alone.
        code = _ERROR_CODE.search(said)
        raise TemporaryDeliveryError(f"the provider answered {code[1] if code else 'nothing'}")


def address_for(address: str, recipient: str) -> str:
    """Return a provider's address with one number in it: "twilio://…@from/+92…?rto=20"."""
    base, _mark, query = address.partition("?")
    missing = [f"{name}={value}" for name, value in PATIENCE if f"{name}=" not in query]
    options = "&".join([*([query] if query else []), *missing])
    return f"{base.rstrip('/')}/{quote(recipient)}?{options}"
