"""Who gets which answer where people pledge, and where pledges are looked after."""

from tests.architecture.answers import Answers, everybody

# Nobody on the stage holds the grant of a pledge.
CLOSED: dict[str, Answers] = {"GET": everybody(404), "POST": everybody(404)}
READ: dict[str, Answers] = {"GET": everybody(404), "POST": everybody(405)}
# A button's address leads to the page it stands on.
ACTED: dict[str, Answers] = {"GET": everybody(302), "POST": everybody(404)}


def keepers(status: int) -> Answers:
    """Return the answers of what a director and a data officer may do."""
    return everybody(404, anonymous=302, director=status, data_officer=status)


PLEDGES: dict[str, dict[str, Answers]] = {
    # Their secrets are not set.
    "/-/hooks/pledges/meta/": CLOSED,
    "/-/hooks/pledges/twilio/": {"GET": everybody(405), "POST": everybody(404)},
    "/L/desk/pledges/": {"GET": keepers(200), "POST": everybody(405)},
    "/L/desk/pledges/mark/": {"GET": keepers(200), "POST": keepers(200)},
    "/L/desk/pledges/mark/undo/": {"GET": keepers(302), "POST": keepers(303)},
    "/L/desk/pledges/messages/": {"GET": keepers(200), "POST": keepers(200)},
    "/L/desk/pledges/messages/<int:number>/undo/": {
        "GET": keepers(302),
        "POST": keepers(303),
    },
    "/L/desk/pledges/wall/": {"GET": keepers(200), "POST": everybody(405)},
    "/L/desk/pledges/wall/decide/": {"GET": keepers(302), "POST": keepers(303)},
    "/L/pledge/": {
        "GET": everybody(200),
        "POST": everybody(409),
    },
    # No campaign on the stage takes pledges.
    "/L/pledge/card/": CLOSED,
    "/L/pledge/card/<str:fingerprint>/<str:shape>.png": READ,
    "/L/pledge/confirm/<str:token>/": READ,
    "/L/pledge/erased/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    "/L/pledge/r/<str:reference>/": READ,
    "/L/pledge/r/<str:reference>/code/": ACTED,
    "/L/pledge/r/<str:reference>/confirm/": ACTED,
    "/L/pledge/r/<str:reference>/data/": READ,
    "/L/pledge/r/<str:reference>/done/": {
        "GET": everybody(302),
        "POST": everybody(303),
    },
    "/L/pledge/r/<str:reference>/erase/": CLOSED,
    "/L/pledge/r/<str:reference>/export.json": READ,
    "/L/pledge/r/<str:reference>/link/": ACTED,
    "/L/pledge/r/<str:reference>/wall/": ACTED,
    "/L/pledge/r/<str:reference>/withdraw/": CLOSED,
    "/L/pledge/wall/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
}
