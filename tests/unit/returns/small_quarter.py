"""A quarter that can be counted on one's fingers, in the tables of a release.

Putting invented units into those tables belongs here. What a cell should hold belongs
to the tests, which state it by hand.
"""

from pathlib import Path

import duckdb

from returns.yjb_kpi.cells import count_cells
from returns.yjb_kpi.spec import load_form
from warehouse.figures import Asked, breakdown_text

SEEDS = Path("dbt_project/seeds")
QUARTER, SERVICE = "2024Q2", "Testshire"
KEY = "rule_version varchar, service varchar, quarter varchar"
TABLES = f"""
create table fct_measures (measure varchar, breakdown varchar, {KEY});
create table fct_measure_members (
    measure varchar, breakdown varchar, {KEY}, unit_id varchar, unit_part varchar,
    in_numerator boolean, in_denominator boolean
);
create table dim_rule_settings (
    rule_version varchar, setting_key varchar, setting_value varchar
);
create table fct_order_statuses (
    {KEY}, unit_id varchar, kpi varchar, point varchar, code varchar
);
create table fct_proven_offences (
    {KEY}, unit_id varchar, offence_category_code varchar, seriousness_score integer,
    age bigint, is_serious_violence boolean
);
create schema reference;
create table reference.kpi_return_rows as
select * from read_csv('{SEEDS}/reference/kpi_return_rows.csv');
"""


class SmallQuarter:
    """One quarter under one rule version; every figure is there and empty at first."""

    def __init__(self, rules="KPI-v2-headline"):
        self.asked = Asked(QUARTER, rules, SERVICE)
        self.connection = duckdb.connect()
        self.connection.execute(TABLES)
        self.connection.execute(
            "insert into dim_rule_settings select $1, setting_key,"
            " max_by(setting_value, rule_version = $1)"
            f" from read_csv('{SEEDS}/rules/rule_parameters.csv', all_varchar = true)"
            " where rule_version in ('*', $1) group by setting_key",
            [rules],
        )
        other_point = "end" if rules == "KPI-v8-code" else "during"
        self.connection.execute(
            "insert into fct_measures select measure, breakdown, $1, $2, $3"
            f" from read_csv('{SEEDS}/rules/measure_breakdowns.csv', all_varchar = true)"
            " where measure not in ('kpi7b', 'kpi7d') or not contains(breakdown, $4)",
            [*self.asked.key, other_point],
        )

    def _insert(self, table, values):
        places = ", ".join("?" for _ in values)
        self.connection.execute(f"insert into {table} values ({places})", values)

    def count(self, measure, counted, base=(), part="", **breakdown):
        """Count units in a figure, with others who are in its base only."""
        key = [measure, breakdown_text(breakdown), *self.asked.key]
        for unit in {*counted, *base}:
            flags = [unit in counted, unit in base]
            self._insert("fct_measure_members", [*key, unit, part, *flags])

    def add_orders(self, **children):
        """Let orders of a type end for the children named."""
        for order_type, units in children.items():
            self.count("kpi1", [], units, order_type=order_type)

    def add_age_group(self, age_group, units):
        """Put children in an age group, at the start and at the end."""
        for point in ("start", "end"):
            words = {"age_group": age_group, "point": point, "suitability": "suitable"}
            self.count("kpi2b", [], units, **words)

    def add_status(self, unit, code, point="end"):
        """Let a record of education be open."""
        key = self.asked.key
        self._insert("fct_order_statuses", [*key, unit, "kpi2", point, code])

    def add_offence(self, unit, category, score, age):
        """Let an offence be proven in the quarter."""
        categories = ("DRUGS", "ROBBERY", "VIOLENCE_AGAINST_THE_PERSON")
        is_serious = category in categories and score >= 5
        values = [*self.asked.key, unit, category, score, age, is_serious]
        self._insert("fct_proven_offences", values)

    def cells(self, kpi):
        """Return the cells of one KPI, as the return shows them."""
        cells = count_cells(self.connection, self.asked, load_form())
        return {
            (cell.row_order, cell.column): cell.text
            for cell in cells
            if cell.kpi == kpi
        }


def computed(cells):
    """Return the cells that hold a number other than nought, as numbers."""
    filled = {key: text for key, text in cells.items() if text != "not computed"}
    return {key: int(text) for key, text in filled.items() if text != "0"}


def rows_of_form(kpi):
    """Return order and columns of each row of the form, straight from the seed."""
    rows = duckdb.execute(
        "select row_order, string_split(columns, ';')"
        f" from read_csv('{SEEDS}/reference/kpi_return_rows.csv') where kpi = ?",
        [kpi],
    ).fetchall()
    return dict(rows)


def rows_labelled(kpi, label):
    """Return the order of the rows of the form that bear a label."""
    rows = duckdb.execute(
        f"select row_order from read_csv('{SEEDS}/reference/kpi_return_rows.csv')"
        " where kpi = ? and row_label = ?",
        [kpi, label],
    ).fetchall()
    return [row[0] for row in rows]
