"""The command takes a change of case system, and refuses one that cannot be made."""

from datetime import date

import pytest

from simulation.plan import Cutover, Plan
from simulation.run import FolderInUseError, simulate
from yjdw.cli import run_program

PLAN = Plan(
    "Leicester City",
    children=4,
    years=2,
    until=date(2024, 9, 30),
    seed=1,
    suppliers=("core_plus", "careworks"),
    cutover=Cutover("core_plus", "careworks", date(2024, 1, 15)),
)


@pytest.mark.parametrize(
    ("asked", "taught"),
    [
        ("careworks:core_plus", "write OLD:NEW:DATE"),
        ("careworks:coreplus:2024-01-15", "coreplus is no case system; choose from"),
        ("niche:core_plus:2024-01-15", "niche is no case system; choose from"),
        ("careworks:careworks:2024-01-15", "names careworks twice"),
        ("careworks:core_plus:15/01/2024", "15/01/2024 is no day"),
        ("careworks:core_plus:2029-01-15", "not within the simulated days"),
        ("careworks:core_plus:2019-10-01", "not within the simulated days"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_with_what_can(
    asked, taught, tmp_path, capsys
):
    words = ["--until", "2024-09-30", "--years", "5", "--cutover", asked]
    assert run_program(["simulate", "--out", str(tmp_path / "made"), *words]) == 2
    assert taught in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "made").exists()


def test_a_change_writes_its_two_case_systems_in_place_of_any_other(tmp_path, capsys):
    words = ["--children", "4", "--years", "2", "--until", "2024-09-30"]
    words += ["--cutover", "careworks:childview:2024-01-15"]
    words += ["--suppliers", "core_plus,niche"]
    assert run_program(["simulate", "--out", str(tmp_path / "made"), *words]) == 0
    folders = {path.name for path in (tmp_path / "made" / "drop").iterdir()}
    assert folders == {"careworks", "childview", "niche"}
    assert "--config" in capsys.readouterr().out


def test_a_configuration_that_is_there_is_never_overwritten(tmp_path):
    (tmp_path / "service.toml").write_text("[service]\n")
    with pytest.raises(FolderInUseError, match=r"service\.toml"):
        simulate(PLAN, tmp_path, lambda _text: None)
    assert (tmp_path / "service.toml").read_text() == "[service]\n"
