"""KPI 4: the need, the treatment at the start, and the offer beside them.

Need, headline and 4a, 4b, 4d belong here. What is offered of which type and attended
belongs to ``health_offers``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import child, order
from tests.integration.rule_cases.lives import feels

DTO = "DETENTION_AND_TRAINING_ORDER"
SEEN = "2024-02-01"
NEED_ALONE = {
    V8: {"kpi4": "0/1 =0.0"},
    (V1, V2): {"kpi4": "1/1"},
    EVERY: {"kpi4a": "1/1"},
}
NO_NEED = {V8: {"kpi4": "0/0 =-"}, (V1, V2): {"kpi4": "0/1"}, EVERY: {"kpi4a": "0/1"}}
OFFERED = {V8: {"kpi4": "1/1"}, (V1, V2): {"kpi4": "1/1"}, EVERY: {"kpi4b": "0/1"}}
TREATED = {V8: {"kpi4": "1/1"}, (V1, V2): {"kpi4": "1/1"}, EVERY: {"kpi4b": "1/1"}}


def of_records(name, clause, figures, *records, of=None):
    """A case of one child with one order and health records."""
    return case(name, clause, [child(of or order(), *records)], figures)


def in_custody(name, figures, **dates):
    """A case of a child sentenced on 2023-10-01, on licence since 2024-02-01."""
    licence = order(DTO, "2024-02-01", disposal="DTO_LICENCE", on="2023-10-01")
    return of_records(name, "12 treatment, offer", figures, feels(**dates), of=licence)


CASES = [
    of_records(
        "A need without an offer counts in the headline before v8 alone",
        "11 versions",
        NEED_ALONE,
        feels(screened=SEEN),
    ),
    of_records("A child without a record has no need", "KPI 4 base", NO_NEED),
    of_records(
        "Not screened and not in treatment is no need", "KPI 4", NO_NEED, feels()
    ),
    of_records(
        "A need screened before the order counts",
        "KPI 4",
        NEED_ALONE,
        feels(screened="2022-02-01"),
    ),
    of_records(
        "A need screened on the last day counts",
        "KPI 4",
        NEED_ALONE,
        feels(screened="2024-05-31"),
    ),
    of_records(
        "A need screened after the last day does not",
        "KPI 4",
        NO_NEED,
        feels(screened="2024-06-01"),
    ),
    *(
        of_records(
            f"An offer on {day} is one within the order",
            "KPI 4",
            OFFERED,
            feels(screened=SEEN, offered=day),
        )
        for day in ("2024-01-10", "2024-05-31")
    ),
    *(
        of_records(
            f"An offer on {day} is not within the order",
            "KPI 4",
            NEED_ALONE,
            feels(screened="2023-12-01", offered=day),
        )
        for day in ("2024-01-09", "2024-06-01")
    ),
    of_records(
        "Treatment begun before the order and still open is a need that was met",
        "12 treatment at start",
        TREATED,
        feels(begun="2024-01-09"),
    ),
    of_records(
        "Treatment begun on the first day is not treatment at the start",
        "12 treatment at start",
        NO_NEED,
        feels(begun="2024-01-10"),
    ),
    of_records(
        "Treatment that ends on the first day is open at the start",
        "KPI 4 [C:8]",
        TREATED,
        feels(begun="2023-12-01", ended="2024-01-10"),
    ),
    of_records(
        "Treatment that ended before the first day is not",
        "KPI 4 [C:8]",
        NO_NEED,
        feels(begun="2023-12-01", ended="2024-01-09"),
    ),
    of_records(
        "Need and offer stand on one record unless the setting says not",
        "KPI 4 [C:8]",
        {
            V8: {"kpi4": "0/1"},
            V8.having("kpi45.need_and_offer_on_same_record", "false"): {"kpi4": "1/1"},
        },
        feels(screened=SEEN),
        feels(offered="2024-03-01"),
    ),
    of_records(
        "Advice is an offer",
        "KPI 4 [C:8]",
        OFFERED,
        feels("GETTING_ADVICE", screened=SEEN, offered=SEEN),
    ),
    *(
        of_records(
            f"The intervention {kind!r} is no offer",
            "KPI 4 [C:8]",
            NEED_ALONE,
            feels(kind, screened=SEEN, offered=SEEN),
        )
        for kind in ("NO_INTERVENTION", None)
    ),
    of_records(
        "The headline may be set to either form",
        "cfg.kpi45.headline",
        {
            V8.having("kpi45.headline", "need_over_children"): {"kpi4": "1/1"},
            V2.having("kpi45.headline", "offered_over_need"): {"kpi4": "0/1"},
        },
        feels(screened=SEEN),
    ),
    in_custody(
        "Treatment begun in custody is not treatment at the start of a licence",
        NO_NEED,
        begun="2023-11-01",
    ),
    in_custody(
        "Treatment open on the day before the sentence is treatment at the start",
        TREATED,
        begun="2023-09-01",
        ended="2023-09-30",
    ),
    in_custody(
        "Treatment that ended two days before the sentence is not",
        NO_NEED,
        begun="2023-09-01",
        ended="2023-09-29",
    ),
    in_custody(
        "An offer made in custody is missed for a licence",
        NEED_ALONE,
        screened="2023-12-01",
        offered="2023-12-01",
    ),
    case(
        "Needs by order type are divided by the children of that type",
        "2.11 4d",
        [
            child(order(), feels(screened=SEEN, offered=SEEN), ypid="c1"),
            child(order(), ypid="c2"),
            child(order("YOUTH_CAUTION"), feels(screened=SEEN), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi4a": "2/3",
                "kpi4d order_type=ro": "1/2",
                "kpi4d order_type=yjs": "1/1",
                "kpi4d order_type=cust": "0/0 =-",
            },
            V8: {
                "kpi4": "1/2",
                "kpi4 order_type=ro": "1/1",
                "kpi4 order_type=yjs": "0/1",
            },
            V2: {"kpi4": "2/3", "kpi4 order_type=ro": "1/2"},
        },
    ),
]
