"""Writing truth/measures.json from the counts belongs here.

Counting does not.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from simulation.measures import board, victims
from simulation.measures.answers import Tally, form_answer
from simulation.measures.kpis import count_kpis
from simulation.measures.orders import RULES
from simulation.measures.printed import list_parts
from simulation.measures.quarters import (
    list_kpi_quarters,
    list_quarters_of_year,
    list_year_quarters,
)
from simulation.measures.rates import count_rates
from simulation.measures.reoffending import count_reoffending
from simulation.measures.splits import list_groups
from simulation.plan import Plan
from simulation.reference import find_population
from simulation.world import World

Answer = dict[str, object]
Asked = tuple[Tally, str, str]  # the counts, a quarter and a rule version
SHARES = ("kpi1", "kpi2", "kpi3", "kpi4", "kpi5", "kpi6", "kpi7")
REOFFENDING = ("reoffending_binary", "reoffending_frequency", "reoffences_per_child")


class MeasuresTruth:
    """Adds up the measures chunk by chunk and writes them at the end."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.path = folder / "measures.json"
        self.tally = Tally()

    def write(self, world: World) -> None:
        """Count one chunk."""
        _count(self.tally, world, self.plan)

    def finish(self) -> None:
        """Write the answers of all quarters under all rules."""
        answers = list_answers(self.tally, self.plan)
        text = json.dumps(answers, indent=1) + "\n"
        self.path.write_text(text, encoding="utf-8")


def count_world(world: World, plan: Plan) -> list[Answer]:
    """Return the answers of a world that fits into one chunk."""
    tally = Tally()
    _count(tally, world, plan)
    return list_answers(tally, plan)


def _count(tally: Tally, world: World, plan: Plan) -> None:
    count_kpis(tally, world, plan)
    count_rates(tally, world, plan)
    count_reoffending(tally, world)
    for rules in RULES:
        victims.count_victims(tally, world, plan, rules)


def list_answers(tally: Tally, plan: Plan) -> list[Answer]:
    """Return one answer per quarter and rules, in the form of measures.md."""
    kpi_quarters, year_quarters = list_kpi_quarters(plan), list_year_quarters(plan)
    meetings = _count_board(plan)
    answers: list[Answer] = []
    for quarter in sorted({*kpi_quarters, *year_quarters}):
        people = find_population(plan.service, int(quarter[:4]) - 1)
        year = list_quarters_of_year(quarter)
        for rules in RULES:
            asked = (tally, quarter, rules)
            figures: list[Answer] = []
            if quarter in kpi_quarters:
                figures += _list_kpis(asked, people)
                figures += _list_board(meetings, quarter, rules)
            if quarter in kpi_quarters and set(year) <= set(kpi_quarters):
                figures += _list_years(asked, year, people)
            if quarter in year_quarters:
                figures += _list_national(asked, year, people)
            answers.append(
                {
                    "quarter": quarter,
                    "rules": rules,
                    "service": plan.service,
                    "as_known_at": None,
                    "measures": figures,
                    "dq": [],
                }
            )
    return answers


def _list_kpis(asked: Asked, people: int) -> Iterator[Answer]:
    """Return the KPIs of a quarter, and their parts."""
    tally, quarter, rules = asked
    for measure in (*SHARES, "kpi4a", "kpi5a", *victims.MEASURES):
        yield form_answer(measure, "", *tally.read((quarter, rules, measure, "")))
    for measure, part in list_parts(rules):
        numerator, base = tally.read((quarter, rules, measure, part))
        if measure in ("kpi3c", "kpi6c"):  # the base is everybody's
            base = tally.read((quarter, rules, measure, ""))[1]
        yield form_answer(measure, part, numerator, base)
    serious, _ = tally.read((quarter, rules, "kpi9", ""))
    yield form_answer("kpi9", "", serious, people)


def _count_board(plan: Plan) -> board.Counts | None:
    """Count KPI 8, where the office tells who came to the board's meetings."""
    if "service_office" in plan.suppliers:
        return board.count_board(plan, RULES)
    return None


def _list_board(
    counts: board.Counts | None, quarter: str, rules: str
) -> Iterator[Answer]:
    """Return KPI 8 of a quarter."""
    if counts is not None:
        for measure in board.MEASURES:
            told = counts.get((quarter, rules, measure), (0, 0))
            yield form_answer(measure, "", *told)


def _list_years(asked: Asked, year: list[str], people: int) -> Iterator[Answer]:
    """Return the headlines of four quarters, added up."""
    tally, _, rules = asked
    for measure in (*SHARES, "kpi9", "kpi10"):
        counts = [tally.read((each, rules, measure, "")) for each in year]
        numerator, base = (sum(parts) for parts in zip(*counts, strict=True))
        base = people if measure == "kpi9" else base
        yield form_answer(measure, "period=12m", numerator, base)


def _list_national(asked: Asked, year: list[str], people: int) -> Iterator[Answer]:
    """Return entrants, custody, cautioned children and cohorts of twelve months."""
    tally, quarter, _ = asked
    for measure in ("fte", "custody", "cautioned_or_sentenced"):
        counted, _ = tally.read((quarter, "", measure, ""))
        yield form_answer(measure, "", counted, people)
    for group in list_groups():
        if not group.startswith("age"):  # of two outcomes on a day either may be first
            key = (quarter, "", "cautioned_or_sentenced", group)
            yield form_answer(key[2], group, tally.read(key)[0], None)
    for period, quarters in (("quarter", [quarter]), ("12m", year)):
        sums = {
            measure: [
                sum(parts)
                for parts in zip(
                    *(tally.read((each, "", measure, "")) for each in quarters),
                    strict=True,
                )
            ]
            for measure in REOFFENDING
        }
        children = sums["reoffending_binary"][1]
        for measure, (numerator, base) in sums.items():
            yield form_answer(measure, f"period={period}", numerator, base, children)
