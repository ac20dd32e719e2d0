"""The bare address."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("", "ur"),
        ("ur", "ur"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.5, ur;q=0.9", "ur"),
        ("de,fr;q=0.8", "ur"),
        ("de,en;q=0.3", "en"),
        ("*", "ur"),
        ("nonsense;;;q=x", "ur"),
        ("e" * 5000, "ur"),
    ],
)
def test_entrance_leads_to_the_language_asked_for(
    client: Client, wanted: str, language: str
) -> None:
    response = client.get("/", headers={"accept-language": wanted})

    assert response.status_code == 302
    assert response.headers["Location"] == f"/{language}/"
    assert response.headers["Vary"] == "Accept-Language"
    assert response.cookies == {}
