"""More small words for children: needs, care, victims, hearings, moves.

What is not an order, an address or a placement belongs here. See ``children`` for
those.
"""

from typing import Any

from tests.integration.rule_cases.children import LONG_AGO, NEVER, OPEN, Part


def needs(
    identified: str | None = "YES",
    plan: str | None = "YES",
    since: str = LONG_AGO,
    until: str = OPEN,
) -> Part:
    """Return a record of special educational needs."""
    item = {"kpi3IdentifiedSENDALN": identified, "kpi3SENDFormalPlan": plan}
    item |= {"kpi3SENDStartDate": since, "kpi3SENDEndDate": until}
    return {"sendaln": [item]}


def feels(kind: str | None = "GETTING_HELP", **dates: str) -> Part:
    """Return a mental health record; the days are screened, offered, begun, ended."""
    return {"kpi4": [_health("kpi4MH", kind, dates)]}


def uses(kind: str | None = "TARGETED_INTERVENTION", **dates: str) -> Part:
    """Return a substance misuse record; the days are as of ``feels``."""
    return {"kpi5": [_health("kpi5SM", kind, dates)]}


def _health(prefix: str, kind: str | None, dates: dict[str, str]) -> dict[str, Any]:
    return {
        f"{prefix}DateScreened": dates.get("screened", NEVER),
        f"{prefix}DateOffered": dates.get("offered", NEVER),
        f"{prefix}DateAttendedStart": dates.get("begun", NEVER),
        f"{prefix}DateAttendedEnd": dates.get("ended", OPEN),
        f"{prefix}InterventionType": kind,
    }


def in_care(
    status: str | None, since: str | None = LONG_AGO, until: str | None = OPEN
) -> Part:
    """Return a status of children's social care."""
    return {"care_status": [{"status": status, "startDate": since, "endDate": until}]}


def victim(
    name: str | None,
    *offences: int,
    number: int = 1,
    consent: str | None = "Yes",
    rj: str | None = "No",
    **answers: Any,
) -> Part:
    """Return a victim intervention, linked to the offences; to offence 1 if none.

    Answers: view, asked and told of progress, support_asked, support_told, contacted.
    """
    item = {"victimInterventionID": f"I{number}", "victimID": name}
    item |= {"consentYJSContact": consent, "engagedRJ": rj}
    item |= {
        "viewPrior": answers.get("view"),
        "progressRequest": answers.get("asked"),
        "progressProvided": answers.get("told"),
        "additionalSupportRequest": answers.get("support_asked"),
        "additionalSupportProvided": answers.get("support_told"),
        "yjscontactDate": answers.get("contacted", NEVER),
    }
    links = [
        {"offenceID": f"F{of}", "victimInterventionID": f"I{number}"}
        for of in offences or (1,)
    ]
    return {"victim_intervention": [item], "link_offence_victim_intervention": links}


def heard(on: str, decision: str = "REMAND_IN_CUSTODY", number: int = 1) -> Part:
    """Return a hearing with its remand decision."""
    item = {"hearingID": str(number), "hearingDate": on, "remandDecision": decision}
    return {"hearing": [item]}


def moved(on: str, description: str = "TRANSFER_OUT") -> Part:
    """Return a transfer."""
    return {"transfer": [{"date": on, "description": description}]}
