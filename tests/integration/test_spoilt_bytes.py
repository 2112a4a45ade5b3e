"""Whatever happens to the bytes of a delivery, landing answers and the sums agree.

Damage is done at random; damage of a known kind is tested in ``test_bad_input.py``.
"""

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures.deliveries import making
from warehouse import stillness
from warehouse.landing import land
from warehouse.layout import Layout

TABLE = making.as_csv(making.TRANSFERS, making.transfers(20)).encode()
CASES = json.dumps({"documents": [making.document("1"), making.document("2")]})
REPORT = making.custody_report(making.custody(20)).encode("cp1252")
DELIVERIES = [
    ("core_plus", "PERSON_TRANSFER_20240630.csv", TABLE),
    ("core_plus", "PERSON_TRANSFER_20240630.csv.gz", gzip.compress(TABLE)),
    ("niche", "NICHE_CUSTODY_20240407.csv", REPORT),
    ("case_document", "return_20240731.json", CASES.encode()),
]
PIECES = st.one_of(
    st.sampled_from([b'"', b",", b"\r\n", b";", b"\x00", b"\xff\xfe", b"{", b"null"]),
    st.binary(min_size=1, max_size=6),
)
WOUNDS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 80), PIECES), min_size=1, max_size=4
)


def spoil(content: bytes, wounds) -> bytes:
    """Replace some bytes at each place by others; a place is a share of the whole."""
    for share, lost, piece in wounds:
        place = int(share * len(content))
        content = content[:place] + piece + content[place + lost :]
    return content


@pytest.mark.parametrize(
    ("supplier", "name", "content"), DELIVERIES, ids=lambda x: str(x)[:9]
)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(wounds=WOUNDS)
def test_spoilt_bytes_are_landed_or_refused_and_nothing_is_lost(
    supplier, name, content, wounds, monkeypatch
):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    with TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        making.put(layout, supplier, name, spoil(content, wounds))

        (outcome,) = land(layout)

        assert outcome.status in ("landed", "refused")
        assert outcome.status == "landed" or outcome.problems
        for receipt in outcome.receipts:
            parts = receipt.rows_landed + receipt.rows_quarantined
            assert receipt.rows_in == parts
