"""Dagster: assembly only in one file, asset bodies that call one plain function."""

import ast

import pytest

from tests.house_style import tree

MODULES = tree.ending(".py", under=("orchestration",))
LONGEST_BODY = 12
LONGEST_DEFINITIONS = 40
BODIES = ("asset", "multi_asset", "dbt_assets", "asset_check", "multi_asset_check")


def decorators(function):
    for decorator in function.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        yield called.attr if isinstance(called, ast.Attribute) else called.id


def body_lines(function):
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1


def test_definitions_assemble_and_do_nothing_else():
    path = tree.ROOT / "orchestration" / "definitions.py"
    kinds = {type(node) for node in tree.parsed(path).body}

    assert kinds <= {ast.Expr, ast.Import, ast.ImportFrom, ast.Assign}
    assert len(tree.text(path).splitlines()) < LONGEST_DEFINITIONS


@pytest.mark.parametrize("path", MODULES, ids=tree.named)
def test_the_body_of_an_asset_is_thin(path):
    thick = {
        function.name: body_lines(function)
        for function in tree.functions(path)
        if set(decorators(function)) & set(BODIES)
        and body_lines(function) > LONGEST_BODY
    }

    assert thick == {}


def test_dagster_reports_nothing_home():
    settings = tree.text(tree.ROOT / "orchestration" / "dagster.yaml")

    assert "telemetry:\n  enabled: false" in settings
