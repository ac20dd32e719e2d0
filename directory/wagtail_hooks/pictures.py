"""The list of pictures: whether readers may see each, in words, and narrowed by it."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django_filters import ChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.images.views.images import ImagesFilterSet, IndexView

from directory.enums import PictureState
from directory.models.image import PictureQuerySet

QUESTION = "May it be shown?"


class PicturesFilterSet(ImagesFilterSet):
    """Wagtail's filters, and what stands between a picture and readers."""

    state = ChoiceFilter(label=QUESTION, choices=PictureState.choices, method="in_state")

    def in_state(self, pictures: PictureQuerySet, _name: str, state: str) -> PictureQuerySet:
        """Return those in a state today."""
        return _in_state(pictures, state)


class StateColumn(Column):
    """The state in words and colour."""

    cell_template_name = "cms/picture_state_cell.html"


class PicturesView(IndexView):
    """Wagtail's list with the states."""

    filterset_class = PicturesFilterSet

    @property
    def columns(self) -> list[Any]:
        """Return the columns of the list that is no grid, the state after the title."""
        found: list[Any] = super().columns
        position = 3
        return [*found[:position], StateColumn("state", label=QUESTION), *found[position:]]


def narrow_by_state(pictures: PictureQuerySet, request: HttpRequest) -> PictureQuerySet:
    """Return the pictures to choose from, those of one state when the chooser asks for it."""
    state = request.GET.get("state", "")
    return _in_state(pictures, state) if state in PictureState.values else pictures


def _in_state(pictures: PictureQuerySet, state: str) -> PictureQuerySet:
    today: datetime.date = timezone.localdate()
    return pictures.in_state(state, today)
