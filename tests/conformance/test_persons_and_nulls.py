"""Two records of one child are one child; what says nothing is nothing."""

from datetime import date

import pytest

from tests.conformance.extracts import Extract
from tests.conformance.homes import SmallHome, spot_of

NO_DATE = date(1900, 1, 1)
SECOND = "999999999"
MODELS = (
    "int_identity__case_children",
    "int_case__offences",
    "stg_case_system__programmes",
    "int_findings__unreadable_case_values",
    "int_case__system_texts",
)


@pytest.fixture(scope="session")
def records(view):
    """The records whose cells are changed."""
    spoken = "coalesce(end_date, '') <> '' and coalesce(start_date, '') <> ''"
    told = " and ".join(
        f"coalesce({name}, '') <> ''"
        for name in ("surname", "forename", "date_of_birth", "sex", "ethnicity")
    )
    ended = view.first("programmes", spoken)
    return {
        "twin": view.first("persons", told),
        "offence": view.first("offences", "coalesce(offence_category, '') <> ''"),
        "ended": ended,
        "blank": view.first(
            "programmes", f"{spoken} and programme_id <> '{ended['programme_id']}'"
        ),
    }


@pytest.fixture(scope="session")
def seen(system, records, delivered, tmp_path_factory):
    """The models over an extract with a twin record and cells that say nothing."""
    extract = Extract.read(system, delivered)
    extract.add_copy("persons", "person_id", spot_of(records["twin"]), SECOND)
    extract.put("offences", "offence_category", spot_of(records["offence"]), "")
    extract.put("programmes", "end_date", spot_of(records["ended"]), NO_DATE)
    extract.put("programmes", "end_date", spot_of(records["blank"]), "  ")
    folder = tmp_path_factory.mktemp("nulls")
    extract.write(folder, extract.day)
    home = SmallHome.of(system, tmp_path_factory.mktemp("home"), folder)
    with home.look(MODELS) as view:
        yield view


def test_two_records_of_one_child_have_one_child_id(seen, records):
    ids = [records["twin"]["person_id"], SECOND]
    children = seen.ask(
        "select distinct child_id from int_identity__case_children"
        " where ypid in (select unnest($ids))",
        ids=ids,
    )

    assert len(children) == 1


@pytest.mark.parametrize("name", ["ended", "blank"])
def test_a_date_of_1900_and_a_blank_are_no_date(seen, records, name):
    query = "select end_date from stg_case_system__programmes where programme_id = $id"

    assert seen.ask(query, id=records[name]["programme_id"]) == [(None,)]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("ended", "end_date"),
        ("blank", "end_date"),
        ("offence", "offence_category"),
    ],
)
@pytest.mark.parametrize("table", MODELS[-2:])
def test_what_says_nothing_is_neither_unreadable_nor_a_text(
    seen, records, table, name, column
):
    spot = spot_of(records[name])
    found = seen.ask(
        f"select unit_id from {table} where entity = $entity"
        " and row_number = $row and column_name = $column",
        entity=spot.entity,
        row=spot.row,
        column=column,
    )

    assert found == []


def test_an_offence_without_a_category_has_no_code(seen, records):
    query = (
        "select offence_category_code from int_case__offences where offence_id = $id"
    )

    assert seen.ask(query, id=records["offence"]["offence_id"]) == [(None,)]
