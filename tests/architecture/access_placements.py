"""Who gets which answer where codes are made and followed, and at the short link itself."""

from tests.architecture.answers import Answers, everybody

# The codes of the stage are nobody's: in place of one there is a code nobody issued.
MISSING: Answers = everybody(404, anonymous=302)


def looking(status: int) -> Answers:
    """Return the answers of whoever has a city, or all of them; a host has one event."""
    return everybody(
        404,
        anonymous=302,
        organiser=status,
        host=404,
        other_organiser=status,
        data_officer=status,
        director=status,
    )


def making(status: int) -> Answers:
    """Return the answers of whoever runs a city, or all of them."""
    return looking(status) | {"data_officer": 404}


PLACEMENTS: dict[str, dict[str, Answers]] = {
    "/L/desk/placements/": {"GET": looking(200), "POST": everybody(405)},
    "/L/desk/placements/funnel.csv": {"GET": looking(200), "POST": everybody(405)},
    "/L/desk/placements/make/": {"GET": making(200), "POST": making(200)},
    "/L/desk/placements/p/<str:code>/": {"GET": MISSING, "POST": everybody(405)},
    "/L/desk/placements/p/<str:code>/print.pdf": {"GET": MISSING, "POST": everybody(405)},
    "/L/desk/placements/p/<str:code>/switch/": {"GET": everybody(405), "POST": MISSING},
    # No organisation of the stage has the event's name.
    "/L/desk/placements/partners/<slug:slug>/": {"GET": MISSING, "POST": everybody(405)},
    "/L/desk/placements/partners/<slug:slug>/list.csv": {"GET": MISSING, "POST": everybody(405)},
    "/L/desk/placements/series/<str:code>/print.pdf": {"GET": MISSING, "POST": everybody(405)},
    "/L/my/r/<str:reference>/partners/": {"GET": everybody(302), "POST": everybody(404)},
    "/L/pledge/r/<str:reference>/partners/": {"GET": everybody(302), "POST": everybody(404)},
    "/g/<str:code>": {"GET": everybody(404), "POST": everybody(405)},
    "/g/<str:code>/": {"GET": everybody(404), "POST": everybody(405)},
}
