"""The Urdu catalogue compared with what the code says, and with how Urdu is written."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from tests.architecture.source_tree import PACKAGES, ROOT, source_files

CATALOGUE = Path("locale/ur/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
# Arabic yeh, kaf and heh look alike but are other letters; figures are 0 to 9 throughout.
NOT_URDU = {
    "\u064a": "ARABIC YEH",
    "\u0643": "ARABIC KAF",
    "\u0647": "ARABIC HEH",
    "\u0649": "ALEF MAKSURA",
    **{chr(0x0660 + digit): "ARABIC DIGIT" for digit in range(10)},
    **{chr(0x06F0 + digit): "URDU DIGIT" for digit in range(10)},
}

# Urdu verbs show the doer's gender; "آپ … سکتے ہیں" takes whoever reads for a man.
TO_A_MAN = re.compile(r"(?<!\w)آپ (?:\S+ ){0,3}\S*(?:تے|رہے|چکے) (?:ہیں|ہوں)")
# Two words written as one: a screen reader and the search take them for a third.
RUN_TOGETHER = re.compile(r"(?<!\w)(?:ہوگ[اےی]|ہوگئ[ےی]|ہوچک[اےی]|(?:کر|ہو)سکت[اےی])(?!\w)")
Key = tuple[str, str]


def entries() -> list[polib.POEntry]:
    """Return the catalogue's entries that are in use."""
    return [entry for entry in polib.pofile(str(ROOT / CATALOGUE)) if not entry.obsolete]


def unsaid() -> list[str]:
    """Return what has no Urdu yet, or one nobody is sure of."""
    return [entry.msgid for entry in entries() if entry.fuzzy or not all(_translations(entry))]


def wrong_letters() -> list[str]:
    """Return entries with letters or figures that are not Urdu's as we write it."""
    return [
        f"{entry.msgid}: {NOT_URDU[letter]}"
        for entry in entries()
        for letter in sorted(set("".join(_translations(entry))) & set(NOT_URDU))
    ]


def said_to_a_man() -> list[str]:
    """Return entries whose Urdu takes the reader for a man."""
    return _with(TO_A_MAN)


def run_together() -> list[str]:
    """Return entries whose Urdu writes verb and auxiliary as one word."""
    return _with(RUN_TOGETHER)


def _with(pattern: re.Pattern[str]) -> list[str]:
    return [
        entry.msgid
        for entry in entries()
        if any(pattern.search(text) for text in _translations(entry))
    ]


def lost_placeholders() -> list[str]:
    """Return entries whose Urdu has other placeholders than its English."""
    wrong = []
    for entry in entries():
        wanted = {_places(entry.msgid), _places(entry.msgid_plural or entry.msgid)}
        if not {_places(text) for text in _translations(entry) if text} <= wanted:
            wrong.append(entry.msgid)
    return wrong


def _places(text: str) -> tuple[str, ...]:
    return tuple(sorted(PLACEHOLDER.findall(text)))


def _translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def drift() -> list[str]:
    """Return what makemessages (which needs gettext) finds and the catalogue does not hold."""
    said = {_key(entry) for entry in entries()}
    extracted = _extracted()
    missing = [f"not in the catalogue: {key[1]}" for key in sorted(extracted - said)]
    return missing + [f"said nowhere any more: {key[1]}" for key in sorted(said - extracted)]


def _key(entry: polib.POEntry) -> Key:
    return (entry.msgctxt or "", entry.msgid)


def _extracted() -> set[Key]:
    """Run makemessages on a copy of the sources, so that the tree is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        for file in source_files():
            if file.suffix in {".py", ".html", ".txt"} and file.parts[0] in (
                *PACKAGES,
                "templates",
            ):
                (Path(folder) / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / file, Path(folder) / file)
        (Path(folder) / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "-l", "ur", "-e", "html,txt,py"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return {_key(entry) for entry in polib.pofile(str(Path(folder) / CATALOGUE))}
