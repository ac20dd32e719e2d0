"""The addresses providers report to; without a language."""

from django.urls import path

from messaging import views

app_name = "messaging"
urlpatterns = [path("email/<slug:provider>/", views.email_events, name="email_events")]
