"""Contracts: the model refuses what is no contract, and all are of one mind."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from sources import registry
from sources._shared.contract import Contract, Entity
from sources.registry import CONTRACTS, SUPPLIERS, adapter_for

ENTITY = {
    "name": "visits",
    "file": "VISIT_[0-9]*.csv",
    "grain": "one row per visit",
    "primary_key": ["VISIT_ID"],
    "mode": "delta",
    "columns": [{"name": "VISIT_ID", "description": "key of the visit"}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"primary_key": ["NO_SUCH_COLUMN"]},
        {"columns": ENTITY["columns"] * 2},
        {"columns": []},
        {"mode": "sometimes"},
        {"colour": "green"},
    ],
    ids=str,
)
def test_an_entity_that_makes_no_sense_is_refused(change):
    with pytest.raises(ValidationError):
        Entity.model_validate(ENTITY | change)


def test_a_key_column_must_be_filled_even_if_not_marked_required():
    assert Entity.model_validate(ENTITY).must_be_filled == {"VISIT_ID"}


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_a_readme_names_every_entity_with_its_key(supplier):
    contract = CONTRACTS[supplier]
    page = Path(registry.__file__).parent / supplier / "README.md"
    words = page.read_text(encoding="utf-8")
    lines = [line for line in words.splitlines() if line.startswith("| `")]

    assert [line.split("`")[1] for line in lines] == [
        entity.name for entity in contract.entities
    ]


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_an_adapter_reads_by_the_contract_of_its_supplier(supplier):
    adapter = adapter_for(supplier)

    assert isinstance(adapter.contract, Contract)
    assert adapter.contract.supplier == supplier


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_no_two_tables_of_a_supplier_fit_one_file_name(supplier):
    contract = CONTRACTS[supplier]
    tables = [entity for entity in contract.entities if entity.file.endswith(".csv")]
    sample = {
        entity.name: entity.file.replace("[0-9]*", "20260930").replace("*", "")
        for entity in tables
    }
    fitting = {
        name: [entity.name for entity in tables if entity.matches(file)]
        for name, file in sample.items()
    }

    assert fitting == {name: [name] for name in sample}
