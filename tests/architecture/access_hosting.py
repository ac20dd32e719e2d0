"""Who gets which answer where somebody applies to host, is answered, and plans walks."""

from tests.architecture.answers import Answers, directors, everybody

HOSTING: dict[str, dict[str, Answers]] = {
    "/L/desk/hosts/": {
        "GET": everybody(404, anonymous=302, director=200),
        "POST": everybody(405),
    },
    # Nobody has approved it: there is no host to make a link for.
    "/L/desk/hosts/<str:host_reference>/": {
        "GET": everybody(404, anonymous=302, director=200),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/hosts/<str:host_reference>/approve/": {
        "GET": everybody(404, anonymous=302, director=200),
        "POST": everybody(404, anonymous=302, director=200),
    },
    "/L/desk/hosts/<str:host_reference>/decline/": {
        "GET": everybody(404, anonymous=302, director=200),
        "POST": everybody(404, anonymous=302, director=200),
    },
    "/L/host/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/host/apply/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/my/host/<str:token>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/host/r/<str:reference>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/host/r/<str:reference>/change/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/host/r/<str:reference>/erase/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/host/r/<str:reference>/withdraw/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/L/my/host/r/<str:reference>/done/": {
        "GET": everybody(302),
        "POST": everybody(303),
    },
    "/L/my/host/r/<str:reference>/export.json": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/my/host/r/<str:reference>/link/": {
        "GET": everybody(302),
        "POST": everybody(404),
    },
    "/L/desk/plans/": {
        "GET": everybody(404, anonymous=302, director=200, editor=200),
        "POST": everybody(405),
    },
    # There is no plan on the stage.
    "/L/desk/plans/<int:number>/": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/plans/again/": {
        "GET": everybody(404, anonymous=302, director=200, editor=200),
        "POST": everybody(404, anonymous=302, director=200, editor=200),
    },
    "/L/desk/plans/cities/": {
        "GET": everybody(404, anonymous=302, director=200, editor=200),
        "POST": everybody(404, anonymous=302, director=200, editor=200),
    },
    "/L/desk/years/": {
        "GET": directors(200),
        "POST": everybody(405),
    },
    "/L/desk/years/next/": {
        "GET": directors(200),
        "POST": directors(200),
    },
    "/L/desk/years/<int:year>/current/": {
        "GET": directors(200),
        "POST": directors(303),
    },
}
