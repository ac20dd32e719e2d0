"""Which letters a text is written in."""


def is_in_urdu_letters(text: str) -> bool:
    """Tell whether most letters of a text are of the Arabic script; without letters it is not."""
    letters = [char for char in text if char.isalpha()]
    urdu = sum("\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" for char in letters)
    return urdu * 2 > len(letters)
