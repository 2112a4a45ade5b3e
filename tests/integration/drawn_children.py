"""Case documents drawn at random: children whole, and returns of them.

Drawing a child, changing one so that it does not qualify, and wrapping children in a
return belong here. What is asked of the figures belongs to the tests.
"""

import json

from hypothesis import strategies as st

from tests.integration.drawn_records import (
    ENDS,
    NO_DATE,
    a_victim,
    an_order,
    statuses,
)

# 29 February, the tenth birthday and the eighteenth on the start of an order, the day
# before it, and a child who may leave school in June 2024
BIRTHS = st.sampled_from(
    [
        *("2008-02-29", "2008-02-29", "2007-09-01", "2006-06-10"),
        *("2014-01-31", "2006-01-31", "2006-02-01"),
    ]
)
REMANDS = st.sampled_from(["REMAND_IN_CUSTODY", "CONDITIONAL_BAIL", None])
EMPTY_LISTS = (
    *("link_hearing_intervention_programme", "parenting_intervention"),
    *("assessment_stage", "asset_plus"),
)


@st.composite
def a_child(draw, ypid):
    """Draw one child of the case document, whole."""
    drawn = [draw(an_order(number)) for number in range(draw(st.integers(1, 3)))]
    victims = [draw(a_victim(number)) for number in range(draw(st.integers(0, 2)))]
    day = draw(st.sampled_from(["2023-04-03", "2023-05-01", NO_DATE]))
    moves = ["TRANSFER_IN", "TRANSFER_OUT", "TRANSFER_TO_ADULT"]
    transfer = {"date": draw(ENDS), "description": draw(st.sampled_from(moves))}
    return {
        **{name: [] for name in EMPTY_LISTS},
        **draw(statuses()),
        "ypid": ypid,
        "person_details": draw(a_person(ypid)),
        "transfer": [transfer] * draw(st.integers(0, 1)),
        "hearing": [
            {"hearingID": "H0", "hearingDate": day, "remandDecision": draw(REMANDS)}
        ],
        "link_hearing_offence": [{"hearingID": "H0", "offenceID": "F0"}],
        "offence": [offence for offence, _, _ in drawn],
        "intervention_programme": [item for _, items, _ in drawn for item in items],
        "link_offence_intervention_programme": [
            link for _, _, links in drawn for link in links
        ],
        "victim_intervention": victims,
        "link_offence_victim_intervention": [
            {"offenceID": "F0", "victimInterventionID": victim["victimInterventionID"]}
            for victim in victims
        ],
    }


@st.composite
def a_person(draw, ypid):
    """Draw who a child is; those of one originating id and birth date are one child."""
    return {
        "ypid": ypid,
        "currentYOTID": f"L-{ypid}",
        "originatingYOTPersonID": draw(
            st.sampled_from([ypid, ypid, "twin", "N/A", ""])
        ),
        "dateOfBirth": draw(BIRTHS),
        "sex": draw(st.sampled_from(["0", "1", "2", "9", None])),
        "gender": draw(st.sampled_from(["1", "2", None])),
        "ethnicity": draw(
            st.sampled_from(["WHITE_BRITISH", "ASIAN_INDIAN", "X", None])
        ),
    }


@st.composite
def some_children(draw, count=3):
    """Draw children with ypids of their own."""
    return [draw(a_child(f"c{number}")) for number in range(count)]


def alone(child):
    """Return a child that is nobody else's second record."""
    person = child["person_details"] | {"originatingYOTPersonID": child["ypid"]}
    return child | {"person_details": person}


def born_on(child, day):
    """Return a child with a birth date, and without the ages that contradict it."""
    gone = {"ageAtArrestOrOffence": None, "ageOnFirstHearing": None}
    return child | {
        "person_details": child["person_details"] | {"dateOfBirth": day},
        "offence": [offence | gone for offence in child["offence"]],
    }


def with_outcomes(child, **changes):
    """Return a child with a change in every legal outcome."""
    return child | {
        "offence": [
            offence
            | {
                "offenceLegalOutcome": [
                    outcome | changes for outcome in offence["offenceLegalOutcome"]
                ]
            }
            for offence in child["offence"]
        ]
    }


def with_programmes(child, **changes):
    """Return a child with a change in every programme."""
    programmes = [item | changes for item in child["intervention_programme"]]
    return child | {"intervention_programme": programmes}


def transferred_out(child):
    """Return a child whose every programme ends with its transfer to another service."""
    ends = {item["endDate"] for item in child["intervention_programme"]}
    moves = [{"date": end, "description": "TRANSFER_OUT"} for end in sorted(ends)]
    return child | {"transfer": moves}


def a_return(
    service,
    children,
    *,
    number=2,
    start="2024-04-01",
    end="2024-06-30",
    signed="2024-07-31",
    deleted=(),
):
    """Return the document of one return; children of two services are never one."""
    header = {"source_return_id": str(number), "signoff_date": signed}
    header |= {"returnstartdate": start, "returnenddate": end}
    header |= {"deleted_yps": list(deleted)}
    header |= {"yotoucode": "TS01", "yjs_name": service, "cmssystem": "TESTCMS"}
    header |= {"cmsextractversion": "1.0"}
    document = json.loads(json.dumps({"return_part": header, "children": children}))
    for child in document["children"]:
        person = child["person_details"]
        own = person.get("originatingYOTPersonID", child["ypid"])
        is_usable = own not in ("", "N/A")
        person["originatingYOTPersonID"] = (
            f"{own}-{service}".replace(" ", "-") if is_usable else own
        )
    return document
