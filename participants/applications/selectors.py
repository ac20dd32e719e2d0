"""Finding applications of one kind; who was forgotten is found no more."""

from typing import TypeVar

from django.db.models import Case, QuerySet, Value, When

from participants.applications.rules import ABOUT_THE_PERSON, Submission
from participants.enums import ApplicationState
from participants.models import Application
from participants.selectors import contact_of_token

A = TypeVar("A", bound=Application)
S = TypeVar("S", bound=Submission)


def applications(model: type[A]) -> QuerySet[A]:
    """Return those whose people are still known, unanswered ones first, then the latest."""
    found = model._default_manager.exclude(contact__full_name="")
    to_do = Case(When(state=ApplicationState.RECEIVED, then=Value(0)), default=Value(1))
    return found.select_related("contact", "city", *model.MADE).order_by(
        to_do, "-created_at", "-pk"
    )


def unanswered_count(model: type[A]) -> int:
    """Return how many wait for an answer."""
    return applications(model).filter(state=ApplicationState.RECEIVED).count()


def application_by_reference(model: type[A], reference: str) -> A | None:
    """Return one application with its people and city."""
    return applications(model).filter(reference=reference).first()


def application_of_token(model: type[A], token: str) -> A | None:
    """Return the application whose own link this is."""
    contact = contact_of_token(token)
    return applications(model).filter(contact=contact).first() if contact else None


def submission_of(application: Application, shape: type[S]) -> S:
    """Return what is stored of an application as it was submitted, or mended since."""
    wished = set(shape.__dataclass_fields__) - {*ABOUT_THE_PERSON, "city"}
    return shape(
        city=application.city.slug,
        **{name: getattr(application.contact, name) for name in ABOUT_THE_PERSON},
        **{name: getattr(application, name) for name in wished},
    )
