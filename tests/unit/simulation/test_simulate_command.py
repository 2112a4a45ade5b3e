"""The command reads what is asked for, answers in one document, and teaches."""

import json
from datetime import date

import pytest

from yjdw.cli import run_program
from yjdw.commands.simulate import end_of_last_quarter, read_plan

ASKED = {
    "service": "Leicester City",
    "children": None,
    "years": 10,
    "until": None,
    "seed": 1,
    "suppliers": "core_plus",
    "faults": "none",
    "cutover": None,
    "overlap_months": 2,
}
SMALL = [
    "simulate",
    "--children",
    "3",
    "--years",
    "2",
    "--suppliers",
    "niche,core_plus",
]


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 22), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 9, 30)),
        (date(2026, 9, 30), date(2026, 6, 30)),
        (date(2026, 1, 1), date(2025, 12, 31)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_the_last_quarter_is_the_last_that_is_complete(today, last):
    assert end_of_last_quarter(today) == last


@pytest.mark.parametrize(
    ("changes", "children"),
    [({}, 3000), ({"years": 2}, 600), ({"service": "Leicestershire"}, 5217)],
)
def test_the_default_number_of_children_follows_from_years_and_population(
    changes, children
):
    assert read_plan(ASKED | changes).children == children


def test_suppliers_are_taken_once_and_in_our_order():
    asked = ASKED | {"suppliers": "niche, core_plus,niche"}
    assert read_plan(asked).suppliers == ("core_plus", "niche")


def test_the_answer_is_one_document_that_names_every_file(tmp_path, capsys):
    status = run_program(["--json", *SMALL, "--out", str(tmp_path / "made")])
    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert answer["children"] == 3
    assert answer["suppliers"] == ["core_plus", "niche"]
    made = {
        path.relative_to(tmp_path / "made").as_posix()
        for path in (tmp_path / "made").rglob("*")
        if path.is_file()
    }
    assert set(answer["files"]) == made


@pytest.mark.parametrize(
    ("options", "taught"),
    [
        (["--service", "Leicster City"], "did you mean Leicester City"),
        (["--suppliers", "niche,nich"], "nich; choose from core_plus"),
        (["--suppliers", ","], "nothing; choose from"),
        (["--until", "2020-09-30", "--years", "10"], "fewer --years"),
        (["--years", "0"], "--years"),
        (["--until", "30/09/2026"], "--until"),
    ],
)
def test_wrong_use_ends_with_status_2_and_says_what_to_do(
    options, taught, tmp_path, capsys
):
    out = tmp_path / "made"
    assert run_program(["simulate", "--out", str(out), *options]) == 2
    assert taught in " ".join(capsys.readouterr().err.split())
    assert not out.exists()


def test_a_second_simulation_into_one_folder_is_refused(tmp_path, capsys):
    arguments = [*SMALL, "--out", str(tmp_path / "made")]
    assert run_program(arguments) == 0
    assert run_program(arguments) == 2
    assert "name another folder with --out" in " ".join(capsys.readouterr().err.split())
