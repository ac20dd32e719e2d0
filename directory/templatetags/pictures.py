"""What stands between pictures and readers, for the windows of the CMS."""

from django import template

from directory.enums import PictureState

register = template.Library()


@register.simple_tag
def picture_states() -> list[tuple[str, str]]:
    """Return (value, words) of every state, to choose from."""
    return list(PictureState.choices)
