"""Who gets which answer where organisations join the network, and where they are verified."""

from tests.architecture.answers import Answers, directors, everybody

# Nobody on the stage holds the grant of an application.
CLOSED: dict[str, Answers] = {"GET": everybody(404), "POST": everybody(404)}
READ: dict[str, Answers] = {"GET": everybody(404), "POST": everybody(405)}

NETWORK: dict[str, dict[str, Answers]] = {
    "/L/network/join/": {"GET": everybody(200), "POST": everybody(200)},
    "/L/my/network/<str:token>/": READ,
    "/L/my/network/r/<str:reference>/": READ,
    "/L/my/network/r/<str:reference>/certificate.pdf": READ,
    "/L/my/network/r/<str:reference>/change/": CLOSED,
    "/L/my/network/r/<str:reference>/done/": {"GET": everybody(302), "POST": everybody(303)},
    "/L/my/network/r/<str:reference>/erase/": CLOSED,
    "/L/my/network/r/<str:reference>/export.json": READ,
    "/L/my/network/r/<str:reference>/link/": {"GET": everybody(302), "POST": everybody(404)},
    "/L/my/network/r/<str:reference>/withdraw/": CLOSED,
    "/L/desk/network/": {"GET": directors(200), "POST": everybody(405)},
    "/L/desk/network/organisations/": {"GET": directors(200), "POST": everybody(405)},
    # The organisation on the stage is not in the network.
    "/L/desk/network/organisations/<slug:organisation>/certificate.pdf": {
        "GET": directors(404),
        "POST": everybody(405),
    },
    "/L/desk/network/<str:join_reference>/": {"GET": directors(200), "POST": everybody(405)},
    "/L/desk/network/<str:join_reference>/approve/": {
        "GET": directors(200),
        "POST": directors(200),
    },
    "/L/desk/network/<str:join_reference>/decline/": {
        "GET": directors(200),
        "POST": directors(200),
    },
    "/L/desk/network/<str:join_reference>/membership/": {
        "GET": directors(200),
        "POST": directors(303),
    },
    "/L/desk/network/<str:join_reference>/reopen/": {
        "GET": everybody(302),
        "POST": directors(303),
    },
}
