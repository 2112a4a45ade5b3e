"""The configuration with which a simulated change of case system is run.

Which system counts from which day is said here in the words of ``service.toml``. What
either system holds does not belong here.
"""

from pathlib import Path

from simulation.plan import Plan

SERVICE_FILE = "service.toml"


def write_service_file(plan: Plan, out: Path) -> list[Path]:
    """Write ``service.toml`` with both systems and the day between them.

    Returns:
        The file written; none without a change of case system.
    """
    if plan.cutover is None:
        return []
    path = out / SERVICE_FILE
    path.write_text(
        "[service]\n"
        f'name = "{plan.service}"\n\n'
        "[[service.case_systems]]\n"
        f'supplier = "{plan.cutover.old}"\n\n'
        "[[service.case_systems]]\n"
        f'supplier = "{plan.cutover.new}"\n'
        f"from = {plan.cutover.day}\n",
        encoding="utf-8",
    )
    return [path]
