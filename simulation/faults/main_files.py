"""In which files of a case system the rows of each table of the world stand, and whose.

Where a table stands in several, as court and police outcomes do, all are named; files
that only repeat what another says are not.
"""

# the column that holds the number of the child's record, in every file of children
OWNERS = {
    "core_plus": "PERSON_ID",
    "careworks": "CLIENT_REF",
    "childview": "ChildNo",
    "capita_one": "STUD_ID",
}

MAIN_FILES: dict[str, dict[str, tuple[str, ...]]] = {
    "core_plus": {
        "children": ("PERSON",),
        "residences": ("PERSON_ACCOMMODATION",),
        "ete": ("PERSON_ETE",),
        "offences": ("OFFENCE",),
        "outcomes": ("OFFENCE_OUTCOME",),
        "hearings": ("HEARING",),
        "hearing_offences": ("HEARING_OFFENCE",),
        "programmes": ("INTERVENTION_PROGRAMME",),
        "assessments": ("ASSESSMENT",),
    },
    "careworks": {
        "children": ("CW_CLIENT",),
        "residences": ("CW_CLIENT_ADDRESS",),
        "ete": ("CW_EDUCATION",),
        "offences": ("CW_OFFENCE",),
        "outcomes": ("CW_PRE_COURT_OUTCOME", "CW_COURT_OUTCOME"),
        "hearings": ("CW_COURT_APPEARANCE",),
        "hearing_offences": ("CW_APPEARANCE_OFFENCE",),
        "programmes": ("CW_PROGRAMME",),
        "assessments": ("CW_ASSESSMENT",),
    },
    "capita_one": {
        "children": ("yj_student",),
        "residences": ("yj_accommodation",),
        "ete": ("yj_activity",),
        "offences": ("yj_offence",),
        "outcomes": ("yj_disposal",),
        "hearings": ("yj_hearing",),
        "hearing_offences": ("yj_hearing_offence",),
        "programmes": ("yj_intervention",),
        "assessments": ("yj_assessment",),
    },
    "childview": {
        "children": ("ChildView_Children",),
        "residences": ("ChildView_Circumstances",),
        "ete": ("ChildView_Circumstances",),
        "offences": ("ChildView_Offences_and_Disposals",),
        "outcomes": ("ChildView_Offences_and_Disposals",),
        "hearings": ("ChildView_Court_Lists",),
        "hearing_offences": ("ChildView_Court_Lists",),
        "programmes": ("ChildView_Intervention_Plans",),
        "assessments": ("ChildView_Assessments",),
    },
}
