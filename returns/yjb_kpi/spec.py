"""Read the specification of the form and find what fills a cell.

The shape of ``spec/form.yml`` belongs here. The figures behind a cell belong to
``cells``.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

FORM = Path(__file__).parent / "spec" / "form.yml"
WORD = re.compile(r"\{(\w+)\}")

Words = dict[str, str]


class Strict(BaseModel):
    """A part of the specification; a key that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MemberSet(Strict):
    """The units that one figure counts; ``rest`` is who is not in its numerator."""

    measure: str
    breakdown: Words
    counted: Literal["numerator", "denominator", "rest"]

    def named(self, words: Words) -> "MemberSet":
        """Return the set with the words of one cell put in."""
        named = {key: text.format(**words) for key, text in self.breakdown.items()}
        return self.model_copy(update={"breakdown": named})


class CellRule(Strict):
    """What fills some rows in the columns of a pattern."""

    rows: list[int]
    columns: str
    members: list[MemberSet]
    without: list[MemberSet] = []


class KpiForm(Strict):
    """One sheet of the form; without cells it is not computed by this version."""

    title: str
    cells: list[CellRule] = []


class Form(Strict):
    """The whole form."""

    form: str
    edition: str
    words: dict[str, Words]
    kpis: dict[str, KpiForm]

    def filling(
        self, kpi: str, row_order: int, row_label: str, column: str
    ) -> tuple[list[MemberSet], list[MemberSet]] | None:
        """Return the sets that a unit must and must not be in; none if not computed."""
        for rule in self.kpis[kpi].cells:
            found = self._read_words(rule.columns, column)
            if row_order in rule.rows and found is not None:
                words = {**found, "row_label": row_label}
                return (
                    [item.named(words) for item in rule.members],
                    [item.named(words) for item in rule.without],
                )
        return None

    def _read_words(self, pattern: str, column: str) -> Words | None:
        """Return what the words of a pattern mean in a column; none if it differs."""
        match = re.fullmatch("".join(self._pieces(pattern)), column)
        if match is None:
            return None
        return {
            word: self.words[word][text] for word, text in match.groupdict().items()
        }

    def _pieces(self, pattern: str) -> Iterator[str]:
        for piece in re.split(r"(\{\w+\})", pattern):
            word = WORD.fullmatch(piece)
            if word is None:
                yield re.escape(piece)
            else:
                spellings = "|".join(map(re.escape, self.words[word[1]]))
                yield f"(?P<{word[1]}>{spellings})"


@cache
def load_form() -> Form:
    """Return the specification of the form.

    Raises:
        ValidationError: The file has a key that does not belong there.
    """
    return Form.model_validate(yaml.safe_load(FORM.read_text(encoding="utf-8")))
