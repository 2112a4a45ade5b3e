"""What a person is told when a command does not end well.

One line on standard error, and for a fault of ours a log file without any value
from the data. Deciding the exit status does not belong here.
"""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from warehouse.refusal import DataRefused
from yjdw.output import write_json
from yjdw.program import Program

SHOWN_UNITS = 10  # of the ids of one reason; --json lists all


def show_line(program: Program, text: str) -> None:
    """Write one line on standard error."""
    program.console.print(f"yjdw: {text}", markup=False, style="red")


def show_refusal(program: Program, refusal: DataRefused) -> None:
    """List the reasons, with the ids of the records to mend."""
    if program.json:
        reasons = [reason.as_dict() for reason in refusal.reasons]
        write_json({"refused": refusal.summary, "reasons": reasons})
    show_line(program, refusal.summary)
    for reason in refusal.reasons:
        line = f"  {reason.code}: {reason.message}"
        program.console.print(line + _named(reason.units), markup=False)


def _named(units: tuple[str, ...]) -> str:
    if not units:
        return ""
    more = len(units) - SHOWN_UNITS
    rest = f" and {more} more (--json lists all)" if more > 0 else ""
    return f" [{', '.join(units[:SHOWN_UNITS])}{rest}]"


def show_fault(program: Program, error: BaseException) -> None:
    """Say in one line that the program is at fault and where the log lies."""
    if program.debug:
        program.console.print("".join(traceback.format_exception(error)), markup=False)
    where = _our_last_line(error)
    log = _write_log(program, error)
    noted = f"; noted in {log}" if log else ""
    show_line(
        program,
        f"a fault of the program: {type(error).__name__} at {where}{noted}"
        " (--debug shows all)",
    )


def _our_last_line(error: BaseException) -> str:
    """Return file and line of the deepest frame that is ours, not a library's."""
    ours = Path(__file__).parents[1]
    frames = traceback.extract_tb(error.__traceback__)
    own = [
        frame
        for frame in frames
        if Path(frame.filename).is_relative_to(ours)
        and "site-packages" not in frame.filename
    ]
    place = (own or frames)[-1]
    return f"{Path(place.filename).name}:{place.lineno}"


def _write_log(program: Program, error: BaseException) -> Path | None:
    """Write types, files and lines only: a message may quote a child's record."""
    now = datetime.now(UTC)
    folder = program.layout.root / "logs"
    log = folder / f"fault-{now:%Y%m%dT%H%M%S%f}.log"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{now.isoformat()} {type(error).__name__}"]
    lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:  # a full disk may be the fault itself
        return None
    return log
