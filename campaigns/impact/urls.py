"""Addresses of the impact page, below the language; those of the open data have none."""

from django.urls import path

from campaigns.impact.views import open_data, pages

app_name = "impact"
urlpatterns = [
    path("impact/", pages.impact, name="impact"),
    path("impact/<int:year>/", pages.impact_of_year, name="year"),
]
open_data_patterns = [
    path("campaigns/<int:year>.json", open_data.year_json, name="json"),
    path("campaigns/<int:year>.csv", open_data.year_csv, name="csv"),
    path("campaign.schema.json", open_data.year_schema, name="schema"),
]
