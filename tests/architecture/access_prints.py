"""Who gets which answer in the print shop, and where a certificate is checked."""

from tests.architecture.answers import Answers, everybody

PRINTS: dict[str, dict[str, Answers]] = {
    "/L/certificates/": {
        "GET": everybody(200),
        "POST": everybody(200),
    },
    "/L/certificates/<str:code>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/prints/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    # Nobody's certificate is issued before the walk on the stage has begun.
    "/L/desk/events/<slug:slug>/prints/<str:paper>.pdf": {
        "GET": everybody(404, anonymous=302),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/prints/<str:paper>.png": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/prints/<str:paper>/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200),
    },
    # Nor is any made into a file.
    "/L/desk/events/<slug:slug>/prints/<str:paper>/file/": {
        "GET": everybody(404, anonymous=302, organiser=302, director=302),
        "POST": everybody(404, anonymous=302),
    },
    "/L/desk/events/<slug:slug>/prints/<str:paper>/preview.png": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/prints/starter-kit.pdf": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200),
        "POST": everybody(405),
    },
}
