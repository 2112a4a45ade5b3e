"""Decide whether a delivery that was read may land as a whole.

Shrunken, empty and altogether unusable extracts are stopped here. Single rows are
judged elsewhere.
"""

from collections.abc import Sequence

from sources._shared.contract import Contract
from sources._shared.delivery import Fetched, FileRefused
from warehouse.layout import Layout
from warehouse.outcomes import Problem, Receipt
from warehouse.receipts import list_receipts


def check_has_rows(
    contract: Contract, fetched: Fetched, receipts: Sequence[Receipt]
) -> None:
    """Refuse a heading without rows, unless the delivery confirms that it is empty.

    Raises:
        FileRefused: There is no row, and nothing says that this is right.
    """
    if fetched.is_empty_confirmed or any(receipt.rows_in for receipt in receipts):
        return
    raise FileRefused(
        "heading_only",
        "holds a heading and not a single row",
        _accept(contract.supplier),
    )


def check_some_rows_usable(
    receipts: Sequence[Receipt], problems: Sequence[Problem]
) -> None:
    """Refuse a file of which not one row could be used: its layout is another.

    A case document fills many tables: a link that names nothing, the only one of its
    table, is kept apart with its reason and does not refuse the rest.

    Raises:
        FileRefused: All its rows would go to quarantine.
    """
    rows_in = sum(receipt.rows_in for receipt in receipts)
    if rows_in and not any(receipt.rows_landed for receipt in receipts):
        first = problems[0]
        raise FileRefused(
            "no_row_usable",
            f"not one of its {rows_in} rows can be used: {first.what}",
            "ask the supplier to send it again",
            column=first.column,
        )


def check_not_shrunk(
    layout: Layout,
    contract: Contract,
    receipts: Sequence[Receipt],
    limit_percent: float,
) -> None:
    """Refuse an extract that lost too many rows since the one before it.

    Raises:
        FileRefused: It is smaller by more than the limit (percent of rows landed).
    """
    for receipt in receipts:
        if not contract.entity(receipt.entity).guards_shrink:
            continue
        known = list_receipts(layout, contract.supplier, receipt.entity)
        before = [old for old in known if old.extract_date <= receipt.extract_date]
        if not before:
            continue
        old, new = before[-1].rows_landed, receipt.rows_landed
        if new < old * (1 - limit_percent / 100):
            lost = 100 * (old - new) / old
            raise FileRefused(
                "shrunk",
                f"{receipt.entity} has {new} rows where the extract of "
                f"{before[-1].extract_date} had {old}: {lost:.0f} % fewer, "
                f"the limit is {limit_percent:g} %",
                _accept(contract.supplier),
            )


def _accept(supplier: str) -> str:
    return f"if this is right: yjdw land --supplier {supplier} --accept-shrink"
