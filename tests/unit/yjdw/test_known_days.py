"""A past day says what was known on it, or that nothing was."""

from datetime import date

import duckdb
import pytest

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused
from warehouse.state import connect
from yjdw.known_days import look_at_day

DOCUMENT = "d" * 64


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


def land(layout, supplier, entity, day, file_sha256="a" * 64):
    with connect(layout) as state:
        state.execute(
            "insert into receipts values (?, ?, ?, ?, '2024-01-01T00:00:00', 1, 1, 0, 0)",
            [file_sha256, supplier, entity, day],
        )


def sign_off(layout, *days):
    """Land case documents that were signed off on some days, delivered much later."""
    land(layout, "case_document", "returns", "2025-01-01", DOCUMENT)
    path = layout.landing("case_document", "returns", DOCUMENT)
    path.parent.mkdir(parents=True)
    rows = ", ".join(f"('{day}')" for day in days)
    duckdb.sql(f"select * from (values {rows}) as rows (signoff_date)").write_parquet(
        str(path)
    )


def look(layout, *day):
    return look_at_day(layout, Configuration(), date(*day))


def test_a_day_after_the_first_extract_needs_no_word(layout):
    land(layout, "core_plus", "persons", "2024-03-31")

    assert look(layout, 2024, 3, 31) == []


def test_a_day_before_the_first_extract_is_refused_with_its_day(layout):
    land(layout, "core_plus", "persons", "2024-03-31")
    land(layout, "niche", "custody", "2023-01-01")

    with pytest.raises(DataRefused) as refused:
        look(layout, 2024, 3, 30)

    [reason] = refused.value.reasons
    assert reason.code == "NOTHING-KNOWN"
    assert "first extract of core_plus is of 2024-03-31" in reason.message


def test_only_documents_signed_off_by_then_are_a_warning(layout):
    land(layout, "core_plus", "persons", "2024-03-31")
    sign_off(layout, "2023-07-31", "2023-10-31")

    [warning] = look(layout, 2023, 8, 1)

    assert "only case documents that were signed off by then are counted" in warning
    assert "core_plus is of 2024-03-31" in warning
    with pytest.raises(DataRefused, match="no such state"):
        look(layout, 2023, 7, 30)


def test_a_home_of_documents_alone_knows_what_was_signed_off(layout):
    sign_off(layout, "2023-07-31")

    assert look(layout, 2023, 7, 31) == []
    with pytest.raises(DataRefused) as refused:
        look(layout, 2023, 7, 30)
    assert "signed off on 2023-07-31" in refused.value.reasons[0].message


def test_where_nothing_landed_at_all_nothing_is_said(layout):
    assert look(layout, 2024, 1, 1) == []
