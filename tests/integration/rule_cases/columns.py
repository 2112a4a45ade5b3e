"""In which column of the return an outcome stands, by its code or its text: 1.1, KPI 6.

The columns and the Outcome 22 rule belong here. Which of several orders counts belongs
to ``rankings``.
"""

from tests.integration.rule_cases.case import EVERY, case
from tests.integration.rule_cases.children import child, order

O22 = "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT"
DEFERRED = (
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT"
)
O20 = "NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT"
DTO = "DETENTION_AND_TRAINING_ORDER"
COLUMNS = ("ns", "yjs", "ycc", "ro", "yro", "cust")
IN_COLUMN = {
    "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT": "ns",
    O20: "ns",
    O22: "ns",
    DEFERRED: "ns",
    "YOUTH_CAUTION": "yjs",
    "YOUTH_CONDITIONAL_CAUTION": "ycc",
    "REFERRAL_ORDER": "ro",
    "YOUTH_REHABILITATION_ORDER": "yro",
    "YOUTH_REHABILITATION_ORDER_ISS": "yro",
    "SECTION_250": "cust",
    "SECTION_252A": "cust",
    "SECTION_254": "cust",
    "SECTION_258": "cust",
    "SECTION_259": "cust",
}


def in_column(column):
    """The figures of one child in one column of the return."""
    return {
        EVERY: {
            f"kpi1 order_type={each}": f"0/{int(each == column)}" for each in COLUMNS
        }
    }


def with_text(name, code, text, disposal, column):
    """A case of an outcome whose code and text say different things."""
    children = [child(order(code, text=text, disposal=disposal))]
    return case(name, "KPI 6 Outcome 22 coding", children, in_column(column))


CASES = [
    *(
        case(
            f"{code} is in column {column}",
            "1.1",
            [child(order(code))],
            in_column(column),
        )
        for code, column in IN_COLUMN.items()
    ),
    case(
        "A licence of a detention and training order is in the custody column",
        "1.1",
        [child(order(DTO, disposal="DTO_LICENCE", on="2023-06-01"))],
        in_column("cust"),
    ),
    *(
        with_text(
            f"The text {text!r} makes Outcome 22 of a code not known",
            code,
            text,
            O22,
            "ns",
        )
        for code, text in (
            ("NOT_KNOWN", "Outcome 22"),
            ("OTHER", "~Outcome 22"),
            ("NOT_KNOWN", "outcome 22 - temp code "),
        )
    ),
    with_text("A blank code is read from the text too", "", "Outcome 22", O22, "ns"),
    with_text(
        "Outcome 22 text wins over a caution code on an Outcome 22 programme",
        "YOUTH_CAUTION",
        "Outcome 22",
        O22,
        "ns",
    ),
    with_text(
        "Outcome 22 text changes nothing on another programme",
        "YOUTH_CAUTION",
        "Outcome 22",
        "YOUTH_CAUTION",
        "yjs",
    ),
    with_text(
        "Deferred prosecution text needs a deferred programme",
        "YOUTH_CAUTION",
        "Deferred Prosecution Outcome 22",
        O22,
        "yjs",
    ),
    with_text(
        "Deferred prosecution text wins on a deferred programme",
        "YOUTH_CAUTION",
        "Deferred Prosecution Outcome 22 - Other Outcome",
        DEFERRED,
        "ns",
    ),
    with_text(
        "A code not known with a text not known never counts",
        "NOT_KNOWN",
        "Words of advice",
        O22,
        "none",
    ),
]
