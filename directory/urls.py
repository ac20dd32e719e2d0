"""Files that pages offer, under addresses that no language has."""

from django.urls import path

from directory import views

app_name = "directory"
urlpatterns = [
    path("documents/<int:key>/<str:name>", views.download, name="download"),
    path("sounds/<int:key>/<str:name>", views.sound, name="sound"),
]
