"""One kind of sheet: how it will look, the files, and what people's sheets need besides."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from directory.models import User
from documents.placards import PlacardPaper
from events.desk.forms.prints import OwnWordsForm, TypedBadgesForm
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import action_page, run_event
from events.desk.views.prints import issuing
from events.desk.views.prints.files import printed
from events.desk.views.prints.shelf import Choice, choice_of, is_without_speakers, parts_of
from events.desk.views.prints.shop import old_line, printed_line
from events.prints.enums import BadgeRole, PrintSheet
from events.prints.lists import badges, drawing, words
from events.prints.selectors import KIND_PREFIX, badge_count, last_prints
from participants.views import page_language

# What only some sheets have on their page.
_NOTHING_BESIDES: dict[str, Any] = {
    "names_form": None,
    "own_form": None,
    "issue_form": None,
    "done": None,
    "people": 0,
    "nothing": "",
    "issued": 0,
}
TYPED_FORMS = ("names_form", "own_form", "issue_form", "one_form", "withdraw_form")
WITH_OWN_WORDS = (PrintSheet.PLACARDS, PrintSheet.SIGNS)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def sheet_page(request: HttpRequest, user: User, slug: str, paper: str) -> HttpResponse:
    """Show how a sheet looks as it is chosen; on POST draw typed words, or issue certificates."""
    event = run_event(user, slug)
    choice = choice_of(event, paper, request.GET.dict(), page_language(), timezone.now())
    if choice.sheet == PrintSheet.CERTIFICATES:
        answer, extra = issuing.answer_of(request, user, choice)
        return answer or _page(request, user, choice, extra)
    if choice.sheet == PrintSheet.POSTERS and request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    extra = {}
    if choice.sheet == PrintSheet.BADGES:
        extra = {
            "names_form": TypedBadgesForm(_posted(request)),
            "people": badge_count(event),
            "nothing": _("No speaker is named for this event.")
            if is_without_speakers(choice)
            else "",
        }
    elif choice.sheet in WITH_OWN_WORDS:
        extra = {"own_form": OwnWordsForm(_posted(request))}
    typed = extra.get("names_form") or extra.get("own_form")
    if typed is not None and request.method == "POST" and typed.is_valid():
        made = _typed_drawing(choice, typed.cleaned_data)
        return printed(user, choice, made, made.pdf, "pdf")
    return _page(request, user, choice, extra)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _typed_drawing(choice: Choice, cleaned: dict[str, Any]) -> drawing.Drawing:
    """Return a drawing of what was typed; it stands in no address and is kept nowhere."""
    event, languages, chosen = choice.event, choice.languages, choice.form.chosen
    if choice.sheet == PrintSheet.BADGES:
        role = BadgeRole(cleaned["names_role"])
        made = badges.badges_of_names(cleaned["names"], role, languages)
        return drawing.badges(badges.badge_sheet(event, languages, made), choice.palette)
    typed = [
        (language, cleaned[f"own_{language}"])
        for language in ("ur", "en")
        if cleaned[f"own_{language}"]
    ]
    spoken = tuple(language for language, _words in typed)
    if choice.sheet == PrintSheet.PLACARDS:
        paper = PlacardPaper(chosen["paper"])
        return drawing.own_placard(event, spoken, choice.palette, paper, [typed])
    is_folded = chosen["fold"] == "tent"
    return drawing.own_sign(event, spoken, choice.palette, [typed], is_folded=is_folded)


def _page(request: HttpRequest, user: User, choice: Choice, extra: dict[str, Any]) -> HttpResponse:
    event, sheet = choice.event, choice.sheet.value
    query = choice.form.query()
    last = last_prints(event, words.edition(event)).get(f"{KIND_PREFIX}{sheet}")
    pdf_url = f"{desk_url('print_pdf', event.slug, sheet)}?{query}"
    parts = parts_of(choice)
    context = {
        "form": choice.form,
        "sheet": sheet,
        "preview_url": f"{desk_url('print_preview', event.slug, sheet)}?{query}",
        "pdf_url": pdf_url,
        "png_url": _png_url(choice, query),
        "parts": parts,
        "file_url": desk_url("print_file", event.slug, sheet),
        "file_fields": {name: value for name, value in choice.form.chosen.items() if value},
        "printed_line": printed_line(last),
        "old_line": old_line(event, last),
        "hints": _hints(choice),
        "shop_url": desk_url("prints", event.slug),
        **_NOTHING_BESIDES,
        **extra,
    }
    context["typed_forms"] = [context[name] for name in TYPED_FORMS if context.get(name)]
    title = str(choice.sheet.label)
    status = int(context.pop("status", 200))
    return action_page(
        request, user, event, "desk/print_sheet.html", title=title, status=status, **context
    )


def _png_url(choice: Choice, query: str) -> str:
    if choice.sheet != PrintSheet.POSTERS:
        return ""
    return f"{desk_url('print_png', choice.event.slug, choice.sheet.value)}?{query}"


def _hints(choice: Choice) -> list[str]:
    """Return what to set at the printer, for this sheet."""
    chosen = choice.form.chosen
    if chosen.get("shape") in ("square", "story"):
        return [_("Save the picture on your phone and share it from there.")]
    paper = "A3" if "a3" in (chosen.get("paper"), chosen.get("shape")) else "A4"
    is_across = choice.sheet in (PrintSheet.PLACARDS, PrintSheet.CERTIFICATES)
    hints = [
        _("Paper: %(paper)s, across") % {"paper": paper}
        if is_across
        else _("Paper: %(paper)s") % {"paper": paper},
        _("Size: 100%, not “fit to page”"),
    ]
    if choice.sheet == PrintSheet.BADGES:
        hints.append(_("Thick paper; cut along the broken lines."))
    if choice.sheet == PrintSheet.SIGNS and chosen["fold"] == "tent":
        hints.append(_("Fold in the middle, between the two small lines."))
    return hints
