"""Every text that a system sends has a national code, and only national codes come out."""

import csv

import pytest

from sources._shared.case_record import case_record
from sources.registry import CONTRACTS, mappings_of
from warehouse.models import PROJECT

REFERENCE = PROJECT / "seeds" / "reference"
# code list: the seed of its national codes, and the column that holds them
NATIONAL = {
    "accommodation_type": ("accommodation_types", "code"),
    "care_status": ("care_statuses", "status_text"),
    "disposal_type": ("disposal_types", "code"),
    "ete_provision": ("ete_provision_types", "code"),
    "ethnicity": ("ethnicity_codes", "code"),
    "legal_outcome": ("legal_outcomes", "code"),
    "mh_intervention": ("mh_intervention_types", "code"),
    "offence_category": ("offence_categories", "code"),
    "remand_decision": ("remand_decisions", "code"),
    "sm_intervention": ("sm_intervention_types", "code"),
}


def national_codes(code_list):
    """Return the codes of a list, as an outside authority gives them."""
    name, column = NATIONAL[code_list]
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def test_every_text_sent_has_a_national_code_on_its_day(view):
    unmapped = view.ask(
        "select distinct case_entity, column_name, source_key from int_case__system_texts"
        " where national_code is null order by all"
    )

    assert unmapped == []


def test_the_coverage_of_every_list_that_was_sent_is_stated(view):
    rows = view.ask("select code_list, mapped_percent from fct_mapping_coverage")

    assert rows
    assert {percent for _, percent in rows} == {100.0}


@pytest.mark.parametrize("code_list", NATIONAL)
def test_a_text_means_a_national_code_and_nothing_else(system, code_list):
    mapped = {
        item.national_code
        for item in mappings_of(system).codes
        if item.code_list == code_list
    }

    assert mapped <= national_codes(code_list)


def test_the_contract_names_the_code_list_of_every_coded_column(system):
    named = {
        (entity.name, column.name): column.code_list
        for entity in CONTRACTS[system].entities
        for column in entity.columns
    }
    wanted = {}
    for item in mappings_of(system).fields:
        lists = case_record()[item.entity].code_lists
        if item.source_column and item.column in lists and item.column != "gender":
            place = (item.source_entity, item.source_column)
            wanted.setdefault(place, set()).add(lists[item.column])
    # a column that fills two lists, by the kind of its row, may name neither
    told = {place: named[place] for place in wanted}

    assert [place for place, said in told.items() if said is None] == [
        place for place in wanted if len(wanted[place]) > 1
    ]
    assert all(told[place] in wanted[place] for place in told if told[place])
