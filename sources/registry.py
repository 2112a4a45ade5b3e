"""The list of suppliers: adding one is one line here and one folder beside it.

Which suppliers exist and where their contract and adapter are found belongs here.
What a supplier promises or how it is read belongs to its folder.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

from sources._shared.contract import Contract, load_contract
from sources._shared.delivery import Adapter
from sources._shared.mapping_files import Mappings

SUPPLIERS = (
    "core_plus",
    "careworks",
    "childview",
    "capita_one",
    "case_document",
    "niche",
    "school_census",
    "ssda903",
    "systmone",
    "service_office",
)

FOLDER = Path(__file__).parent

CONTRACTS: dict[str, Contract] = {
    supplier: load_contract(FOLDER / supplier / "contract.yml")
    for supplier in SUPPLIERS
}


def adapter_for(supplier: str) -> Adapter:
    """Return the adapter of one supplier, built on its contract.

    Raises:
        KeyError: There is no such supplier.
    """
    contract = CONTRACTS[supplier]
    module = import_module(f"sources.{supplier}.adapter")
    adapter: Adapter = module.build_adapter(contract)
    return adapter


def mapped_systems() -> list[str]:
    """Return the case systems whose extracts are brought into the case record.

    The national case document is one already: it has no mapping files.
    """
    return [name for name in CONTRACTS if (FOLDER / name / "fields.csv").exists()]


@cache
def mappings_of(supplier: str) -> Mappings:
    """Return the mappings of one case system, read once.

    Raises:
        MappingRefused: A line contradicts the contract or the case record.
    """
    return Mappings.of(FOLDER / supplier, CONTRACTS[supplier])
