"""``yjdw depends``: what is said of a column, and of a name that nobody knows."""

import json

import pytest

from warehouse import dependents
from yjdw.cli import DONE, WRONG_USE, run_program

USES = {
    "offences.cjs_code": {
        "measures": ["kpi9"],
        "marts": ["fct_offences.cjs_code", "fct_offences.*rows*"],
        "document": ["offence.cjscode"],
        "models": ["int_case__offences"],
    }
}


@pytest.fixture
def call(monkeypatch, capsys):
    monkeypatch.setattr(dependents, "read_uses", lambda: USES)

    def called(*arguments):
        status = run_program(["depends", *arguments])
        return status, capsys.readouterr()

    return called


def test_a_column_is_followed_to_the_cells_and_pages_that_show_it(call):
    status, said = call(
        *("--supplier", "core_plus", "--entity", "offences", "--column", "CJS_CODE"),
        "--json",
    )

    (answer,) = json.loads(said.out)["columns"]
    assert status == DONE
    assert answer["is_refused_without"]
    assert answer["case_columns"] == ["offences.cjs_code"]
    assert answer["measures"] == ["kpi9"]
    assert answer["marts"] == ["fct_offences.cjs_code", "fct_offences (its rows)"]
    assert answer["document_fields"] == ["offence.cjscode"]
    assert answer["returns"] == ["yjb_kpi", "case_level"]
    assert {cell["sheet"] for cell in answer["return_cells"]} == {"Serious violence"}
    assert "definitions/kpi9.html" in answer["pages"]


def test_without_a_column_every_column_of_the_entity_is_counted(call):
    status, said = call("--supplier", "core_plus", "--entity", "offences")

    assert status == DONE
    assert "CJS_CODE" in said.out
    assert "KNIFE_RELATED" in said.out


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("--supplier", "coreplus"), "core_plus"),
        (("--supplier", "core_plus", "--entity", "offence"), "offences"),
        (("--supplier", "core_plus", "--column", "CJS_CODES"), "CJS_CODE"),
    ],
)
def test_a_name_that_nobody_knows_is_answered_with_the_nearest(call, arguments, near):
    status, said = call(*arguments)

    assert status == WRONG_USE
    assert near in said.err
