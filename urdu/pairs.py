"""Words kept in pairs of fields, one a language: title_ur, title_en."""

# The languages every pair is written in; the first stands in for a language without a field.
WRITTEN = ("ur", "en")


def written_language(language: str) -> str:
    """Return a language we have words for: the one asked for, or Urdu in its place."""
    return language if language in WRITTEN else WRITTEN[0]


def pair_field(stem: str, language: str) -> str:
    """Return the field that holds a pair's words for a language: "name_en", "name_ur"."""
    return f"{stem}_{written_language(language)}"
