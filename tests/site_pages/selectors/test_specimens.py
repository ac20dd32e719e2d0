"""Every component is listed once, with what its first line says."""

from django.conf import settings

from site_pages.selectors.specimens import components


def test_components_lists_every_template_once() -> None:
    files = (settings.BASE_DIR / "templates" / "components").glob("*.html")

    listed = [component.name for component in components()]

    assert sorted(listed) == sorted(file.stem for file in files)


def test_components_with_samples_come_first_and_say_what_they_are() -> None:
    listed = components()
    sampled = [component for component in listed if component.states]

    assert listed[: len(sampled)] == sampled
    assert len(sampled) > 50
    assert all("Variables:" in component.about for component in listed)
