"""Python files: length, opening words, who may import whom.

What ruff or mypy can hold is held there and not here.
"""

import ast
import re

import pytest

from tests.house_style import tree

LONGEST_FILE = 200
LONGEST_FUNCTION = 30
CODE = tree.ending(".py", under=tree.PACKAGES)
TESTS = tree.ending(".py", under=("tests",))
MODULES = [path for path in CODE if path.name != "__init__.py"]
ENVIRONMENT = tree.ROOT / "warehouse" / "configuration.py"
# steps know neither the program nor the orchestration that call them
CALLERS = ("yjdw", "orchestration", "benchmarks", "tests")


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=tree.named)
def test_a_python_file_fits_on_three_screens(path):
    assert len(tree.text(path).splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=tree.named)
def test_a_function_fits_on_half_a_screen(path):
    long = {
        function.name: tree.lines_of(function)
        for function in tree.functions(path)
        if tree.lines_of(function) > LONGEST_FUNCTION
    }

    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=tree.named)
def test_a_module_says_what_belongs_in_it_and_what_does_not(path):
    opening = ast.get_docstring(tree.parsed(path)) or ""

    assert len(re.findall(r"[.;:](\s|$)", opening)) >= 2


@pytest.mark.parametrize("path", CODE, ids=tree.named)
def test_the_environment_is_read_in_one_module(path):
    reads = re.search(r"\bos\.(environ|getenv|putenv)\b", tree.text(path))

    assert reads is None or path == ENVIRONMENT


@pytest.mark.parametrize("path", CODE, ids=tree.named)
def test_a_step_does_not_import_what_calls_it(path):
    home = tree.top(path)
    callers = set(CALLERS) - {home}
    if home in CALLERS:  # Dagster and the benchmarks walk the road of the program
        callers = {"tests", "benchmarks", "orchestration"} - {home}
    used = {name.split(".")[0] for name in tree.imports(path)}

    assert used & callers == set()


@pytest.mark.parametrize("path", CODE, ids=tree.named)
def test_the_road_never_sees_the_simulation_or_its_truth(path):
    if tree.top(path) in ("simulation", "benchmarks"):
        return
    used = {name.split(".")[0] for name in tree.imports(path)}

    assert "simulation" not in used or path.name == "simulate.py"
    assert not re.search(r"""["'/]truth["'/]""", tree.text(path)) or (
        path.name == "simulate.py"
    )


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=tree.named)
def test_nothing_is_left_for_later(path):
    later = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "mark." + "skip", "x" + "fail("]

    assert [word for word in later if word in tree.text(path)] == []


@pytest.mark.parametrize("path", TESTS, ids=tree.named)
def test_the_name_of_a_test_is_a_sentence(path):
    names = [
        function.name
        for function in tree.functions(path)
        if function.name.startswith("test_")
    ]

    assert [name for name in names if len(name.split("_")) < 4] == []
