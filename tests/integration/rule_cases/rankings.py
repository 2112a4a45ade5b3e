"""Which of several orders of a quarter counts, and under which column.

Seriousness, the order of ties and the columns of the return belong here.
"""

from tests.integration.rule_cases.case import EVERY, V8, case
from tests.integration.rule_cases.children import (
    child,
    lives,
    offence,
    order,
    outcome,
    programme,
)

O22 = "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT"
DEFERRED = (
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT"
)
O20 = "NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT"
YRO = "YOUTH_REHABILITATION_ORDER"
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
    YRO: "yro",
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


UNTIL_MAY = lives("OTHER", "UNSUITABLE", until="2024-05-31")
FROM_JUNE = lives("OTHER", "UNSUITABLE", since="2024-06-01")

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
    case(
        "Two orders that end in a quarter count the child once, under the more serious",
        "1 item 8",
        [child(order(), order(YRO, end="2024-04-20", number=2))],
        {
            EVERY: {
                "kpi1": "0/1",
                "kpi1 order_type=yro": "0/1",
                "kpi1 order_type=ro": "0/0",
            }
        },
    ),
    case(
        "Status is taken against the more serious order, not the later",
        "1.3",
        [
            child(
                order(YRO, end="2024-04-20"),
                order(end="2024-06-20", number=2),
                lives(until="2024-05-31"),
                FROM_JUNE,
            )
        ],
        {EVERY: {"kpi1": "1/1", "kpi1 order_type=yro": "1/1"}},
    ),
    case(
        "Of orders as serious the latest outcome counts",
        "1 item 8",
        [
            child(
                order(start="2024-01-10", end="2024-06-20"),
                order(start="2023-09-01", end="2024-06-25", number=2),
                UNTIL_MAY,
                lives(since="2024-06-01", until="2024-06-22"),
            )
        ],
        {EVERY: {"kpi1": "1/1"}},
    ),
    case(
        "Of outcomes of one day the latest end of a programme counts",
        "12 tie",
        [
            child(
                order(start="2024-01-10", end="2024-05-20"),
                order(start="2024-01-10", end="2024-06-20", number=2),
                UNTIL_MAY,
                lives(since="2024-06-01"),
            )
        ],
        {EVERY: {"kpi1": "1/1"}},
    ),
    case(
        "Of programmes that end on one day the latest start counts",
        "12 tie",
        [
            child(
                order(start="2023-06-01", on="2023-06-01"),
                order(start="2024-02-01", on="2023-06-01", number=2),
                lives("OTHER", "UNSUITABLE", until="2023-12-31"),
                lives(since="2024-01-01"),
            )
        ],
        {EVERY: {"kpi1a point=start, suitability=suitable": "1/1"}},
    ),
    *(
        case(
            f"Of programmes alike in all else the lowest id counts: {first} first",
            "12 tie",
            [
                child(
                    offence(1, outcome(DTO, "2023-08-01")),
                    programme(1, first, "2024-01-10", "2024-05-31", 1),
                    programme(2, second, "2024-01-10", "2024-05-31", 1),
                    lives("OTHER", "UNSUITABLE", until="2023-12-31"),
                    lives(since="2024-01-01"),
                )
            ],
            {EVERY: {f"kpi1a point=start, suitability={answer}": "1/1"}},
        )
        for first, second, answer in (
            ("DTO_LICENCE", "SECTION_250", "unsuitable"),
            ("SECTION_250", "DTO_LICENCE", "suitable"),
        )
    ),
    case(
        "An offence with two outcomes counts under the more serious",
        "1 item 8",
        [
            child(
                offence(
                    1,
                    outcome("REFERRAL_ORDER", "2024-01-10"),
                    outcome(YRO, "2024-01-09"),
                ),
                programme(1, YRO, "2024-01-10", "2024-05-31", 1),
            )
        ],
        in_column("yro"),
    ),
    case(
        "An outcome that does not count cannot outrank one that does",
        "1 item 8",
        [child(order(), order(YRO, number=2, residence="OTHER"))],
        in_column("ro"),
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
    case(
        "A population of several orders: children, not orders",
        "1 item 8",
        [
            child(order(), order(number=2), ypid="c1"),
            child(order(YRO), ypid="c2"),
            child(order(YRO), ypid="c3"),
        ],
        {V8: {"kpi1": "0/3 =0.0 low", "kpi1 order_type=yro": "0/2"}},
    ),
]
