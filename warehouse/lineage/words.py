"""Which texts a column can hold, where a query itself names all of them.

Needed to tell the measures apart that one model counts. What a column is made from
belongs to ``reading``.
"""

from collections.abc import Mapping
from itertools import product

from sqlglot import exp

from warehouse.lineage.branches import Branch

Words = frozenset[str] | None


def possible_words(expression: exp.Expr, scope: Mapping[str, Branch]) -> Words:
    """Return every text that an expression can be, null where data decides it."""
    said: Words = None
    match expression:
        case exp.Literal(is_string=True):
            said = frozenset({str(expression.this)})
        case exp.Column():
            branch = scope.get(expression.table)
            said = branch.words.get(expression.name) if branch else None
        case exp.Cast() | exp.Paren() | exp.Unnest() | exp.Explode():
            inner = [*expression.expressions, expression.this]
            said = one_of([item for item in inner if isinstance(item, exp.Expr)], scope)
        case exp.Array() | exp.Concat():
            unite = one_of if isinstance(expression, exp.Array) else joined
            said = unite(expression.expressions, scope)
        case exp.DPipe():
            said = joined([expression.left, expression.right], scope)
    return said


def one_of(parts: list[exp.Expr], scope: Mapping[str, Branch]) -> Words:
    """Return the texts of any of the parts."""
    said = [possible_words(part, scope) for part in parts]
    known = [words for words in said if words is not None]
    return frozenset().union(*known) if len(known) == len(said) > 0 else None


def joined(parts: list[exp.Expr], scope: Mapping[str, Branch]) -> Words:
    """Return the texts of the parts, one behind the other."""
    said = [possible_words(part, scope) for part in parts]
    known = [words for words in said if words is not None]
    if len(known) < len(said):
        return None
    return frozenset("".join(texts) for texts in product(*known))
