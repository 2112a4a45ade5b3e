"""Read the specification of the form and find what fills a cell.

The shape of the files in ``spec`` belongs here. The units behind a cell belong to
``units``, how many there are to ``cells``.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

SPEC = Path(__file__).parent / "spec"
WORD = re.compile(r"\{(\w+)\}")

Words = dict[str, str]
Table = Literal["fct_order_statuses", "fct_proven_offences"]


class Strict(BaseModel):
    """A part of the specification; a key that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MemberSet(Strict):
    """The units that one figure counts.

    ``rest`` is who is in the denominator and not in the numerator; ``all`` is every
    member, also one that a rule version keeps out of both.
    """

    measure: str
    breakdown: Words
    counted: Literal["numerator", "denominator", "rest", "all"]

    def named(self, words: Words) -> "MemberSet":
        """Return the set with the words of one cell put in."""
        return self.model_copy(update={"breakdown": _named(self.breakdown, words)})


class RowSet(Strict):
    """The units of a mart's rows whose columns hold what is asked.

    Several values that a column may hold are joined with a bar; ``where_not`` names
    values that it must not hold.
    """

    table: Table
    where: Words
    where_not: Words = {}

    def named(self, words: Words) -> "RowSet":
        """Return the set with the words of one cell put in."""
        where, where_not = _named(self.where, words), _named(self.where_not, words)
        return self.model_copy(update={"where": where, "where_not": where_not})


def _named(texts: Words, words: Words) -> Words:
    return {key: text.format(**words) for key, text in texts.items()}


UnitSet = MemberSet | RowSet


class CellRule(Strict):
    """What fills some rows in the columns of a pattern.

    Rows may come with words of their own. A cell is not computed when a set of
    ``needs`` holds nobody, or when somebody is in every set of ``unless``.
    """

    rows: list[int] | dict[int, Words]
    columns: str
    members: list[UnitSet]
    without: list[UnitSet] = []
    needs: list[UnitSet] = []
    unless: list[UnitSet] = []

    def words_of(self, row_order: int) -> Words:
        """Return the words that a row brings with it."""
        return self.rows[row_order] if isinstance(self.rows, dict) else {}

    def named(self, words: Words) -> "CellRule":
        """Return the rule with the words of one cell put in."""
        sets = {
            name: [item.named(words) for item in getattr(self, name)]
            for name in ("members", "without", "needs", "unless")
        }
        return self.model_copy(update=sets)


class KpiForm(Strict):
    """One sheet of the form; without cells it is not computed by this version."""

    title: str
    note: str = ""
    cells: list[CellRule] = []


class Form(Strict):
    """The whole form."""

    form: str
    edition: str
    words: dict[str, Words]
    kpis: dict[str, KpiForm]

    def filling(
        self, kpi: str, row_order: int, row_label: str, column: str
    ) -> CellRule | None:
        """Return what fills one cell, all words put in; none if nothing does."""
        for rule in self.kpis[kpi].cells:
            found = self._read_words(rule.columns, column)
            if row_order in rule.rows and found is not None:
                label = {"row_label": row_label}
                return rule.named({**found, **rule.words_of(row_order), **label})
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
    """Return the specification of the form: its words, and a sheet per KPI file.

    Raises:
        ValidationError: A file has a key that does not belong there.
    """
    sheets = {path.stem: _read(path) for path in SPEC.glob("kpi*.yml")}
    order = sorted(sheets, key=lambda kpi: int(kpi.removeprefix("kpi")))
    kpis = {kpi: sheets[kpi] for kpi in order}
    return Form.model_validate({**_read(SPEC / "form.yml"), "kpis": kpis})


def _read(path: Path) -> dict[str, object]:
    document: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return document
