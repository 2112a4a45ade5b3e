"""The files of a version come out of landing again, to the byte, long after."""

import json
import shutil

import pytest

from tests.integration.conftest import RETURNS
from warehouse.layout import Layout
from yjdw.cli import run_program
from yjdw.rebuilding import release_again, write_and_compare

FILES = {
    "yjb_kpi": ["kpi_return.csv", "kpi_return.xlsx", "measures.json"],
    "case_level": ["case_document.json", "case_document_csv.zip"],
    "youth_justice_plan": ["youth_justice_plan.csv", "youth_justice_plan.xlsx"],
}


@pytest.fixture(scope="module")
def again(submitted):
    """The release of before the thousand changes, built again."""
    layout, configuration = submitted.layout, submitted.configuration
    key = submitted.key(RETURNS[0])
    with release_again(layout, configuration, key, lambda _text: None) as again:
        yield again


@pytest.mark.parametrize("name", RETURNS)
def test_every_file_of_a_return_is_rebuilt_to_the_byte(submitted, again, name):
    key = submitted.key(name)

    rebuilt = write_and_compare(submitted.layout, key, again)

    assert (rebuilt.same, rebuilt.differing) == (FILES[key.name], [])
    assert rebuilt.notes == []


def test_what_came_later_does_not_come_out_the_same(submitted, again):
    rebuilt = write_and_compare(
        submitted.layout, submitted.key(RETURNS[1], "v2"), again
    )

    assert rebuilt.differing == FILES["case_level"]


def test_lost_returns_come_back_under_the_settings_of_then(submitted, tmp_path, capsys):
    home = shutil.copytree(submitted.layout.root, tmp_path / "home")
    shutil.rmtree(Layout(home).returns)
    settings = (home / "service.toml").read_text()
    (home / "service.toml").write_text(f'{settings}\n[settings]\n"cfg.low_base" = 5\n')
    options = ("--home", str(home), "--config", str(home / "service.toml"), "--json")
    name, out = f"{RETURNS[0]}/v1", tmp_path / "again"

    status = run_program(["submission", "rebuild", name, "--out", str(out), *options])

    told = json.loads(capsys.readouterr().out)
    frozen = submitted.key(RETURNS[0]).frozen(submitted.layout)
    assert status == 0
    assert told["same"] == FILES["yjb_kpi"]
    assert told["notes"] == [
        "service.toml changed since: counted with cfg.low_base = its default as then,"
        " not 5"
    ]
    assert sorted(path.name for path in out.iterdir()) == sorted(
        [*FILES["yjb_kpi"], "manifest.json"]
    )
    for path in out.iterdir():
        assert path.read_bytes() == (frozen / path.name).read_bytes()
