"""Cities, helplines, pictures and sounds in the CMS, and how the CMS shows Urdu."""

from django.db.models import ForeignKey
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.images.widgets import AdminImageChooser
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from directory.forms import ShownPictureField
from directory.models import CampaignImage
from directory.wagtail_hooks.checking import ask_for_checks
from directory.wagtail_hooks.pictures import PicturesView, narrow_by_state
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
    links = ((static(name),) for name in ("css/admin.css", "css/admin_pictures.css"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', links)


def direction_of_fields() -> SafeString:
    """Let the style sheet know which way the words of a field run."""
    return format_html('<script src="{}" type="module"></script>', static("js/admin_direction.js"))


def pictures() -> list[URLPattern]:
    """Return the list of pictures, in front of Wagtail's at the same addresses.

    Asked for once all apps are ready: only then does our field for pictures outlast Wagtail's.
    Whoever points to a picture is asked what a page is: a campaign, an organisation, anybody.
    """
    register_form_field_override(
        ForeignKey,
        to=CampaignImage,
        override={"widget": AdminImageChooser, "form_class": ShownPictureField},
    )
    return [
        path("images/", PicturesView.as_view()),
        path("images/results/", PicturesView.as_view(results_only=True)),
    ]


# Wagtail reads this word while it loads, in the site's language; the CMS speaks English.
ChooserViewSet.search_tab_label = "Search"
hooks.register("register_admin_urls", pictures, order=-1)
hooks.register("construct_image_chooser_queryset", narrow_by_state)
hooks.register("insert_global_admin_css", urdu_in_fields)
hooks.register("insert_global_admin_js", direction_of_fields)
hooks.register("construct_homepage_panels", ask_for_checks)
