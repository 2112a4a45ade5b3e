"""Mapping files: what they may say, and what is said of one that contradicts itself.

Which real texts mean what is asked in ``tests/unit/dbt_project/test_mappings.py``.
"""

from datetime import date
from pathlib import Path

import pytest

from sources._shared.case_record import case_record
from sources._shared.mapping_files import MappingRefused, Mappings
from sources.registry import CONTRACTS, mapped_systems, mappings_of

HEADING = (
    "entity,column,source_entity,source_column,when_column,when_value,"
    "constant,valid_from,valid_to,note"
)
CODES = "code_list,source_code,source_text,national_code,valid_from,valid_to,flag,note"
GOOD_FIELD = "persons,sex,persons,SEX,,,,,,"
GOOD_CODE = "sex,1,Male,1,2020-01-01,,interim,why"


def read(folder: Path, field: str = GOOD_FIELD, code: str = GOOD_CODE) -> Mappings:
    (folder / "fields.csv").write_text(f"{HEADING}\n{GOOD_FIELD}\n{field}\n")
    (folder / "codes.csv").write_text(f"{CODES}\n{code}\n")
    return Mappings.of(folder, CONTRACTS["core_plus"])


def test_a_line_is_read_with_its_dates_and_flag(tmp_path):
    code = read(tmp_path).codes[0]

    assert (code.valid_from, code.valid_to) == (date(2020, 1, 1), None)
    assert (code.source_code, code.source_text, code.flag) == ("1", "Male", "interim")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("persons,shoe_size,persons,SEX,,,,,,", "no column persons.shoe_size"),
        ("people,sex,persons,SEX,,,,,,", "no column people.sex"),
        ("persons,sex,people,SEX,,,,,,", "no entity people"),
        ("persons,sex,persons,SHOE_SIZE,,,,,,", "no column persons.SHOE_SIZE"),
        ("persons,sex,persons,SEX,HAT,1,,,,", "no column persons.HAT"),
        ("persons,sex,persons,,,,,,,", "either source_column or constant"),
        ("persons,sex,persons,SEX,,,Male,,,", "either source_column or constant"),
        ("persons,sex,persons,SEX,,,,yesterday,,", "valid_from"),
        ("persons,*,persons,SEX,,,,,,", "no column persons.\\*"),
        ("persons,sex,,,,,,,,", "only a note why there is none"),
        ("persons,sex,,SEX,,,,,,why", "only a note why there is none"),
    ],
)
def test_a_field_that_contradicts_contract_or_record_is_refused(tmp_path, field, said):
    with pytest.raises(MappingRefused, match=said) as caught:
        read(tmp_path, field=field)

    assert "fields.csv line 3" in str(caught.value)


def test_what_a_system_never_holds_is_said_by_column_or_for_a_whole_entity(tmp_path):
    lines = "persons,upn,,,,,,,,none\ntransfers,*,,,,,,,,none"

    mappings = read(tmp_path, field=lines)

    assert mappings.filled == {("persons", "sex")}
    assert mappings.never_held == {
        ("persons", "upn"),
        *(("transfers", name) for name in case_record()["transfers"].columns),
    }


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("sex,,,1,,,,", "source_code, source_text or both"),
        ("sex,1,Male,1,,,perhaps,", "flag"),
        ("shoe,1,Male,1,,,,", "no code list shoe"),
        ("sex,1,Male,1,2024-02-01,2024-01-31,,", "valid_from is after valid_to"),
    ],
)
def test_a_code_that_says_nothing_is_refused(tmp_path, code, said):
    with pytest.raises(MappingRefused, match=said) as caught:
        read(tmp_path, code=code)

    assert "codes.csv line 2" in str(caught.value)


@pytest.mark.parametrize(
    "again",
    [
        "sex,1,Male,1,,,,",
        "sex,,MALE ,2,2024-01-31,,,",
        "sex,male,,2,2023-01-01,2023-06-30,,",
    ],
)
def test_a_text_that_two_lines_map_on_one_day_is_refused(tmp_path, again):
    with pytest.raises(MappingRefused, match="line 2 says this text too") as caught:
        read(tmp_path, code=f"sex,1,Male,1,,2024-01-31,,\n{again}")

    assert "codes.csv line 3" in str(caught.value)


@pytest.mark.parametrize(
    "later", ["sex,,Male,2,2024-02-01,,,", "transfer,,Male,TRANSFER_IN,,,,"]
)
def test_a_text_may_mean_another_code_from_a_day_on_or_in_another_list(tmp_path, later):
    code = f"sex,1,Male,1,,2024-01-31,,\n{later}"

    assert len(read(tmp_path, code=code).codes) == 2


@pytest.mark.parametrize("system", mapped_systems())
def test_a_system_fills_the_key_of_every_entity_it_fills(system):
    filled: dict[tuple[str, str], set[str]] = {}
    for field in mappings_of(system).fields:
        filled.setdefault((field.entity, field.source_entity), set()).add(field.column)

    keyless = {
        where
        for where, columns in filled.items()
        if not set(case_record()[where[0]].primary_key) <= columns
    }
    assert keyless == set()
