"""Addresses of events, registration, the own page and calendars."""

from django.urls import include, path

from events.desk.views import gate_links
from events.hosting.views import desk as hosting_desk
from events.hosting.views import public
from events.hosting.views.pages import HOSTING
from events.planning.views import made, plans, years
from events.prints.views import certificates
from events.registration.views import (
    changes,
    find,
    groups,
    hand_over,
    invitation,
    own,
    privacy,
    register,
)
from events.views import calendar, campaign, embeds, pages, partners
from events.yearly import views as yearly
from participants.applications.urls import own_patterns
from participants.applications.views.apply import apply

app_name = "events"
# Without a language in the address: the query says which.
embed_patterns = [
    path("events/", embeds.events, name="events"),
    path("counter/", embeds.counter, name="counter"),
    path("pledge/", embeds.pledge, name="pledge"),
]
urlpatterns = [
    path("events/", pages.event_list, name="list"),
    path("events/feed.ics", calendar.feed, name="feed"),
    path("events/<slug:slug>/", pages.event_detail, name="detail"),
    path("events/<slug:slug>/event.ics", calendar.event_file, name="event_ics"),
    path("events/<slug:slug>/register/", register.register, name="register"),
    path("events/<slug:slug>/register/group/", register.register_group, name="register_group"),
    path("campaigns/<int:year>/", campaign.campaign_detail, name="campaign"),
    path("impact/<int:year>/report.pdf", yearly.report, name="year_report"),
    path("certificates/", certificates.ask, name="certificates"),
    path("certificates/<str:code>/", certificates.certificate, name="certificate"),
    path("desk/hosts/", hosting_desk.host_applications, name="host_applications"),
    path(
        "desk/hosts/<str:host_reference>/", hosting_desk.host_application, name="host_application"
    ),
    path("desk/hosts/<str:host_reference>/approve/", hosting_desk.approve, name="host_approve"),
    path("desk/hosts/<str:host_reference>/decline/", hosting_desk.decline, name="host_decline"),
    path("desk/plans/", made.plan_list, name="plans"),
    path("desk/plans/cities/", plans.many_cities, name="plan_cities"),
    path("desk/plans/again/", plans.again, name="plan_again"),
    path("desk/plans/<int:number>/", made.one_plan, name="plan"),
    path("desk/network/", include("events.network.urls")),
    path("desk/placements/", include("events.placements.urls")),
    path("desk/years/", years.years, name="years"),
    path("desk/years/next/", years.next_year, name="next_year"),
    path("desk/years/<int:year>/current/", years.year_current, name="year_current"),
    path("desk/pledges/", include("events.pledges.urls")),
    path("desk/", include("events.desk.urls")),
    path("desk/", include("events.staff.urls")),
    path("network/embed/", partners.for_partners, name="for_partners"),
    path("host/", public.host, name="host"),
    path("host/apply/", apply, {"pages": HOSTING}, name="host_apply"),
    path("gate/", gate_links.pin, name="gate_pin"),
    path("gate/<str:token>/", gate_links.open_link, name="gate_link"),
    path("invitation/r/<int:number>/", invitation.answer, name="invitation_answer"),
    path("invitation/<str:code>/", invitation.open_invitation, name="invitation"),
    path("find/", find.find, name="find"),
    path("find/asked/", find.asked, name="find_asked"),
    path("my/erased/", privacy.erased, name="own_erased"),
    *own_patterns(HOSTING, "my/host/"),
    path("my/r/<str:reference>/", own.own_page, name="own"),
    path("my/r/<str:reference>/accept/", changes.accept, name="own_accept"),
    path("my/r/<str:reference>/again/", groups.repeat, name="own_repeat"),
    path("my/r/<str:reference>/cancel/", changes.cancel, name="own_cancel"),
    path("my/r/<str:reference>/data/", privacy.data, name="own_data"),
    path("my/r/<str:reference>/done/", own.done, name="own_done"),
    path("my/r/<str:reference>/erase/", privacy.erase, name="own_erase"),
    path("my/r/<str:reference>/export.json", privacy.export, name="own_export"),
    path("my/r/<str:reference>/hand-over/", hand_over.give_away, name="own_hand_over"),
    path("my/r/<str:reference>/link/", own.new_link, name="own_new_link"),
    path("my/r/<str:reference>/list/", groups.names, name="own_list"),
    path("my/r/<str:reference>/names/", changes.names, name="own_names"),
    path("my/r/<str:reference>/partners/", privacy.withdraw_partners, name="own_partners"),
    path("my/r/<str:reference>/pass.png", own.pass_picture, name="own_pass"),
    path("my/r/<str:reference>/photographs/", changes.photographs, name="own_photographs"),
    path("my/r/<str:reference>/resend/", own.resend, name="own_resend"),
    path("my/r/<str:reference>/size/", changes.size, name="own_size"),
    path("my/r/<str:reference>/slips.pdf", groups.slips_pdf, name="own_slips"),
    path("my/<str:token>/", own.open_link, name="own_link"),
]
