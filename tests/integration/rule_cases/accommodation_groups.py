"""KPI 1b: the groups of accommodation, and whom each is divided by.

The grouping of addresses belongs here. Suitability itself belongs to ``accommodation``.
"""

from tests.integration.rule_cases.accommodation import grouped, of_addresses
from tests.integration.rule_cases.children import lives

GROUP_OF = {
    "LIVING_WITH_PARENT_S": "Living with parent(s)",
    "AT_HOME": "Living with parent(s)",
    "LIVING_WITH_FAMILY_NOT_PARENTS": "Living with family (not parents)",
    "LIVING_WITH_FRIENDS": "Living with friends",
    "FOSTER_CARE_LA": "Foster Care",
    "FOSTER_CARE_PRIVATE": "Foster Care",
    "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS": (
        "Supported accommodation/supported lodgings"
    ),
    "TEMPORARY_ACCOMMODATION": "Temporary accomodation",
    "BAIL_HOSTEL": "Temporary accomodation",
    "RESIDENTIAL_UNIT_LA": "Residential unit",
    "RESIDENTIAL_UNIT_PRIVATE": "Residential unit",
    "RESIDENTIAL_UNIT_SECURE": "Residential unit",
    "INDEPENDENT_LIVING": "Independent living",
    "OTHER": "Other",
    "HOSPITAL": "Other",
    "TRAVELLER_SITE": "Other",
    "YOI": "YOI",
    "STC": "STC",
    "SCH": "SCH",
}

CASES = [
    *(
        of_addresses(
            f"{kind} is in the group {group}",
            grouped(group, "1/1", "1/1"),
            lives(kind),
            clause="KPI 1b",
        )
        for kind, group in GROUP_OF.items()
    ),
    of_addresses(
        "A child with one unsuitable address is suitable in none of its groups",
        {
            **grouped("Foster Care", "0/1", "0/1"),
            **grouped("Living with friends", "0/1", "0/1"),
        },
        lives("FOSTER_CARE_LA"),
        lives("LIVING_WITH_FRIENDS", "UNSUITABLE"),
        clause="KPI 1b",
    ),
    of_addresses(
        "A group is divided by the children in it at that point",
        {
            **grouped("Foster Care", "1/1", "0/0 =-"),
            **grouped("Living with parent(s)", "0/0", "1/1"),
        },
        lives("FOSTER_CARE_LA", until="2024-03-01"),
        lives(since="2024-03-01"),
        clause="2.11 1b",
    ),
    of_addresses(
        "Two addresses of one group are one child in it",
        grouped("Residential unit", "1/1", "1/1"),
        lives("RESIDENTIAL_UNIT_LA"),
        lives("RESIDENTIAL_UNIT_PRIVATE"),
        clause="KPI 1b",
    ),
    of_addresses(
        "A type that nobody knows is in no group and counts all the same",
        {"kpi1": "1/1", **grouped("Other", "0/0", "0/0")},
        lives("TENT"),
        clause="12 unknown code",
    ),
]
