"""Health and substance misuse needs, referrals and contacts belong here.

Special educational needs do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.contact import give_records
from simulation.days import NO_DAY, as_days
from simulation.dice import Days, Dice
from simulation.frames import make_table

MENTAL_HEALTH = {
    "GETTING_ADVICE": 0.3, "GETTING_HELP": 0.34, "GETTING_ADDITIONAL_HELP": 0.12,
    "GETTING_RISK_SUPPORT": 0.06, "NO_INTERVENTION": 0.18,
}  # fmt: skip
SUBSTANCE_MISUSE = {
    "TARGETED_INTERVENTION": 0.55, "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT": 0.24,
    "COMPLEX_CARE": 0.04, "NO_INTERVENTION": 0.17,
}  # fmt: skip
SHARES = {"mental_health": 0.48, "substance_misuse": 0.36}
TYPES = {"mental_health": MENTAL_HEALTH, "substance_misuse": SUBSTANCE_MISUSE}
ALREADY_TREATED = 0.12
SERVICES = {"CAMHS": 0.5, "LIAISON_AND_DIVERSION": 0.35, "SALT": 0.15}
REASONS = {
    "CAMHS": "Emotional wellbeing", "LIAISON_AND_DIVERSION": "Seen in custody",
    "SALT": "Speech and language", "SUBSTANCE_MISUSE": "Substance use",
}  # fmt: skip
CONTACT_TYPES = {"Face to face": 0.6, "Telephone": 0.3, "Video": 0.1}


def make_health_needs(
    table: str, dice: Dice, people: pd.DataFrame, last_contact: Days
) -> pd.DataFrame:
    """Invent the screenings and interventions recorded by the service.

    Args:
        table: `mental_health` or `substance_misuse`.
        dice: the draws of the simulation.
        people: the children.
        last_contact: the last day of work with each.

    Returns:
        Grain: one row per child and screening: that table.
    """
    child = people["child"].to_numpy()
    has = dice.chance(child, table, SHARES[table])
    some, number = people[has], child[has] * 2 + (table == "mental_health")
    screened = as_days(some["first_contact"]) + dice.whole(number, "screened", 0, 45)
    screened = np.minimum(screened, last_contact[has])
    kind = dice.choose(number, "intervention", TYPES[table])
    steps = _take_steps(dice, number, screened, kind, last_contact[has])
    never = np.isnat(steps["screened_date"])
    later = pd.Series(dice.chance(number, "in second record", 0.3), index=some.index)
    return make_table(
        table,
        child=some["child"],
        record=give_records(people, some["child"], later),
        health_id=number,
        intervention_type_code=np.where(never, "NO_INTERVENTION", kind),
        **steps,
    )


def make_referrals(
    dice: Dice, needs: dict[str, pd.DataFrame], others: pd.DataFrame
) -> pd.DataFrame:
    """Invent the health trust's referrals: those of the service and other patients'.

    Returns:
        Grain: one row per referral: the table `health_referrals`.
    """
    parts = []
    for name, table in needs.items():
        sent = table[table["referred_date"].notna()]
        number = sent["health_id"].to_numpy()
        known = sent[dice.chance(number, f"sent to the trust {name}", 0.8)]
        parts.append(_refer(dice, known, name))
    patients = others[others["is_patient"]]
    number = patients["child"].to_numpy()
    patients = patients[dice.chance(number, "referred", 0.5)]
    begin = patients.rename(columns={"first_contact": "referred_date"})
    begin = begin.assign(health_id=patients["child"] * 2 + 1, attended_end_date=pd.NaT)
    parts.append(_refer(dice, begin, "mental_health"))
    stacked = pd.concat(parts).sort_values("referral_id", ignore_index=True)
    return make_table("health_referrals", **{c: stacked[c] for c in stacked})


def make_contacts(
    dice: Dice, referrals: pd.DataFrame, until: np.datetime64
) -> pd.DataFrame:
    """Invent the appointments of every referral.

    Returns:
        Grain: one row per appointment up to the last day: `health_contacts`.
    """
    number = referrals["referral_id"].to_numpy()
    count = 1 + np.minimum(dice.wait(number, "appointments", 3), 11)
    rows = np.repeat(np.arange(len(referrals)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    each = number[rows] * 16 + nth
    start = as_days(referrals["referral_date"])[rows]
    days = start + 7 * (nth + 1) + dice.whole(each, "appointment", 0, 6)
    minutes = dice.whole(each, "minute", 9 * 60, 17 * 60)
    known = days <= until
    return make_table(
        "health_contacts",
        child=referrals["child"].to_numpy()[rows][known],
        contact_id=each[known],
        referral_id=number[rows][known],
        contact_at=(days.astype("datetime64[m]") + minutes)[known],
        contact_type=dice.choose(each, "kind", CONTACT_TYPES)[known],
        is_attended=dice.chance(each, "attended", 0.78)[known],
    )


def _take_steps(
    dice: Dice,
    number: NDArray[np.int64],
    screened: Days,
    kind: NDArray[np.str_],
    last: Days,
) -> dict[str, Days]:
    """Return the dates from screening to the end of help; a few are not screened."""
    helped = kind != "NO_INTERVENTION"
    treated = helped & dice.chance(number, "already treated", ALREADY_TREATED)
    referred = _step(dice, number, "referred", screened, helped, last)
    offered = _step(dice, number, "offered", referred, helped, last)
    begun = _step(dice, number, "begun", offered, helped, last)
    before = screened - dice.whole(number, "treated since", 40, 400)
    begun = np.where(treated, before, begun)
    ended = _step(dice, number, "finished", begun + 30, helped, last)
    never = ~treated & dice.chance(number, "not screened", 0.03)
    steps = {
        "screened_date": screened,
        "referred_date": referred,
        "offered_date": offered,
        "attended_start_date": begun,
        "attended_end_date": ended,
    }
    return {name: np.where(never, NO_DAY, days) for name, days in steps.items()}


def _step(
    dice: Dice,
    number: NDArray[np.int64],
    purpose: str,
    after: Days,
    helped: NDArray[np.bool_],
    last: Days,
) -> Days:
    """Return the next step of help, for most of those who came so far."""
    days = after + 1 + dice.wait(number, f"to be {purpose}", 14)
    taken = helped & dice.chance(number, purpose, 0.85) & (days <= last)
    return np.where(taken & ~np.isnat(after), days, NO_DAY)


def _refer(dice: Dice, sent: pd.DataFrame, table: str) -> pd.DataFrame:
    number = sent["health_id"].to_numpy()
    service = dice.choose(number, "service", SERVICES)
    if table == "substance_misuse":
        service = np.full(len(number), "SUBSTANCE_MISUSE")
    return pd.DataFrame(
        {
            "child": sent["child"].to_numpy(),
            "referral_id": number,
            "referral_date": as_days(sent["referred_date"]),
            "reason": [REASONS[each] for each in service],
            "service_offered": service,
            "end_date": as_days(sent["attended_end_date"]),
        }
    )
