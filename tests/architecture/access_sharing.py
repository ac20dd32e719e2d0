"""Who gets which answer where pages are sent on: everybody the same."""

from tests.architecture.answers import Answers, everybody

SHARING: dict[str, dict[str, Answers]] = {
    "/L/forward/<path:place>/": {
        "GET": everybody(200),
        "POST": everybody(405),
    },
    # The number on the stage is nobody's page.
    "/L/p/<int:number>/": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    # An invented fingerprint leads to the picture there is.
    "/L/share/<path:place>/<str:fingerprint>/<str:shape>.png": {
        "GET": everybody(302),
        "POST": everybody(405),
    },
}
