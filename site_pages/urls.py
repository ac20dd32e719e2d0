"""Addresses of pages: three of the program's own, then whatever editors wrote.

Wagtail looks its own names up without a namespace, so only ours stand in one.
"""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from site_pages.views import help as help_views
from site_pages.views.components import components_page
from site_pages.views.feeds import event_feed, page_feed
from site_pages.views.forwarding import forward
from site_pages.views.leave import leave
from site_pages.views.pages import serve
from site_pages.views.searching import search_page
from site_pages.views.sharing import by_number, card

own_patterns = [
    path("components/", components_page, name="components"),
    path("feed.atom", page_feed, name="page_feed"),
    path("events/feed.atom", event_feed, name="event_feed"),
    path("forward/<path:place>/", forward, name="forward"),
    path("help/", help_views.help_page, name="help"),
    path("leave/", leave, name="leave"),
    path("p/<int:number>/", by_number, name="by_number"),
    path("search/", search_page, name="search"),
    path("safety/", help_views.safety, name="safety"),
    path("share/<path:place>/<str:fingerprint>/<str:shape>.png", card, name="card"),
]

urlpatterns = [
    path("", include((own_patterns, "site_pages"))),
    path(
        "_util/password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="events:desk:home", query_string=True),
        name="wagtailcore_login",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
