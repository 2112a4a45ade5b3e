"""Write the case-level return of one quarter, or nothing at all.

The order of the steps belongs here. What a document holds belongs to ``documents``, its
files to ``files``, what is expected to ``gate``.
"""

from datetime import date
from pathlib import Path

import duckdb

from returns._shared.evidence import keep_evidence
from returns._shared.gate import refuse_if_blocked
from returns._shared.manifest import (
    Document,
    describe_origin,
    describe_suppliers,
    describe_warnings,
    name_day,
)
from returns._shared.versions import Written, keep, unfinished_folder
from returns.case_level import gate
from returns.case_level.documents import (
    NOT_SIGNED_OFF,
    CaseAsked,
    Composed,
    compose_document,
)
from returns.case_level.files import write_files
from warehouse.conditions import read_due_dates
from warehouse.configuration import Configuration
from warehouse.freshness import Freshness, read_freshness
from warehouse.layout import Layout
from warehouse.releases import Release


def write_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: CaseAsked,
) -> Written:
    """Check the quarter's document and write a new version of the return.

    When the last version of the same question says the same to the byte, nothing is
    written and that version is returned.

    Args:
        layout: The home.
        configuration: Limits of freshness.
        connection: The identified zone of the release.
        release: Which release that is.
        asked: Quarter and service, as ``ask_for_case`` gives them.

    Raises:
        DataRefused: A check failed; nothing is written, the reasons name the ids of
            the records to mend.
    """
    composed = compose_document(connection, asked)
    results = gate.hold_return(
        layout, configuration, connection, release, asked, composed
    )
    refuse_if_blocked(
        results, f"the case-level return of {asked.quarter} was not written"
    )
    known_at = date.fromisoformat(release.as_known_at) if release.as_known_at else None
    suppliers = read_freshness(layout, configuration, known_at)
    with unfinished_folder(layout, asked.quarter, gate.NAME) as folder:
        write_files(folder, composed.document)
        files, evidence = keep_evidence(folder, results)
        due = read_due_dates(connection, asked.quarter).get("case_level")
        told = describe(asked, composed, suppliers) | {"due": name_day(due)}
        told |= describe_origin(layout, release)
        told |= {"files": files, "evidence": evidence}
        told |= {"warnings": describe_warnings(results)}
        return keep(folder, told)


def describe(
    asked: CaseAsked, composed: Composed, suppliers: list[Freshness]
) -> Document:
    """Return what the manifest says beside the files and where they come from."""
    head = composed.document["return_part"]
    return {
        "return": gate.NAME,
        "quarter": asked.quarter,
        "service": asked.service,
        "source_return_id": head["source_return_id"],
        "signoff_date": head["signoff_date"],
        "children": len(composed.document["children"]),
        "is_as_sent": composed.is_as_sent,
        "suppliers": describe_suppliers(suppliers),
    }


def write_again(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    release: Release,  # noqa: ARG001 - the document does not say of which release it is
    told: Document,
) -> None:
    """Write the files that a manifest tells of from a release built again."""
    day = told["signoff_date"]
    is_ours = not told["is_as_sent"] and day != NOT_SIGNED_OFF
    signed_off = date.fromisoformat(day) if is_ours else None
    asked = CaseAsked(told["quarter"], told["service"], signed_off)
    write_files(folder, compose_document(connection, asked).document)
