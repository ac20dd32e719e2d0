"""What kinds of placements and what they lead to are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from campaigns.enums import PlacementKind, PlacementTarget

KIND_LABELS: dict[str, Promise] = {
    PlacementKind.RICKSHAW: gettext_lazy("Rickshaw"),
    PlacementKind.MOSQUE: gettext_lazy("Mosque"),
    PlacementKind.SCHOOL: gettext_lazy("School"),
    PlacementKind.SHOP: gettext_lazy("Shop"),
    PlacementKind.BANNER: gettext_lazy("Banner"),
    PlacementKind.LEAFLET: gettext_lazy("Leaflet"),
    PlacementKind.PARTNER: gettext_lazy("Partner’s link"),
    PlacementKind.OTHER: gettext_lazy("Something else"),
}
TARGET_LABELS: dict[str, Promise] = {
    PlacementTarget.PLEDGE: gettext_lazy("The pledge"),
    PlacementTarget.EVENTS: gettext_lazy("All walks and events"),
    PlacementTarget.HOME: gettext_lazy("The first page"),
    PlacementTarget.HELP: gettext_lazy("Help and helplines"),
}
LANGUAGE_LABELS: dict[str, Promise] = {
    "ur": gettext_lazy("Urdu"),
    "en": gettext_lazy("English"),
}
WHOLE_COUNTRY = gettext_lazy("Whole country")
