"""A case system that gives every record another key: the same children, and figures.

How a few children are told apart is tested in
``test_a_number_that_another_child_has_now.py``.
"""

import shutil
from dataclasses import dataclass

import pytest

from expectations.issues.ledger import RECORDS, read_issues
from tests.conftest import configuration_of
from tests.integration.rekeyed_extract import drop_rekeyed_extract, newest_tables
from warehouse.calculating import calculate
from warehouse.control import standard_scope
from warehouse.landing import land
from warehouse.layout import Layout
from warehouse.querying import open_zone
from warehouse.releases import current
from warehouse.state import connect
from yjdw.rebuilding import go_back
from yjdw.road import run

CHILDREN = ("model.youth_justice.int_identity__case_children",)
FIGURES = """
select measure, calculation_id, service, quarter, breakdown, source, numerator,
    denominator, value
from fct_measures
where quarter <= ?
order by all
"""
TELLING = ("SURNAME", "NHS_NUMBER", "PNC_NUMBER", "POSTCODE", "DATE_OF_BIRTH")


@dataclass(frozen=True)
class Rekeyed:
    """A home before and after its case system was delivered under other keys."""

    before: Layout
    after: Layout
    numbers: dict[str, str]


@pytest.fixture(scope="module")
def rekeyed(built_home, tmp_path_factory):
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("rekeyed") / "home")
    keys = drop_rekeyed_extract(home)
    run(Layout(home), configuration_of(home))
    return Rekeyed(Layout(built_home), Layout(home), keys["PERSON_ID"])


def published_children(layout):
    """Return the child of every person number of the case system, as published."""
    with open_zone(layout, "identified") as connection:
        return dict(
            connection.execute(
                "select supplier_person_id, child_id from child_identifiers"
                " where supplier = 'core_plus'"
            ).fetchall()
        )


def identified_children(layout, configuration):
    """Return the child of every child number, as a build of now would have it."""
    scope = standard_scope(configuration, None)
    with calculate(layout, configuration, scope, CHILDREN) as connection:
        return dict(
            connection.execute(
                "select ypid, child_id from intermediate.int_identity__case_children"
            ).fetchall()
        )


def figures(layout, last_quarter):
    with open_zone(layout, "analyst") as connection:
        return connection.execute(FIGURES, [last_quarter]).fetchall()


def registered(layout, table):
    """Return the rows of a table of the state."""
    with connect(layout) as state:
        return [tuple(row) for row in state.execute(f"select * from {table}")]


def known_by_number_alone(layout):
    """Return the children of whom nothing but numbers of their records is remembered."""
    with connect(layout) as state:
        rows = state.execute(
            "select child_id from identity_keys group by child_id"
            " having max(link_rule <> 'registry') = 0"
        )
        return {row[0] for row in rows}


def test_a_child_whom_any_key_tells_keeps_its_child_id(rekeyed):
    before, after = (
        published_children(rekeyed.before),
        published_children(rekeyed.after),
    )
    lost = {
        child
        for number, child in before.items()
        if after[rekeyed.numbers[number]] != child
    }

    assert lost <= known_by_number_alone(rekeyed.before)
    assert len(lost) <= len(set(before.values())) / 100
    # nor does anybody else get the id of one who is lost
    assert lost.isdisjoint(after.values())


def test_every_figure_stays_under_other_keys(rekeyed):
    with open_zone(rekeyed.before, "analyst") as connection:
        [(last,)] = connection.execute(
            "select max(quarter) from fct_measures"
        ).fetchall()
    before = figures(rekeyed.before, last)

    assert before
    assert figures(rekeyed.after, last) == before


def open_issues(layout):
    return {
        issue.issue_id: issue
        for issue in read_issues(layout, RECORDS)
        if not issue.resolved_at
    }


def test_every_issue_keeps_its_id_though_record_file_and_order_are_others(rekeyed):
    before, after = open_issues(rekeyed.before), open_issues(rekeyed.after)
    unknown = known_by_number_alone(rekeyed.before)
    of_children = {
        issue_id: issue
        for issue_id, issue in before.items()
        if issue.child_id and issue.child_id not in unknown
    }

    assert len(of_children) > len(before) / 2
    assert set(of_children) <= set(after)
    for issue_id, issue in of_children.items():
        assert after[issue_id].unit_id != issue.unit_id
        assert after[issue_id].child_id == issue.child_id


def test_nobody_gets_the_id_of_whoever_had_the_number(rekeyed, tmp_path):
    home = shutil.copytree(rekeyed.after.root, tmp_path / "home")
    layout, configuration = Layout(home), configuration_of(home)
    keys = drop_rekeyed_extract(home, "20250402", seed=2, permuted=["PERSON_ID"])
    land(layout, configuration=configuration)
    before = identified_children(rekeyed.after, configuration)
    after = identified_children(layout, configuration)

    # numbers of deleted persons went round with the others
    assert len(after) == len(before)
    for number, child in before.items():
        assert after[keys["PERSON_ID"][number]] == child


def test_a_rebuilt_release_knows_children_as_they_were_known(rekeyed, tmp_path):
    configuration = configuration_of(rekeyed.after.root)
    inputs = [
        {"file_sha256": receipt[0], "supplier": receipt[1]}
        for receipt in registered(rekeyed.before, "receipts")
    ]
    aside = Layout(tmp_path / "aside")
    go_back(rekeyed.after, aside, inputs, current(rekeyed.before))

    for table in ("identities", "identity_keys"):
        then, known = registered(aside, table), registered(rekeyed.before, table)
        assert set(then) == set(known)
        assert len(registered(rekeyed.after, table)) > len(known)
    then = identified_children(aside, configuration)
    assert then == identified_children(rekeyed.before, configuration)


def test_the_state_holds_no_name_number_birth_date_or_postcode(rekeyed):
    _, persons = newest_tables(rekeyed.after.root / "drop/.done/core_plus")["PERSON"]
    files = rekeyed.after.state.parent.glob("yjdw.sqlite*")
    state = b"".join(path.read_bytes() for path in files).decode("latin-1").upper()
    told = {row[column].upper() for row in persons for column in TELLING}
    told |= {"-".join(reversed(row["DATE_OF_BIRTH"].split("/"))) for row in persons}

    assert len(told - {""}) > len(persons)
    assert [value for value in told - {""} if value in state] == []


def test_no_school_number_is_among_the_keys_that_are_remembered(rekeyed):
    # the school census has no other key than the UPN, which the registry always held
    _, persons = newest_tables(rekeyed.after.root / "drop/.done/core_plus")["PERSON"]
    cells = {cell for row in registered(rekeyed.after, "identity_keys") for cell in row}

    assert len(cells) > len(persons)
    assert cells.isdisjoint(row["UPN"] for row in persons if row["UPN"])
