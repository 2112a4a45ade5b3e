"""The natural keys of the case record are those by which the models pair records."""

from string import ascii_lowercase

import pytest

from sources._shared.case_record import case_record
from tests.integration.two_case_systems import NEW, OLD, child, counted, system

PAIRS = "model.youth_justice.int_switch__pairs"
# links are the same where both their sides are: held by a unit test of int_switch__pairs
RECORDS = {
    entity.name: entity
    for entity in case_record().values()
    if entity.natural_key and len(entity.primary_key) == 1
}
CASES = [
    (entity.name, column)
    for entity in RECORDS.values()
    for column in entity.columns
    if column not in (*entity.primary_key, "person_id", "victim_id")
]
OFFENCES = (("O", "2023-01-01"), ("P", "2023-03-03"))


def value(column, is_changed=False):
    """Return a text that fits a column, or another one."""
    if column == "offence_id":
        return OFFENCES[is_changed][0]
    if "date" in column or column.startswith(("attended_", "engaged_rj_")):
        return "2023-08-08" if is_changed else "2023-06-06"
    return "2" if is_changed else "1"


def records_of(number, entity, changed=None):
    """Return a child with one record; ``changed`` is the column that differs."""
    person = {"person_id": f"P{number}"}
    name = "".join(ascii_lowercase[int(digit)] for digit in f"{number:03}")
    row = {column: value(column, column == changed) for column in entity.columns}
    row |= {entity.primary_key[0]: f"K{number}", **person}
    if "offence_id" in row and entity.name != "offences":
        row["offence_id"] += str(number)
    offences = [
        {"offence_id": f"{key}{number}", "offence_date": day, "cjs_code": key, **person}
        for key, day in OFFENCES
        if entity.name != "offences"
    ]
    tables = {entity.name: [row]}
    return child(number, surname=name), {"offences": offences} | tables


@pytest.fixture(scope="module")
def paired():
    """By what the record of each case was paired, by entity and key of the old one."""
    olds, news = [], []
    for number, (name, column) in enumerate(CASES):
        olds += records_of(number, RECORDS[name])
        news += records_of(number, RECORDS[name], column)
    systems = {OLD: system(*olds, keys="c"), NEW: system(*news)}
    with counted(systems, targets=(PAIRS,)) as connection:
        rows = connection.execute(
            "select entity, old_key, paired_by from intermediate.int_switch__pairs"
        ).fetchall()
    return {(entity, key): paired_by for entity, key, paired_by in rows}


@pytest.mark.parametrize(("number", "case"), list(enumerate(CASES)))
def test_a_record_is_the_same_while_its_natural_key_is(paired, number, case):
    name, column = case
    is_same = paired.get((name, f"cK{number}")) == "natural_key"

    assert is_same == (column not in RECORDS[name].natural_key)
