"""Addresses of the pledge, the network and the results."""

from django.urls import path

from campaigns.joining.urls import patterns as joining_patterns
from campaigns.views import card, network, own, pledge, privacy, wall

app_name = "campaigns"
urlpatterns = [
    *joining_patterns,
    path("network/", network.network, name="network"),
    path("pledge/", pledge.pledge, name="pledge"),
    path("pledge/card/", card.pledge_card, name="pledge_card"),
    path(
        "pledge/card/<str:fingerprint>/<str:shape>.png", card.pledge_picture, name="pledge_picture"
    ),
    path("pledge/confirm/<str:token>/", own.open_link, name="pledge_confirm"),
    path("pledge/erased/", privacy.erased, name="pledge_erased"),
    path("pledge/wall/", wall.wall, name="pledge_wall"),
    path("pledge/r/<str:reference>/", own.own_page, name="pledge_own"),
    path("pledge/r/<str:reference>/code/", own.code, name="pledge_code"),
    path("pledge/r/<str:reference>/confirm/", own.confirm, name="pledge_confirmed"),
    path("pledge/r/<str:reference>/data/", privacy.data, name="pledge_data"),
    path("pledge/r/<str:reference>/done/", own.done, name="pledge_done"),
    path("pledge/r/<str:reference>/erase/", privacy.erase, name="pledge_erase"),
    path("pledge/r/<str:reference>/export.json", privacy.export, name="pledge_export"),
    path("pledge/r/<str:reference>/link/", own.new_link, name="pledge_link"),
    path("pledge/r/<str:reference>/partners/", privacy.withdraw_partners, name="pledge_partners"),
    path("pledge/r/<str:reference>/wall/", own.leave_wall, name="pledge_leave_wall"),
    path("pledge/r/<str:reference>/withdraw/", own.withdraw, name="pledge_withdraw"),
]
