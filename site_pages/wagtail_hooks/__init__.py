"""Wagtail's edges: the screens about two languages, what is asked on the way, and search."""

from django.urls import URLPattern, path, reverse
from django.utils.functional import lazystr
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.signals import page_published, published
from wagtail.snippets.models import register_snippet

from site_pages.wagtail_hooks import front, refusals
from site_pages.wagtail_hooks.bulk import PublishWhatMayBe
from site_pages.wagtail_hooks.consents import StoryConsentViewSet, act_on_consent
from site_pages.wagtail_hooks.indexing import index_published_event, index_published_page
from site_pages.wagtail_hooks.languages import begin, languages, publish_both, side_by_side


class LanguagesMenuItem(MenuItem):
    """The dashboard, for everybody who works on pages."""

    def is_shown(self, request: object) -> bool:
        """Leave it out of the menu of somebody who has no pages."""
        return bool(user_has_any_page_permission(getattr(request, "user", None)))


def menu_item() -> LanguagesMenuItem:
    """Stand right below the pages."""
    return LanguagesMenuItem(
        "Two languages",
        lazystr(reverse("page_languages")),
        name="page-languages",
        icon_name="globe",
        order=110,
    )


def addresses() -> list[URLPattern]:
    """Return the screens about both languages of a page."""
    return [
        path("guide/", front.guide, name="editors_guide"),
        path("languages/", languages, name="page_languages"),
        path("languages/<int:pk>/", side_by_side, name="page_side_by_side"),
        path("languages/<int:pk>/begin/<str:language>/", begin, name="page_begin_language"),
        path("languages/<int:pk>/publish/", publish_both, name="page_publish_both"),
    ]


register_snippet(StoryConsentViewSet)
hooks.register("after_edit_snippet", act_on_consent)
hooks.register("register_admin_menu_item", menu_item)
hooks.register("register_admin_urls", addresses)
hooks.register("construct_homepage_panels", front.show_languages)
hooks.register("register_help_menu_item", front.guide_item)
hooks.register("construct_help_menu", front.help_in_our_words)
hooks.register("insert_global_admin_css", front.styles)
hooks.register("before_publish_page", refusals.explain_refusal)
# Wagtail's own is registered under the same name: the last one counts.
hooks.register("register_bulk_action", PublishWhatMayBe, order=1)
hooks.register("before_copy_page", refusals.explain_live_copy)
page_published.connect(index_published_page)
published.connect(index_published_event)
