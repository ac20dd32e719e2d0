"""What can go wrong when language functions are asked for something impossible."""


class UnknownLanguage(ValueError):
    """A language code other than those the functions here have words for."""

    def __init__(self, language: str) -> None:
        super().__init__(f"No words for language {language!r}; known are 'ur' and 'en'.")
        self.language = language
