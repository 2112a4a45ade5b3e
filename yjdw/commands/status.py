"""``yjdw status``: what has arrived, what is published, and how old it is.

Gathering the answer and printing it belong here; every figure in it is read from the
state by ``warehouse/``.
"""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from warehouse.releases import Release

SECONDS_PER_DAY = 86_400


@click.command("status")
@click.pass_obj
def command(program: Program) -> None:
    """Say what has arrived, what is published, and how old it is.

    Example: yjdw status --json
    """
    from warehouse.freshness import read_freshness
    from warehouse.mapping_coverage import read_coverage
    from warehouse.receipts import list_refused, summarise
    from warehouse.releases import current

    layout = program.layout
    release, suppliers = current(layout), summarise(layout)
    answer = {
        "published": describe_release(release) if release else None,
        "suppliers": [asdict(item) for item in suppliers],
        "checks": read_checks(program, release),
        "freshness": [
            asdict(item) for item in read_freshness(layout, program.configuration)
        ],
        "mappings": [asdict(item) for item in read_coverage(layout)],
        "required_columns": score_systems({item.supplier for item in suppliers}),
        "refused": [asdict(item) for item in list_refused(layout)],
        "last_run": read_last_run(program),
    }
    if program.json:
        write_json(answer)
    else:
        show(answer)


def score_systems(landed: set[str]) -> list[dict[str, object]]:
    """Return how much of what each return needs the landed case systems hold."""
    from sources._shared.required_columns import score_system
    from sources.registry import mapped_systems, mappings_of

    return [
        {**asdict(score), "is_enough": score.is_enough}
        for system in mapped_systems()
        if system in landed
        for score in score_system(system, mappings_of(system))
    ]


def describe_release(release: "Release") -> dict[str, object]:
    """Return the release that readers see, and its age in days."""
    published_at = datetime.fromisoformat(release.published_at)
    if published_at.tzinfo is None:
        published_at = published_at.replace(tzinfo=UTC)
    age = (datetime.now(UTC) - published_at).total_seconds() / SECONDS_PER_DAY
    return {
        "release": release.release,
        "published_at": release.published_at,
        "as_known_at": release.as_known_at,
        "age_days": int(age),
    }


def read_checks(program: Program, release: "Release | None") -> dict[str, object]:
    """Return how many checks the published release passed, and those it failed."""
    from warehouse.state import connect

    with connect(program.layout) as state:
        rows = state.execute(
            "select suite, code, passed, severity, message from check_results"
            " where run_id = ? order by suite, code",
            [release.run_id if release else ""],
        ).fetchall()
    failures = [
        {key: row[key] for key in ("suite", "code", "severity", "message")}
        for row in rows
        if not row["passed"]
    ]
    passed = len(rows) - len(failures)
    return {"passed": passed, "failed": len(failures), "failures": failures}


def read_last_run(program: Program) -> dict[str, object] | None:
    """Return the newest run: a failed one explains why the release is old."""
    from warehouse.state import connect

    with connect(program.layout) as state:
        row = state.execute(
            "select * from runs order by started_at desc limit 1"
        ).fetchone()
    return dict(row) if row else None


def show(answer: dict[str, Any]) -> None:
    """Print the answer for a person."""
    columns = ["supplier", "entity", "last extract", "files", "rows in"]
    columns += ["landed", "quarantined", "cells refused"]
    rows = [list(item.values()) for item in answer["suppliers"]]
    write_table("What has landed", columns, rows)
    for item in answer["freshness"]:
        write_line(word_freshness(item))
    for item in answer["refused"]:
        write_line(f"refused: {item['reason']}")
    show_coverage(answer["mappings"])
    for item in answer["required_columns"]:
        write_line(word_score(item))
    show_release(answer)


def show_coverage(mappings: list[dict[str, Any]]) -> None:
    """Print how much of what each case system sent has a national code."""
    if not mappings:
        return
    columns = ["supplier", "code list", "values", "mapped", "% mapped"]
    columns += ["texts unmapped", "interim", "known false"]
    rows = [
        [f"{cell:.1f}" if isinstance(cell, float) else cell for cell in item.values()]
        for item in mappings
    ]
    write_table("What the codes of each case system know", columns, rows)


def word_score(item: dict[str, Any]) -> str:
    """Return one line on what a case system holds of what a return needs."""
    lacking = f"; it lacks {', '.join(item['missing'])}" if item["missing"] else ""
    short = "" if item["is_enough"] else f" (LESS THAN {item['threshold_percent']} %)"
    return (
        f"{item['supplier']}: holds {item['percent_filled']} %{short} of the "
        f"{item['needed']} columns that {item['for_return']} needs{lacking}"
    )


def word_freshness(item: dict[str, Any]) -> str:
    """Return one line on how old a supplier's data is."""
    if item["last_extract_date"] is None:
        needed = " (the return needs it)" if item["is_required"] else ""
        return f"{item['supplier']}: nothing has landed{needed}"
    state = "STALE" if item["is_stale"] else "fresh"
    return (
        f"{item['supplier']}: {state}: served from the extract of "
        f"{item['last_extract_date']}, {item['age_days']} days old "
        f"(limit {item['limit_days']} days; {item['entity']})"
    )


def show_release(answer: dict[str, Any]) -> None:
    """Print what is published, its failed checks, and how the last run ended."""
    published, checks = answer["published"], answer["checks"]
    if published is None:
        write_line("published: nothing yet; yjdw run publishes")
    else:
        write_line(
            f"published: {published['release']}, {published['age_days']} days old, "
            f"{checks['passed']} checks passed, {checks['failed']} failed"
        )
    for failure in checks["failures"]:
        write_line(f"  {failure['severity']}: {failure['code']}: {failure['message']}")
    run = answer["last_run"]
    if run and run["outcome"]:
        write_line(f"last run: {run['run_id']}: {run['outcome']}")
