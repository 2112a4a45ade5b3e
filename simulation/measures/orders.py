"""Which orders ended, and which one stands for a child in a quarter, belong here.

What the child's circumstances were does not. Source: counting rules 1.
"""

import pandas as pd

from simulation.days import ages_on
from simulation.reference import read_reference
from simulation.world import World

V2, V8 = "KPI-v2-headline", "KPI-v8-code"
RULES = (V2, V8)
FIRST_END = pd.Timestamp("2023-04-01")
STRUCK_OUT = ("Changed on appeal", "Result of appeal successful")
YOUNGEST, OLDEST = 10, 17
NO_RANK = 999
ALWAYS, NEVER = pd.Timestamp("1900-01-01"), pd.Timestamp("2200-01-01")


def add_outcome_rules(
    outcomes: pd.DataFrame, struck_out: tuple[str, ...] = STRUCK_OUT
) -> pd.DataFrame:
    """Add tier, flags and rank of each outcome's code as valid on the outcome date.

    Outcomes whose code is not valid that day are left out, and so are those that did
    not stand after appeal.

    Returns:
        Grain: one row per outcome that stands: its columns and tier, is_substantive,
        counts_in_kpi, counts_for_fte, order_type, rank.
    """
    rules = _date(read_reference("legal_outcomes")).rename(
        columns={"code": "legal_outcome_code", "seriousness_rank": "rank"}
    )
    rules["rank"] = rules["rank"].replace("", str(NO_RANK)).astype(int)
    wanted = [
        "legal_outcome_code", "tier", "is_substantive", "counts_in_kpi",
        "counts_for_fte", "order_type", "rank", "from", "to",
    ]  # fmt: skip
    stands = outcomes[~outcomes["appeal_status"].isin(struck_out)]
    rows = stands.merge(rules[wanted], on="legal_outcome_code")
    return rows[rows["outcome_date"].between(rows["from"], rows["to"])]


def add_disposal_rules(programmes: pd.DataFrame) -> pd.DataFrame:
    """Add counts, is_oocd and phase of each programme's type as valid on its end.

    A programme that has not ended takes the newest rule.
    """
    rules = _date(read_reference("disposal_types")).rename(
        columns={
            "code": "disposal_type_code",
            "counts_in_kpis": "counts",
            "is_oocd_kpi6": "is_oocd",
            "custody_phase": "phase",
        }
    )
    wanted = ["disposal_type_code", "counts", "is_oocd", "phase", "from", "to"]
    rows = programmes.merge(rules[wanted], on="disposal_type_code")
    end = rows["end_date"].fillna(rows["start_date"])
    return rows[end.between(rows["from"], rows["to"])].drop(columns=["from", "to"])


def list_ended(world: World, rules: str, run_date: pd.Timestamp) -> pd.DataFrame:
    """List every outcome with every programme that ended for it (rules 1 to 7).

    Returns:
        Grain: one row per outcome and programme: child, programme_id, outcome_date,
        tier, order_type, rank, start_date, end_date, is_oocd, completed, age.
    """
    outcomes = add_outcome_rules(world.outcomes)
    outcomes = outcomes[outcomes["counts_in_kpi"] == "YES"]
    outcomes = outcomes[outcomes["residence_status_code"] != "OTHER"]
    programmes = add_disposal_rules(world.programmes)
    ended = programmes["end_date"].between(FIRST_END, run_date)
    real = programmes["end_date"] >= programmes["start_date"]
    programmes = programmes[ended & real & (programmes["counts"] == "YES")]
    links = world.programme_offences[["programme_id", "offence_id"]]
    rows = links.merge(programmes.drop(columns=["record"]), on="programme_id").merge(
        outcomes.drop(columns=["child", "record"]), on="offence_id"
    )
    rows = rows.assign(age=_find_ages(world, rows, rules))
    return _drop_transferred(world, rows[rows["age"].between(YOUNGEST, OLDEST)])


def pick_orders(ended: pd.DataFrame, quarters: pd.Series) -> pd.DataFrame:
    """Pick the order that stands for each child in each quarter (rule 8).

    Args:
        ended: outcomes with ended programmes (`list_ended`).
        quarters: label of the quarter of each row.

    Returns:
        Grain: one row per child and quarter, in the columns of `ended` and `quarter`.
    """
    ordered = ended.assign(quarter=quarters).sort_values(
        ["rank", "outcome_date", "end_date", "start_date", "programme_id"],
        ascending=[True, False, False, False, True],
        kind="stable",
    )
    return ordered.drop_duplicates(["child", "quarter"])


def order_starts(orders: pd.DataFrame) -> pd.Series:
    """Return the first day of each order: the sentence where a licence follows it."""
    return orders["start_date"].mask(
        orders["phase"] == "licence", orders["outcome_date"]
    )


def start_points(orders: pd.DataFrame) -> pd.Series:
    """Return the day of the start measures: for custody the day before it began."""
    first_day = order_starts(orders)
    day_before = first_day - pd.Timedelta(days=1)
    return first_day.mask(orders["tier"] == "Custody", day_before)


def _find_ages(world: World, rows: pd.DataFrame, rules: str) -> pd.Series:
    """Return the age at the start of the programme; v8: of a licence at the sentence."""
    birth = world.children.set_index("child")["birth_date"]
    tested = rows["start_date"]
    if rules == V8:
        tested = tested.mask(rows["phase"] == "licence", rows["outcome_date"])
    ages = ages_on(birth.loc[rows["child"]].to_numpy(), tested.to_numpy())
    return pd.Series(ages, index=rows.index)


def _drop_transferred(world: World, rows: pd.DataFrame) -> pd.DataFrame:
    """Drop programmes on whose last day the child was transferred out."""
    out = world.transfers[world.transfers["transfer_code"] == "TRANSFER_OUT"]
    moved = pd.MultiIndex.from_frame(out[["child", "transfer_date"]])
    ended = pd.MultiIndex.from_frame(rows[["child", "end_date"]])
    return rows[~ended.isin(moved)]


def _date(rules: pd.DataFrame) -> pd.DataFrame:
    """Add the first and last valid day as dates; empty is open."""
    dated = rules.copy()
    dated["from"] = pd.to_datetime(rules["valid_from"].replace("", None))
    dated["from"] = dated["from"].fillna(ALWAYS)
    dated["to"] = pd.to_datetime(rules["valid_to"].replace("", None)).fillna(NEVER)
    return dated
