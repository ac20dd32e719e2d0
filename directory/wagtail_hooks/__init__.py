"""Cities, helplines and sounds in the CMS, and how the CMS shows Urdu."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from directory.wagtail_hooks.checking import ask_for_checks
from directory.wagtail_hooks.viewsets import CityViewSet, HelplineViewSet, SoundViewSet


class DirectoryGroup(SnippetViewSetGroup):
    """What every page refers to."""

    items = (HelplineViewSet, CityViewSet)
    menu_label = "Helplines, cities"
    menu_name = "directory"
    menu_icon = "help"
    menu_order = 330


register_snippet(DirectoryGroup)
register_snippet(SoundViewSet)


def urdu_in_fields() -> SafeString:
    """Let every field take its direction and typeface from what is written in it."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


def direction_of_fields() -> SafeString:
    """Let the style sheet know which way the words of a field run."""
    return format_html('<script src="{}" type="module"></script>', static("js/admin_direction.js"))


hooks.register("insert_global_admin_css", urdu_in_fields)
hooks.register("insert_global_admin_js", direction_of_fields)
hooks.register("construct_homepage_panels", ask_for_checks)
