"""A preview of a few children: quiet ones, uncounted ones, ones whom the form repeats.

Known differences, a child each, are in ``test_what_the_yjb_will_see``.
"""

import json

import pytest

from tests.integration.quiet_children import a_document, a_quiet_child
from yjdw.cli import run_program


def previewed(children, folder, capsys, *more, deleted=()):
    document = folder / "document.json"
    document.write_text(json.dumps(a_document(children, deleted=deleted)))
    status = run_program(
        [
            *("preview", "--quarter", "2024Q1", "--documents", str(document)),
            *("--json", *more),
        ]
    )
    assert status == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("rules", "reasons"),
    [("KPI-v8-code", set()), ("KPI-v2-headline", {"offers divided by need"})],
)
def test_where_records_are_whole_only_the_definition_differs(
    tmp_path, capsys, rules, reasons
):
    answer = previewed([a_quiet_child("quiet")], tmp_path, capsys, "--rules", rules)

    assert {entry["reason"] for entry in answer["differences"]} == reasons
    assert answer["not_counted"] == []
    assert answer["mend"] == []


def test_a_programme_that_counts_nowhere_is_listed_with_its_reason(tmp_path, capsys):
    unlinked, elsewhere = a_quiet_child("unlinked"), a_quiet_child("elsewhere")
    unlinked["link_offence_intervention_programme"] = []
    outcome = elsewhere["offence"][0]["offenceLegalOutcome"][0]
    outcome["residenceOnLegalOutcomeDate"] = "OTHER"

    children = [unlinked, elsewhere, a_quiet_child("gone")]
    answer = previewed(children, tmp_path, capsys, deleted=["gone"])

    assert {(item["programme"], item["reason"]) for item in answer["not_counted"]} == {
        ("unlinked|P1", "no_link"),
        ("elsewhere|P1", "out_of_area"),
        ("gone|P1", "deleted"),
    }
    assert [task["units"] for task in answer["mend"]] == [["unlinked|P1"]]


def a_child_offered(ypid, kind):
    """Return a child with a need found in the order and help offered for it."""
    child = a_quiet_child(ypid)
    record = {
        "kpi4MHDateScreened": "2024-01-20",
        "kpi4MHDateReferred": "1900-01-01",
        "kpi4MHDateOffered": "2024-02-01",
        "kpi4MHDateAttendedStart": "1900-01-01",
        "kpi4MHDateAttendedEnd": "1900-01-01",
        "kpi4MHInterventionType": kind,
    }
    child["health"]["mentalHealth"] = {"kpi4MentalHealthWellbeing": [record]}
    return child


@pytest.fixture
def offered_help(tmp_path, capsys):
    """Return what is seen of two children, one offered help, one additional help."""
    children = [
        a_child_offered("help", "GETTING_HELP"),
        a_child_offered("more", "GETTING_ADDITIONAL_HELP"),
    ]
    return previewed(children, tmp_path, capsys, "--rules", "KPI-v8-code")


def test_the_form_counts_by_need_and_again_by_the_help_offered(offered_help):
    [figure] = [
        item
        for item in offered_help["figures"]
        if item["measure"] == "kpi4" and not item["breakdown"]
    ]
    of_form = {
        item["unit"]: item
        for item in offered_help["differences"]
        if item["reading"] == "template"
    }

    assert figure["ours"]["numerator"] == figure["code"]["numerator"] == 2
    # both by their need, and the one of help by the help as well
    assert figure["template"] == {"numerator": 3, "denominator": 2, "value": "150.0"}
    assert figure["shown"] == "template"
    assert of_form["help"]["reason"] == "counted by several rows"
    # they add additional help of every order to the need of one order type
    assert of_form["more"]["reason"] == "row added to the headline"
    assert [item["measure"] for item in of_form["more"]["figures"]] == ["kpi4d"]


def test_a_measure_that_nobody_counts_is_refused(tmp_path, capsys):
    document = tmp_path / "document.json"
    document.write_text(json.dumps(a_document([a_quiet_child("quiet")])))
    asked = ["preview", "--quarter", "2024Q1", "--documents", str(document)]

    assert run_program([*asked, "--measure", "kpi77"]) == 2
    assert "kpi77" in capsys.readouterr().err
