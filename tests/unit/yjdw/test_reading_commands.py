"""The commands that read answer from the published release, in the agreed form."""

import json

import pytest

from tests.fixtures.builds.making import RULES, finding, publish_build
from yjdw.cli import DONE, WRONG_USE, run_program

ASKED = ("--quarter", "2024Q1", "--rules", RULES)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    root = tmp_path_factory.mktemp("home")
    publish_build(root, finding("DQ-RES-NULL", "blocks_sign_off", "2024Q1", 7))
    return root


@pytest.fixture
def ask(home, capsys):
    def asked(*arguments):
        status = run_program(["--home", str(home), "--json", *arguments])
        out = capsys.readouterr().out
        return status, json.loads(out) if out else None

    return asked


def test_measures_answers_in_the_form_of_the_interfaces(ask):
    status, answer = ask("measures", *ASKED, "--measure", "kpi1")

    assert status == DONE
    assert {key: answer[key] for key in ("quarter", "rules", "service")} == {
        "quarter": "2024Q1",
        "rules": RULES,
        "service": "Testshire",
    }
    assert answer["as_known_at"] is None
    assert answer["units"]["kpi1"]["value_unit"] == "%"
    assert answer["measures"][0] == {
        "measure": "kpi1",
        "breakdown": {},
        "numerator": 3,
        "denominator": 4,
        "value": "75.0",
        "low_base": True,
    }
    assert [item["code"] for item in answer["dq"]] == ["DQ-RES-NULL"]


def test_explain_lists_members_and_the_suppliers_rows_behind_them(ask):
    _, answer = ask(
        "explain", *ASKED, "--measure", "kpi1", "--breakdown", "order_type=ro"
    )

    assert [member["unit_id"] for member in answer["members"]] == ["p1", "p2"]
    first = answer["members"][0]
    records = first.pop("records")
    assert first == {
        "unit_id": "p1",
        "child_id": "Cp1",
        "unit_part": "",
        "in_numerator": True,
        "in_denominator": True,
        "why": ["Order: committed 2024-01-02", "Accommodation at the end: suitable"],
    }
    assert {key: records[0][key] for key in ("supplier", "entity", "row_number")} == {
        "supplier": "core_plus",
        "entity": "offences",
        "row_number": 7,
    }
    assert records[0]["file_sha256"] == "a" * 64
    assert [(item["topic"], item["verdict"]) for item in records[0]["facts"]] == [
        ("order", None),
        ("accommodation", "suitable"),
    ]


def test_explain_of_one_child_says_which_figures_have_it_and_what_keeps_it_out(ask):
    _, answer = ask("explain", *ASKED, "--child", "Cp1")

    assert {item["measure"] for item in answer["figures"]} >= {"kpi1", "kpi2", "fte"}
    assert answer["figures"][1] == {
        "measure": "kpi1",
        "breakdown": {},
        "unit_id": "p1",
        "in_numerator": True,
        "in_denominator": True,
    }
    assert [item["reason"] for item in answer["not_counted"]] == ["not_local"]


def test_explain_of_one_child_in_one_figure_shows_that_child_alone(ask):
    _, answer = ask("explain", *ASKED, "--measure", "kpi1", "--child", "Cp2")

    assert [member["unit_id"] for member in answer["members"]] == ["p2"]


def test_a_figure_with_nobody_in_it_says_so(home, capsys):
    part = ("--measure", "kpi1", "--breakdown", "order_type=cust")
    run_program(["--home", str(home), "explain", *ASKED, *part])

    assert "Nobody is in this figure" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "help_given"),
    [
        (("--measure", "kp1"), "did you mean kpi1"),
        (("--measure", "kpi1", "--breakdown", "order_type=roo"), '{"order_type":"ro"}'),
    ],
)
def test_a_mistyped_figure_is_answered_with_the_nearest(
    home, capsys, arguments, help_given
):
    run_program(["--home", str(home), "explain", *ASKED, *arguments])

    assert help_given in capsys.readouterr().err


def test_sql_answers_with_one_object_per_row(ask):
    _, answer = ask("sql", "select 1 as one, null as nothing")

    assert answer == [{"one": 1, "nothing": None}]


def test_sql_asks_the_zone_it_is_told(ask):
    query = "select zone from published_release"

    assert ask("sql", query)[1] == [{"zone": "analyst"}]
    assert ask("sql", "--zone", "aggregate", query)[1] == [{"zone": "aggregate"}]


@pytest.mark.parametrize(
    "arguments",
    [
        ("measures", "--quarter", "2024-1"),
        ("measures", "--quarter", "1999Q1", "--rules", RULES),
        ("measures", "--quarter", "2024Q1", "--rules", "KPI-v9"),
        ("measures", *ASKED, "--service", "Elsewhere"),
        ("explain", *ASKED),
        ("explain", *ASKED, "--measure", "kpi99"),
        ("explain", *ASKED, "--measure", "kpi1", "--child", "C0"),
        ("explain", *ASKED, "--child", "C0"),
        ("explain", *ASKED, "--measure", "kpi1", "--breakdown", "order_type"),
        ("explain", *ASKED, "--measure", "kpi1", "--breakdown", "order_type=none"),
        ("sql", "selec"),
        ("sql", "drop table fct_measures"),
    ],
)
def test_what_cannot_be_answered_is_wrong_use_and_prints_no_document(ask, arguments):
    assert ask(*arguments) == (WRONG_USE, None)


def test_nothing_published_is_wrong_use_and_says_what_to_do(tmp_path, capsys):
    status = run_program(["--home", str(tmp_path), "measures", *ASKED])

    assert status == WRONG_USE
    assert "yjdw run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("measures", *ASKED), "order_type=ro"),
        (("measures", *ASKED), "75.0 %"),
        (("measures", *ASKED), "3 children of 4"),
        (("measures", *ASKED), "per 100,000 children aged 10 to 17"),
        (("measures", *ASKED), "12 months to 30 June 2024"),
        (("measures", *ASKED), "low base"),
        (("explain", *ASKED, "--measure", "kpi1"), "core_plus offences"),
        (("explain", *ASKED, "--measure", "kpi1"), "p1, child Cp1: counted\n"),
        (("explain", *ASKED, "--measure", "kpi1"), "p3, child Cp3: not counted, in"),
        (
            ("explain", *ASKED, "--measure", "kpi1"),
            "75.0 % (3 children of 4) (low base)",
        ),
        (("explain", *ASKED, "--child", "Cp1"), "lived elsewhere"),
        (("sql", "select 'kpi1[/bold]' as measure"), "kpi1[/bold]"),
    ],
)
def test_people_are_answered_with_a_table(home, capsys, arguments, words):
    run_program(["--home", str(home), *arguments])

    assert words in capsys.readouterr().out
