"""The demonstration's facts: they point at what exists, invent nothing, and name nobody real."""

import datetime as dt
import re

from tests.config.demonstration_files import DATA, JSON_FILES, blocks, load, objects, rows, slugs


def test_signs_and_helplines_named_on_pages_exist_and_are_verified() -> None:
    verified = {row["slug"] for row in rows("helplines.csv") if row["verified"] == "yes"}
    known = {row["id"] for row in rows("indicators.csv")}

    named = {block["slug"] for _, _, block in blocks() if block["type"] == "helpline"}
    groups = [g for _, _, b in blocks() if b["type"] == "signs" for g in b["groups"]]

    assert named <= verified
    assert all(set(group["sign_ids"]) <= known and group["title"] for group in groups)


def test_the_signs_page_shows_every_sign_once() -> None:
    known = sorted(row["id"] for row in rows("indicators.csv"))

    for slug, _, block in blocks():
        if slug == "warning-signs" and block["type"] == "signs":
            shown = sorted(sign for group in block["groups"] for sign in group["sign_ids"])
            assert shown == known


def test_curation_covers_every_fact() -> None:
    helplines = load("helplines_curation.json")
    needs = {need["slug"] for need in helplines["needs"]}
    mains = [item["slug"] for item in helplines["helplines"] if item["is_main"]]

    assert {item["slug"] for item in helplines["helplines"]} == slugs("helplines.csv")
    assert all(set(item["needs"]) <= needs for item in helplines["helplines"])
    assert mains == ["ssdo"]
    assert {item["slug"] for item in load("organisations_curation.json")} == slugs(
        "organisations.csv"
    )
    assert [item["id"] for item in load("indicators_curation.json")] == [
        row["id"] for row in rows("indicators.csv")
    ]


def test_unverified_helplines_stay_marked() -> None:
    verified = {row["slug"]: row["verified"] == "yes" for row in rows("helplines.csv")}

    curated = {
        item["slug"]: item["is_verified"] for item in load("helplines_curation.json")["helplines"]
    }

    assert curated == verified


def test_one_campaign_is_current_and_no_theme_is_invented() -> None:
    campaigns = load("campaigns.json")
    themes = {int(row["year"]): row["theme_en"] for row in rows("themes.csv")}

    current = [campaign for campaign in campaigns if campaign["is_current"]]

    assert [campaign["year"] for campaign in current] == [2027]
    assert current[0]["theme_en"] is None
    for campaign in campaigns:
        assert (campaign["theme_en"] or "") == themes.get(campaign["year"], "")
        assert campaign["world_day"] == f"{campaign['year']}-07-30"
        assert campaign["sources"] or campaign["is_current"]


def test_past_events_point_at_what_exists_and_claim_no_more_than_is_known() -> None:
    patterns = {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d"}
    years = {campaign["year"] for campaign in load("campaigns.json")} | {None}

    for event in load("past_events.json"):
        named = [body for body in event["organisers"] + event["partners"] if "slug" in body]

        assert event["city"] in slugs("cities.csv")
        assert event["campaign"] in years
        assert {body["slug"] for body in named} <= slugs("organisations.csv")
        assert event["sources"], event["slug"]
        if event["date_precision"] == "unknown":
            assert event["date"] is None
        else:
            assert re.fullmatch(patterns[event["date_precision"]], event["date"])
        for speaker in event["speakers"]:
            assert speaker["organisation"] in slugs("organisations.csv") | {None}
            assert speaker["name_ur"]


def test_event_slugs_are_unique_and_plain() -> None:
    found = [event["slug"] for event in load("past_events.json")]

    found += [walk["slug"] for walk in load("walks_2027.json")["walks"]]

    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in found)


def test_walks_are_on_a_sunday_morning_in_the_six_cities() -> None:
    walks = load("walks_2027.json")["walks"]
    walk_cities = {row["slug"] for row in rows("cities.csv") if row["is_walk_city"] == "1"}

    assert {walk["city"] for walk in walks} == walk_cities
    for walk in walks:
        moments = [item["at"] for item in walk["programme"]]

        assert dt.date.fromisoformat(walk["date"]).isoweekday() == 7
        assert walk["slug"] == f"walk-{walk['city']}-2027"
        assert moments == sorted(moments)
        assert moments[0] == walk["starts"]
        assert moments[-1] == walk["ends"] <= "09:00"


def test_walks_show_every_state_of_registration() -> None:
    states = {walk["city"]: walk["state"] for walk in load("walks_2027.json")["walks"]}

    assert (states["lahore"]["capacity"], states["lahore"]["people"]) == (400, 120)
    assert states["islamabad"]["people"] == states["islamabad"]["capacity"]
    assert 0 < states["karachi"]["capacity"] - states["karachi"]["people"] <= 10
    assert states["multan"]["registration_opens_on"] == "2027-06-01"
    assert states["jhelum"]["people"] == states["jhelum"]["capacity"]
    assert states["jhelum"]["has_waiting_list"]
    assert not states["islamabad"]["has_waiting_list"]
    kinds = {state["state"] for state in states.values()}
    assert kinds == {"open", "few", "full", "queue", "later"}


def test_demonstration_phones_belong_to_nobody() -> None:
    phones = [
        value
        for name in JSON_FILES
        for _, record in objects(load(name))
        for key, value in record.items()
        if "phone" in key
    ]
    loose = [
        name
        for name in set(JSON_FILES) - {"walks_2027.json"}
        if re.search(r"(?:\+92|\b03\d\d)[ -]?\d{3,}", (DATA / name).read_text(encoding="utf-8"))
    ]

    assert len(phones) == 6
    assert all(phone.startswith("0399-") for phone in phones)
    assert loose == []


def test_invented_people_are_many_and_carry_a_name_only() -> None:
    people = load("people.json")["people"]
    public = {s["name_en"] for event in load("past_events.json") for s in event["speakers"]}
    letters = {person["name_ur"][0] for person in people}

    assert len({person["name_ur"] for person in people}) == len(people) >= 160
    assert {frozenset(person) for person in people} == {
        frozenset({"name_ur", "name_roman", "gender", "writes_in"})
    }
    assert not public & {person["name_roman"] for person in people}
    assert letters >= set("آابپتٹثجچحخدڈذرزژسشصضطظعغفقکگلمنوہی")
    assert 15 <= sum(person["writes_in"] == "latin" for person in people) <= 25


def test_name_parts_suffice_for_bulk_registrations() -> None:
    names = load("people.json")

    for part in ("given_names", "family_names"):
        assert len({name["ur"] for name in names[part]}) == len(names[part]) >= 60
        assert all(re.fullmatch(r"[A-Z][A-Za-z ]+", name["roman"]) for name in names[part])
