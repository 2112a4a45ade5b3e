"""The service's own tables: columns that may be absent, names, days, bad files."""

import pytest
from pydantic import ValidationError

from sources._shared.contract import Entity
from sources._shared.delivery import Delivery, FileRefused
from sources.registry import adapter_for

MEETINGS = (
    "meeting_date,sector,attendee_level,new_partner,shares_disproportionality_data"
)
ROW = "2024-04-18,police,senior,no,yes"


def fetch(folder, text, name="board_meetings.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return adapter_for("service_office").fetch(Delivery("service_office", path))


def rows(fetched):
    return [list(row) for batch in fetched.batches for row in batch.rows]


@pytest.mark.parametrize(
    ("heading", "row", "service"),
    [
        (MEETINGS, ROW, [None, None]),
        (f"{MEETINGS},service", f"{ROW},Testshire", ["Testshire", None]),
        (f"yjs_name,{MEETINGS}", f"Testshire,{ROW}", [None, "Testshire"]),
    ],
)
def test_a_column_that_is_optional_may_be_absent(tmp_path, heading, row, service):
    fetched = fetch(tmp_path, f"{heading}\n{row}\n")

    assert rows(fetched) == [[*ROW.split(","), *service]]
    assert fetched.notes == ()


def test_a_promised_column_may_not_be_absent(tmp_path):
    text = f"{MEETINGS}\n{ROW}\n".replace(",attendee_level", "").replace("senior,", "")

    with pytest.raises(FileRefused, match="lacks attendee_level") as refusal:
        fetch(tmp_path, text)

    assert refusal.value.code == "missing_column"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_file"),
        (f"{MEETINGS}\n{ROW}\n2024-04-18,pol", "cut_off"),
        ((f"{MEETINGS}\n{ROW}\n").replace(",", ";"), "wrong_delimiter"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path, text, code):
    with pytest.raises(FileRefused) as refusal:
        rows(fetch(tmp_path, text))

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("name", "day"),
    [("board_meetings.csv", None), ("board_meetings_20240718.csv", "2024-07-18")],
)
def test_the_day_in_a_name_is_the_extract_date(tmp_path, name, day):
    found = fetch(tmp_path, f"{MEETINGS}\n{ROW}\n", name).extract_date

    assert (found.isoformat() if found else None) == day


def test_a_column_cannot_be_optional_and_filled_at_once():
    column = {"name": "a", "description": "some", "optional": True, "required": True}
    entity = {"name": "x", "file": "x.csv", "grain": "x", "primary_key": []}

    with pytest.raises(ValidationError, match="yet optional"):
        Entity.model_validate(entity | {"mode": "delta", "columns": [column]})
