"""Case documents of a cohort of which the counts are given: children, reoffences.

Making the documents belongs here. What the figures must be belongs to the tests.
"""

from datetime import date, timedelta

from tests.integration.drawn_children import EMPTY_LISTS, a_return

PROVEN = date(2022, 12, 1)  # within 18 months of every entry from June 2021 on
EMPTY_STATUSES = ("residence", "ete_status", "sendaln", "care_status")


def an_offence(number, day, outcome_day, code):
    """Return an offence that a court or the police dealt with on a day."""
    outcome = {
        "outcomeDate": outcome_day.isoformat(),
        "legalOutcome": code,
        "cmslegalOutcome": "",
        "mainOrOther": "MAIN",
        "outcomeAppealStatus": "",
        "residenceOnLegalOutcomeDate": "LOCAL",
    }
    return {
        "offenceID": f"F{number}",
        "offenceDate": day.isoformat(),
        "cjscode": "TH68010",
        "yjboffenceCategory": "THEFT_AND_HANDLING",
        "yjbseriousnessScore": 3,
        "ageAtArrestOrOffence": 14,
        "ageOnFirstHearing": 14,
        "offenceLegalOutcome": [outcome],
        "policeBail": [],
    }


def a_child(ypid, entry, reoffences):
    """Return a child who enters a cohort on a day and reoffends so many times."""
    month_later = entry + timedelta(days=30)
    offences = [
        an_offence(0, entry - timedelta(days=60), entry, "YOUTH_CAUTION"),
        *(
            an_offence(number, month_later, PROVEN, "REFERRAL_ORDER")
            for number in range(1, reoffences + 1)
        ),
    ]
    person = {"ypid": ypid, "currentYOTID": f"L-{ypid}", "dateOfBirth": "2007-03-01"}
    return {
        **{name: [] for name in (*EMPTY_LISTS, *EMPTY_STATUSES)},
        "health": {"mentalHealth": {}, "substanceMisuse": {}},
        "ypid": ypid,
        "person_details": person | {"sex": "1", "ethnicity": "WHITE_BRITISH"},
        "offence": offences,
        "intervention_programme": [],
        "link_offence_intervention_programme": [],
    }


def a_cohort(entry, children, reoffenders, reoffences):
    """Return children who all enter on a day; reoffences fall on the first of them."""
    share, rest = divmod(reoffences, reoffenders)
    counts = [share + (number < rest) for number in range(reoffenders)]
    counts += [0] * (children - reoffenders)
    return [
        a_child(f"{entry:%Y%m}-{number}", entry, count)
        for number, count in enumerate(counts)
    ]


def a_document(service, children):
    """Return one return of the children, signed off when every cohort is final."""
    document = a_return(service, children, start="2024-01-01", end="2024-03-31")
    document["return_part"]["signoff_date"] = "2024-04-30"
    return document
