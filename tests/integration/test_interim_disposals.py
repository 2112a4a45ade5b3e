"""Outcome 23 and youth diversion orders, until the national form has codes for them.

Core+ sends them as a reprimand and a drug treatment and testing order. The return
carries those, the warehouse counts what is true, and a reprimand of 2012 stays one.
"""

import json

import pytest

from returns.case_level.documents import ask_for_case, compose_document
from sources.case_document.validation import find_breach
from sources.registry import CONTRACTS
from tests.fixtures.deliveries import making
from warehouse import stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.landing import land
from warehouse.layout import Layout
from yjdw.cli import DONE, run_program

SERVICE, QUARTER, THEN = "Leicester City", "2025Q1", "2011Q4"
MODEL = "model.youth_justice."
WANTED = (
    *("fct_measures", "fct_disposals", "fct_programmes", "fct_mapping_coverage"),
    *("national_items", "national_children", "national_headers"),
)
DTTO = "Drug Treatment and Testing Order"
# person, born, offence, outcome, its text, programme's text, programme's last day
CASES = [
    ("1", "01/05/1998", "01/03/2012", "20/03/2012", "Reprimand", None, None),
    ("2", "01/05/2010", "01/05/2025", "10/05/2025", "Reprimand", "Reprimand", "20/06/2025"),
    ("3", "02/05/2010", "01/05/2025", "12/05/2025", "Outcome 23", None, None),
    ("4", "03/05/2010", "01/05/2025", "15/05/2025", DTTO, DTTO, "21/06/2025"),
    ("5", "04/05/2010", "01/05/2025", "10/05/2025", "Youth Caution", "Youth Caution Programme", "22/06/2025"),
]  # fmt: skip


def table(entity, rows):
    """A delivered file of Core+; what a row does not name is empty."""
    columns = CONTRACTS["core_plus"].entity(entity).column_names
    return making.as_csv(columns, [[row.get(c, "") for c in columns] for row in rows])


def deliveries():
    """The tables of the children above, by file."""
    people, offences, outcomes, programmes, links = [], [], [], [], []
    for person, born, day, decided, outcome, programme, last in CASES:
        whose = {"PERSON_ID": person}
        people.append({**whose, "ORG_ID": "1", "DATE_OF_BIRTH": born, "SEX": "Male"})
        offences.append(
            {**whose, "OFFENCE_ID": f"O{person}", "OFFENCE_DATE": day}
            | {"OFFENCE_CATEGORY": "Theft and Handling", "SERIOUSNESS": "3"}
            | {"AGE_AT_ARREST_OR_OFFENCE": "14", "AGE_FIRST_HEARING": "15"}
        )
        outcomes.append(
            {**whose, "OUTCOME_ID": f"X{person}", "OFFENCE_ID": f"O{person}"}
            | {"OUTCOME_DATE": decided, "LEGAL_OUTCOME": outcome}
            | {"RESIDENCE_STATUS": "LOCAL", "MAIN_OR_OTHER": "MAIN"}
        )
        if programme:
            key = {**whose, "PROGRAMME_ID": f"G{person}"}
            days = {"START_DATE": decided, "END_DATE": last}
            done = {"PROGRAMME_TYPE": programme, "COMPLETED_SUCCESSFULLY": "Y"}
            programmes.append(key | days | done)
            links.append({**key, "OFFENCE_ID": f"O{person}"})
    organisation = {"ORG_ID": "1", "ORG_NAME": SERVICE}
    return {
        "ORGANISATION": table("organisations", [organisation]),
        "PERSON": table("persons", people),
        "OFFENCE": table("offences", offences),
        "OFFENCE_OUTCOME": table("outcomes", outcomes),
        "INTERVENTION_PROGRAMME": table("programmes", programmes),
        "PROGRAMME_OFFENCE": table("programme_offences", links),
    }


@pytest.fixture(scope="module")
def layout(tmp_path_factory):
    """A home in which the children have landed."""
    home = Layout(tmp_path_factory.mktemp("home"))
    home.prepare()
    for name, content in deliveries().items():
        making.put(home, "core_plus", f"{name}_20250630.csv", content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        assert {outcome.status for outcome in land(home)} == {"landed"}
    return home


@pytest.fixture(scope="module")
def counted(layout):
    """The marts over the children."""
    configuration = Configuration(
        service=Service(name=SERVICE, case_system="core_plus")
    )
    versions = [Calculation(name, name, {}) for name in ("KPI-v8-code",)]
    scope = Scope(versions, services=[SERVICE])
    wanted = [f"{MODEL}{name}" for name in WANTED]
    with calculate(layout, configuration, scope, wanted) as connection:
        connection.execute("set schema = 'marts'")
        yield connection


def test_a_disposal_says_what_was_sent_and_what_is_true(counted):
    disposals = counted.execute(
        "select legal_outcome_recorded, year(outcome_date), legal_outcome_code,"
        " true_meaning, is_interim_code from fct_disposals order by all"
    ).fetchall()

    reprimand, order = "REPRIMAND", "DRUG_TREATMENT_AND_TESTING_ORDER"
    assert disposals == [
        (DTTO, 2025, order, "Youth Diversion Order", True),
        ("Outcome 23", 2025, reprimand, "Outcome 23", True),
        ("Reprimand", 2012, reprimand, "Reprimand (ended April 2013)", False),
        ("Reprimand", 2025, reprimand, "Outcome 23", True),
        ("Youth Caution", 2025, "YOUTH_CAUTION", "Youth caution", False),
    ]


def test_a_programme_says_what_is_true_and_counts_in_no_kpi(counted):
    programmes = counted.execute(
        "select disposal_type_recorded, true_meaning, is_counted_in_kpis"
        " from fct_programmes order by all"
    ).fetchall()

    assert programmes == [
        (DTTO, "Youth Diversion Order", False),
        ("Reprimand", "Outcome 23", False),
        ("Youth Caution Programme", "Youth caution", True),
    ]


@pytest.mark.parametrize(
    ("quarter", "measure", "part", "expected"),
    [
        # of the four children of the quarter the one with a youth caution alone counts
        (QUARTER, "kpi1", "denominator", 1),
        (QUARTER, "kpi6", "denominator", 1),
        (QUARTER, "fte", "numerator", 1),
        (THEN, "fte", "numerator", 1),
    ],
)
def test_measures_count_what_is_true(counted, quarter, measure, part, expected):
    (figure,) = counted.execute(
        f"select {part} from fct_measures where quarter = ? and measure = ?"
        " and breakdown = '{}'",
        [quarter, measure],
    ).fetchall()

    assert figure == (expected,)


def test_coverage_tells_the_interim_and_the_false_from_the_rest(counted):
    coverage = counted.execute(
        "select code_list, rows_count, mapped_rows_count, interim_rows_count,"
        " known_false_rows_count from fct_mapping_coverage"
        " where code_list in ('legal_outcome', 'disposal_type') order by all"
    ).fetchall()

    assert coverage == [("disposal_type", 3, 3, 0, 2), ("legal_outcome", 5, 5, 1, 2)]


def test_the_case_level_return_carries_what_the_board_expects(counted):
    document = compose_document(counted, ask_for_case(counted, QUARTER)).document
    outcomes = {
        child["ypid"]: (outcome["legalOutcome"], outcome["cmslegalOutcome"])
        for child in document["children"]
        for offence in child["offence"]
        for outcome in offence["offenceLegalOutcome"]
    }

    assert find_breach(document) is None
    assert {ypid: outcomes[ypid] for ypid in ("2", "3", "4")} == {
        "2": ("REPRIMAND", "Reprimand"),
        "3": ("REPRIMAND", "Outcome 23"),
        "4": ("DRUG_TREATMENT_AND_TESTING_ORDER", DTTO),
    }


def test_the_preview_counts_them_on_neither_side_and_says_why(layout, tmp_path, capsys):
    settings = tmp_path / "service.toml"
    settings.write_text(f'[service]\nname = "{SERVICE}"\ncase_system = "core_plus"\n')
    arguments = ["preview", "--quarter", QUARTER, "--home", str(layout.root), "--json"]
    arguments += ["--config", str(settings), "--out", str(tmp_path / "out")]

    assert run_program(arguments) == DONE
    answer = json.loads(capsys.readouterr().out)
    (headline,) = [
        item
        for item in answer["figures"]
        if item["measure"] == "kpi1" and item["breakdown"] == {}
    ]
    assert headline["ours"]["denominator"] == headline["code"]["denominator"] == 1
    assert {(item["unit"], item["reason"]) for item in answer["not_counted"]} == {
        ("2", "programme_type_not_counted"),
        ("4", "programme_type_not_counted"),
    }
