"""KPI 7: statuses of social care and early help, at the start, during and at the end.

The four statuses belong here, referrals to early help to ``early_help``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import NEVER, child, order
from tests.integration.rule_cases.lives import in_care

CIN = "Child in Need"


def of_care(name, clause, figures, *statuses, of=None):
    """A case of one child with one order and statuses."""
    figures = figures if not isinstance(next(iter(figures)), str) else {EVERY: figures}
    return case(name, clause, [child(of or order(), *statuses)], figures)


def linked(during, end, start):
    """The figures of one child: linked during, at the end, and CIN at the start."""
    return {
        V8: {"kpi7": f"{during}/1", "kpi7b point=during, status=CIN": f"{during}/1"},
        (V1, V2): {"kpi7": f"{end}/1", "kpi7b point=end, status=CIN": f"{end}/1"},
        EVERY: {"kpi7a status=CIN": f"{start}/1"},
    }


def whole_custody():
    """A sentence of 2024-01-10 whose one programme starts on 2024-01-20."""
    return order("SECTION_250", "2024-01-20", on="2024-01-10")


CASES = [
    *(
        of_care(
            f"{text} is the status {status}",
            "KPI 7",
            {
                EVERY: {"kpi7": "1/1", f"kpi7a status={status}": "1/1"},
                V8: {f"kpi7b point=during, status={status}": "1/1"},
                V2: {f"kpi7b point=end, status={status}": "1/1"},
            },
            in_care(text),
        )
        for text, status in (
            ("Care experienced child", "LAC"),
            ("Looked After Child", "LAC"),
            ("Child Protection Plan", "CP"),
            ("Child in Need", "CIN"),
            ("Early Help plan", "EH"),
            ("Early Intervention plan", "EH"),
            (" child in NEED", "CIN"),
        )
    ),
    *(
        of_care(
            f"{text!r} is none of the four statuses",
            "KPI 7",
            {"kpi7": "0/1"},
            in_care(text),
        )
        for text in ("Eligible child", "Former relevant child", "None", "", "Penfriend")
    ),
    of_care(
        "A status in the middle of the order counts during it, not at its end",
        "11 versions",
        linked(during=1, end=0, start=0),
        in_care(CIN, "2024-02-01", "2024-03-15"),
    ),
    of_care(
        "The point of the headline may be set",
        "cfg.kpi7.point",
        {
            V8.having("kpi7.point", "end"): {"kpi7": "0/1"},
            V2.having("kpi7.point", "during"): {"kpi7": "1/1"},
        },
        in_care(CIN, "2024-02-01", "2024-03-15"),
    ),
    of_care(
        "A status that ends on the first day is at the start and during",
        "KPI 7 [C:9]",
        linked(during=1, end=0, start=1),
        in_care(CIN, until="2024-01-10"),
    ),
    of_care(
        "A status that ended before the first day is nowhere",
        "KPI 7 [C:9]",
        linked(during=0, end=0, start=0),
        in_care(CIN, until="2024-01-09"),
    ),
    of_care(
        "A status begun on the last day is during and at the end",
        "KPI 7 [C:9]",
        linked(during=1, end=1, start=0),
        in_care(CIN, "2024-05-31"),
    ),
    of_care(
        "A status begun after the last day is nowhere",
        "KPI 7 [C:9]",
        linked(during=0, end=0, start=0),
        in_care(CIN, "2024-06-01"),
    ),
    of_care(
        "A status of unknown start is from before the order",
        "12 unknown start",
        linked(during=1, end=1, start=1),
        in_care(CIN, NEVER),
    ),
    of_care(
        "A status of custody counts from the day before the outcome",
        "KPI 7 [C:9]",
        linked(during=1, end=0, start=1),
        in_care(CIN, until="2024-01-09"),
        of=whole_custody(),
    ),
    of_care(
        "A status that ended two days before the outcome of custody does not",
        "KPI 7 [C:9]",
        linked(during=0, end=0, start=0),
        in_care(CIN, until="2024-01-08"),
        of=whole_custody(),
    ),
    of_care(
        "At the start of custody a status has begun by the day before the programme",
        "KPI 7 [C:9]",
        linked(during=1, end=1, start=0),
        in_care(CIN, "2024-01-20"),
        of=whole_custody(),
    ),
    of_care(
        "A child in two statuses is linked once, and in each of the two",
        "KPI 7",
        {
            V8: {
                "kpi7": "1/1",
                "kpi7b point=during, status=CP": "1/1",
                "kpi7b point=during, status=CIN": "1/1",
                "kpi7b point=during, status=LAC": "0/1",
            }
        },
        in_care(CIN),
        in_care("Child Protection Plan"),
    ),
    case(
        "KPI 7 by order type is divided by the children of that type",
        "2.11 7d",
        [
            child(order(), in_care(CIN), ypid="c1"),
            child(order(), ypid="c2"),
            child(order("SECTION_250"), in_care(CIN), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi7": "2/3",
                "kpi7 order_type=ro": "1/2",
                "kpi7 order_type=cust": "1/1",
                "kpi7a status=CIN": "2/3",
                "kpi7c referral=open_before": "0/3",
            }
        },
    ),
]
