"""What the machine, or we ourselves, do wrong is said without quoting a record."""

import errno
import sqlite3

import pytest

from tests.fixtures.deliveries import making
from warehouse import landing_one, stillness
from warehouse.landing import land
from warehouse.layout import Layout


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (OSError(errno.EFBIG, "File too large"), "disk_full"),
        (sqlite3.OperationalError("database or disk is full"), "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), "no_access"),
        (OSError(errno.EIO, "Input/output error"), "disk_fault"),
        (ValueError("Surname of a child"), "program_fault"),
    ],
    ids=str,
)
def test_a_fault_while_the_receipt_is_written_leaves_nothing(
    tmp_path, monkeypatch, fault, code
):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    layout = Layout(tmp_path)
    making.put_transfers(layout, "20240630", making.transfers(3))

    def fail(*_arguments):
        raise fault

    monkeypatch.setattr(landing_one, "record", fail)

    (outcome,) = land(layout)

    assert outcome.status == "failed"
    assert outcome.problems[0].code == code
    assert "Surname" not in outcome.lines[0]
    below = (layout.root / "landing").rglob("*")
    assert [path for path in below if path.is_file()] == []
