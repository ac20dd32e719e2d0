"""Who gets which answer at the addresses of pictures, downloads and sounds."""

from tests.architecture.answers import Answers, everybody

# Nobody has uploaded anything on the stage.
FILES: dict[str, dict[str, Answers]] = {
    "/documents/<page>/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/documents/<int:key>/<str:name>": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
    "/documents/authenticate_with_password/<int:restriction_id>/": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/media/images/<str:path>": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/media/original_images/<str:path>": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/media/presentations/<str:path>": {
        "GET": everybody(404),
        "POST": everybody(404),
    },
    "/sounds/<int:key>/<str:name>": {
        "GET": everybody(404),
        "POST": everybody(405),
    },
}
