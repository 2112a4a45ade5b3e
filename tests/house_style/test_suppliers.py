"""Suppliers: one folder shape, one name from folder to staging, one contract."""

import re

import pytest

from sources._shared.case_record import case_record
from tests.house_style import tree

SUPPLIERS = tree.suppliers()
# a mapped case system is read as the case record, any other in tables of its own
STAGED = [folder for folder in SUPPLIERS if not (folder / "fields.csv").exists()]
MAPPED = [folder for folder in SUPPLIERS if (folder / "fields.csv").exists()]
STAGING = tree.MODELS_FOLDER / "staging"


def supplier_name(folder):
    return folder.name


def contract(folder):
    return tree.read_yaml(folder / "contract.yml")


def declared(name):
    path = STAGING / name / f"_{name}__sources.yml"
    return tree.read_yaml(path)["sources"][0]


@pytest.mark.parametrize("folder", SUPPLIERS, ids=supplier_name)
@pytest.mark.parametrize("part", ["README.md", "contract.yml", "adapter.py"])
def test_every_supplier_folder_has_the_same_shape(folder, part):
    assert (folder / part).is_file()


@pytest.mark.parametrize("folder", STAGED, ids=supplier_name)
def test_a_supplier_has_one_name_from_folder_to_staging(folder):
    assert contract(folder)["supplier"] == folder.name
    assert declared(folder.name)["name"] == folder.name


@pytest.mark.parametrize("folder", STAGED, ids=supplier_name)
def test_dbt_knows_the_entities_of_the_contract_and_no_others(folder):
    promised = {entity["name"] for entity in contract(folder)["entities"]}

    assert {table["name"] for table in declared(folder.name)["tables"]} == promised


@pytest.mark.parametrize("folder", STAGED, ids=supplier_name)
def test_dbt_names_only_columns_that_the_contract_promises(folder):
    promised = {
        entity["name"]: {column["name"].lower() for column in entity["columns"]}
        for entity in contract(folder)["entities"]
    }
    unknown = {
        (table["name"], column["name"])
        for table in declared(folder.name)["tables"]
        for column in table.get("columns", [])
        if not column["name"].startswith("_")
        and column["name"].lower() not in promised[table["name"]]
    }

    assert unknown == set()


@pytest.mark.parametrize("folder", SUPPLIERS, ids=supplier_name)
def test_every_promised_column_is_explained(folder):
    silent = [
        (entity["name"], column["name"])
        for entity in contract(folder)["entities"]
        for column in entity["columns"]
        if not column.get("description")
    ]

    assert silent == []


@pytest.mark.parametrize("folder", MAPPED, ids=supplier_name)
def test_a_mapped_system_bears_its_folders_name_and_has_both_mappings(folder):
    assert contract(folder)["supplier"] == folder.name
    assert (folder / "codes.csv").is_file()


def test_dbt_knows_the_case_record_as_it_is():
    promised = {entity.name: list(entity.columns) for entity in case_record().values()}
    promised["left_out"] = ["person_id", "column_name"]

    assert {
        table["name"]: [column["name"] for column in table["columns"]]
        for table in declared("case_system")["tables"]
    } == promised


def test_every_coded_column_of_the_case_record_is_held_against_its_code_list():
    model = tree.MODELS_FOLDER / "intermediate" / "case" / "int_case__system_texts.sql"
    call = r"system_texts\(\s*'(\w+)', '(\w+)', '(\w+)'"

    assert sorted(re.findall(call, tree.text(model))) == sorted(
        (entity.name, code_list, column)
        for entity in case_record().values()
        for column, code_list in entity.code_lists.items()
    )


def test_the_registry_lists_every_folder_and_nothing_else():
    from sources.registry import CONTRACTS

    assert set(CONTRACTS) == {folder.name for folder in SUPPLIERS}
