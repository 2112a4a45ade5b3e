"""Our mappings must keep pace with the lists they map to and the suppliers' contracts.

What a mapping does to a record is asked by the models' own unit tests, not here.
"""

import csv
from pathlib import Path

import pytest

from sources.registry import CONTRACTS, mapped_systems, mappings_of

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "dbt_project" / "seeds"
SYSTEMS = mapped_systems()
REFERENCE_OF_LIST = {
    "accommodation_type": "accommodation_types",
    "disposal_type": "disposal_types",
    "ete_provision": "ete_provision_types",
    "ethnicity": "ethnicity_codes",
    "legal_outcome": "legal_outcomes",
    "mh_intervention": "mh_intervention_types",
    "offence_category": "offence_categories",
    "remand_decision": "remand_decisions",
    "sm_intervention": "sm_intervention_types",
}


def rows(folder: str, name: str) -> list[dict[str, str]]:
    with (SEEDS / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mapped_codes(system: str, code_list: str) -> set[str]:
    return {
        code.national_code
        for code in mappings_of(system).codes
        if code.code_list == code_list
    }


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("code_list", REFERENCE_OF_LIST)
def test_a_systems_texts_reach_every_national_code_and_no_other(
    system: str, code_list: str
) -> None:
    national = {row["code"] for row in rows("reference", REFERENCE_OF_LIST[code_list])}

    assert mapped_codes(system, code_list) == national


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_systems_care_texts_reach_every_national_status(system: str) -> None:
    national = {row["status_text"] for row in rows("reference", "care_statuses")}

    assert mapped_codes(system, "care_status") == national


def test_offices_belong_to_national_services() -> None:
    national = {row["service"] for row in rows("reference", "services")}
    offices = rows("mappings", "organisation_names")

    assert {row["service"] for row in offices} <= national


@pytest.mark.parametrize(
    ("code_list", "reference"),
    [("legal_outcome", "legal_outcomes"), ("disposal_type", "disposal_types")],
)
def test_interim_codes_have_the_dates_of_the_reference(
    code_list: str, reference: str
) -> None:
    periods = {
        (row["code"], row["valid_from"], row["valid_to"])
        for row in rows("reference", reference)
    }
    interim = {
        (row["national_code"], row["valid_from"], row["valid_to"])
        for row in rows("mappings", "interim_codes")
        if row["code_list"] == code_list
    }

    assert interim
    assert interim <= periods


def test_partners_ethnicity_codes_mean_national_ones() -> None:
    national = {row["code"] for row in rows("reference", "ethnicity_codes")}
    partners = rows("mappings", "partner_ethnicity_codes")

    assert {row["ethnicity_code"] for row in partners} <= national


def test_the_list_of_suppliers_says_what_the_contracts_say() -> None:
    listed = {
        (row["supplier"], row["supplier_name"], row["supplier_kind"])
        for row in rows("mappings", "suppliers")
    }

    assert listed == {(n, item.name, item.kind) for n, item in CONTRACTS.items()}
