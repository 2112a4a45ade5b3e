"""A new version of what was frozen names what to compare it with, and differs by children."""

import json

import pytest

from returns.submissions import life
from returns.submissions.key import read_key
from tests.fixtures.builds.making import FEWER_HOMES, RULES
from yjdw.cli import run_program

NAME = "2024Q2/yjb_kpi"


@pytest.fixture
def ask(office, capsys):
    """Ask the program about the office's home; return status and answer."""

    def asked(*arguments):
        capsys.readouterr()
        status = run_program([*arguments, "--home", str(office.layout.root), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return asked


@pytest.fixture
def write(ask):
    words = ("return", "yjb_kpi", "--quarter", "2024Q2", "--rules", RULES)
    return lambda: ask(*words, "--explain-change", "kpi1b=invented")


@pytest.fixture
def frozen(office, write):
    """A first version that is frozen."""
    write()
    key = read_key(office.layout, f"{NAME}/v1")
    life.check(office.layout, office.configuration, key)
    life.sign(
        office.layout,
        office.configuration,
        key,
        life.Signature("A. Head", "head of service"),
    )
    life.freeze(office.layout, office.configuration, key)
    return key


def test_a_first_version_has_no_earlier_one(write):
    status, told = write()

    assert (status, told["is_new"], told["earlier"]) == (0, True, None)


def test_a_new_version_names_the_one_before_and_how_to_compare(office, frozen, write):
    office.publish(*FEWER_HOMES)

    status, told = write()

    assert (status, told["version"]) == (0, "v2")
    assert told["earlier"] == {
        "submission": str(frozen),
        "state": "frozen",
        "what_differs": f"yjdw submission diff {frozen} {NAME}/v2",
    }


def test_the_same_again_names_nothing_to_compare(office, frozen, write):
    office.publish()

    _, told = write()

    assert (told["version"], told["earlier"]) == (frozen.version, None)


def test_the_difference_is_written_where_asked(office, frozen, write, ask, tmp_path):
    office.publish(*FEWER_HOMES)
    write()

    status, told = ask(
        *("submission", "diff", str(frozen), f"{NAME}/v2", "--out", str(tmp_path / "d"))
    )

    assert status == 0
    assert {member["unit_id"] for member in told["members"]} == {"p1"}
    bridges = {
        (bridge["entered"], bridge["left"], bridge["other"])
        for figure in told["figures"]
        for part, bridge in figure["bridge"].items()
        if part == "numerator"
    }
    assert (0, 1, 0) in bridges
    page = (tmp_path / "d" / "difference.html").read_text()
    assert "no longer counted" in page
    assert told["files"] == [
        str(tmp_path / "d" / f"difference.{kind}") for kind in ("html", "xlsx", "json")
    ]


def test_backfilling_tells_each_quarter_and_what_stands_against_it(office, frozen, ask):
    assert frozen.kept(office.layout).is_dir()

    status, told = ask("backfill", "--from", "2024Q1", "--to", "2024Q2")

    assert status == 0
    assert [item["quarter"] for item in told["quarters"]] == ["2024Q1", "2024Q2"]
    assert sum(told["totals"].values()) == 2


def test_files_are_rebuilt_into_an_empty_folder_or_not_at_all(
    office, frozen, tmp_path, capsys
):
    (tmp_path / "mine.txt").write_text("keep me")
    home = ("--home", str(office.layout.root))

    status = run_program(
        ["submission", "rebuild", str(frozen), "--out", str(tmp_path), *home]
    )

    assert status == 2
    assert "is not empty" in capsys.readouterr().err
