"""The staff and the money of a year on one's fingers, in the tables of a release.

Putting invented lines into those tables belongs here. What a cell or a check should say
belongs to the tests, which state it by hand.
"""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from returns.youth_justice_plan.composing import compose_tables
from returns.youth_justice_plan.tables import PlanAsked
from returns.youth_justice_plan.writer import write_return
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.quarantine import SCHEMA
from warehouse.releases import Release
from warehouse.state import connect

SEEDS = Path("dbt_project/seeds")
SERVICE = "Testshire"
STAFF, MONEY = "a" * 64, "b" * 64  # the files of the year
RELEASE = Release("r1", "run-1", "2025-07-01T00:00:00+00:00", None, "f" * 64)
TABLES = f"""
create schema rules;
create table rules.plan_terms as
select * from read_csv('{SEEDS}/rules/plan_terms.csv');
create table rules.finding_codes as
select * from read_csv('{SEEDS}/rules/finding_codes.csv');
create table dim_ethnicities as
select code as ethnicity_code, label as ethnicity_name,
    group_5_plus_1 as ethnicity_group, valid_to
from read_csv('{SEEDS}/reference/ethnicity_codes.csv');
create table fct_staffing (
    starting_year integer, service varchar, role_name varchar,
    contract_type_name varchar, sex_name varchar, ethnicity_name varchar,
    full_time_equivalent decimal(18, 2), headcount integer, is_vacant boolean,
    is_in_contract_table boolean, is_in_people_table boolean, file_sha256 varchar
);
create table fct_budget (
    starting_year integer, service varchar, partner_name varchar, kind_name varchar,
    amount_gbp decimal(18, 2), file_sha256 varchar
);
create table fct_data_quality_findings (
    finding_code varchar, service varchar, unit_id varchar, message varchar,
    what_to_do varchar, entity varchar, file_sha256 varchar, row_number bigint,
    column_name varchar, issue_key varchar
);
"""


class SmallPlan:
    """A home and a release with two practitioners and a manager, paid by two."""

    def __init__(self, root):
        self.layout = Layout(root)
        self.layout.prepare()
        self.asked = PlanAsked(2024, SERVICE)
        self.configuration = Configuration()
        self.connection = duckdb.connect()
        self.connection.execute(TABLES)
        self._name_files()
        self.add_staff("Practitioner", "Permanent", "Female", "Indian", "1.60", 2)
        self.add_staff("Strategic manager", "Fixed term", "Male", "Irish", "1", 1)
        self.add_money("Local authority", "Staffing costs", "100000.50")
        self.add_money("Police", "Payments in kind", "20000")

    def _name_files(self):
        with connect(self.layout) as state:
            for sha256, name in ((STAFF, "staffing_2.csv"), (MONEY, "budget_2.csv")):
                state.execute(
                    "insert into files values (?, 'service_office', ?, 1, '2025-06-30',"
                    " '2025-06-30', 'landed', null)",
                    [sha256, name],
                )

    def add_staff(self, role, contract, sex, ethnicity, fte, headcount, year=2024):
        """Add a line; a contract or a sex of None leaves it out of that table."""
        values = [year, SERVICE, role, contract, sex, ethnicity, fte, headcount]
        values += [contract == "Vacant", contract is not None, sex is not None, STAFF]
        self._insert("fct_staffing", values)

    def add_money(self, partner, kind, amount, *, year=2024):
        """Add an amount in pounds."""
        self._insert("fct_budget", [year, SERVICE, partner, kind, amount, MONEY])

    def add_finding(self, code, entity, row, *, unit="2024|practitioner", detail=""):
        """Add a fault of a line, in the words of the seed."""
        words = self.connection.execute(
            "select message, what_to_do from rules.finding_codes"
            " where finding_code = ?",
            [code],
        ).fetchone()
        message = words[0] + (f" ({detail})" if detail else "")
        sha256 = STAFF if entity == "staffing" else MONEY
        values = [code, SERVICE, unit, message, words[1], entity, sha256, row, "year"]
        values.append(f"key of {row}")
        self._insert("fct_data_quality_findings", values)

    def keep_in_quarantine(self, entity, row, reason):
        """Keep a row of the year's file in quarantine."""
        sha256 = STAFF if entity == "staffing" else MONEY
        path = self.layout.quarantine("service_office", entity, sha256)
        path.parent.mkdir(parents=True)
        columns = [[row], ["row"], ["empty_cell"], [reason], [None], ["a,b"]]
        pq.write_table(pa.table(columns, schema=SCHEMA), path)

    def _insert(self, table, values):
        places = ", ".join("?" for _ in values)
        self.connection.execute(f"insert into {table} values ({places})", values)

    def tables(self):
        """Return the tables by name."""
        tables = compose_tables(self.connection, self.asked)
        return {table.name: table for table in tables}

    def write(self, **explanations):
        """Write the return."""
        return write_return(
            self.layout,
            self.configuration,
            self.connection,
            RELEASE,
            self.asked,
            explanations,
        )
