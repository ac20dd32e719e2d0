"""Addresses on which pledges are looked after; below /L/desk/pledges/."""

from django.urls import path

from events.pledges.views import marking, messages, overview, wall

app_name = "pledges"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("mark/", marking.mark, name="mark"),
    path("mark/undo/", marking.undo, name="mark_undo"),
    path("messages/", messages.messages, name="messages"),
    path("messages/<int:number>/undo/", messages.undo, name="messages_undo"),
    path("wall/", wall.wall, name="wall"),
    path("wall/decide/", wall.decide, name="wall_decide"),
]
