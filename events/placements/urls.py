"""Addresses on which placements are looked after; below /L/desk/placements/."""

from django.urls import path

from events.placements.views import making, overview, partners

app_name = "placements"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("funnel.csv", overview.funnel_csv, name="funnel"),
    path("make/", making.make, name="make"),
    path("partners/<slug:slug>/", partners.partner, name="partner"),
    path("partners/<slug:slug>/list.csv", partners.partner_csv, name="partner_csv"),
    path("p/<str:code>/", making.placement, name="placement"),
    path("p/<str:code>/print.pdf", making.print_placement, name="print"),
    path("p/<str:code>/switch/", making.switch, name="switch"),
    path("series/<str:code>/print.pdf", making.print_series, name="print_series"),
]
