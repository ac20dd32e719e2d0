"""Every address of the site; languages first, the CMS and health beside them."""

from pathlib import Path

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from campaigns.impact.urls import open_data_patterns
from campaigns.views import hooks
from config.health import live, ready
from events.placements.views.short import open_code
from events.urls import embed_patterns
from events.views.partners import oembed
from site_pages.views.entrance import choose_language
from site_pages.views.feeds import sitemap
from site_pages.views.plain_files import favicon, robots

SERVED = [
    path(f"media/{folder}/<str:path>", serve, {"document_root": Path(settings.MEDIA_ROOT, folder)})
    for folder in ("images", "presentations")
]

urlpatterns = [
    path("", choose_language, name="entrance"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("favicon.ico", favicon, name="favicon"),
    path("-/live", live, name="live"),
    path("-/ready", ready, name="ready"),
    path("-/hooks/pledges/meta/", hooks.meta, name="hook_meta"),
    path("-/hooks/pledges/twilio/", hooks.twilio, name="hook_twilio"),
    path("-/hooks/", include("messaging.urls")),
    path("embed/", include((embed_patterns, "embeds"))),
    # Without a language: printed small, and typed by hand.
    path("g/<str:code>", open_code, name="placement"),
    path("g/<str:code>/", open_code),
    path("oembed", oembed, name="oembed"),
    path("open-data/", include((open_data_patterns, "open_data"))),
    # The CMS has a form of its own that asks for a password alone: everybody uses the desk's door.
    path("admin/login/", RedirectView.as_view(url="/en/desk/", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("directory.urls")),
    path("documents/", include(wagtaildocs_urls)),
    # A web server in front serves pictures; the demonstration has none in front. Neither serves
    # other folders: uploads as they came, downloads and sounds, which have addresses of their own.
    *(SERVED if settings.DEBUG or settings.DEMO else []),
    *i18n_patterns(
        path("", include("events.urls")),
        path("", include("campaigns.urls")),
        path("", include("campaigns.impact.urls")),
        path("", include("site_pages.urls")),
    ),
]

handler400 = "site_pages.views.errors.bad_request"
handler403 = "site_pages.views.errors.forbidden"
handler404 = "site_pages.views.errors.not_found"
handler500 = "site_pages.views.errors.broken"
