"""Writing truth/measures.json from the counts belongs here.

Counting does not.
"""

import json
from pathlib import Path

from simulation.measures import board, victims
from simulation.measures.answers import Tally, form_answer
from simulation.measures.kpis import ORDER_TYPES, count_kpis
from simulation.measures.orders import RULES
from simulation.measures.quarters import list_kpi_quarters, list_year_quarters
from simulation.measures.rates import count_rates
from simulation.plan import Plan
from simulation.reference import find_population
from simulation.world import World

SPLIT = ("kpi1", "kpi2", "kpi3", "kpi7")


class MeasuresTruth:
    """Adds up the measures chunk by chunk and writes them at the end."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.path = folder / "measures.json"
        self.tally = Tally()

    def write(self, world: World) -> None:
        """Count one chunk."""
        count_kpis(self.tally, world, self.plan)
        count_rates(self.tally, world, self.plan)
        for rules in RULES:
            victims.count_victims(self.tally, world, self.plan, rules)

    def finish(self) -> None:
        """Write the answers of all quarters under all rules."""
        answers = list_answers(self.tally, self.plan)
        text = json.dumps(answers, indent=1) + "\n"
        self.path.write_text(text, encoding="utf-8")


def list_answers(tally: Tally, plan: Plan) -> list[dict[str, object]]:
    """Return one answer per quarter and rules, in the form of measures.md."""
    quarters = sorted({*list_kpi_quarters(plan), *list_year_quarters(plan)})
    return [
        {
            "quarter": quarter,
            "rules": rules,
            "service": plan.service,
            "as_known_at": None,
            "measures": _list_measures(tally, plan, quarter, rules),
            "dq": [],
        }
        for quarter in quarters
        for rules in RULES
    ]


def _list_measures(
    tally: Tally, plan: Plan, quarter: str, rules: str
) -> list[dict[str, object]]:
    population = find_population(plan.service, int(quarter[:4]) - 1)
    answers = []
    if quarter in list_kpi_quarters(plan):
        for measure, breakdown in _list_kpi_figures():
            key = (quarter, rules, measure, breakdown)
            answers.append(form_answer(measure, breakdown, *tally.read(key)))
        serious, _ = tally.read((quarter, rules, "kpi9", ""))
        answers.append(form_answer("kpi9", "", serious, population))
        answers += _list_board(plan, quarter, rules)
    if quarter in list_year_quarters(plan):
        for measure in ("fte", "custody"):
            counted, _ = tally.read((quarter, "", measure, ""))
            answers.append(form_answer(measure, "", counted, population))
    return answers


def _list_kpi_figures() -> list[tuple[str, str]]:
    """Return measure and breakdown of every KPI that is a share of children."""
    figures = []
    for measure in SPLIT:
        figures.append((measure, ""))
        figures += [(measure, f"order_type={each}") for each in ORDER_TYPES]
    figures += [(measure, "") for measure in victims.MEASURES]
    return [*figures, ("kpi6", ""), ("kpi6", "completion=not_completed")]


def _list_board(plan: Plan, quarter: str, rules: str) -> list[dict[str, object]]:
    """Return KPI 8, where the office tells who came to the board's meetings."""
    if "service_office" not in plan.suppliers:
        return []
    counts = board.count_board(plan, (rules,))
    return [
        form_answer(measure, "", *counts.get((quarter, rules, measure), (0, 0)))
        for measure in board.MEASURES
    ]


def count_world(world: World, plan: Plan) -> list[dict[str, object]]:
    """Return the answers of a world that fits into one chunk."""
    tally = Tally()
    count_kpis(tally, world, plan)
    count_rates(tally, world, plan)
    for rules in RULES:
        victims.count_victims(tally, world, plan, rules)
    return list_answers(tally, plan)
