"""KPI 2: suitability of education, training and employment, by age group.

Placements and their suitability belong here. Hours belong to ``education_hours``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case, every
from tests.integration.rule_cases.children import child, learns, order

IN_SCHOOL_UNTIL_JUNE_2024 = "2007-10-01"
LEFT_IN_2022 = "2006-02-01"


def aged(age, point, suitable, unsuitable):
    """The figures of 2b of one age group at one point."""
    return {
        f"kpi2b age_group={age}, point={point}, suitability=suitable": suitable,
        f"kpi2b age_group={age}, point={point}, suitability=unsuitable": unsuitable,
    }


def of_placements(name, figures, *placements, clause="KPI 2", **person):
    """A case of one child with one order and placements."""
    figures = figures if not isinstance(next(iter(figures)), str) else {EVERY: figures}
    return case(name, clause, [child(order(), *placements, **person)], figures)


CASES = [
    of_placements(
        "A suitable placement open throughout is suitable at both points",
        {
            "kpi2": "1/1",
            **aged("school", "start", "1/1", "0/1"),
            **aged("school", "end", "1/1", "0/1"),
        },
        learns(),
    ),
    of_placements(
        "Of two placements both must be suitable",
        {"kpi2": "0/1", **aged("school", "end", "0/1", "1/1")},
        learns(),
        learns("VOLUNTARY_WORK", "UNKNOWN"),
    ),
    of_placements(
        "A child without a placement is in the base and in neither answer",
        {"kpi2": "0/1", **aged("school", "end", "0/1", "0/1")},
    ),
    of_placements(
        "A placement whose suitability is blank is as none, hours and all",
        {
            "kpi2": "0/1",
            "kpi2c hours=full_time, point=end": "0/1",
            "kpi2e band=25+, basis=offered, point=end": "0/1",
            **aged("school", "end", "0/1", "0/1"),
        },
        learns(suitability=None),
    ),
    of_placements(
        "No education is unsuitable whatever is recorded",
        {
            EVERY: {"kpi2": "0/1", **aged("school", "end", "0/1", "1/1")},
            V8.having("kpi2.none_is_unsuitable", "false"): {"kpi2": "1/1"},
        },
        learns("NONE", "SUITABLE", 0, 0),
    ),
    of_placements(
        "A placement at the start alone is not suitable at the end, nor has it hours",
        {
            "kpi2": "0/1",
            **aged("school", "start", "1/1", "0/1"),
            **aged("school", "end", "0/1", "0/1"),
            "kpi2c hours=full_time, point=start": "1/1",
            "kpi2c hours=full_time, point=end": "0/1",
            "kpi2c hours=part_time, point=end": "0/1",
        },
        learns(until="2024-03-01"),
        clause="12 no ETE at the end",
    ),
    of_placements(
        "A placement at the end alone is not part time at the start with 0 hours",
        {
            "kpi2": "1/1",
            "kpi2c hours=part_time, point=start": "0/1",
            **aged("school", "start", "0/1", "0/1"),
        },
        learns(since="2024-03-01"),
        clause="12 no ETE at the end",
    ),
    of_placements(
        "A child above school age is in the other group",
        {
            **aged("above", "end", "1/1", "0/1"),
            **aged("school", "end", "0/0 =-", "0/0"),
        },
        learns(),
        clause="2.11 2b",
        born=LEFT_IN_2022,
    ),
    of_placements(
        "Unsuitable at the start above school age looks at the start",
        {
            **aged("above", "start", "0/1", "1/1"),
            **aged("above", "end", "1/1", "0/1"),
        },
        learns(suitability="UNSUITABLE", until="2024-02-01"),
        learns(since="2024-02-02"),
        clause="KPI 2 defect not copied",
        born=LEFT_IN_2022,
    ),
    case(
        "A child may be of school age at the start and above it at the end",
        "KPI 2",
        [child(order(end="2024-07-15"), learns(), born=IN_SCHOOL_UNTIL_JUNE_2024)],
        {
            every("2024Q2"): {
                **aged("school", "start", "1/1", "0/1"),
                **aged("school", "end", "0/0", "0/0"),
                **aged("above", "start", "0/0", "0/0"),
                **aged("above", "end", "1/1", "0/1"),
            }
        },
    ),
    *(
        case(
            f"School age runs to the last Friday in June: an end on {end}",
            "1.2",
            [child(order(end=end), learns(), born=IN_SCHOOL_UNTIL_JUNE_2024)],
            {EVERY: aged(age, "end", "1/1", "0/1")},
        )
        for end, age in (("2024-06-27", "school"), ("2024-06-29", "above"))
    ),
    *(
        case(
            f"The school year of the 16th birthday decides: born {born}",
            "1.2",
            [child(order(start="2023-07-03"), learns(), born=born)],
            {EVERY: aged(age, "start", "1/1", "0/1")},
        )
        for born, age in (("2007-08-31", "above"), ("2007-09-01", "school"))
    ),
    case(
        "The age group of custody is taken on the day before the sentence",
        "KPI 2",
        [
            child(
                order(
                    "DETENTION_AND_TRAINING_ORDER",
                    "2023-12-01",
                    disposal="DTO_LICENCE",
                    on="2023-06-20",
                ),
                learns(),
                born="2007-08-31",
            )
        ],
        {
            EVERY: {
                **aged("school", "start", "1/1", "0/1"),
                **aged("above", "end", "1/1", "0/1"),
            }
        },
    ),
    case(
        "KPI 2 is divided by the children of the order type",
        "KPI 2",
        [
            child(order(), learns(), ypid="c1"),
            child(order("YOUTH_CAUTION"), ypid="c2"),
        ],
        {
            EVERY: {
                "kpi2": "1/2 =50.0",
                "kpi2 order_type=ro": "1/1",
                "kpi2 order_type=yjs": "0/1",
            }
        },
    ),
]
