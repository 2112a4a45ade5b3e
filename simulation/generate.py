"""Putting the parts of the invented world together, chunk by chunk, belongs here.

What any part consists of does not.
"""

from collections.abc import Iterator

import pandas as pd

from simulation import (
    care,
    casework,
    contact,
    courts,
    ete,
    health,
    homes,
    links,
    others,
    people,
    police,
    programmes,
    resentencing,
    residences,
    schools,
    special_needs,
    verdicts,
    victims,
)
from simulation.careers import make_careers
from simulation.days import day
from simulation.dice import Days, Dice
from simulation.frames import make_table
from simulation.knowledge import keep_known
from simulation.offending import make_offences
from simulation.plan import Plan
from simulation.world import World

CHUNK = 20_000  # children; bounds memory, and no family crosses a chunk
NO_UPN, NO_NHS = 0.06, 0.04


def generate_chunks(plan: Plan) -> Iterator[World]:
    """Invent the world of a plan, a chunk of children at a time.

    Yields:
        Worlds as known on the last day, with children in ascending order.
    """
    for low in range(0, plan.children, CHUNK):
        high = min(low + CHUNK, plan.children)
        yield keep_known(make_world(plan, low, high), pd.Timestamp(plan.until))


def make_world(plan: Plan, low: int, high: int) -> World:
    """Invent the lives of the children from low to high - 1, the future included."""
    dice = Dice(plan.seed)
    children = people.make_people(plan, low, high)
    other = others.make_others(plan, low, high)
    everybody = pd.concat([children, other], ignore_index=True)
    tables = _make_education(plan, everybody)
    tables["lac_spells"] = care.make_spells(plan, everybody)
    children["is_send_silent"] = special_needs.find_silent(
        plan, children, tables["send"]
    )
    children["is_care_silent"] = care.find_silent(plan, children, tables["lac_spells"])
    offending = _make_offending(plan, dice, children)
    last = contact.find_last_contact(
        plan, children, offending["outcomes"], offending["programmes"]
    )
    tables["moves"] = homes.make_moves(plan, children)
    tables |= _make_statuses(plan, children, last, tables, offending)
    tables |= _make_partners(plan, offending, tables, children, other)
    tables |= _describe_people(dice, children, other, tables)
    return World(
        **{name: _shape(name, {**offending, **tables}[name]) for name in _NAMES}
    )


_NAMES = tuple(World.__dataclass_fields__)


def _make_offending(
    plan: Plan, dice: Dice, children: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return everything that follows from offences, with the makers' own columns."""
    careers = make_careers(children, plan)
    birth = children.set_index("child")["birth_date"]
    resentenced = resentencing.find_resentenced(dice, careers)
    offences = _add_record(children, make_offences(dice, careers, birth))
    outcomes = verdicts.make_outcomes(dice, offences, careers, resentenced)
    record = offences.set_index("offence_id")["record"]
    outcomes["record"] = record.loc[outcomes["offence_id"]].to_numpy()
    held = _add_record(children, careers)["record"].to_numpy()
    hearings = courts.make_hearings(dice, careers, held)
    ordered = programmes.make_programmes(dice, careers, children, resentenced)
    remanded = courts.make_remand_programmes(dice, careers, hearings)
    given = pd.concat([ordered, remanded])
    given = given.sort_values("programme_id", ignore_index=True)
    given = _add_record(children, given)
    return {
        "careers": careers,
        "offences": offences,
        "outcomes": outcomes,
        "hearings": hearings,
        "hearing_offences": links.link_hearings(hearings, offences),
        "programmes": given,
        "programme_offences": links.link_programmes(dice, given, offences, resentenced),
        "transfers": casework.make_transfers(dice, children, given, outcomes),
        "assessments": casework.make_assessments(dice, given),
        **victims.make_victims(dice, offences, outcomes),
    }


def _add_record(children: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Say which record holds each row: later occasions are held in the second."""
    later = rows["place"] > 0
    return rows.assign(record=contact.give_records(children, rows["child"], later))


def _make_education(plan: Plan, everybody: pd.DataFrame) -> dict[str, pd.DataFrame]:
    rolls = schools.make_schools(plan, everybody[everybody["is_pupil"].ne(False)])
    return {
        "schools": rolls,
        "exclusions": schools.make_exclusions(plan, rolls),
        "send": special_needs.make_needs(plan, everybody),
    }


def _make_statuses(
    plan: Plan,
    children: pd.DataFrame,
    last: Days,
    tables: dict[str, pd.DataFrame],
    offending: dict[str, pd.DataFrame],
) -> dict[str, pd.DataFrame]:
    dice = Dice(plan.seed)
    given = offending["programmes"]
    inside = given["disposal_type_code"].str.endswith("_CUSTODY")
    needs = {
        name: health.make_health_needs(name, dice, children, last)
        for name in ("mental_health", "substance_misuse")
    }
    return {
        "residences": residences.make_residences(
            dice, children, last, given[inside], tables["moves"]
        ),
        "ete": ete.make_ete(dice, children, last),
        "care": care.make_statuses(plan, children, last, tables["lac_spells"]),
        **needs,
    }


def _make_partners(
    plan: Plan,
    offending: dict[str, pd.DataFrame],
    tables: dict[str, pd.DataFrame],
    children: pd.DataFrame,
    other: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    dice = Dice(plan.seed)
    everybody = pd.concat([children, other], ignore_index=True)
    needs = {name: tables[name] for name in ("mental_health", "substance_misuse")}
    referrals = health.make_referrals(dice, needs, other)
    return {
        "police_contacts": police.make_police_contacts(
            dice, offending["offences"], offending["careers"], everybody
        ),
        "health_referrals": referrals,
        "health_contacts": health.make_contacts(dice, referrals, day(plan.until)),
    }


def _describe_people(
    dice: Dice,
    children: pd.DataFrame,
    other: pd.DataFrame,
    tables: dict[str, pd.DataFrame],
) -> dict[str, pd.DataFrame]:
    """Add what follows from the children's lives: postcodes and identifiers."""
    child = children["child"].to_numpy()
    contacts = tables["police_contacts"]
    children["postcode"] = homes.find_postcodes(tables["moves"], children)
    children["pnc_number"] = police.number_pnc(children, contacts, 0)
    silent = children["is_send_silent"] | children["is_care_silent"]
    no_upn = dice.chance(child, "no upn", NO_UPN) & ~silent.to_numpy()
    children["upn"] = children["upn"].mask(no_upn, "")
    no_nhs = dice.chance(child, "no nhs number", NO_NHS)
    children["nhs_number"] = children["nhs_number"].mask(no_nhs, "")
    other["pnc_number"] = police.number_pnc(other, contacts, others.SERIALS_FROM)
    return {"children": children, "other_children": other}


def _shape(name: str, table: pd.DataFrame) -> pd.DataFrame:
    return make_table(name, **{column: table[column] for column in table})
