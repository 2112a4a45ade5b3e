"""KPI 8: who of the statutory partners came to the board. One quarter is one case.

Meetings belong here. They name no service, so all of them are of one.
"""

from tests.integration.rule_cases.case import V1, V2, V8, Case

OFFICIAL = (V1, V2)


def came(day, *, senior=(), delegate=(), none=(), sharing=()):
    """Return the attendances of one meeting."""
    levels = {"senior": senior, "delegate": delegate, "none": none}
    return [
        {
            "meeting_date": day,
            "sector": sector,
            "attendee_level": level,
            "new_partner": "no",
            "shares_disproportionality_data": "yes" if sector in sharing else "no",
        }
        for level, sectors in levels.items()
        for sector in sectors
    ]


def of_board(name, clause, figures, *meetings):
    """A case of the board's meetings in one quarter."""
    attendances = tuple(item for meeting in meetings for item in meeting)
    return Case(
        name,
        clause,
        (),
        figures,
        service="Boardshire",
        meetings=attendances or tuple(came("2020-01-01", senior=["police"])),
    )


def asked(quarter):
    """The versions before v8, and v8, of a quarter."""
    return tuple(version.of(quarter) for version in OFFICIAL), V8.of(quarter)


BEFORE, SINCE = zip(
    *(asked(f"202{y}Q{q}") for y in (3, 4) for q in (1, 2, 3, 4)), strict=True
)

CASES = [
    of_board(
        "A senior partner of a statutory sector represents it; others do not count",
        "11 versions",
        {
            BEFORE[0]: {"kpi8": "2/-"},
            SINCE[0]: {
                "kpi8": "2/5 =40.0",
                "kpi8b": "1/5 =20.0",
                "kpi8_data_shared": "1/5",
            },
        },
        came(
            "2023-04-18",
            senior=["police", "health", "other"],
            delegate=["education"],
            none=["probation"],
            sharing=["police", "other"],
        ),
    ),
    of_board(
        "No meeting in the quarter is no figure, not 0",
        "KPI 8",
        {BEFORE[1]: {"kpi8": "0 =-"}, SINCE[1]: {"kpi8": "0/0 =-"}},
    ),
    of_board(
        "Of two meetings any counts, or the last, or their mean",
        "12 KPI 8 two meetings",
        {
            SINCE[2]: {"kpi8": "3/5 =60.0"},
            SINCE[2].having("kpi8.multi_meeting", "last"): {"kpi8": "1/5 =20.0"},
            SINCE[2].having("kpi8.multi_meeting", "mean"): {"kpi8": "4/10 =40.0"},
            BEFORE[2]: {"kpi8": "4/-"},
        },
        came("2023-10-10", senior=["police", "health", "probation"]),
        came("2023-12-10", senior=["police"], delegate=["health"]),
    ),
    of_board(
        "A sector may be both senior and delegated",
        "12 KPI 8 two meetings",
        {SINCE[3]: {"kpi8": "1/5", "kpi8b": "1/5"}},
        came("2024-01-10", senior=["police"]),
        came("2024-02-10", delegate=["police"]),
    ),
    of_board(
        "Two people of one sector at one meeting are one attendance",
        "12 KPI 8 before v8",
        {BEFORE[4]: {"kpi8": "1/-"}, SINCE[4]: {"kpi8": "1/5"}},
        came("2024-04-10", senior=["police", "police"]),
    ),
    of_board(
        "A board of sectors has no low base",
        "12 low base",
        {SINCE[5]: {"kpi8": "5/5 =100.0 firm", "kpi8b": "0/5 firm"}},
        came(
            "2024-07-10",
            senior=["police", "health", "probation", "education", "social_care"],
        ),
    ),
    of_board(
        "The headline of the board may be set to either form",
        "cfg.kpi8.headline",
        {
            SINCE[6].having("kpi8.headline", "attendances"): {"kpi8": "2/-"},
            BEFORE[6][1].having("kpi8.headline", "sectors"): {"kpi8": "1/5"},
        },
        came("2024-10-10", senior=["police"]),
        came("2024-11-10", senior=["police"]),
    ),
]
