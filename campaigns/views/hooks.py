"""Where providers report messages that people sent first; each notice signed by its provider."""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.enums import MessageSource
from campaigns.rules.received import (
    Received,
    from_meta,
    from_twilio,
    is_signed_by_meta,
    is_signed_by_twilio,
)
from campaigns.selectors import current_campaign
from campaigns.services import receive_messages

NOTHING = HTTPStatus.NO_CONTENT


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def meta(request: HttpRequest) -> HttpResponse:
    """Take a notice of WhatsApp's Cloud API; a GET answers its check of the address.

    404 while no secret is set; 403 for what its secret did not sign.
    """
    if not settings.META_APP_SECRET:
        raise Http404
    if request.method != "POST":
        return _challenge(request)
    signature = request.headers.get("X-Hub-Signature-256", "")
    if not is_signed_by_meta(request.body, signature, settings.META_APP_SECRET):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    try:
        messages = from_meta(request.body)
    except ValueError:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    return _taken(MessageSource.WHATSAPP, messages)


def _challenge(request: HttpRequest) -> HttpResponse:
    token, said = settings.META_VERIFY_TOKEN, request.GET.get("hub.verify_token", "")
    if not token or not constant_time_compare(said, token):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    return HttpResponse(request.GET.get("hub.challenge", "")[:200], content_type="text/plain")


@csrf_exempt
@require_POST
def twilio(request: HttpRequest) -> HttpResponse:
    """Take a notice of Twilio, of an SMS or a WhatsApp message; 404 while no secret is set."""
    if not settings.TWILIO_AUTH_TOKEN:
        raise Http404
    fields = dict(request.POST.lists())
    signature = request.headers.get("X-Twilio-Signature", "")
    # What Twilio was told to call: behind a proxy the request itself may say otherwise.
    address = settings.BASE_URL + request.get_full_path()
    if not is_signed_by_twilio(address, fields, signature, settings.TWILIO_AUTH_TOKEN):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    is_whatsapp = request.POST.get("From", "").startswith("whatsapp:")
    source = MessageSource.WHATSAPP if is_whatsapp else MessageSource.SMS
    return _taken(source, from_twilio(request.POST.dict()))


def _taken(source: MessageSource, messages: list[Received]) -> HttpResponse:
    """Act on the messages, and say that they arrived: what they did is nobody's business."""
    receive_messages(
        campaign=current_campaign(), source=source, messages=messages, now=timezone.now()
    )
    return HttpResponse(status=NOTHING)
