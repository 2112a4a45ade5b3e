"""Write an invented service's extracts, and the truth about them.

Reading what is asked for and saying what was written belong here. The invention itself
belongs to ``simulation``.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from warehouse.refusal import WrongUse
from yjdw.program import Program

if TYPE_CHECKING:
    from simulation.plan import Plan

SUPPLIERS = (
    "core_plus",
    "case_document",
    "niche",
    "school_census",
    "ssda903",
    "systmone",
    "service_office",
)
OTHER_CASE_SYSTEMS = (
    "careworks",
    "childview",
    "capita_one",
)  # the same service, when asked for
MOST_CHILDREN = 5_000_000  # invented identifiers of others begin there
FIRST_LAW = date(2014, 4, 9)  # a year after youth cautions began


@click.command(
    epilog="Example: yjdw simulate --out .yjdw --children 500 --years 4 --seed 7"
)
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for drop/<supplier>/ and truth/; must not hold extracts yet.",
)
@click.option("--service", default="Leicester City", show_default=True)
@click.option(
    "--children",
    type=click.IntRange(1, MOST_CHILDREN),
    help="Children known to the service over the whole period. "
    "[default: 300 a year for a service of Leicester's size]",
)
@click.option("--years", type=click.IntRange(1, 12), default=10, show_default=True)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Last simulated day. [default: end of the last complete quarter]",
)
@click.option("--seed", type=click.IntRange(0, 2**31), default=1, show_default=True)
@click.option(
    "--suppliers",
    default=",".join(SUPPLIERS),
    help="Whose extracts to write, separated by commas. [default: core_plus, the "
    f"national documents and the partners; also: {', '.join(OTHER_CASE_SYSTEMS)}]",
)
@click.option(
    "--faults",
    type=click.Choice(["none", "light", "heavy"]),
    default="none",
    show_default=True,
    help="Mistakes to plant, each listed in truth/faults.csv.",
)
@click.option(
    "--cutover",
    metavar="OLD:NEW:DATE",
    help="Change the case system on a day: extracts of both, and OUT/service.toml.",
)
@click.option(
    "--overlap-months",
    type=click.IntRange(0, 12),
    default=2,
    show_default=True,
    help="How long the old case system was kept up after the change.",
)
@click.pass_obj
def command(program: Program, out: Path, **asked: object) -> None:
    """Write an invented service's extracts, and the truth about them.

    Each supplier's extracts come in its own shape to OUT/drop/<supplier>/, the truth
    to OUT/truth/. The same options give the same bytes.
    """
    from simulation.asked import CannotSimulate
    from simulation.run import FolderInUseError, simulate
    from yjdw.output import steps

    began = perf_counter()
    try:
        plan = read_plan(asked)
        with steps(program.console) as report:
            files = simulate(plan, out, report)
    except (CannotSimulate, FolderInUseError) as error:
        raise WrongUse(str(error)) from error
    _answer(program, plan, out, files, perf_counter() - began)


def read_plan(asked: dict[str, object]) -> "Plan":
    """Return the plan that the options ask for.

    Raises:
        CannotSimulate: an option cannot be met; the message says what can.
        WrongUse: a supplier or the first day cannot be.
    """
    from simulation import asked as wishes
    from simulation.plan import Plan

    service = wishes.find_service(str(asked["service"]))
    until, years = _find_last_day(asked["until"]), int(str(asked["years"]))
    cutover = wishes.read_cutover(asked["cutover"], asked["overlap_months"])
    children = asked["children"] or wishes.size_up(service, years)
    plan = Plan(
        service=service,
        children=int(str(children)),
        years=years,
        until=until,
        seed=int(str(asked["seed"])),
        suppliers=wishes.write_both(_find_suppliers(str(asked["suppliers"])), cutover),
        faults=str(asked["faults"]),
        cutover=cutover,
    )
    if plan.first_day < FIRST_LAW:
        raise WrongUse(
            f"{years} years to {until} begin before {FIRST_LAW}, when today's "
            "disposals were new; ask for fewer --years or a later --until"
        )
    wishes.refuse_other_days(plan)
    return plan


def end_of_last_quarter(today: date) -> date:
    """Return the last day of the last complete quarter before a day."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    return first - timedelta(days=1)


def _find_last_day(asked: object) -> date:
    if isinstance(asked, datetime):
        return asked.date()
    return end_of_last_quarter(date.today())


def _find_suppliers(text: str) -> tuple[str, ...]:
    asked = [each.strip() for each in text.split(",") if each.strip()]
    known = (*SUPPLIERS, *OTHER_CASE_SYSTEMS)
    unknown = [each for each in asked if each not in known]
    if unknown or not asked:
        what = ", ".join(unknown) or "nothing"
        raise WrongUse(f"--suppliers names {what}; choose from {', '.join(known)}")
    return tuple(each for each in known if each in asked)


def _answer(
    program: Program, plan: "Plan", out: Path, files: list[Path], seconds: float
) -> None:
    """Say what was written and where."""
    from simulation.asked import describe_plan
    from yjdw.output import write_json, write_line

    size = sum(path.stat().st_size for path in files)
    if program.json:
        written = [path.relative_to(out).as_posix() for path in files]
        write_json(
            {
                "out": str(out),
                **describe_plan(plan),
                "files": written,
                "bytes": size,
            }
        )
        return
    write_line(
        f"{plan.children:,} children of {plan.service}, {plan.first_day} to "
        f"{plan.until}: {len(files)} files, {size / 1e6:.1f} MB in {seconds:.1f} s"
    )
    write_line(f"extracts in {out / 'drop'}, the truth in {out / 'truth'}")
    if plan.cutover:
        write_line(f"run it with --home {out} --config {out / 'service.toml'}")
