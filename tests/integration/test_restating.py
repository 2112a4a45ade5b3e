"""A past quarter as it was known stands beside the same quarter as it is known now."""

import json
import shutil

import pytest

from returns.differences.bridges import PARTS, is_count_of_members
from tests.integration.conftest import QUARTER, RETURNS
from warehouse.querying import open_zone
from warehouse.seeds import read_seed
from yjdw.cli import run_program

FIGURES = """
select measure, breakdown, rule_version, quarter, numerator, denominator, source,
    count(member.unit_id) filter (where in_numerator) as in_numerator,
    count(member.unit_id) filter (where in_denominator) as in_denominator
from fct_measures as figure
left join fct_measure_members as member
    using (measure, breakdown, rule_version, service, quarter)
group by all
"""


def ask(submitted, capsys, *arguments):
    home = submitted.layout.root
    options = ("--home", str(home), "--config", str(home / "service.toml"), "--json")
    status = run_program([*arguments, *options])
    return status, json.loads(capsys.readouterr().out)


def test_every_figure_that_is_bridged_by_members_is_their_number(submitted):
    bases = {
        row["measure"]: row["denominator_kind"] for row in read_seed("rules/measures")
    }
    with open_zone(submitted.layout, "identified") as connection:
        cursor = connection.execute(FIGURES)
        names = [column[0] for column in cursor.description]
        figures = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    checked = dict.fromkeys(PARTS, 0)
    for figure in figures:
        for part in PARTS:
            if is_count_of_members(part, figure, bases[figure["measure"]]):
                checked[part] += 1
                assert figure[part] == figure[f"in_{part}"], figure

    assert min(checked.values()) > len(figures) / 2


def test_a_submitted_quarter_is_restated_from_what_was_frozen(submitted, capsys):
    status, told = ask(submitted, capsys, "restate", "--quarter", QUARTER)

    assert status == 0
    assert told["before"]["name"] == f"{RETURNS[0]}/v1"
    assert told["now"]["name"] == "as known now"
    assert "fte" in {figure["measure"] for figure in told["figures"]}
    assert told["warnings"] == []


def test_a_quarter_is_restated_as_known_on_a_day_with_its_files(
    submitted, capsys, tmp_path
):
    home = shutil.copytree(submitted.layout.root, tmp_path / "home")
    before = (home / "published" / "current").read_bytes()
    mine = type(submitted)(type(submitted.layout)(home), submitted.configuration, 0)
    then = ("--then", "2025-03-31", "--out", str(tmp_path / "out"))

    status, told = ask(mine, capsys, "restate", "--quarter", QUARTER, *then)

    [entrants] = [
        figure
        for figure in told["figures"]
        if figure["measure"] == "fte" and not figure["breakdown"]
    ]
    assert status == 0
    assert told["before"]["as_known_at"] == "2025-03-31"
    assert entrants["bridge"]["numerator"]["entered"] == 1
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "difference.html",
        "difference.xlsx",
        "difference.json",
    }
    assert (home / "published" / "current").read_bytes() == before


def test_a_day_before_everything_is_refused_with_the_first_day(submitted, capsys):
    then = ("--then", "2019-01-01")

    status, told = ask(submitted, capsys, "restate", "--quarter", QUARTER, *then)

    assert status == 1
    [reason] = told["reasons"]
    assert reason["code"] == "NOTHING-KNOWN"
    assert "2025-03-31" in reason["message"]


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["restate", "--quarter", QUARTER, "--then", "2999-01-01"], "lies ahead"),
        (["restate", "--quarter", "2031Q1"], "no figures"),
        (["backfill", "--from", "2031Q1"], "no quarter"),
        (["backfill", "--from", "spring"], "a quarter is written like"),
        (["submission", "diff", f"{RETURNS[0]}/v1", f"{RETURNS[1]}/v1"], "two returns"),
    ],
)
def test_a_question_that_has_no_answer_says_why(submitted, capsys, arguments, wrong):
    status = run_program([*arguments, "--home", str(submitted.layout.root)])

    assert status == 2
    assert wrong in capsys.readouterr().err
