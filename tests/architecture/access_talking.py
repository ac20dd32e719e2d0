"""Who gets which answer where organisers write to people, type paper in, and tell what was."""

from tests.architecture.answers import Answers, everybody

TALKING: dict[str, dict[str, Answers]] = {
    "/L/desk/events/<slug:slug>/messages/new/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/messages/queue/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    "/L/desk/events/<slug:slug>/paper/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/blank-rows/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/photographs/": {
        "GET": everybody(405),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
    # Nobody has photographed the sheet on the stage.
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/photographs/<int:number>.jpg": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/paper/<str:sheet>/undo/": {
        "GET": everybody(405),
        "POST": everybody(404, anonymous=302, organiser=303, director=303),
    },
}
