"""KPI 1c, 2a, 2f, 7d and the form of KPI 7: suitability and status by order type.

Splits of KPI 1, 2 and 7 by order type belong here, and the release from custody.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import child, learns, lives, order, programme
from tests.integration.rule_cases.lives import in_care

CIN, PLAN = "Child in Need", "Child Protection Plan"
BAD = lives("OTHER", "UNSUITABLE")


def split(measure, kind, point, suitable, unsuitable):
    """The figures of 1c or 2f of one order type at one point."""
    at = f"{measure} order_type={kind}, point={point}, suitability"
    return {f"{at}=suitable": suitable, f"{at}=unsuitable": unsuitable}


def status(measure, kind, point, code):
    """The key of one status of one order type at one point."""
    return f"{measure} order_type={kind}, point={point}, status={code}"


SOME_CHILDREN = [
    child(order(), lives(), learns(), ypid="c1"),
    child(order(), BAD, learns(suitability="UNKNOWN"), ypid="c2"),
    child(order(), ypid="c3"),
    child(order("YOUTH_CAUTION"), lives(until="2024-02-01"), ypid="c4"),
]
RELEASED = child(
    order(
        "DETENTION_AND_TRAINING_ORDER",
        "2024-02-01",
        disposal="DTO_LICENCE",
        on="2023-10-01",
    ),
    programme(2, "DTO_CUSTODY", "2023-10-01", "2024-01-31", 1),
    lives("NO_FIXED_ABODE", "UNSUITABLE", until="2024-01-30"),
    lives(since="2024-01-31"),
    learns(since="2024-02-01"),
)

CASES = [
    case(
        "Suitability by order type is divided by the children of that type",
        "2.11 1c, 2f",
        SOME_CHILDREN,
        {
            EVERY: {
                **split("kpi1c", "ro", "end", "1/3 =33.3", "1/3"),
                **split("kpi1c", "ro", "start", "1/3", "1/3"),
                **split("kpi1c", "yjs", "end", "0/1", "0/1"),
                **split("kpi1c", "yjs", "start", "1/1", "0/1"),
                **split("kpi1c", "cust", "end", "0/0 =-", "0/0"),
                **split("kpi2f", "ro", "end", "1/3", "1/3"),
                **split("kpi2f", "yjs", "end", "0/1", "0/1"),
            }
        },
    ),
    case(
        "Suitability of education is divided by all children with an order ending",
        "2.11 2a",
        SOME_CHILDREN,
        {
            EVERY: {
                "kpi2a point=start, suitability=suitable": "1/4 =25.0",
                "kpi2a point=end, suitability=suitable": "1/4",
                "kpi2a point=end, suitability=unsuitable": "1/4",
            }
        },
    ),
    case(
        "A released child has a third point, the end of the custody programme",
        "1.2 release",
        [RELEASED],
        {
            EVERY: {
                **split("kpi1c", "cust", "start", "0/1", "1/1"),
                **split("kpi1c", "cust", "release", "1/1", "0/1"),
                **split("kpi1c", "cust", "end", "1/1", "0/1"),
                **split("kpi2f", "cust", "release", "0/1", "0/1"),
                **split("kpi2f", "cust", "end", "1/1", "0/1"),
            }
        },
    ),
    case(
        "A sentence in one programme has no release to tell",
        "case document, conventions",
        [child(order("SECTION_250"), lives())],
        {EVERY: split("kpi1c", "cust", "release", "0/0 =-", "0/0")},
    ),
    case(
        "Links to wider services by order type are divided by the children of it",
        "KPI 7d",
        [
            child(order(), in_care(CIN, "2024-02-01", "2024-03-01"), ypid="c1"),
            child(order(), in_care(CIN), in_care(PLAN), ypid="c2"),
            child(order("YOUTH_CAUTION"), in_care(PLAN), ypid="c3"),
        ],
        {
            V8: {
                "kpi7d order_type=ro": "2/2",
                status("kpi7d", "ro", "during", "CIN"): "2/2",
                status("kpi7d", "ro", "during", "CP"): "1/2",
                status("kpi7d", "ro", "start", "CIN"): "1/2",
            },
            (V1, V2): {
                "kpi7d order_type=ro": "1/2",
                "kpi7d order_type=yjs": "1/1",
                status("kpi7d", "ro", "end", "CIN"): "1/2",
            },
        },
    ),
    case(
        "In the form a child stands under its highest status, unless the setting says not",
        "KPI 7 cfg.kpi7.template_hierarchy",
        [
            child(order(), in_care(CIN), in_care(PLAN), ypid="c1"),
            child(order(), in_care("Early Help plan"), in_care(CIN), ypid="c2"),
            child(order(), in_care("Looked After Child"), in_care(PLAN), ypid="c3"),
        ],
        {
            EVERY: {
                status("kpi7_template", "ro", "end", "LAC"): "1/-",
                status("kpi7_template", "ro", "end", "CP"): "1/-",
                status("kpi7_template", "ro", "end", "CIN"): "1/-",
                status("kpi7_template", "ro", "end", "EH"): "0/-",
            },
            V1.having("kpi7.template_hierarchy", "false"): {
                status("kpi7_template", "ro", "end", "LAC"): "1/-",
                status("kpi7_template", "ro", "end", "CP"): "2/-",
                status("kpi7_template", "ro", "end", "CIN"): "2/-",
                status("kpi7_template", "ro", "end", "EH"): "1/-",
            },
        },
    ),
]
