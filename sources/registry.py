"""The list of suppliers: adding one is one line here and one folder beside it.

Which suppliers exist and where their contract and adapter are found belongs here.
What a supplier promises or how it is read belongs to its folder.
"""

from importlib import import_module
from pathlib import Path

from sources._shared.contract import Contract, load_contract
from sources._shared.delivery import Adapter

SUPPLIERS = (
    "core_plus",
    "case_document",
    "niche",
    "school_census",
    "ssda903",
    "systmone",
    "service_office",
)

CONTRACTS: dict[str, Contract] = {
    supplier: load_contract(Path(__file__).parent / supplier / "contract.yml")
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
