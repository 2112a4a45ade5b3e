"""A case system is added, and another changes its layout, by data in one folder.

Both are tried in a copy of the project. What any system must show is asked by the
conformance kit, which runs over the new one here.
"""

import csv
import shutil

import pytest
import yaml

from sources.registry import mappings_of
from tests.conformance.extracts import Extract
from tests.conformance.homes import deliver
from tests.fixtures.project_copy import ROOT, ProjectCopy

NORTHLIGHT = ROOT / "tests" / "fixtures" / "northlight"
# 101 lives with parents and goes to school; 102 has no home and no school; 103 lived
# elsewhere and 104 is no child of the service: they count nowhere. 105 ends later, and
# left school before that
BY_HAND = {
    ("2025Q1", "kpi1"): (1, 2, "50.0"),
    ("2025Q1", "kpi2"): (1, 2, "50.0"),
    ("2025Q1", "kpi6"): (1, 1, "100.0"),
    ("2025Q2", "kpi1"): (1, 1, "100.0"),
    ("2025Q2", "kpi2"): (0, 1, "0.0"),
    ("2025Q2", "kpi6"): (0, 0, None),
}
RENAMED = 50


@pytest.fixture(scope="module")
def with_northlight(tmp_path_factory):
    """A project that knows the fifth vendor: its folder, a seed's line, one line more."""
    copy = ProjectCopy.of(tmp_path_factory.mktemp("fifth") / "copy", with_models=True)
    shutil.copytree(NORTHLIGHT / "source", copy.root / "sources" / "northlight")
    kit = copy.root / "tests" / "conformance" / "samples" / "northlight"
    shutil.copytree(NORTHLIGHT / "extract", kit)
    registry = copy.root / "sources" / "registry.py"
    listed = registry.read_text().replace(
        "SUPPLIERS = (", 'SUPPLIERS = (\n    "northlight",'
    )
    registry.write_text(listed)
    seed = copy.root / "dbt_project" / "seeds" / "mappings" / "suppliers.csv"
    seed.write_text(seed.read_text() + "northlight,Northlight,case_system\n")
    return copy


def test_the_fifth_vendor_conforms(with_northlight):
    with_northlight.run("pytest", "-q", "tests/conformance", "-k", "northlight")


def test_the_fifth_vendor_gives_the_figures_worked_by_hand(with_northlight):
    figures = with_northlight.figures("northlight", NORTHLIGHT / "extract")
    headlines = {
        (quarter, measure): tuple(said)
        for quarter, measure, breakdown, *said in figures
        if breakdown == "{}" and (quarter, measure) in BY_HAND
    }

    assert headlines == BY_HAND


@pytest.fixture(scope="module")
def delivered(tmp_path_factory):
    """An extract of CareWorks as it is today."""
    return deliver("careworks", tmp_path_factory.mktemp("today") / "drop")


def rename_columns(contract, fields, tables, count):
    """Give columns other names, in the contract, the mapping and the files at once."""
    renamed = {}
    for entity in contract["entities"]:
        for column in entity["columns"]:
            if len(renamed) < count:
                renamed[entity["name"], column["name"]] = f"New{len(renamed)}"
                column["name"] = f"New{len(renamed) - 1}"
        key = entity["primary_key"]
        entity["primary_key"] = [renamed.get((entity["name"], k), k) for k in key]
    for line in fields:
        for name in ("source_column", "when_column"):
            place = line["source_entity"], line[name]
            line[name] = renamed.get(place, line[name])
    for entity, table in tables.items():
        table.heading = [renamed.get((entity, name), name) for name in table.heading]
    return len(renamed)


def test_fifty_renamed_columns_are_an_edit_of_contract_and_mapping(
    delivered, tmp_path_factory, tmp_path
):
    copy = ProjectCopy.of(tmp_path_factory.mktemp("renamed") / "copy")
    folder = copy.root / "sources" / "careworks"
    contract = yaml.safe_load((folder / "contract.yml").read_text())
    with (folder / "fields.csv").open(newline="") as file:
        fields = list(csv.DictReader(file))
    extract = Extract.read("careworks", delivered)
    day = extract.day

    count = rename_columns(contract, fields, extract.tables, RENAMED)
    extract.write(tmp_path, day)
    (folder / "contract.yml").write_text(yaml.safe_dump(contract, sort_keys=False))
    with (folder / "fields.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(fields[0]))
        writer.writeheader()
        writer.writerows(fields)

    before = ProjectCopy(ROOT).figures("careworks", delivered)
    after = copy.figures("careworks", tmp_path)
    assert count == RENAMED
    assert mappings_of("careworks").fields
    assert after == before
    assert len(before) > RENAMED
