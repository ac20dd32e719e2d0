"""Who gets which answer from the lists of attendees, in every form."""

from tests.architecture.answers import Answers, everybody

LISTS: dict[str, dict[str, Answers]] = {
    "/L/desk/events/<slug:slug>/attendees.csv": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees.pdf": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees.xlsx": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(404, anonymous=302, organiser=303, director=303, data_officer=303),
    },
    "/L/desk/events/<slug:slug>/attendees/columns/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
    },
    "/L/desk/events/<slug:slug>/attendees/files/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(404, anonymous=302, organiser=302, director=302, data_officer=302),
    },
    # The file is the organiser's: nobody else's, though they may make one of their own.
    "/L/desk/events/<slug:slug>/attendees/files/<int:file_number>/": {
        "GET": everybody(404, anonymous=302, organiser=200, host=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees/files/<int:file_number>/file/": {
        "GET": everybody(404, anonymous=302, organiser=200, host=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees/files/<int:file_number>/progress.json": {
        "GET": everybody(404, anonymous=302, organiser=200, host=404),
        "POST": everybody(405),
    },
    "/L/desk/events/<slug:slug>/attendees/print/": {
        "GET": everybody(404, anonymous=302, organiser=200, director=200, data_officer=200),
        "POST": everybody(405),
    },
}
