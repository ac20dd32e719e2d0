"""Words about code and words for people: docstrings, the Urdu catalogue, nothing of a machine."""

import ast
import os
import re
import shutil

import pytest

from tests.architecture import catalogue
from tests.architecture.source_tree import PACKAGES, found, modules, source_files, text_of, tree_of

TEXTS = {".py", ".toml", ".md", ".html", ".css", ".js", ".lock", ".json", ".csv", ".yaml", ".yml",
         ".conf", ".sh", ".example", ".po", ".typ", "", ".txt", ".service"}  # fmt: skip
# Split, so that this file does not hold them.
MACHINES = ("/wo" + "rk/", "/ro" + "ot/", "/opt/py" + "pi", "/t" + "mp/brief")
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "registry.np" + "mjs", "deb.deb" + "ian",
              "npm" + "js.org", "extra-index-" + "url")  # fmt: skip


GETTEXT = ("_", "gettext", "ngettext", "pgettext", "gettext_lazy", "ngettext_lazy")

needs_gettext = pytest.mark.skipif(
    shutil.which("xgettext") is None and not os.environ.get("CI"), reason="install gettext"
)


def test_every_module_opens_with_one_line_on_what_it_holds() -> None:
    silent = []
    for file in modules():
        words = ast.get_docstring(tree_of(file))
        if not words or not re.match(r"\S.*[.!?]$", words.splitlines()[0]):
            silent.append(file)

    assert silent == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    pattern = "|".join(re.escape(name) for name in (*MACHINES, *REGISTRIES))
    texts = [file for file in source_files() if file.suffix in TEXTS]

    assert [hit for file in texts for hit in found(pattern, file)] == []


def test_every_message_is_said_in_urdu() -> None:
    assert catalogue.unsaid() == []


def test_urdu_is_written_with_urdu_letters_and_our_digits() -> None:
    assert catalogue.wrong_letters() == []


def test_urdu_takes_nobody_for_a_man() -> None:
    assert catalogue.said_to_a_man() == []


def test_urdu_verbs_stand_apart_from_their_auxiliaries() -> None:
    assert catalogue.run_together() == []


def test_no_sentence_hides_in_a_formatted_string() -> None:
    # The gettext tools do not look there: such a sentence would stay English for everybody.
    hidden = [
        f"{file}:{call.lineno}"
        for file in modules(*PACKAGES)
        for whole in ast.walk(tree_of(file))
        if isinstance(whole, ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in GETTEXT
    ]

    assert hidden == []


@needs_gettext
def test_catalogue_holds_exactly_what_the_code_says() -> None:
    assert catalogue.drift() == []


def test_placeholders_survive_translation() -> None:
    assert catalogue.lost_placeholders() == []


def test_pages_of_the_demonstration_use_urdu_letters() -> None:
    data = [file for file in source_files() if file.is_relative_to("config/demonstration/data")]
    wrong = "[\u064a\u0643\u0660-\u0669\u06f0-\u06f9]"

    assert [hit for file in data if file.suffix in TEXTS for hit in found(wrong, file)] == []
    assert all(text_of(file) for file in data if file.suffix in TEXTS)
