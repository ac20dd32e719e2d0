"""Addresses of the pledge; a campaign's own page lists events and lives with them."""

from django.urls import path

from campaigns import views

app_name = "campaigns"
urlpatterns = [
    path("pledge/", views.pledge, name="pledge"),
    path("pledge/thanks/", views.pledge_thanks, name="pledge_thanks"),
    path("pledge/confirm/<str:token>/", views.pledge_confirm, name="pledge_confirm"),
]
