"""Unknowns are loud: each gap in a child's records is a finding of its own code.

A sound child is spoilt in one place at a time and counted through the whole road; what
the codes are lies in ``faulty_children``. Returns as a whole are tested elsewhere.
"""

import json

import pytest

from tests.integration.faulty_children import CASES
from tests.integration.sound_documents import SERVICE, return_of, sound_child
from warehouse.counting import Run, count_documents
from warehouse.layout import Layout

CHILDREN = {f"c{number}": case for number, case in enumerate(CASES)}
# of an order or a figure, which stands on no one record
WITHOUT_RECORD = {"DQ-ACC-MISSING", "DQ-ETE-MISSING", "DQ-RELEASE-UNKNOWN"}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Count a sound child and every spoilt one at once; return findings by child."""
    folder = tmp_path_factory.mktemp("children")
    children = [sound_child("sound")]
    children += [sound_child(ypid, changes) for ypid, (_, changes) in CHILDREN.items()]
    path = folder / "return.json"
    path.write_text(json.dumps(return_of(children)))
    run = Run("2024Q1", "KPI-v8-code", service=SERVICE)
    (answer,) = count_documents(Layout(folder / "home"), [path], [run])
    by_child = {}
    for finding in answer["dq"]:
        ypid = (finding["unit"] or "").partition("|")[0]
        by_child.setdefault(ypid, []).append(finding)
    return by_child


def test_a_sound_child_leaves_nothing_to_ask(found):
    assert found.get("sound", []) == []


@pytest.mark.parametrize(
    ("ypid", "code"),
    [(ypid, code) for ypid, (code, _) in CHILDREN.items()],
    ids=[f"{code}-{ypid}" for ypid, (code, _) in CHILDREN.items()],
)
def test_what_is_wrong_is_named_with_its_record_and_what_to_mend(found, ypid, code):
    findings = [finding for finding in found[ypid] if finding["code"] == code]

    assert findings, {finding["code"] for finding in found[ypid]}
    for finding in findings:
        assert finding["child_id"]
        assert finding["message"]
        assert finding["what_to_do"]
        if code not in WITHOUT_RECORD:
            assert finding["supplier"] == "case_document"
            assert finding["entity"]
            assert finding["row_number"] >= 1
            assert finding["column"]
