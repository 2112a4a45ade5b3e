"""Small words for children of the case document: an order, an address, a need.

What a child is made of belongs here, each word one list of the document. Which
children prove which rule belongs to the topics.
"""

from collections import defaultdict
from typing import Any

Part = dict[str, list[dict[str, Any]]]
Child = dict[str, Any]

OPEN = "1900-01-01"
NEVER = "1900-01-01"
LONG_AGO = "2023-01-01"


def child(
    *parts: Part, ypid: str = "c1", originating: str | None = "", **person: str | None
) -> Child:
    """Return a boy born on 2009-06-10, 14 when an order starts, made of the parts.

    The person may be told apart by born, sex, gender and ethnicity.
    """
    lists: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for part in parts:
        for name, items in part.items():
            lists[name] += items
    needed = (
        "offence",
        "intervention_programme",
        "link_offence_intervention_programme",
    )
    return {
        "ypid": ypid,
        "person_details": {
            "ypid": ypid,
            "originatingYOTPersonID": originating,
            "dateOfBirth": person.get("born", "2009-06-10"),
            "sex": person.get("sex", "1"),
            "gender": person.get("gender"),
            "ethnicity": person.get("ethnicity", "WHITE_BRITISH"),
        },
        "health": {
            "mentalHealth": {"kpi4MentalHealthWellbeing": lists.pop("kpi4", [])},
            "substanceMisuse": {"kpi5SubstanceMisuse": lists.pop("kpi5", [])},
        },
        **{name: lists.pop(name, []) for name in needed},
        **lists,
    }


def outcome(code: str, on: str | None, **fields: Any) -> dict[str, Any]:
    """Return a legal outcome, of a child of this area unless the fields say not."""
    return {
        "outcomeDate": on,
        "legalOutcome": code,
        "cmslegalOutcome": fields.pop("text", ""),
        "mainOrOther": fields.pop("part", "MAIN"),
        "outcomeAppealStatus": fields.pop("appeal", ""),
        "residenceOnLegalOutcomeDate": fields.pop("residence", "LOCAL"),
        **fields,
    }


def offence(number: int, *outcomes: dict[str, Any], **fields: Any) -> Part:
    """Return an offence of criminal damage, score 2, at 14, unless the fields say not."""
    item = {
        "offenceID": f"F{number}",
        "offenceDate": fields.pop("on", "2023-08-01"),
        "yjboffenceCategory": fields.pop("category", "CRIMINAL_DAMAGE"),
        "yjbseriousnessScore": fields.pop("score", 2),
        "ageAtArrestOrOffence": fields.pop("age", 14),
        "ageOnFirstHearing": fields.pop("hearing", 14),
        "offenceLegalOutcome": list(outcomes),
        **fields,
    }
    return {"offence": [item]}


def programme(
    number: int,
    disposal: str,
    start: str | None,
    end: str | None,
    *offences: int,
    completed: bool | None = None,
) -> Part:
    """Return a programme, linked to the offences of the numbers."""
    item = {"interventionProgrammeID": f"P{number}", "disposalType": disposal}
    item |= {"startDate": start, "endDate": end}
    links = [
        {"offenceID": f"F{offence}", "interventionProgrammeID": f"P{number}"}
        for offence in offences
    ]
    return {
        "intervention_programme": [item | {"kpi6SuccessfullyCompleted": completed}],
        "link_offence_intervention_programme": links,
    }


def order(
    code: str = "REFERRAL_ORDER",
    start: str | None = "2024-01-10",
    end: str | None = "2024-05-31",
    **fields: Any,
) -> Part:
    """Return an offence, its outcome on the start day, and the programme of it.

    ``on`` moves the outcome, ``disposal`` names another programme type, ``number``
    tells several orders apart; what else is given is of the outcome or the offence.
    """
    number = fields.pop("number", 1)
    disposal, completed = fields.pop("disposal", code), fields.pop("completed", None)
    on = fields.pop("on", start)
    of_outcome = ("text", "part", "appeal", "residence")
    ruled = outcome(code, on, **{k: fields.pop(k) for k in of_outcome if k in fields})
    if "committed" in fields:
        fields["on"] = fields.pop("committed")
    return {
        **offence(number, ruled, **fields),
        **programme(number, disposal, start, end, number, completed=completed),
    }


def lives(
    kind: str = "AT_HOME",
    suitability: str | None = "SUITABLE",
    since: str = LONG_AGO,
    until: str = OPEN,
    primary: bool | None = True,
) -> Part:
    """Return an address."""
    item = {"date": since, "kpi1EndDate": until, "kpi1PrimaryResidence": primary}
    item |= {"kpi1AccommodationType": kind, "kpi1AccommodationSuitability": suitability}
    return {"residence": [item]}


def learns(
    provision: str = "COLLEGE",
    suitability: str | None = "SUITABLE",
    offered: float | None = 25,
    attended: float | None = 25,
    since: str = LONG_AGO,
    until: str = OPEN,
) -> Part:
    """Return a placement in education, training or employment."""
    item = {"startDate": since, "endDate": until, "provisionType": provision}
    item |= {"suitability": suitability, "hoursOffered": offered, "hours": attended}
    return {"ete_status": [item]}
