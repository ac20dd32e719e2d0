"""Where e-mail providers report what bounced and who complained."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from messaging.enums import Channel
from messaging.rules.suppression import suppression_reason
from messaging.services import suppress_address


@csrf_exempt
def email_events(request: HttpRequest, provider: str) -> HttpResponseBase:
    """Let anymail check the secret and read the report; 404 while no secret is set."""
    if not settings.ANYMAIL.get("WEBHOOK_SECRET"):
        raise Http404
    try:
        found = resolve(f"/{provider}/tracking/", urlconf="anymail.urls")
    except Resolver404 as error:
        raise Http404 from error
    try:
        answer: HttpResponseBase = found.func(request, *found.args, **found.kwargs)
    except (ValueError, KeyError, TypeError, AttributeError):
        # The secret was right and the report is none: nothing to try again later.
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    return answer


def on_email_event(sender: object, event: Any, esp_name: str, **others: object) -> None:
    """Suppress the address anymail's signal says has bounced or complained."""
    reason = suppression_reason(event.event_type, event.reject_reason)
    if reason is not None and event.recipient:
        suppress_address(
            address=event.recipient, channel=Channel.EMAIL, reason=reason, now=timezone.now()
        )
