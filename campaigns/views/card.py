"""The card to share after pledging: the same for everybody, or with a name and kept nowhere."""

from base64 import b64encode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.forms.card import PledgeCardForm
from campaigns.models import Campaign
from campaigns.selectors import current_campaign
from campaigns.selectors.card import pledge_card_words
from campaigns.views.drawings import SHAPES, card_answer
from documents.cards import CardShape, CardWords, card_fingerprint, card_png
from participants.rules.limits import CARDS_OF_ADDRESS
from participants.services import keep_within
from participants.views import page_language, visitor_address


# A post draws a picture and changes nothing: there is nothing to forge, and without a token the
# page needs no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def pledge_card(request: HttpRequest) -> HttpResponse:
    """Show the card; on POST one with a name, on the page or as a file, and keep it nowhere."""
    campaign, language = _campaign(), page_language()
    if request.method != "POST":
        return _page(request, campaign, PledgeCardForm(language=language))
    form = PledgeCardForm(request.POST, language=language)
    if not form.is_valid():
        return _page(request, campaign, form)
    keep_within(limit=CARDS_OF_ADDRESS, subject=visitor_address(request), now=timezone.now())
    words = pledge_card_words(
        campaign, language, name=form.cleaned_data["name"], city=form.city_name()
    )
    if form.is_to_be_shown:
        return _page(request, campaign, form, words if words.name else None)
    response = HttpResponse(card_png(words, form.shape()), content_type="image/png")
    response.headers["Content-Disposition"] = 'attachment; filename="hamqadam.png"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


@require_safe
def pledge_picture(request: HttpRequest, fingerprint: str, shape: str) -> HttpResponse:
    """Answer the card without a name; an earlier one's address leads to today's."""
    words = pledge_card_words(_campaign(), page_language())
    if shape not in SHAPES:
        raise Http404
    if fingerprint != card_fingerprint(words):
        return HttpResponseRedirect(_address(words, CardShape(shape)))
    return card_answer(words, CardShape(shape))


def _campaign() -> Campaign:
    campaign = current_campaign()
    if campaign is None:
        raise Http404
    return campaign


def _page(
    request: HttpRequest,
    campaign: Campaign,
    form: PledgeCardForm,
    named: CardWords | None = None,
) -> HttpResponse:
    plain = pledge_card_words(campaign, page_language())
    context = {
        "form": form,
        "square_url": _within(named) if named else _address(plain, CardShape.SQUARE),
        "wide_url": "" if named else _address(plain, CardShape.WIDE),
        "shown": [(field, form.cleaned_data[field]) for field in ("name", "city")] if named else [],
        "alt": _("I have taken the pledge"),
    }
    response = render(request, "campaigns/pledge_card.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _within(words: CardWords) -> str:
    """Return the picture itself as an address: no other would keep the name to itself."""
    drawn = b64encode(card_png(words, CardShape.SQUARE)).decode("ascii")
    return f"data:image/png;base64,{drawn}"


def _address(words: CardWords, shape: CardShape) -> str:
    return reverse("campaigns:pledge_picture", args=[card_fingerprint(words), shape.value])
