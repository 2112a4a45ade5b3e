"""One child per known difference: the change that makes us and the YJB part.

A child and its change belong here, by name; what must follow belongs to the test.
"""

from tests.integration.quiet_children import (
    OPEN,
    a_licence,
    a_link,
    a_programme,
    a_provision,
    a_quiet_child,
    a_victim,
    an_address,
    an_offence,
)


def outcome_of(child):
    """Return the one outcome of a child."""
    return child["offence"][0]["offenceLegalOutcome"][0]


def without_residence(child):
    outcome_of(child)["residenceOnLegalOutcomeDate"] = None


def without_appeal(child):
    outcome_of(child)["outcomeAppealStatus"] = None


def without_hearing_age(child):
    child["offence"][0]["ageOnFirstHearing"] = None


def transferred(child):
    child["transfer"] = [{"date": "2024-05-10", "description": "TRANSFER_OUT"}]


def serious_in_small_letters(child):
    child["offence"] = [an_offence("F1", "REFERRAL_ORDER", "2024-04-10")]
    child["offence"][0] |= {"yjboffenceCategory": "robbery", "yjbseriousnessScore": 6}
    child["intervention_programme"][0]["startDate"] = "2024-04-10"


def status_in_small_letters(child):
    child["care_status"] = [
        {"status": "looked after child", "startDate": "2024-02-01", "endDate": OPEN}
    ]


def appeal_in_small_letters(child):
    outcome_of(child)["outcomeAppealStatus"] = "changed on appeal"


def on_a_long_licence(child):
    child["person_details"]["dateOfBirth"] = "2006-01-20"
    a_licence(child, "SECTION_250_LICENCE", "2023-01-10", "2024-02-10")


def on_a_licence_with_a_victim(child):
    child["person_details"]["dateOfBirth"] = "2006-01-21"
    a_licence(child, "DTO_LICENCE", "2023-06-10", "2024-02-10")
    a_victim(child, "W1")


def address_at_start_only(child):
    child["residence"] = [an_address("2020-01-01", "2024-03-01")]


def provision_at_end_only(child):
    child["ete_status"] = [a_provision("2024-03-01", OPEN)]


def in_bed_and_breakfast(child):
    child["residence"] = [an_address("2020-01-01", OPEN, kind="BED_AND_BREAKFAST")]


def in_no_provision(child):
    child["ete_status"] = [a_provision("2020-01-01", OPEN, kind="NONE", hours=0)]


def learning_before(child):
    """Special needs now, education only at the end of an order of last year."""
    child["ete_status"] = [a_provision("2020-01-01", "2023-12-01")]
    child["sendaln"] = [
        {
            "kpi3IdentifiedSENDALN": "YES",
            "kpi3SENDFormalPlan": "YES",
            "kpi3SENDStartDate": "2020-01-01",
            "kpi3SENDEndDate": OPEN,
        }
    ]
    child["offence"].append(an_offence("F0", "REFERRAL_ORDER", "2023-05-10"))
    child["intervention_programme"].append(
        a_programme("P0", "REFERRAL_ORDER", "2023-05-10", "2023-08-10")
    )
    child["link_offence_intervention_programme"].append(a_link("F0", "P0"))


def referred_in_custody(child):
    a_licence(child, "DTO_LICENCE", "2023-11-10", "2024-02-10")
    child["care_status"] = [
        {"status": "Early Help referral", "startDate": "2024-01-10", "endDate": OPEN}
    ]


def bound_over(child):
    outcome_of(child)["legalOutcome"] = "BIND_OVER"


def unsuitable_above_school_age(child):
    """Above school age at the start, in unsuitable education there and not later."""
    child["person_details"]["dateOfBirth"] = "2006-09-20"
    child["ete_status"] = [
        a_provision("2020-01-01", "2024-03-01") | {"suitability": "UNSUITABLE"},
        a_provision("2024-03-02", OPEN),
    ]


def remanded(child):
    """On remand before an order, the offence linked to an open programme as well."""
    child["hearing"] = [
        {
            "hearingID": "H1",
            "hearingDate": "2023-12-05",
            "remandDecision": "REMAND_IN_CUSTODY",
        }
    ]
    child["intervention_programme"].append(
        a_programme("P2", "REFERRAL_ORDER", "2024-01-10", OPEN)
    )
    child["link_offence_intervention_programme"].append(a_link("F1", "P2"))


def serious_with_a_shared_id(child):
    child["offence"] = [an_offence("S1", "REFERRAL_ORDER", "2024-04-10")]
    child["offence"][0]["yjbseriousnessScore"] = 6
    child["intervention_programme"][0]["startDate"] = "2024-04-10"
    child["link_offence_intervention_programme"] = [a_link("S1", "P1")]


CHANGES = {
    "no-residence": without_residence,
    "no-appeal": without_appeal,
    "no-hearing-age": without_hearing_age,
    "transferred": transferred,
    "small-category": serious_in_small_letters,
    "small-status": status_in_small_letters,
    "small-appeal": appeal_in_small_letters,
    "long-licence": on_a_long_licence,
    "licence-victim": on_a_licence_with_a_victim,
    "start-only": address_at_start_only,
    "end-only": provision_at_end_only,
    "bed-and-breakfast": in_bed_and_breakfast,
    "no-provision": in_no_provision,
    "learning-before": learning_before,
    "referred": referred_in_custody,
    "bound-over": bound_over,
    "above-school": unsuitable_above_school_age,
    "remanded": remanded,
    "shared-1": serious_with_a_shared_id,
    "shared-2": serious_with_a_shared_id,
}


def children_who_part():
    """Return a child per change, and the pairs whose records meet."""
    children = []
    for place, (name, change) in enumerate(CHANGES.items()):
        child = a_quiet_child(name, birth=f"2009-04-{place + 1:02d}")
        change(child)
        children.append(child)
    for name in ("twice-1", "twice-2"):
        child = a_quiet_child(name, birth="2009-05-01")
        child["person_details"]["originatingYOTPersonID"] = "Otwice"
        children.append(child)
    for name in ("na-1", "na-2"):
        child = a_quiet_child(name, birth="2009-05-02")
        child["person_details"]["originatingYOTPersonID"] = "N/A"
        children.append(child)
    return children
