"""A rehearsal of three changes of case system: what was planted is found, and no more.

Each is a small simulated service whose migration was spoilt; `truth/faults.csv` says in
which line, and what a rehearsal must say of it.
"""

import csv
import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from returns.rehearsal.spec import compared_records
from simulation.faults.delivered_lines import DeliveredLines
from simulation.plan import Cutover, Plan
from simulation.run import simulate
from warehouse.landing import land
from warehouse.layout import Layout
from yjdw.cli import run_program

PAIRS = [
    ("careworks", "core_plus"),
    ("childview", "core_plus"),
    ("core_plus", "capita_one"),
]
DAY = date(2024, 1, 15)


@dataclass(frozen=True)
class Rehearsed:
    """A home in which two systems landed, and what a rehearsal wrote about them."""

    home: Path
    old: str
    new: str
    status: int
    answer: dict

    @property
    def out(self) -> Path:
        return self.home / "rehearsals" / f"{self.old}-to-{self.new}"


def rehearse(home, old, new, *options):
    pair = ("--old", old, "--new", new, "--cutover", DAY.isoformat())
    status = run_program(["rehearse", "--home", str(home), *pair, *options])
    answer = home / "rehearsals" / f"{old}-to-{new}" / "rehearsal.json"
    return status, json.loads(answer.read_text(encoding="utf-8"))


@pytest.fixture(scope="session", params=PAIRS, ids="-to-".join)
def rehearsed(request, tmp_path_factory) -> Rehearsed:
    old, new = request.param
    home = tmp_path_factory.mktemp("rehearsed") / "home"
    plan = Plan(
        *("Leicester City", 110, 5, date(2025, 3, 31), 11),
        suppliers=(old, new),
        faults="heavy",
        cutover=Cutover(old, new, DAY),
    )
    simulate(plan, home, lambda _text: None)
    shutil.copytree(home / "drop", home / "sent")
    land(Layout(home))
    return Rehearsed(home, old, new, *rehearse(home, old, new))


def planted(rehearsed):
    """Return every planted difference with the cells of its line."""
    with (rehearsed.home / "truth" / "faults.csv").open(encoding="utf-8") as file:
        faults = [
            row for row in csv.DictReader(file) if row["fault"].startswith("migration_")
        ]
    for fault in faults:
        supplier = fault["supplier"]
        path = rehearsed.home / "sent" / supplier / fault["file"]
        lines = DeliveredLines.read(supplier, path)
        yield fault, set(lines.cells(int(fault["row_number"]) - 1))


def is_of(difference, rehearsed, fault, cells):
    """Return whether a difference is of a line: by its row, or a child by its id."""
    side = "old" if fault["supplier"] == rehearsed.old else "new"
    place = (difference[f"{side}_file"], str(difference[f"{side}_row"]))
    if place == (fault["file"], fault["row_number"]):
        return True
    keys = (difference[f"{side}_key"] or "").split(" ")
    return difference["kind"].startswith("child_") and bool(cells & set(keys))


def wanted_verdict(fault):
    """Return verdict and rule: ``explained: RULE; ...`` or ``unexplained; ...``."""
    verdict, _, rule = fault["what_should_happen"].split(";")[0].partition(": ")
    return verdict, rule or None


def test_every_planted_difference_is_found_with_its_verdict(rehearsed):
    missed = []
    for fault, cells in planted(rehearsed):
        said = {
            (item["verdict"], item["rule_code"])
            for item in rehearsed.answer["differences"]
            if is_of(item, rehearsed, fault, cells)
        }
        if wanted_verdict(fault) not in said:
            missed.append((fault, said))

    assert missed == []
    assert len(list(planted(rehearsed))) > 40


def test_nothing_is_unexplained_that_was_not_planted(rehearsed):
    faults = [
        (fault, cells)
        for fault, cells in planted(rehearsed)
        if wanted_verdict(fault)[0] == "unexplained"
    ]
    invented = [
        item
        for item in rehearsed.answer["differences"]
        if item["verdict"] == "unexplained"
        and not any(is_of(item, rehearsed, *fault) for fault in faults)
    ]

    assert invented == []
    assert rehearsed.answer["totals"]["differences"]["unexplained"] == len(faults)


def test_only_figures_of_children_with_an_open_difference_are_unexplained(rehearsed):
    differences, figures = (
        rehearsed.answer[name] for name in ("differences", "figures")
    )
    spoilt = {
        item["child_id"] for item in differences if item["verdict"] == "unexplained"
    }
    open_figures = [item for item in figures if item["verdict"] == "unexplained"]

    assert open_figures
    assert [item for item in open_figures if not spoilt & set(item["children"])] == []


def test_a_rehearsal_with_something_open_ends_with_status_one(rehearsed):
    assert rehearsed.status == 1
    assert rehearsed.answer["is_settled"] is False
    page = (rehearsed.out / "rehearsal.html").read_text(encoding="utf-8")
    assert "Do not change from" in page


def test_no_output_holds_a_name_a_birth_date_or_a_number_of_a_child(rehearsed):
    private = {
        item.name for item in compared_records()["persons"].columns if item.private
    }
    shown = {
        (item["old_value"], item["new_value"], item["old_sent"], item["new_sent"])
        for item in rehearsed.answer["differences"]
        if item["column"] in private
    }
    page = (rehearsed.out / "rehearsal.html").read_text(encoding="utf-8")
    texts = page + json.dumps(rehearsed.answer, ensure_ascii=False)

    assert {value for row in shown for value in row} <= {None, "differs"}
    assert [name for name in full_names(rehearsed) if name in texts] == []


def full_names(rehearsed):
    """Return every child's name as Core+ has it, which is on one side of each pair."""
    names = set()
    for path in (rehearsed.home / "sent" / "core_plus").glob("PERSON_2*"):
        lines = DeliveredLines.read("core_plus", path)
        places = [lines.column(name) for name in ("FORENAME", "SURNAME")]
        for place in lines.rows:
            first, last = (lines.cells(place)[item] for item in places)
            names |= {f"{first} {last}", f"{last} {first}", f"{last}, {first}"}
    assert names
    return names


@pytest.mark.parametrize("rehearsed", PAIRS[:1], ids="-to-".join, indirect=True)
def test_what_is_signed_off_is_settled_and_stays_so(rehearsed, tmp_path):
    ids = tmp_path / "ids.txt"
    ids.write_text(
        "\n".join(
            item["difference_id"]
            for item in rehearsed.answer["differences"]
            if item["verdict"] == "unexplained"
        )
    )
    home = shutil.copytree(rehearsed.home, tmp_path / "home")
    signing = ("--by", "A Manager", "--reason", "looked at with the vendor")
    pair = (home, rehearsed.old, rehearsed.new)

    status, answer = rehearse(*pair, "--sign-off", str(ids), *signing)
    later, same = rehearse(*pair)

    assert (status, later) == (0, 0)
    assert same["totals"] == answer["totals"]
    assert {item["signed_by"] for item in same["sign_offs"]} == {"A Manager"}
    assert not any(item["has_lapsed"] for item in same["sign_offs"])
