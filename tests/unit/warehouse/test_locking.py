"""One process at a time writes to a home."""

import pytest

from warehouse.layout import Layout
from warehouse.locking import one_writer
from warehouse.refusal import WrongUse


def test_a_second_writer_is_told_to_wait(tmp_path):
    layout = Layout(tmp_path)
    with (
        one_writer(layout),
        pytest.raises(WrongUse, match="another yjdw is writing"),
        one_writer(layout),
    ):
        pass

    with one_writer(layout):
        assert layout.lock.exists()
