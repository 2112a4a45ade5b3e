"""The legal outcome of every offence, appeals and second outcomes belong here.

The court days before it and the programmes after it do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import as_days
from simulation.dice import Dice
from simulation.reference import list_texts, read_list
from simulation.terms import draw_terms

Numbers = NDArray[np.int64]

FIRST_SECTION_250 = np.datetime64("2020-12-01")
OLD_LAW = {
    "SECTION_250": "SECTION_90_91_DETENTION",
    "SECTION_254": "SECTION_226_B",
}
INTERIM_TEXTS = {
    "REPRIMAND": ("Outcome 23", "Outcome 23", "Outcome 23", "Reprimand"),
    "DRUG_TREATMENT_AND_TESTING_ORDER": ("Youth Diversion Order",),
}
# of the lesser offences of a court day
LESSER = {"SAME": 0.72, "ABSOLUTE_DISCHARGE": 0.1, "WITHDRAWN": 0.08, "TIC": 0.1}
ANCILLARY = {
    "": 0.82, "COSTS": 0.1, "COMPENSATION_ORDER": 0.04, "PARENTING_ORDER": 0.015,
    "CRIMINAL_BEHAVIOUR_ORDER": 0.015, "FORFEITURE": 0.01,
}  # fmt: skip
APPEALS = {
    "": 0.975, "Changed on appeal": 0.01, "Result of appeal successful": 0.007,
    "Result of appeal unsuccessful": 0.008,
}  # fmt: skip


def make_outcomes(
    dice: Dice, offences: pd.DataFrame, careers: pd.DataFrame, resentenced: pd.DataFrame
) -> pd.DataFrame:
    """Decide the outcomes of every offence.

    Args:
        dice: the draws of the simulation.
        offences: the offences (`simulation.offending`).
        careers: the occasions (`simulation.careers`).
        resentenced: occasions whose order was revoked, with the occasion at which they
            were sentenced anew (`occasion`, `new_occasion`).

    Returns:
        Grain: one row per offence and outcome: the columns of `outcomes` but `record`
        and outcome_number, and place_in_occasion; in order of offence and date.
    """
    first = _decide(dice, offences, careers)
    parts = [
        first,
        _add_ancillary(dice, first),
        _replace_on_appeal(dice, first),
        _sentence_again(first, resentenced, careers),
    ]
    outcomes = pd.concat(parts).sort_values(
        ["offence_id", "outcome_date"], kind="stable", ignore_index=True
    )
    number = outcomes.groupby("offence_id").cumcount() + 1
    outcomes["outcome_number"] = number
    outcomes["outcome_id"] = outcomes["offence_id"] * 8 + number
    outcomes["legal_outcome_code"] = _use_law_of_the_day(outcomes)
    outcomes["cms_legal_outcome"] = _choose_texts(dice, outcomes)
    return outcomes.assign(**draw_terms(dice, outcomes))


def _decide(dice: Dice, offences: pd.DataFrame, careers: pd.DataFrame) -> pd.DataFrame:
    disposals = read_list("disposals")
    occasions = careers.set_index("occasion").loc[offences["occasion"]]
    chosen = disposals.iloc[occasions["disposal"].to_numpy()]
    court = (chosen["route"] == "court").to_numpy()
    number = offences["offence_id"].to_numpy()
    lesser = court & (offences["place_in_occasion"] > 0).to_numpy()
    kind = np.where(lesser, dice.choose(number, "lesser", LESSER), "SAME")
    code = np.where(
        np.isin(kind, ("SAME", "TIC")), chosen["legal_outcome"].to_numpy(), kind
    )
    breach = offences["is_breach"].to_numpy()
    code = np.where(breach, _decide_breaches(dice, number, code), code)
    role = np.where(offences["place_in_occasion"] == 0, "MAIN", "OTHER")
    appeal = dice.choose(offences["occasion"].to_numpy(), "appeal", APPEALS)
    columns = ["child", "occasion", "place_in_occasion", "offence_id"]
    return offences[columns].assign(
        outcome_date=as_days(occasions["outcome_day"]),
        legal_outcome_code=code,
        main_or_other_code=np.where((kind == "TIC") & ~breach, "TIC", role),
        appeal_status=np.where(court, appeal, ""),
        residence_status_code=_draw_residence(dice, offences),
        is_court=court,
    )


def _decide_breaches(
    dice: Dice, number: Numbers, code: NDArray[np.str_]
) -> NDArray[np.str_]:
    kind = dice.place(number, "breach outcome", [0.55, 0.4, 0.05])
    return np.select(
        [kind == 0, kind == 1],
        ["BREACH_PROVED_ORDER_CONTINUES", code],
        default="BREACH_OF_SUPERVISION_RETURN_TO_CUSTODY",
    )


def _draw_residence(dice: Dice, offences: pd.DataFrame) -> NDArray[np.str_]:
    """Say LOCAL, or OTHER for children from elsewhere who are dealt with here."""
    away = dice.chance(offences["child"].to_numpy(), "from elsewhere", 0.03)
    away |= dice.chance(offences["occasion"].to_numpy(), "lives elsewhere", 0.025)
    return np.where(away, "OTHER", "LOCAL")


def _add_ancillary(dice: Dice, first: pd.DataFrame) -> pd.DataFrame:
    """Add ancillary orders to lead offences."""
    main = first[first["is_court"] & (first["main_or_other_code"] == "MAIN")]
    number = main["offence_id"].to_numpy()
    code = dice.choose(number, "ancillary", ANCILLARY)
    added = main.assign(
        legal_outcome_code=code, main_or_other_code="OTHER", appeal_status=""
    )
    return added[code != ""]


def _replace_on_appeal(dice: Dice, first: pd.DataFrame) -> pd.DataFrame:
    """Add the outcome that the appeal court put in place of the first one."""
    changed = first[first["appeal_status"] == "Changed on appeal"]
    number = changed["occasion"].to_numpy()
    later = dice.whole(number, "to appeal", 20, 70)
    return changed.assign(
        outcome_date=as_days(changed["outcome_date"]) + later,
        legal_outcome_code="CONDITIONAL_DISCHARGE",
        appeal_status="",
    )


def _sentence_again(
    first: pd.DataFrame, resentenced: pd.DataFrame, careers: pd.DataFrame
) -> pd.DataFrame:
    """Add the new sentence for lead offences whose order was revoked."""
    main = first[first["main_or_other_code"] == "MAIN"]
    again = main.merge(resentenced, on="occasion")
    new = careers.set_index("occasion").loc[again["new_occasion"]]
    codes = read_list("disposals")["legal_outcome"].to_numpy()
    return again.assign(
        outcome_date=as_days(new["outcome_day"]),
        legal_outcome_code=codes[new["disposal"].to_numpy()],
        appeal_status="",
    ).drop(columns="new_occasion")


def _use_law_of_the_day(outcomes: pd.DataFrame) -> NDArray[np.str_]:
    """Name long sentences by the Act in force before the Sentencing Act 2020."""
    code = outcomes["legal_outcome_code"].to_numpy().astype(object)
    old = as_days(outcomes["outcome_date"]) < FIRST_SECTION_250
    for new, former in OLD_LAW.items():
        code[old & (code == new)] = former
    return code


def _choose_texts(dice: Dice, outcomes: pd.DataFrame) -> NDArray[np.str_]:
    """Choose among the texts that the case system shows for each code."""
    texts = {**list_texts("legal_outcome"), **INTERIM_TEXTS}
    code = outcomes["legal_outcome_code"].to_numpy()
    drawn = dice.whole(outcomes["outcome_id"].to_numpy(), "text", 0, 10**6)
    chosen = np.empty(len(code), dtype=object)
    for each in dict.fromkeys(code):
        here = code == each
        chosen[here] = np.array(texts[each], dtype=object)[
            drawn[here] % len(texts[each])
        ]
    return chosen
