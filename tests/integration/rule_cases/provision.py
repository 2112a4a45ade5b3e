"""KPI 2d: the groups of provision, and that suitability does not matter there.

Types of provision belong here. Suitability belongs to ``education``.
"""

from tests.integration.rule_cases.children import learns
from tests.integration.rule_cases.education import of_placements

GROUP_OF = {
    "SCHOOL_FULL_TIME": "School",
    "SCHOOL_PART_TIME": "School",
    "MAINSTREAM_SCHOOL": "School",
    "ELECTIVELY_HOME_EDUCATED": "Electively home educated",
    "ALTERNATIVE_PROVISION_PRU_FULL_TIME": "Pupil referral unit",
    "ALTERNATIVE_PROVISION_PRU_PART_TIME": "Pupil referral unit",
    "PUPIL_REFERRAL_UNIT": "Pupil referral unit",
    "ALTERNATIVE_PROVISION": "Alternative provision",
    "ALTERNATIVE_PROVISION_OTHER_FULL_TIME": "Alternative provision",
    "ALTERNATIVE_PROVISION_OTHER_PART_TIME": "Alternative provision",
    "ALTERNATIVE_PROVISION_ABOVE_SCHOOL_AGE": "Alternative provision",
    "OTHER": "Alternative provision",
    "COLLEGE": "College",
    "EDUCATION_RE_ENGAGEMENT_PROGRAMME": "Education re-engagement programme",
    "TRAINEESHIP": "Traineeship",
    "TRAINING_COURSE_APPRENTICESHIP": "Apprenticeship",
    "SUPPORTED_INTERNSHIP": "Supported internship",
    "MENTORING_CIRCLE": "Mentoring circle",
    "FULL_TIME_EMPLOYMENT": "Employment",
    "PART_TIME_EMPLOYMENT": "Employment",
    "EMPLOYMENT": "Employment",
    "SELF_EMPLOYMENT": "Self employment",
    "VOLUNTARY_WORK": "Voluntary work",
    "UNIVERSITY": "University",
    "NONE": "No ETE",
}


def provided(group, start, end):
    """The figures of 2d of one group."""
    return {
        f"kpi2d provision_group={group}, point=start": start,
        f"kpi2d provision_group={group}, point=end": end,
    }


CASES = [
    *(
        of_placements(
            f"{code} is provision of the group {group}",
            provided(group, "1/1", "1/1"),
            learns(code),
            clause="2.11 2d",
        )
        for code, group in GROUP_OF.items()
    ),
    of_placements(
        "An unsuitable provision is provision",
        provided("College", "1/1", "1/1"),
        learns(suitability="UNSUITABLE"),
        clause="KPI 2d",
    ),
    of_placements(
        "A provision of blank suitability is none",
        provided("College", "0/1", "0/1"),
        learns(suitability=None),
        clause="KPI 2d",
    ),
    of_placements(
        "A child with two provisions is in both groups, by point",
        {**provided("College", "1/1", "1/1"), **provided("School", "1/1", "0/1")},
        learns(),
        learns("MAINSTREAM_SCHOOL", until="2024-02-01"),
        clause="KPI 2d",
    ),
]
