"""Notices as providers send them, signed with the tests' secrets."""

import base64
import hashlib
import hmac
import json

META_SECRET, TWILIO_SECRET = "meta-app-secret", "twilio-auth-token"
TWILIO_ADDRESS = "/-/hooks/pledges/twilio/"

# The form of the Cloud API (v19), written after its documentation: no live account was at hand.
META_NOTICE = json.dumps(
    {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": "104236489156789",
                "changes": [
                    {
                        "value": {
                            "messaging_product": "whatsapp",
                            "metadata": {
                                "display_phone_number": "923001234567",
                                "phone_number_id": "106540352242922",
                            },
                            "contacts": [{"profile": {"name": "A"}, "wa_id": "923331110566"}],
                            "messages": [
                                {
                                    "from": "923331110566",
                                    "id": "wamid.HBgMOTIzMzMxMTEwNTY2FQIAEhgUM0E",
                                    "timestamp": "1816073400",
                                    "text": {"body": "میرا عہد 7K2QFA"},
                                    "type": "text",
                                }
                            ],
                        },
                        "field": "messages",
                    }
                ],
            }
        ],
    }
).encode()
META_STATUS = json.dumps(
    {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": "104236489156789",
                "changes": [
                    {
                        "value": {"statuses": [{"id": "wamid.X", "status": "read"}]},
                        "field": "messages",
                    }
                ],
            }
        ],
    }
).encode()


def signed_by_meta(body: bytes, secret: str = META_SECRET) -> dict[str, str]:
    """Return the header Meta signs a notice with."""
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={made}"}


def twilio_fields(**changes: str) -> dict[str, str]:
    """Return the fields of an incoming text."""
    return {
        "MessageSid": "SM1",
        "AccountSid": "AC1",
        "From": "+923331110566",
        "To": "+15005550006",
        "Body": "PLEDGE 7K2QFA",
        "NumMedia": "0",
    } | changes


def signed_by_twilio(
    fields: dict[str, str], base: str, secret: str = TWILIO_SECRET
) -> dict[str, str]:
    """Return the header Twilio signs its fields with."""
    text = base + TWILIO_ADDRESS + "".join(f"{name}{fields[name]}" for name in sorted(fields))
    made = hmac.new(secret.encode(), text.encode(), hashlib.sha1).digest()
    return {"X-Twilio-Signature": base64.b64encode(made).decode()}
