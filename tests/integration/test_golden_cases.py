"""Every golden case, through ``yjdw kpi``, each with all its runs in one call."""

import json
from pathlib import Path

import pytest

from yjdw.cli import run_program

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.name.split(".")[0] for path in GOLDEN.glob("*.expected.json"))


def answers_of(case: str, runs: list[dict], capsys, tmp_path: Path) -> list[dict]:
    asked = tmp_path / "runs.json"
    asked.write_text(json.dumps(runs))
    status = run_program(
        [
            *("kpi", "--documents", str(GOLDEN / f"{case}.json")),
            *("--runs", str(asked), "--members", "--json"),
        ]
    )
    assert status == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_has_its_stated_answers(case, capsys, tmp_path):
    runs = json.loads((GOLDEN / f"{case}.expected.json").read_text())["runs"]
    for run, answer in zip(runs, answers_of(case, runs, capsys, tmp_path), strict=True):
        figures = {
            (item["measure"], json.dumps(item["breakdown"], sort_keys=True)): item
            for item in answer["measures"]
        }
        for expected in run["expect"]:
            key = expected["measure"], json.dumps(expected["breakdown"], sort_keys=True)
            found = {part: figures[key].get(part) for part in expected}
            assert found == expected, f"{run['quarter']} {run['rules']}"
        raised = {finding["code"] for finding in answer["dq"]}
        assert raised >= set(run.get("dq_contains", []))
