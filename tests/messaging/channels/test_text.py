"""SMS and WhatsApp: as files, and through a provider that answers, refuses or is not there."""

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from pytest_django import Settings

from messaging.channels import Text, carrier_of
from messaging.channels.text import address_for
from messaging.enums import Channel
from messaging.errors import PermanentDeliveryError, ProviderAway, TemporaryDeliveryError

TEXT = Text("+923331110566", "آپ کی رجسٹریشن ہو گئی ہے۔\nمدد: 0333", "<one.sms@hamqadam.test>")


class Provider:
    """What a provider was given, and what it answers."""

    def __init__(self) -> None:
        self.answer = 200
        self.taken: list[tuple[str, str]] = []
        self.port = 0


@pytest.fixture
def provider() -> Iterator[Provider]:
    """Start a provider on this machine."""
    known = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            known.taken.append((unquote(self.path), body["message"]))
            self.send_response(known.answer)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


def send(text: Text = TEXT, channel: Channel = Channel.SMS) -> None:
    """Send one text."""
    with carrier_of(channel) as carrier:
        carrier.send(text, deadline_seconds=30)


def test_send_hands_the_text_to_the_provider(settings: Settings, provider: Provider) -> None:
    settings.SMS_URL = f"json://127.0.0.1:{provider.port}/sms"

    send()

    assert provider.taken == [("/sms/+923331110566", TEXT.body)]


@pytest.mark.parametrize("status", [400, 401, 429, 503])
def test_send_refused_is_tried_again_and_says_nothing_of_the_person(
    settings: Settings, provider: Provider, capfd: pytest.CaptureFixture[str], status: int
) -> None:
    settings.SMS_URL, provider.answer = f"json://127.0.0.1:{provider.port}", status

    with pytest.raises(TemporaryDeliveryError, match=f"answered {status}"):
        send()

    printed = capfd.readouterr()
    assert "3331110566" not in printed.out + printed.err
    assert not logging.getLogger("apprise").propagate


def test_send_to_nobody_is_tried_again(settings: Settings) -> None:
    settings.SMS_URL = "json://127.0.0.1:9"

    with pytest.raises(TemporaryDeliveryError, match="answered nothing"):
        send()


def test_send_through_an_address_nobody_understands_is_tried_again(settings: Settings) -> None:
    settings.SMS_URL = "no-such-provider://x"

    with pytest.raises(TemporaryDeliveryError, match="not understood"):
        send()


def test_send_unconfigured_says_that_the_provider_is_away(settings: Settings) -> None:
    settings.SMS_URL = ""

    with carrier_of(Channel.SMS) as carrier, pytest.raises(ProviderAway):
        carrier.send(TEXT, deadline_seconds=30)

    assert carrier.is_away


@pytest.mark.parametrize("number", ["", "0333-1110566", "+92333/../1", "+923331110566?to=1"])
def test_send_to_what_is_no_number_fails_for_good(settings: Settings, number: str) -> None:
    settings.SMS_URL = "file"

    with pytest.raises(PermanentDeliveryError):
        send(Text(number, "x", "<x@hamqadam.test>"))


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.WHATSAPP])
def test_send_as_file_writes_number_and_words(
    settings: Settings, tmp_path: Path, channel: Channel
) -> None:
    settings.SMS_URL = settings.WHATSAPP_URL = "file"
    settings.EMAIL_FILE_PATH = str(tmp_path)

    send(channel=channel)

    file = tmp_path / channel.value / "one.sms.txt"
    assert file.read_text(encoding="utf-8") == f"{TEXT.recipient}\n\n{TEXT.body}\n"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("twilio://AC:t@+15005550006", "twilio://AC:t@+15005550006/%2B923?cto=5&rto=20"),
        ("json://host/sms/?rto=9", "json://host/sms/%2B923?rto=9&cto=5"),
    ],
)
def test_address_for_puts_the_number_in(address: str, whole: str) -> None:
    assert address_for(address, "+923") == whole
