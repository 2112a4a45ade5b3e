"""Counting the parts of KPI 1, 2, 3, 6 and 7 of one chunk of children belongs here.

Their headlines do not. Source: counting rules 2 and 2.11.
"""

from collections.abc import Iterable

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.circumstances import (
    find_statuses,
    judge_ete,
    judge_homes,
    list_provision,
)
from simulation.measures.orders import start_points
from simulation.reference import read_reference
from simulation.world import World

SUITABILITIES = ("suitable", "unsuitable")
SEXES = {"1": "Male", "2": "Female"}
NO_SEX, NO_ETHNICITY = "Unknown gender", "Information not obtainable"
OLDER = 15  # first age of the band 15-17


def count_points(tally: Tally, world: World, rules: str, orders: pd.DataFrame) -> None:
    """Add 1c, 2a, 2d and 2f: homes and provision at the start and at the end."""
    groups = sorted(set(read_reference("ete_provision_types")["group"]))
    for point, day in (("start", start_points(orders)), ("end", orders["end_date"])):
        homes = judge_homes(world, orders, rules, day)
        ete = judge_ete(world, orders, day)
        given = list_provision(world, orders, day)
        for answer in SUITABILITIES:
            of = f"point={point},suitability={answer}"
            add_parts(tally, rules, "kpi1c", orders, homes[answer], of, by_type=True)
            add_parts(tally, rules, "kpi2f", orders, ete[answer], of, by_type=True)
            add_parts(tally, rules, "kpi2a", orders, ete[answer], of)
        for group in groups:
            of = f"point={point},provision_group={group}"
            had = given.loc[given["group"] == group, "order"]
            is_had = pd.Series(orders.index.isin(had), index=orders.index)
            add_parts(tally, rules, "kpi2d", orders, is_had, of)


def count_statuses(
    tally: Tally, world: World, rules: str, orders: pd.DataFrame
) -> None:
    """Add 7d: the statuses of each order type, at the start and at the headline."""
    at_headline = {"KPI-v2-headline": "end"}.get(rules, "during")
    headline = find_statuses(world, orders, rules, "headline")
    linked = headline.any(axis="columns")
    add_parts(tally, rules, "kpi7d", orders, linked, "", by_type=True)
    start = find_statuses(world, orders, rules, "start")
    for point, statuses in (("start", start), (at_headline, headline)):
        for status in statuses:
            of = f"point={point},status={status}"
            add_parts(tally, rules, "kpi7d", orders, statuses[status], of, by_type=True)


def add_parts(
    tally: Tally,
    rules: str,
    measure: str,
    orders: pd.DataFrame,
    counted: pd.Series,
    of: str,
    *,
    by_type: bool = False,
) -> None:
    """Add one part of a measure over all orders, or over those of each type."""
    keys = ["quarter", "order_type"] if by_type else ["quarter"]
    sums = orders[keys].assign(counted=counted).groupby(keys)["counted"]
    for key, numerator, denominator in sums.agg(["sum", "size"]).itertuples():
        quarter, order_type = key if by_type else (key, "")
        parts = [f"order_type={order_type}"] if by_type else []
        text = ",".join([*parts, *([of] if of else [])])
        tally.add((quarter, rules, measure, text), numerator, denominator)


def name_groups(world: World, children: pd.Series, ages: pd.Series) -> pd.DataFrame:
    """Return the age band, sex and ethnic group of children, in their order."""
    people = world.children.set_index("child").loc[children]
    codes = read_reference("ethnicity_codes")
    codes = codes[codes["code"] != "OTHER_CHINESE_2001"].set_index("code")
    ethnicity = people["ethnicity_code"].map(codes["group_5_plus_1"])
    older = ages.to_numpy() >= OLDER
    return pd.DataFrame(
        {
            "age": pd.Series(older, index=ages.index).map(
                {True: "15-17", False: "10-14"}
            ),
            "sex": people["sex"].map(SEXES).fillna(NO_SEX).to_numpy(),
            "ethnicity": ethnicity.fillna(NO_ETHNICITY).to_numpy(),
        },
        index=ages.index,
    )


def list_groups() -> Iterable[str]:
    """Return every group of age, sex and ethnicity, such as 'sex=Male'."""
    ethnicities = set(read_reference("ethnicity_codes")["group_5_plus_1"])
    return (
        *("age=10-14", "age=15-17"),
        *(f"sex={sex}" for sex in (*SEXES.values(), NO_SEX)),
        *(f"ethnicity={name}" for name in sorted(ethnicities)),
    )
