"""The long tail is cut: modules, functions, templates and style sheets stop at a size."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source_tree import files, line_count, modules, tree_of

MODULE_LINES = 300
FUNCTION_LINES = 40
ARGUMENTS = 6
TEMPLATE_LINES = 120
CSS_LINES = 150
# The instance, and the clock that every service takes besides its own arguments.
NOT_COUNTED = {"self", "cls", "now"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(file: Path) -> Iterator[Function]:
    """Yield every function of a module, methods and inner ones too."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, Function):
            yield node


def arguments_of(function: Function) -> list[str]:
    """Return the names a caller has to know."""
    known = function.args
    return [
        argument.arg
        for argument in (*known.posonlyargs, *known.args, *known.kwonlyargs)
        if argument.arg not in NOT_COUNTED
    ]


def test_modules_stop_at_300_lines() -> None:
    assert [file for file in modules() if line_count(file) > MODULE_LINES] == []


def test_functions_stop_at_40_lines() -> None:
    long = [
        f"{file}:{function.lineno} {function.name}"
        for file in modules()
        for function in functions(file)
        if (function.end_lineno or function.lineno) - function.lineno + 1 > FUNCTION_LINES
    ]

    assert long == []


def test_functions_of_the_site_take_at_most_six_arguments() -> None:
    greedy = [
        f"{file}:{function.lineno} {function.name}"
        for file in modules()
        for function in functions(file)
        if len(arguments_of(function)) > ARGUMENTS
    ]

    assert greedy == []


@pytest.mark.parametrize(
    ("folder", "suffix", "most"),
    [("templates", ".html", TEMPLATE_LINES), ("static", ".css", CSS_LINES)],
)
def test_templates_and_style_sheets_stop(folder: str, suffix: str, most: int) -> None:
    assert [file for file in files(folder, suffix) if line_count(file) > most] == []
