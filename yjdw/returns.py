"""How each return is asked for: its questions, and the state of knowledge it needs.

From the options of a command to a return's writer belongs here, and which version came
before it. Printing belongs to ``yjdw/commands``, writing to ``returns/``.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from yjdw.program import Program

if TYPE_CHECKING:
    from returns._shared.versions import Written
    from returns.case_level.sending_again import WrittenAgain
    from warehouse.layout import Layout

Told = dict[str, Any]
Report = Callable[[str], None]


def write_kpi_return(
    program: Program, options: Told, report: Report
) -> "tuple[Told, Written]":
    """Open the state of knowledge asked for and write the KPI return from it."""
    from returns.yjb_kpi.writer import write_return
    from warehouse.figures import ask_for
    from yjdw.knowledge import open_knowledge

    layout, configuration = program.layout, program.configuration
    day = _day(options["as_known_at"])
    with open_knowledge(layout, configuration, day, report) as (connection, release):
        asked = ask_for(
            connection, options["quarter"], options["rules"], options["service"]
        )
        report(f"checking the return of {asked.quarter} under {asked.rules}")
        written = write_return(
            layout, configuration, connection, release, asked, options["explanations"]
        )
    told = {"quarter": asked.quarter, "rules": asked.rules, "service": asked.service}
    return told, written


def write_case_return(
    program: Program, options: Told, report: Report
) -> "tuple[Told, Written]":
    """Open the state of knowledge asked for and write the case-level return from it."""
    from returns.case_level.documents import ask_for_case
    from returns.case_level.writer import write_return
    from yjdw.knowledge import open_knowledge

    layout, configuration = program.layout, program.configuration
    day = _day(options["as_known_at"])
    with open_knowledge(layout, configuration, day, report) as (connection, release):
        asked = ask_for_case(
            connection,
            options["quarter"],
            options["service"],
            _day(options["signed_off"]),
        )
        report(f"checking the case-level return of {asked.quarter}")
        written = write_return(layout, configuration, connection, release, asked)
    return {"quarter": asked.quarter, "service": asked.service}, written


def write_plan_return(
    program: Program, options: Told, report: Report
) -> "tuple[Told, Written]":
    """Open the state of knowledge asked for and write the plan's tables from it."""
    from returns.youth_justice_plan.writer import ask_for_plan, write_return
    from yjdw.knowledge import open_knowledge

    layout, configuration = program.layout, program.configuration
    day = _day(options["as_known_at"])
    service = options["service"] or configuration.service.name
    with open_knowledge(layout, configuration, day, report) as (connection, release):
        asked = ask_for_plan(connection, options["year"], service)
        report(f"checking the plan's tables of {asked.financial_year}")
        written = write_return(
            layout, configuration, connection, release, asked, options["explanations"]
        )
    return {"year": asked.financial_year, "service": asked.service}, written


WRITERS: dict[str, Callable[..., "tuple[Told, Written]"]] = {
    "yjb_kpi": write_kpi_return,
    "case_level": write_case_return,
    "youth_justice_plan": write_plan_return,
}


def find_earlier(layout: "Layout", written: "Written") -> dict[str, str] | None:
    """Return the version that was sent or frozen before a new one, if there is one."""
    from returns.submissions.comparing import find_kept_before
    from returns.submissions.key import SubmissionKey
    from returns.submissions.life import state_of

    key = SubmissionKey(*written.folder.relative_to(layout.returns).parts)
    before = find_kept_before(layout, key) if written.is_new else None
    if before is None:
        return None
    return {
        "submission": str(before),
        "state": state_of(layout, before),
        "what_differs": f"yjdw submission diff {before} {key}",
    }


def write_again(options: Told) -> "list[WrittenAgain]":
    """Write documents again in a throw-away home, each, or a quarter's return of all.

    Raises:
        DataRefused: A document cannot be used, or the quarter's return fails its gate.
        WrongUse: The quarter or service is none of theirs, or a folder is there.
    """
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from returns.case_level.sending_again import (
        write_documents_again,
        write_quarter_again,
    )
    from warehouse.layout import Layout

    with TemporaryDirectory(prefix="yjdw-return-") as folder:
        layout = Layout(Path(folder))
        if not options["quarter"]:
            return write_documents_again(layout, options["documents"], options["out"])
        written = write_quarter_again(
            layout,
            options["documents"],
            options["out"],
            options["quarter"],
            service=options["service"],
            known_at=_day(options["as_known_at"]),
            signed_off=_day(options["signed_off"]),
        )
        return [written]


def _day(moment: Any) -> date | None:
    return moment.date() if moment else None
