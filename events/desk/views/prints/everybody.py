"""Everybody's badges, certificates or slips in one file: asked for here, made by the worker."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from directory.models import User
from documents.printing import Palette
from events.desk.lists.print_files import PrintLook
from events.desk.lists.shapes import ListShape
from events.desk.selectors import slips_to_print
from events.desk.services.list_files import FileRequest, ask_for_file
from events.desk.views.access import desk_url, signed_in_only
from events.desk.views.actions import back_to_form, run_event
from events.desk.views.prints.shelf import Choice, choice_of
from events.enums import ListFileKind, RegistrationState
from events.models import Event
from events.prints.enums import BadgeSource, PrintSheet
from events.prints.lists import words
from events.prints.lists.drawing import SLIPS
from events.prints.rules import edition_columns
from events.prints.selectors import badge_count, confirmed_registrations, standing_certificates
from participants.views import page_language


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def print_file(request: HttpRequest, user: User, slug: str, paper: str) -> HttpResponse:
    """Begin the file and lead to its page, which tells how far it is."""
    event = run_event(user, slug)
    if request.method != "POST":
        return back_to_form(*(("slips", slug) if paper == SLIPS else ("print_sheet", slug, paper)))
    numbers, look = _slips(event) if paper == SLIPS else _people(request, event, paper)
    if not numbers:
        raise Http404
    asked = FileRequest(
        kind=ListFileKind.PDF,
        language=page_language(),
        shape=ListShape(),
        state=RegistrationState.CONFIRMED,
        registration_ids=numbers,
        sheet=paper,
        look=look,
    )
    made = ask_for_file(event=event, actor=user, request=asked, now=timezone.now())
    response = HttpResponseRedirect(desk_url("list_file", slug, str(made.pk)))
    response.status_code = 303
    return response


def _slips(event: Event) -> tuple[Sequence[int], PrintLook]:
    numbers = list(slips_to_print(event).values_list("pk", flat=True))
    return numbers, PrintLook(("ur", "en"), Palette.BLACK.value, people_count=len(numbers))


def _people(request: HttpRequest, event: Event, paper: str) -> tuple[Sequence[int], PrintLook]:
    choice = choice_of(event, paper, request.POST.dict(), page_language(), timezone.now())
    found, people = _listed(choice)
    chosen = choice.form.chosen
    look = PrintLook(
        languages=choice.languages,
        ink=choice.palette.value,
        with_unnamed=bool(chosen.get("with_unnamed")),
        edition=tuple(edition_columns(words.edition(event))),
        people_count=people,
    )
    return found, look


def _listed(choice: Choice) -> tuple[Sequence[int], int]:
    """Return the numbers of what is drawn, and of how many people; nothing for other sheets."""
    if choice.sheet == PrintSheet.CERTIFICATES:
        numbers = list(standing_certificates(choice.event).values_list("pk", flat=True))
        return numbers, len(numbers)
    is_of_people = choice.form.chosen.get("source") == BadgeSource.PEOPLE
    if choice.sheet != PrintSheet.BADGES or not is_of_people:
        return [], 0
    found = confirmed_registrations(choice.event).values_list("pk", flat=True)
    return list(found), badge_count(choice.event)
