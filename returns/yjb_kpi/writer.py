"""Write the KPI return of one quarter, or nothing at all.

The order of the steps belongs here. Counting belongs to ``cells``, the look of the
form to ``workbook``, what is expected to ``gate``, versions to ``versions``.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import duckdb

from returns._shared.evidence import TABLES, keep_evidence, select_kept
from returns._shared.gate import refuse_if_blocked
from returns._shared.manifest import Document
from returns._shared.versions import Written, keep, unfinished_folder
from returns.yjb_kpi import gate, manifest
from returns.yjb_kpi.cells import Cell, count_cells
from returns.yjb_kpi.spec import Form, load_form
from returns.yjb_kpi.workbook import write_workbook
from warehouse.conditions import read_due_dates, read_settings
from warehouse.configuration import Configuration
from warehouse.figures import Asked, read_figures, read_findings
from warehouse.freshness import read_freshness
from warehouse.layout import Layout
from warehouse.releases import Release


def write_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: Asked,
    explanations: Mapping[str, str] | None = None,
) -> Written:
    """Check the quarter and write a new version of its return.

    A written version is never changed. When the last version of the same question
    says the same to the byte, nothing is written and that version is returned.

    Args:
        layout: The home.
        configuration: Bounds of changes, limits of freshness.
        connection: The identified zone of the release.
        release: Which release that is.
        asked: Quarter, rule version and service, as ``ask_for`` gives them.
        explanations: New explanations of changes on the last quarter, by measure.

    Raises:
        DataRefused: A check failed; nothing is written, the reasons name the ids of
            the records to mend.
    """
    checked = _check(layout, configuration, connection, release, asked, explanations)
    form = load_form()
    with unfinished_folder(layout, asked.quarter, gate.NAME) as folder:
        write_files(folder, connection, release, asked, form)
        tables = {name: select_kept(connection, name, asked) for name in TABLES}
        files, evidence = keep_evidence(folder, checked.results, tables)
        document = manifest.compose(layout, checked, form, files)
        return keep(folder, document | {"evidence": evidence})


def _check(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: Asked,
    explanations: Mapping[str, str] | None,
) -> manifest.Checked:
    """Return what may be written, or refuse with every reason there is."""
    known_at = date.fromisoformat(release.as_known_at) if release.as_known_at else None
    explained = gate.explain(layout, asked, explanations)
    results = gate.hold_return(layout, configuration, connection, release, asked)
    refuse_if_blocked(results, f"the return of {asked.quarter} was not written")
    return manifest.Checked(
        asked,
        release,
        read_freshness(layout, configuration, known_at),
        explained,
        results,
        due=read_due_dates(connection, asked.quarter).get("kpi"),
        settings=read_settings(connection, asked),
    )


def write_files(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: Asked,
    form: Form,
) -> None:
    """Write the three files whose bytes follow from the figures alone."""
    cells = count_cells(connection, asked, form)
    figures = {
        "quarter": asked.quarter,
        "rules": asked.rules,
        "service": asked.service,
        "as_known_at": release.as_known_at,
        "measures": read_figures(connection, asked),
        "dq": read_findings(connection, asked),
    }
    write_workbook(folder / "kpi_return.xlsx", form, cells, _front(form, figures))
    _write_csv(folder / "kpi_return.csv", cells)
    text = json.dumps(figures, indent=2, ensure_ascii=False, default=str)
    (folder / "measures.json").write_text(f"{text}\n", encoding="utf-8")


def write_again(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    told: Document,
) -> None:
    """Write the files that a manifest tells of from a release built again."""
    asked = Asked(told["quarter"], told["rules"], told["service"])
    write_files(folder, connection, release, asked, load_form())


def _front(form: Form, figures: Document) -> list[tuple[str, str | int | None]]:
    """Return the lines of the front sheet: what it is, then each headline."""
    known_at = figures["as_known_at"] or "the day of the release"
    lines: list[tuple[str, str | int | None]] = [
        (form.form, f"edition {form.edition}"),
        ("Service", figures["service"]),
        ("Quarter", figures["quarter"]),
        ("Rule version", figures["rules"]),
        ("As known at", known_at),
    ]
    headlines = {
        figure["measure"]: figure
        for figure in figures["measures"]
        if not figure["breakdown"]
    }
    for kpi, sheet in form.kpis.items():
        figure = headlines.get(kpi)
        name = f"{kpi.upper().replace('KPI', 'KPI ')} {sheet.title}"
        for part in ("numerator", "denominator", "value"):
            lines.append((f"{name}: {part}", figure[part] if figure else None))
    return lines


def _write_csv(path: Path, cells: Sequence[Cell]) -> None:
    """Write one line per cell: labels verbatim, values as counts or in words."""
    columns = ("kpi", "row_order", "row_group", "row_label", "column")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*columns, "value"])
        for cell in cells:
            writer.writerow([*(getattr(cell, name) for name in columns), cell.text])
