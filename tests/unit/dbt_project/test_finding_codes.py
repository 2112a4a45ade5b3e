"""Every code of a finding has its words, and every one is raised by some test.

That a case raises its code is tested on the whole road; here the lists are compared.
"""

import csv
import re

from tests.integration.faulty_children import CASES
from tests.integration.test_findings_of_texts import SPOILT
from tests.integration.test_returns_in_doubt import CASES as RETURNS
from warehouse import models

SEED = models.PROJECT / "seeds" / "rules" / "finding_codes.csv"
# raised by a test of their own, in test_findings_of_services, test_office_tables and the
# unit tests of int_findings__staffing, _staffing_totals, _switch_records and
# _switch_children
ALONE = {
    *("DQ-PLAN-CODE", "DQ-PLAN-YEAR", "DQ-PLAN-SERVICE", "DQ-PLAN-TWICE"),
    *("DQ-PLAN-MISSING", "DQ-PLAN-NEGATIVE", "DQ-PLAN-FTE", "DQ-PLAN-NO-TABLE"),
    *("DQ-PLAN-TOTAL", "DQ-PLAN-TABLES"),
    *("DQ-BOARD-DATE-NULL", "DQ-BOARD-CODE", "DQ-BOARD-LEVEL", "DQ-BOARD-SERVICE"),
    *("DQ-BOARD-MISSING", "DQ-VICTIM-CIRCLE", "DQ-VICTIM-UNKNOWN"),
    *("DQ-VICTIM-MASTER-UNKNOWN", "DQ-VICTIM-MAYBE-SAME"),
    *("DQ-SWITCH-WRONG-SYSTEM", "DQ-SWITCH-RECORD-LEFT", "DQ-SWITCH-RECORD-TWICE"),
    *("DQ-SWITCH-CHILD-LEFT", "DQ-SWITCH-CHILDREN-MERGED"),
    *("DQ-SERVICE-CLOSED", "DQ-SERVICE-UNKNOWN", "DQ-POP-YEAR", "DQ-FTE-SOURCE"),
}


def listed():
    with SEED.open(encoding="utf-8", newline="") as file:
        return {row["finding_code"] for row in csv.DictReader(file)}


def test_every_code_is_raised_by_a_test():
    raised = {code for code, _ in CASES} | {code for code, *_ in SPOILT} | ALONE
    for _, _, codes in RETURNS.values():
        raised |= codes

    assert raised == listed()


def test_every_code_in_a_model_has_its_words():
    folder = models.PROJECT / "models" / "intermediate" / "findings"
    named = {
        code
        for path in folder.glob("*.sql")
        for code in re.findall(r"DQ-[A-Z0-9-]+", path.read_text(encoding="utf-8"))
    }

    assert named == listed()


def test_every_code_in_the_page_on_bad_input_exists():
    page = (models.PROJECT.parent / "docs" / "bad-input.md").read_text("utf-8")
    named = set(re.findall(r"`(DQ-[A-Z0-9-]+)`", page))

    assert named - listed() == set()
