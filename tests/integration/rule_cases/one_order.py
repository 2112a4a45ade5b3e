"""A case of one child with one order, which most rules of section 1 need.

The wording of such a case belongs here. What an order is made of belongs to
``children``.
"""

from typing import Any

from tests.integration.rule_cases.case import Asked, Case, case
from tests.integration.rule_cases.children import child, order


def of_order(
    name: str,
    clause: str,
    figures: dict[Asked, dict[str, str]],
    *args: str,
    **fields: Any,
) -> Case:
    """Return a case of one child with the order of the arguments."""
    return case(name, clause, [child(order(*args, **fields))], figures)
