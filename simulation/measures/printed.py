"""Which parts of the KPIs the truth states belongs here.

Counting them does not. Source: measures.md and counting rules 2.
"""

from collections.abc import Iterator

from simulation.measures.circumstances import WANTED_STATUSES
from simulation.measures.splits import SUITABILITIES, list_groups
from simulation.reference import read_reference

ORDER_TYPES = ("ns", "yjs", "ycc", "ro", "yro", "cust")
SPLIT = ("kpi1", "kpi2", "kpi3", "kpi7", "kpi7d")


def list_parts(rules: str) -> Iterator[tuple[str, str]]:
    """Return measure and part, such as 'order_type=ro', of everything that is split.

    Args:
        rules: rule version, by which the headline of KPI 7 looks at another point.
    """
    yield "kpi6", "completion=not_completed"
    for order_type in ORDER_TYPES:
        for measure in SPLIT:
            yield measure, f"order_type={order_type}"
    yield from _list_points()
    yield from _list_statuses("end" if rules == "KPI-v2-headline" else "during")
    for group in list_groups():
        yield "kpi3c", group
        for completion in ("completed", "not_completed"):
            yield "kpi6c", f"{group},completion={completion}"


def _list_points() -> Iterator[tuple[str, str]]:
    groups = sorted(set(read_reference("ete_provision_types")["group"]))
    for point in ("start", "end"):
        for group in groups:
            yield "kpi2d", f"point={point},provision_group={group}"
        for answer in SUITABILITIES:
            of = f"point={point},suitability={answer}"
            yield "kpi2a", of
            for order_type in ORDER_TYPES:
                yield "kpi1c", f"order_type={order_type},{of}"
                yield "kpi2f", f"order_type={order_type},{of}"


def _list_statuses(point_of_headline: str) -> Iterator[tuple[str, str]]:
    for point in ("start", point_of_headline):
        for status in WANTED_STATUSES:
            for order_type in ORDER_TYPES:
                yield "kpi7d", f"order_type={order_type},point={point},status={status}"
