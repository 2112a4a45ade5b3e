"""Simulated headings equal the real samples', letter for letter.

The samples are never committed; what is committed is the digest of each heading, so
that the comparison holds where ``../shared/data`` is absent, too.
"""

import hashlib
import warnings
from pathlib import Path

import pytest

from simulation.suppliers import school_census_columns, ssda903

SAMPLES = Path(__file__).parents[4] / "shared" / "data"
CENSUS, SSDA903 = (
    "school_census/samples/2024_autumn_{}.csv",
    "ssda903/d2i_fake_903/{}.csv",
)
DIGESTS = {
    (CENSUS, "addressesoffroll"): "1310edd1956196f1",
    (CENSUS, "pupilnolongeronroll"): "6d67cbe3733e97fb",
    (CENSUS, "pupilonroll"): "1516b316f93fde9f",
    (CENSUS, "termlyexclusionsoffroll"): "547accfcd9729884",
    (CENSUS, "termlyexclusionsonroll"): "fbfbcc2708344c04",
    (CENSUS, "termlysessiondetailsoffroll"): "be2badc8aa351c46",
    (CENSUS, "termlysessiondetailsonroll"): "284feedcb0943ec1",
    (SSDA903, "episodes"): "876c7580f3920a6b",
    (SSDA903, "header"): "db26f3c82a9852f9",
    (SSDA903, "missing"): "d063fcb2ba227486",
    (SSDA903, "oc2"): "d06137459bae667f",
    (SSDA903, "oc3"): "0e1b1d380efbc330",
    (SSDA903, "previous_permanence"): "4a445b098c09d4e0",
    (SSDA903, "reviews"): "0dd5a4051b72f4e2",
    (SSDA903, "uasc"): "414ad139e95f05a4",
}
OURS = {CENSUS: school_census_columns.COLUMNS, SSDA903: ssda903.COLUMNS}


@pytest.mark.parametrize(("layout", "table"), DIGESTS)
def test_a_heading_has_the_digest_of_the_real_one(layout, table):
    heading = ",".join(OURS[layout][table])
    digest = hashlib.sha256(heading.encode()).hexdigest()[:16]
    assert digest == DIGESTS[layout, table]


@pytest.mark.parametrize(("layout", "table"), DIGESTS)
def test_a_heading_equals_that_of_the_real_sample(layout, table):
    sample = SAMPLES / layout.format(table)
    if not sample.exists():
        warnings.warn(f"{sample} is absent: compared by digest only", stacklevel=1)
        return
    with sample.open(encoding="utf-8") as file:
        heading = file.readline().rstrip("\r\n")
    assert ",".join(OURS[layout][table]) == heading


def test_only_our_own_table_is_without_a_real_sample():
    sampled = {table for _, table in DIGESTS}
    ours = set(school_census_columns.COLUMNS) | set(ssda903.COLUMNS)
    assert ours - sampled == {"addressesonroll"}
