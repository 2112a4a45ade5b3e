"""Watch the outer world: deliveries that arrive, and runs that end badly.

Noticing new content, and that a run is over before its time, belong here. Whether a
delivery can be used is asked by landing, what people are told by ``yjdw/alerts``.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import dagster as dg

from orchestration.jobs import jobs, nightly
from orchestration.resources import WarehouseResource
from orchestration.runs import name_of_run, note_if_unknown
from yjdw.alerts.telling import tell_quietly

SECONDS_BETWEEN_LOOKS = 60
REMEMBERED = 5000  # contents already asked for; a year of deliveries is about 500


@dataclass
class Memory:
    """What earlier looks saw: files by name, and contents already asked for."""

    stamps: dict[str, list[int]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, cursor: str | None) -> "Memory":
        """Return the memory kept in a cursor; without one, an empty memory."""
        return cls(**json.loads(cursor)) if cursor else cls()

    def write(self) -> str:
        """Return the memory as a cursor."""
        return json.dumps(vars(self))


def lying(drop: Path) -> dict[str, list[int]]:
    """Return size and time of change of every delivered file, by its path.

    Hidden files and folders are ours (``.done``) or not yet delivered.
    """
    found = {}
    for path in sorted(drop.rglob("*")) if drop.exists() else []:
        inside = path.relative_to(drop)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            stat = path.stat()
            found[inside.as_posix()] = [stat.st_size, stat.st_mtime_ns]
    return found


def look(drop: Path, memory: Memory) -> tuple[list[str], Memory]:
    """Return the contents not asked for yet, and what to remember.

    A file counts when two looks found it unchanged: until then it may still be
    being written. Only a changed file is hashed again.
    """
    stamps = lying(drop)
    still = [name for name, stamp in stamps.items() if memory.stamps.get(name) == stamp]
    digests = {
        name: memory.digests.get(name) or digest(drop / name)
        for name in still
        if (drop / name).exists()  # a run may be moving files away as we look
    }
    new = sorted(set(digests.values()) - set(memory.asked))
    asked = [*memory.asked, *new][-REMEMBERED:]
    return new, Memory(stamps, digests, asked)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dg.sensor(
    job=nightly,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    description="Starts the road when a file of new content lies in a drop folder.",
)
def new_deliveries(
    context: dg.SensorEvaluationContext, warehouse: WarehouseResource
) -> dg.SensorResult | dg.SkipReason:
    """Ask for one run for all the new content that lies still in the drop folders.

    The same content under another name, or at another time, starts nothing.
    """
    new, memory = look(warehouse.layout.drop, Memory.read(context.cursor))
    context.update_cursor(memory.write())
    if not new:
        return dg.SkipReason("No file of new content lies still in the drop folders.")
    run_key = hashlib.sha256("".join(new).encode()).hexdigest()
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=run_key)])


@dg.run_failure_sensor(
    name="failed_runs",
    monitored_jobs=jobs,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells people that a run failed or was refused, and what they see now.",
)
def failed_runs(
    context: dg.RunFailureSensorContext, warehouse: WarehouseResource
) -> None:
    """Note a run that died without a failed step, and tell people."""
    layout, run = warehouse.layout, context.dagster_run
    note_if_unknown(layout, name_of_run(context.instance, run.run_id), run.job_name)
    tell_quietly(layout, warehouse.configuration, context.log.warning)


sensors = [new_deliveries, failed_runs]
