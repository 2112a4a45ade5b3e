"""Find what a national case document lacks of the minimum validation set.

The questions of section 4 of the counting rules to one child belong here, each naming
ypid and record. Form (fields, ids, links) belongs to ``document_breaches``. They are
asked of the document and not of our tables: it is what the YJB gets.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from warehouse.seeds import read_seed

Item = dict[str, Any]
Question = Callable[[Item], Iterator[str]]

NO_DATE = "1900-01-01"
COURT_TIERS = ("First-tier", "Community", "Custody")
LINK = "link_offence_intervention_programme"
LOWEST_AGE, HIGHEST_AGE = 10, 18
LOWEST_SCORE, HIGHEST_SCORE = 1, 8


@cache
def ending_disposals() -> frozenset[str]:
    """Return the disposal types whose programmes end an order for the KPIs."""
    rows = read_seed("reference/disposal_types")
    return frozenset(row["code"] for row in rows if row["counts_in_kpis"] == "YES")


@cache
def court_outcomes() -> frozenset[str]:
    """Return the legal outcomes that a court gives."""
    rows = read_seed("reference/legal_outcomes")
    return frozenset(row["code"] for row in rows if row["tier"] in COURT_TIERS)


def day(value: object) -> date | None:
    """Return a date of the document; absent, empty and 1900-01-01 are none."""
    return None if value in (None, "", NO_DATE) else date.fromisoformat(str(value))


def code(value: object) -> str:
    """Return a code as the reference compares it."""
    return str(value or "").strip().upper()


def outcomes_of(child: Item) -> Iterator[tuple[Item, Item]]:
    """Yield each outcome of a child with its offence."""
    for offence in child.get("offence", []):
        for outcome in offence.get("offenceLegalOutcome", []):
            yield offence, outcome


def lacks_birth_date(child: Item) -> Iterator[str]:
    """Yield the child whose age at the first outcome cannot be, or is not known."""
    born = day(child.get("person_details", {}).get("dateOfBirth"))
    days = [day(outcome.get("outcomeDate")) for _, outcome in outcomes_of(child)]
    first = min((item for item in days if item), default=None)
    if born and first:
        passed = (first.month, first.day) >= (born.month, born.day)
        age = first.year - born.year - (not passed)
    if not born or (first and not LOWEST_AGE <= age <= HIGHEST_AGE):
        yield "person_details.dateOfBirth"


def decided_before_offence(child: Item) -> Iterator[str]:
    """Yield each offence with an outcome that lies before it."""
    for offence, outcome in outcomes_of(child):
        committed, decided = (
            day(offence.get("offenceDate")),
            day(outcome["outcomeDate"]),
        )
        if committed and decided and decided < committed:
            yield f"offence {offence['offenceID']}"


def lacks_link(child: Item) -> Iterator[str]:
    """Yield each programme that ends an order and is linked to no offence."""
    linked = {link.get("interventionProgrammeID") for link in child.get(LINK, [])}
    for programme in child.get("intervention_programme", []):
        ends = code(programme.get("disposalType")) in ending_disposals()
        if ends and programme["interventionProgrammeID"] not in linked:
            yield f"intervention_programme {programme['interventionProgrammeID']}"


def has_wrong_dates(child: Item) -> Iterator[str]:
    """Yield each programme without a start, or that ends before it."""
    for programme in child.get("intervention_programme", []):
        start, end = day(programme.get("startDate")), day(programme.get("endDate"))
        if start is None or (end and end < start):
            yield f"intervention_programme {programme['interventionProgrammeID']}"


def lacks_residence(child: Item) -> Iterator[str]:
    """Yield each offence with an outcome that does not say where the child lived."""
    for offence, outcome in outcomes_of(child):
        if not code(outcome.get("residenceOnLegalOutcomeDate")):
            yield f"offence {offence['offenceID']}"


def lacks_score(child: Item) -> Iterator[str]:
    """Yield each offence without a category or a seriousness score."""
    for offence in child.get("offence", []):
        score = offence.get("yjbseriousnessScore") or 0
        is_scored = LOWEST_SCORE <= score <= HIGHEST_SCORE
        if not is_scored or not code(offence.get("yjboffenceCategory")):
            yield f"offence {offence['offenceID']}"


def lacks_hearing_age(child: Item) -> Iterator[str]:
    """Yield each offence that a court decided without an age on first hearing."""
    for offence, outcome in outcomes_of(child):
        if code(outcome.get("legalOutcome")) in court_outcomes() and (
            offence.get("ageOnFirstHearing") is None
        ):
            yield f"offence {offence['offenceID']}"


def lacks_plan_answer(child: Item) -> Iterator[str]:
    """Yield each SEND record with a need and nothing about a plan."""
    for record in child.get("sendaln", []):
        needs = code(record.get("kpi3IdentifiedSENDALN")) == "YES"
        if needs and not code(record.get("kpi3SENDFormalPlan")):
            yield "sendaln"


def has_wrong_hours(child: Item) -> Iterator[str]:
    """Yield each provision of no hours, and hours of no provision."""
    for record in child.get("ete_status", []):
        hours = record.get("hoursOffered")
        is_none = code(record.get("provisionType")) == "NONE"
        if hours is not None and is_none == (hours > 0):
            yield "ete_status"


def lacks_consent(child: Item) -> Iterator[str]:
    """Yield each victim of whom nobody says whether they may be contacted."""
    for victim in child.get("victim_intervention", []):
        if not code(victim.get("consentYJSContact")):
            yield f"victim_intervention {victim['victimInterventionID']}"


VALIDATION: Mapping[str, Question] = {
    "V-BIRTH-DATE": lacks_birth_date,
    "V-OUTCOME-DATE": decided_before_offence,
    "V-PROGRAMME-LINK": lacks_link,
    "V-PROGRAMME-DATES": has_wrong_dates,
    "V-RESIDENCE": lacks_residence,
    "V-SCORE": lacks_score,
    "V-HEARING-AGE": lacks_hearing_age,
    "V-SEND-PLAN": lacks_plan_answer,
    "V-ETE-HOURS": has_wrong_hours,
    "V-VICTIM-CONSENT": lacks_consent,
}
