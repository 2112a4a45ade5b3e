"""KPI 10: victims of offences whose programme ended, and what was done for them.

Victims belong here. Which ending counts belongs to section 1.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case, every
from tests.integration.rule_cases.children import (
    child,
    offence,
    order,
    outcome,
    programme,
)
from tests.integration.rule_cases.lives import victim
from tests.integration.rule_cases.rankings import YRO


def of_victims(name, clause, figures, *victims):
    """A case of one child with one order and victims."""
    figures = figures if not isinstance(next(iter(figures)), str) else {EVERY: figures}
    return case(name, clause, [child(order(), *victims)], figures)


CASES = [
    of_victims(
        "A victim who consents and takes part in restorative justice counts",
        "2.11 10",
        {
            "kpi10": "1/1 =100.0 low",
            "kpi10a": "1/1",
            "kpi10b": "1/1",
            "kpi10c": "1/1",
        },
        victim("V1", rj="Yes"),
    ),
    of_victims(
        "A victim who consents and does not take part is in the base",
        "KPI 10",
        {"kpi10": "0/1", "kpi10c": "0/1"},
        victim("V1"),
    ),
    *(
        of_victims(
            f"A victim whose consent is {answer!r} is a victim and in no base",
            "KPI 10",
            {"kpi10": "0/0 =-", "kpi10a": "1/1", "kpi10c": "1/0 =-"},
            victim("V1", consent=answer, rj="Yes"),
        )
        for answer in ("No", "Not known", None)
    ),
    of_victims(
        "A victim without an identifier is none",
        "KPI 10",
        {"kpi10": "0/0", "kpi10a": "0/1", "kpi10b": "0/1", "kpi10c": "0/0"},
        victim(None, rj="Yes"),
    ),
    of_victims(
        "Views asked before the decision need consent",
        "KPI 10d",
        {"kpi10d": "1/1"},
        victim("V1", view="Yes"),
        victim("V2", number=2, consent="No", view="Yes"),
    ),
    of_victims(
        "Progress told is divided by who asked before v8, by who consented since",
        "11 versions",
        {
            (V1, V2): {"kpi10e": "1/2 =50.0"},
            V8: {"kpi10e": "1/3 =33.3"},
            V8.having("kpi10.information_base", "asked"): {"kpi10e": "1/2"},
            V2.having("kpi10.information_base", "consented"): {"kpi10e": "1/3"},
        },
        victim("V1", asked="Yes", told="Yes"),
        victim("V2", number=2, asked="Yes"),
        victim("V3", number=3),
    ),
    of_victims(
        "Progress told without consent does not count in v8",
        "KPI 10e",
        {V8: {"kpi10e": "0/0"}, (V1, V2): {"kpi10e": "1/1"}},
        victim("V1", consent="No", asked="Yes", told="Yes"),
    ),
    of_victims(
        "Support told is divided by who asked before v8, by who consented since",
        "11 versions",
        {(V1, V2): {"kpi10f": "1/1"}, V8: {"kpi10f": "1/2"}},
        victim("V1", support_asked="Yes", support_told="Yes"),
        victim("V2", number=2),
    ),
    of_victims(
        "Support told is counted apart from its base, and can exceed it",
        "12 sub-measure ratios",
        {V8: {"kpi10f": "2/1 =200.0"}},
        victim("V1", support_told="Yes"),
        victim("V2", number=2, consent="No", support_told="Yes"),
    ),
    of_victims(
        "A contact needs a day and no consent",
        "KPI 10g",
        {"kpi10g": "2/1 =200.0"},
        victim("V1", contacted="2024-02-01"),
        victim("V2", number=2, consent="No", contacted="2024-02-01"),
        victim("V3", number=3, consent=None),
    ),
    case(
        "One victim of two children counts once, its processes twice",
        "KPI 10",
        [
            child(order(), victim("V1", rj="Yes"), ypid="c1"),
            child(order(), victim("V1", rj="Yes"), ypid="c2"),
        ],
        {EVERY: {"kpi10": "1/1", "kpi10a": "1/2", "kpi10b": "2/2", "kpi10c": "2/1"}},
    ),
    case(
        "A victim who consented on any record consented",
        "KPI 10",
        [
            child(order(), victim("V1", consent="No", rj="Yes"), ypid="c1"),
            child(order(), victim("V1", consent="Yes"), ypid="c2"),
        ],
        {EVERY: {"kpi10": "0/1", "kpi10c": "1/1"}},
    ),
    case(
        "A victim of an order that ends next quarter waits for it",
        "KPI 10",
        [child(order(end="2024-07-01"), victim("V1", rj="Yes"))],
        {EVERY: {"kpi10": "0/0"}, every("2024Q2"): {"kpi10": "1/1"}},
    ),
    case(
        "A victim of an offence without a countable programme is none",
        "KPI 10",
        [
            child(
                order(),
                offence(2, outcome("FINE", "2024-01-10")),
                victim("V1", 2, rj="Yes"),
            )
        ],
        {EVERY: {"kpi10": "0/0", "kpi10a": "0/1"}},
    ),
    case(
        "An offence with two programmes is counted when its most serious outcome ends",
        "KPI 10 [C:13]",
        [
            child(
                offence(1, outcome(YRO, "2024-01-10")),
                programme(1, YRO, "2024-01-10", "2024-05-31", 1),
                programme(2, YRO, "2024-01-10", "2024-08-31", 1),
                victim("V1", rj="Yes"),
            )
        ],
        {EVERY: {"kpi10": "0/0", "kpi10a": "0/1"}, every("2024Q2"): {"kpi10": "1/1"}},
    ),
    case(
        "Every offence of a child brings its victims, not the most serious alone",
        "KPI 10 [C:13]",
        [
            child(
                order(),
                order(YRO, number=2),
                victim("V1", 1),
                victim("V2", 2, number=2),
            )
        ],
        {EVERY: {"kpi10a": "2/1 =200.0", "kpi10": "0/2"}},
    ),
]
