"""What one page says: a definition and its example, as its template reads them.

Words derived from a definition belong here. Reading the rows belongs to ``reference``,
the look to ``templates/``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yjdw.definitions.examples import Example
from yjdw.definitions.reference import Definition, Parameter, Row

TIMES = {
    "quarter": "three months: a quarter of the financial year",
    "12m": "the twelve months that end with the quarter",
    "cohort": "a cohort: the children who entered it in a quarter, or in twelve months",
}


@dataclass(frozen=True)
class Page:
    """What the template of one measure reads."""

    definition: Definition
    examples: Sequence[Example]
    family: Sequence[str]
    cast: Sequence[Row]

    @property
    def time_words(self) -> str:
        """Return the period in words."""
        return TIMES[self.period]

    @property
    def short_time(self) -> str:
        """Return the period in a word or two."""
        return {"12m": "12 months"}.get(self.period, self.period)

    @property
    def period(self) -> str:
        """Return the kind of period: quarter, 12m or cohort."""
        return self.definition.row["period"]

    @property
    def rounding_words(self) -> str:
        """Return how the value is printed."""
        places = int(self.definition.row["decimal_places"])
        digits = {0: "no decimal place", 1: "1 decimal place"}
        told = digits.get(places, f"{places} decimal places")
        return f"half up on the exact fraction, to {told}; no value when the base is 0"

    @property
    def of_population(self) -> bool:
        """Return whether the base is the population rather than members."""
        return self.definition.row["denominator_kind"] == "population"

    @property
    def differing(self) -> list[Parameter]:
        """Return the settings in which the versions differ."""
        return [item for item in self.definition.parameters if item.differs]

    @property
    def example_breakdown(self) -> str:
        """Return the part of the measure that the example shows; empty for the whole."""
        return "" if not self.examples else str(self.examples[-1]["part"])

    @property
    def example_time(self) -> str:
        """Return the period of the example in words."""
        return "" if not self.examples else str(self.examples[-1]["time"])

    @property
    def values(self) -> dict[str, str]:
        """Return the value of the example under each version."""
        return {
            rules: example["value"]
            for example in self.examples
            for rules in example["all_rules"]
        }

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Return what the measure is split by, with the parts there are."""
        splits: dict[str, dict[str, None]] = {}
        for breakdown in self.definition.breakdowns:
            told = " · ".join(str(part) for part in breakdown.values())
            splits.setdefault(" and ".join(breakdown), {})[told] = None
        return [
            (
                keys.replace("_", " "),
                ", ".join(part for part in parts if part) or "one figure",
            )
            for keys, parts in splits.items()
        ]

    def as_json(self) -> dict[str, Any]:
        """Return the definition and its example as plain values."""
        definition = self.definition
        return {
            **definition.row,
            **definition.texts,
            "clauses": definition.clauses,
            "parameters": [
                {"setting_key": item.key, "values": item.values, "clause": item.clause}
                for item in definition.parameters
            ],
            "breakdowns": definition.breakdowns,
            "findings": [item["finding_code"] for item in definition.findings],
            "form_rows": [
                {"sheet": c.sheet, "row": c.row_label, "columns": c.columns}
                for c in definition.form_cells
            ],
            "examples": self.examples,
        }
