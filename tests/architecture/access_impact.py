"""Who gets which answer where results are told; part of the access table."""

from tests.architecture.answers import Answers, everybody

READ = {"GET": everybody(200), "POST": everybody(405)}
IMPACT: dict[str, dict[str, Answers]] = {
    "/embed/counter/": READ,
    "/embed/events/": READ,
    "/embed/pledge/": READ,
    # Without an address of ours there is nothing to tell.
    "/oembed": {"GET": everybody(404), "POST": everybody(405)},
    "/L/network/": READ,
    "/L/network/embed/": READ,
    "/L/impact/": READ,
    "/L/impact/<int:year>/": READ,
    "/L/impact/<int:year>/report.pdf": READ,
    "/open-data/campaign.schema.json": READ,
    "/open-data/campaigns/<int:year>.csv": READ,
    "/open-data/campaigns/<int:year>.json": READ,
}
