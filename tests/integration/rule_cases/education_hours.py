"""KPI 2c and 2e: part and full time, and the bands of hours offered and attended.

Hours belong here. Suitability and age groups belong to ``education``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case
from tests.integration.rule_cases.children import child, learns, order
from tests.integration.rule_cases.education import LEFT_IN_2022, of_placements


def timed(point, full, part):
    """The figures of 2c at one point, of one child."""
    return {
        f"kpi2c hours=full_time, point={point}": f"{full}/1",
        f"kpi2c hours=part_time, point={point}": f"{part}/1",
    }


def in_band(hours, band, **person):
    """A case of one child offered and attending the hours, in a band or in none."""
    figures = {
        f"kpi2e band={each}, basis={basis}, point={point}": like
        for each in ("1-15", "16-24", "25+")
        for basis, point, like in (
            ("offered", "start", f"{int(each == band)}/1"),
            ("offered", "end", f"{int(each == band)}/1"),
            ("attended", "end", "1/1" if each == band else "0/0"),
        )
    }
    name = f"{hours} hours are in the band {band}"
    placement = learns(offered=hours, attended=hours)
    return case(name, "KPI 2e", [child(order(), placement, **person)], {EVERY: figures})


CASES = [
    of_placements(
        "25 hours are full time at school age",
        {**timed("start", 1, 0), **timed("end", 1, 0)},
        learns(offered=25),
        clause="KPI 2c",
    ),
    of_placements(
        "24 hours are part time at school age, whatever the school calls them",
        {**timed("start", 0, 1), **timed("end", 0, 1)},
        learns("SCHOOL_FULL_TIME", offered=24),
        clause="KPI 2c",
    ),
    of_placements(
        "16 hours are full time above school age",
        {**timed("start", 1, 0), **timed("end", 1, 0)},
        learns(offered=16),
        clause="KPI 2c",
        born=LEFT_IN_2022,
    ),
    of_placements(
        "15 hours are part time above school age",
        {**timed("start", 0, 1), **timed("end", 0, 1)},
        learns(offered=15),
        clause="KPI 2c",
        born=LEFT_IN_2022,
    ),
    of_placements(
        "0 hours are part time at the start and nothing at the end",
        {
            EVERY: {**timed("start", 0, 1), **timed("end", 0, 0)},
            V8.having("kpi2.part_time_start_includes_zero", "false"): timed(
                "start", 0, 0
            ),
        },
        learns(offered=0, attended=0),
        clause="12 part time",
    ),
    of_placements(
        "A child without any hours is neither, and in no band",
        {
            **timed("start", 0, 0),
            **timed("end", 0, 0),
            "kpi2e band=1-15, basis=offered, point=end": "0/1",
            "kpi2e band=1-15, basis=attended, point=end": "0/0",
        },
        learns(offered=None, attended=None),
        clause="KPI 2 [C:7]",
    ),
    of_placements(
        "Hours of placements side by side are summed",
        {
            **timed("end", 1, 0),
            "kpi2e band=25+, basis=offered, point=end": "1/1",
            "kpi2e band=16-24, basis=attended, point=end": "1/0 =-",
        },
        learns("PUPIL_REFERRAL_UNIT", offered=15, attended=12),
        learns(offered=10, attended=8),
        clause="KPI 2 [C:7]",
    ),
    of_placements(
        "A placement without hours is left out of the sum",
        timed("end", 1, 0),
        learns(offered=25),
        learns("VOLUNTARY_WORK", offered=None),
        clause="KPI 2 [C:7]",
    ),
    of_placements(
        "Hours are summed at each point for itself",
        {**timed("start", 0, 1), **timed("end", 1, 0)},
        learns(offered=10),
        learns("PUPIL_REFERRAL_UNIT", offered=15, since="2024-03-01"),
        clause="KPI 2 [C:7]",
    ),
    of_placements(
        "Hours of an unsuitable placement count as well",
        timed("end", 1, 0),
        learns(suitability="UNSUITABLE", offered=25),
        clause="KPI 2c",
    ),
    in_band(0, "none"),
    in_band(1, "1-15"),
    in_band(15, "1-15"),
    in_band(16, "16-24"),
    in_band(24, "16-24"),
    in_band(25, "25+"),
    in_band(40, "25+"),
    case(
        "Attended hours are divided by those offered the same band, and may exceed them",
        "12 sub-measure ratios",
        [
            child(order(), learns(offered=25, attended=20), ypid="c1"),
            child(order(), learns(offered=20, attended=20), ypid="c2"),
            child(order(), learns(offered=30, attended=0), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi2e band=16-24, basis=attended, point=end": "2/1 =200.0",
                "kpi2e band=25+, basis=attended, point=end": "0/2 =0.0",
                "kpi2e band=1-15, basis=attended, point=end": "0/0 =-",
                "kpi2e band=25+, basis=offered, point=end": "2/3 =66.7",
            }
        },
    ),
]
