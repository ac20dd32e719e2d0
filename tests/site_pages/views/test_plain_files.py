"""robots.txt and the old address of the icon."""

from django.test import Client


def test_robots_are_kept_from_personal_pages(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /ur/my/" in lines
    assert "Disallow: /en/desk/" in lines
    assert "Disallow: /ur/help/" not in lines


def test_favicon_leads_to_the_drawing(client: Client) -> None:
    response = client.get("/favicon.ico")

    assert response.status_code == 301
    assert response.headers["Location"] == "/static/images/favicon.svg"
