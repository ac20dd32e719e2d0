"""The top of the tree is what the design says, and nothing besides."""

from tests.architecture.source_tree import ROOT, source_files

FOLDERS = {
    "config", "site_pages", "events", "campaigns", "messaging", "participants", "directory",
    "documents", "urdu", "templates", "static", "locale", "tests", "docs", "deploy", ".ci",
}  # fmt: skip
FILES = {
    "manage.py", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "requirements.lock",
    "requirements-dev.lock", ".env.example", ".gitignore", ".editorconfig",
    ".pre-commit-config.yaml", "LICENSE", "AGENTS.md",
}  # fmt: skip
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "functions", "tools"}


def test_top_level_holds_nothing_besides_the_design() -> None:
    folders = {file.parts[0] for file in source_files() if len(file.parts) > 1}
    files = {str(file) for file in source_files() if len(file.parts) == 1}

    assert folders - FOLDERS == set()
    assert files - FILES == set()


def test_readme_shows_every_folder() -> None:
    folders = {file.parts[0] for file in source_files() if len(file.parts) > 1} - {".ci"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [folder for folder in sorted(folders) if f"{folder}/" not in readme] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [file for file in source_files() if VAGUE & {*file.parts[:-1], file.stem}]

    assert vague == []
