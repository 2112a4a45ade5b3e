"""Reading the code lists, populations and our own lists of choices belongs here.

Choosing from them does not.
"""

from functools import cache
from pathlib import Path

import pandas as pd

OWN_LISTS = Path(__file__).parent / "data"
SEEDS = Path(__file__).parents[1] / "dbt_project" / "seeds"
SUPPLIERS = Path(__file__).parents[1] / "sources"


@cache
def read_list(name: str) -> pd.DataFrame:
    """Read one of the simulation's own lists of choices (`simulation/data`)."""
    return pd.read_csv(OWN_LISTS / f"{name}.csv", keep_default_na=False)


@cache
def list_own_texts(system: str, code_list: str) -> dict[str, tuple[str, ...]]:
    """Return the texts that an invented system shows for every code of one list.

    They are ours (`simulation/data/<system>_texts.csv`), written without a look at the
    supplier's code map: a map that is wrong shows in the figures.
    """
    texts = read_list(f"{system}_texts")
    wanted = texts[texts["code_list"] == code_list]
    grouped = wanted.groupby("national_code", sort=False)["text"]
    return {code: tuple(each) for code, each in grouped}


@cache
def read_reference(name: str) -> pd.DataFrame:
    """Read a national reference table, all columns as text, '' where empty."""
    path = SEEDS / "reference" / f"{name}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@cache
def read_mapping(name: str) -> pd.DataFrame:
    """Read a table of the texts that a supplier's system shows for national codes."""
    path = SEEDS / "mappings" / f"{name}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@cache
def read_codes(system: str) -> pd.DataFrame:
    """Read the code map of a case system (`sources/<system>/codes.csv`)."""
    path = SUPPLIERS / system / "codes.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@cache
def list_texts(code_list: str, system: str = "core_plus") -> dict[str, tuple[str, ...]]:
    """Return a case system's texts for every national code of one list.

    Flagged texts are left out: they mean the code on some days, or falsely.
    """
    codes = read_codes(system)
    wanted = codes[(codes["code_list"] == code_list) & (codes["flag"] == "")]
    grouped = wanted.groupby("national_code", sort=False)["source_text"]
    return {code: tuple(texts) for code, texts in grouped}


@cache
def list_services() -> tuple[str, ...]:
    """Return the services whose population is known, which can be simulated."""
    return tuple(dict.fromkeys(read_reference("populations")["service"]))


def find_population(service: str, year: int) -> int:
    """Return the 10-17 population of a service for a mid-year.

    A year that is not loaded takes the newest older one, else the oldest
    (counting rules, KPI 9 [C:12]). Of several editions of a year the last text wins.
    """
    rows = read_reference("populations")
    rows = rows[(rows["service"] == service) & (rows["local_authority"] == "ALL")]
    rows = rows.sort_values(["year", "vintage"]).drop_duplicates("year", keep="last")
    years = rows["year"].astype(int)
    older = rows[years <= year]
    chosen = older.iloc[-1] if len(older) else rows.iloc[0]
    return int(chosen["population_10_17"])
