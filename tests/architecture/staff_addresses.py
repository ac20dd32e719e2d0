"""Who gets which answer at the addresses about people, accounts and the log."""

from tests.architecture.answers import Answers, directors, everybody

STAFF_TABLE: dict[str, dict[str, Answers]] = {
    "/L/desk/account/": {
        "GET": everybody(200, anonymous=302),
        "POST": everybody(405),
    },
    # Nobody on this stage has an app: there are no codes to make anew.
    "/L/desk/account/codes/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/desk/account/sign-out-everywhere/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/desk/events/<slug:slug>/volunteers/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    # The organiser asks first and ends the role; after that it is there for nobody.
    "/L/desk/events/<slug:slug>/volunteers/<int:number>/end/": {
        "GET": everybody(404, anonymous=302, organiser=302, director=302),
        "POST": everybody(404, anonymous=302, organiser=303, host=404),
    },
    "/L/desk/events/<slug:slug>/volunteers/<int:number>/link/": {
        "GET": everybody(404, anonymous=302, organiser=302, director=302),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/volunteers/new/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/forgotten/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/desk/link/<str:token>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/desk/log.csv": {
        "GET": everybody(404, anonymous=302, director=200, data_officer=200),
        "POST": everybody(405),
    },
    "/L/desk/log/": {
        "GET": everybody(404, anonymous=302, director=200, data_officer=200),
        "POST": everybody(405),
    },
    "/L/desk/password/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/desk/people/": {
        "GET": directors(200),
        "POST": everybody(405),
    },
    "/L/desk/people/<int:number>/": {
        "GET": directors(200),
        "POST": everybody(405),
    },
    # What is asked for, "postponed", can be done to an event but not to a person.
    "/L/desk/people/<int:number>/do/<str:kind>/": {
        "GET": directors(302),
        "POST": directors(404),
    },
    "/L/desk/people/<int:number>/groups/end/": {
        "GET": directors(302),
        "POST": directors(404),
    },
    "/L/desk/people/<int:number>/link/": {
        "GET": directors(302),
        "POST": directors(200),
    },
    "/L/desk/people/<int:number>/roles/": {
        "GET": directors(302),
        "POST": directors(200),
    },
    "/L/desk/people/<int:number>/roles/<int:role>/hand-over/": {
        "GET": directors(200),
        "POST": directors(200),
    },
    "/L/desk/people/<int:number>/roles/end/": {
        "GET": directors(302),
        "POST": directors(404),
    },
    "/L/desk/people/new/": {
        "GET": directors(200),
        "POST": directors(200),
    },
    "/L/desk/second-step/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
    "/L/desk/second-step/set-up/": {
        "GET": everybody(302),
        "POST": everybody(302),
    },
}
