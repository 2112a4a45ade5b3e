"""Every promised column is read, every column of the case record is accounted for.

And no record becomes two: keys hold, and neither mapping nor joins multiply rows.
"""

import re

from sources._shared.case_record import case_record
from sources.registry import CONTRACTS, FOLDER, mappings_of

LINEAGE = "_supplier, _entity, _file_sha256, _row_number"
# entity of the case record: the model that conforms it
CONFORMED = {
    "persons": "int_case__persons",
    "transfers": "int_case__transfers",
    "accommodations": "int_case__residences",
    "ete_placements": "int_case__ete_statuses",
    "send_records": "int_case__send_statuses",
    "care_statuses": "int_case__care_statuses",
    "mental_health": "int_case__mental_health",
    "substance_misuse": "int_case__substance_misuse",
    "offences": "int_case__offences",
    "outcomes": "int_case__legal_outcomes",
    "hearings": "int_case__hearings",
    "hearing_offences": "int_case__hearing_offences",
    "programmes": "int_case__programmes",
    "programme_offences": "int_case__programme_offences",
    "victim_contacts": "int_case__victim_interventions",
    "victim_contact_offences": "int_case__victim_offences",
    "assessments": "int_case__assessments",
}


def test_every_promised_column_is_read_or_is_the_key_of_its_rows(system):
    fields = mappings_of(system).fields
    read = {
        (item.source_entity, name)
        for item in fields
        for name in (item.source_column, item.when_column)
    }
    unread = {
        (entity.name, name)
        for entity in CONTRACTS[system].entities
        for name in entity.column_names
        if entity.lookup is None  # held against the code map as a whole
        and (entity.name, name) not in read
        and name not in entity.primary_key
        and entity.name not in read_by_nothing(system)
    }

    assert unread == set()


def read_by_nothing(system):
    """The entities that the case record has no place for, as the README says it."""
    page = (FOLDER / system / "README.md").read_text(encoding="utf-8")
    said = re.search(r"read by nothing yet:\*\* ([^.]*)\.", page)
    named = set(re.findall(r"`(\w+)`", said.group(1))) if said else set()
    mapped = {item.source_entity for item in mappings_of(system).fields}
    assert named & mapped == set(), "the README says that these are not read"
    return named


def test_every_column_of_the_case_record_is_filled_or_declared_never_held(system):
    mappings = mappings_of(system)
    every = {
        (entity.name, column)
        for entity in case_record().values()
        for column in entity.columns
    }

    assert every - mappings.filled - mappings.never_held == set()
    assert mappings.filled & mappings.never_held == set()


def test_every_delivered_entity_lands_with_its_promised_columns(system, view):
    landed = view.ask(
        "select table_name, column_name from duckdb_columns() where schema_name = $name",
        name=system,
    )
    promised = {
        (entity.name, column)
        for entity in CONTRACTS[system].entities
        for column in entity.column_names
    }

    assert promised <= set(landed)


def test_keys_are_filled_and_unique(view):
    broken = {}
    for entity in case_record().values():
        key = ", ".join(entity.primary_key)
        empty = " or ".join(f"coalesce({name}, '') = ''" for name in entity.primary_key)
        rows = view.ask(
            f"select {key} from case_system.{entity.name} where {empty}"
            f" union all select {key} from case_system.{entity.name}"
            f" group by {key} having count(*) > 1"
        )
        if rows:
            broken[entity.name] = len(rows)

    assert broken == {}


def test_no_part_of_a_split_table_makes_more_records_than_it_has_rows(system, view):
    grown = {}
    for entity in case_record().values():
        made = view.ask(
            f"select _entity, count(*) from case_system.{entity.name} group by all"
        )
        parts = {
            (item.source_entity, item.when_column, item.when_value)
            for item in mappings_of(system).fields
            if item.entity == entity.name
        }
        for source, records in made:
            ((rows,),) = view.ask(f'select count(*) from "{system}"."{source}"')
            times = len([part for part in parts if part[0] == source])
            if records > rows * times:
                grown[entity.name, source] = (records, rows)

    assert grown == {}


def test_conforming_neither_multiplies_nor_loses_a_record(view):
    """Rows of deleted children are left out, so every other row stands exactly once."""
    wrong = {}
    for entity, model in CONFORMED.items():
        rows = view.ask(
            f"with staged as (select {LINEAGE} from stg_case_system__{entity}"
            " semi join int_case__system_children as children on"
            f" stg_case_system__{entity}._supplier = children._supplier"
            f" and stg_case_system__{entity}.system_person_id = children.ypid)"
            f", conformed as (select {LINEAGE} from {model})"
            " (from staged except all from conformed)"
            " union all (from conformed except all from staged)"
        )
        if rows:
            wrong[model] = len(rows)

    assert wrong == {}
