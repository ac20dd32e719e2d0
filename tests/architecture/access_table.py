"""Who gets which answer at which address: every address is here, or a test fails."""

from tests.architecture.access_files import FILES
from tests.architecture.access_gate import GATE
from tests.architecture.access_hosting import HOSTING
from tests.architecture.access_impact import IMPACT
from tests.architecture.access_lists import LISTS
from tests.architecture.access_network import NETWORK
from tests.architecture.access_placements import PLACEMENTS
from tests.architecture.access_pledges import PLEDGES
from tests.architecture.access_prints import PRINTS
from tests.architecture.access_sharing import SHARING
from tests.architecture.access_talking import TALKING
from tests.architecture.answers import Answers, everybody
from tests.architecture.staff_addresses import STAFF_TABLE

TABLE: dict[str, dict[str, Answers]] = {
    **FILES,
    **GATE,
    **HOSTING,
    **IMPACT,
    **LISTS,
    **NETWORK,
    **PLACEMENTS,
    **PLEDGES,
    **PRINTS,
    **SHARING,
    **STAFF_TABLE,
    **TALKING,
    "/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/-/hooks/email/<slug:provider>/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/-/live": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/-/ready": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/<page>/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/_util/login/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/_util/password/<int:page_view_restriction_id>/<int:page_id>/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/campaigns/<int:year>/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    # For developers: 404 wherever DEBUG is off.
    "/L/components/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/desk/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/desk/events/<slug:slug>/": {
        "GET": everybody(200, anonymous=302, other_organiser=404, editor=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/capacity/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/change/<str:kind>/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/invitations/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/invitations/<int:number>/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/invitations/new/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/invitations/remind/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    "/L/desk/events/<slug:slug>/invitations/seats/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    "/L/desk/events/<slug:slug>/messages/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    "/L/desk/events/<slug:slug>/registration/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/repeats/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=302, director=302),
    },
    "/L/desk/events/<slug:slug>/slips.pdf": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/slips/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/sign-out/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/events/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/events/<slug:slug>/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/events/<slug:slug>/event.ics": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/events/<slug:slug>/register/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    # The walk on the stage takes no groups.
    "/L/events/<slug:slug>/register/group/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/events/feed.ics": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/find/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/find/asked/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/help/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/invitation/<str:code>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/invitation/r/<int:number>/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/leave/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/my/<str:token>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/erased/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/accept/": {
        "GET": everybody(302),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/again/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/cancel/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/data/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/done/": {
        "GET": everybody(302),
        "POST": everybody(303),
    },
    "/L/my/r/<str:reference>/erase/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/export.json": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/hand-over/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/list/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/slips.pdf": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/link/": {
        "GET": everybody(302),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/names/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/pass.png": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/r/<str:reference>/photographs/": {
        "GET": everybody(302),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/resend/": {
        "GET": everybody(302),
        "POST": everybody(404),
    },
    "/L/my/r/<str:reference>/size/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/favicon.ico": {
        "GET": everybody(301),
        "POST": everybody(405),
    },
    "/L/safety/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/search/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/events/feed.atom": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/feed.atom": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/sitemap.xml": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/robots.txt": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
}
