"""Named constants of the case documents: where each entity lies in a document.

Which list becomes which entity is stated here. Reading documents does not belong
here.
"""

# entity: the path of its list inside one child
CHILD_LISTS = {
    "transfers": ("transfer",),
    "offences": ("offence",),
    "hearings": ("hearing",),
    "intervention_programmes": ("intervention_programme",),
    "link_hearing_offence": ("link_hearing_offence",),
    "link_offence_intervention_programme": ("link_offence_intervention_programme",),
    "link_hearing_intervention_programme": ("link_hearing_intervention_programme",),
    "link_offence_victim_intervention": ("link_offence_victim_intervention",),
    "link_intervention_programme_asset": ("link_intervention_programme_asset",),
    "link_intervention_programme_parenting_intervention": (
        "link_intervention_programme_parenting_intervention",
    ),
    "residences": ("residence",),
    "ete_statuses": ("ete_status",),
    "sendaln": ("sendaln",),
    "mental_health": ("health", "mentalHealth", "kpi4MentalHealthWellbeing"),
    "substance_misuse": ("health", "substanceMisuse", "kpi5SubstanceMisuse"),
    "care_statuses": ("care_status",),
    "victim_interventions": ("victim_intervention",),
    "parenting_interventions": ("parenting_intervention",),
}

# entity: the list whose items are kept whole, as JSON text
WHOLE_ITEMS = {"assessment_stages": "assessment_stage", "asset_plus": "asset_plus"}

BOARD_MEETINGS = "board_meetings"
EMPTY_DATES = ("", "1900-01-01")  # both mean "no date"
EXTENSION = "x_"  # names the sender may add
ROWS_PER_BATCH = 5_000
EOF_MARGIN = 2  # characters from the end at which a JSON fault means "cut off"
