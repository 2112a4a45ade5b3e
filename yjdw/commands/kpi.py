"""``yjdw kpi``: the figures of case documents, counted apart from every home.

Reading the options and printing belong here; counting belongs to
``warehouse/counting.py``.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yjdw.figure_tables import figures_table
from yjdw.output import WrongUse, write_json, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from warehouse.counting import Run

MEMBERS = ("numerator_members", "denominator_members")
PATH = click.Path(path_type=Path)


@click.command("kpi")
@click.option(
    "--documents",
    "documents",
    type=PATH,
    multiple=True,
    required=True,
    help="A case document, a case file or a folder of them; may be repeated.",
)
@click.argument("more", nargs=-1, type=PATH)
@click.option("--quarter", help="Such as 2024Q1 (April to June 2024).")
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option("--as-known-at", help="Only returns signed off by that day (YYYY-MM-DD).")
@click.option("--service", help="Which service, where the documents are of several.")
@click.option("--board-meetings", type=PATH, help="CSV or JSON, for KPI 8.")
@click.option("--victims", type=PATH, help="CSV of victims who are one, for KPI 10.")
@click.option("--stated-figures", type=PATH, help="CSV, for cfg.fte.source.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE")
@click.option("--members", is_flag=True, help="List the members of each figure.")
@click.option("--runs", type=PATH, help="A JSON list of runs, answered in its order.")
@click.pass_obj
def command(program: Program, **options: Any) -> None:
    """Count case documents in a throw-away home and print the measures.

    Example: yjdw kpi --documents cases/E1.json --quarter 2024Q1
    --rules KPI-v8-code --set cfg.transfer.excludes_end=false --members
    """
    from tempfile import TemporaryDirectory

    from warehouse.counting import count_documents
    from warehouse.layout import Layout

    runs = runs_of(options)
    paths, tables = sort_files(options)
    with TemporaryDirectory(prefix="yjdw-kpi-") as folder:
        answers = count_documents(Layout(Path(folder)), paths, runs, tables)
    if not options["members"]:
        for answer in answers:
            answer["measures"] = [without_members(item) for item in answer["measures"]]
    show(program, answers, as_list=options["runs"] is not None)


def sort_files(options: dict[str, Any]) -> tuple[list[Path], dict[str, Path]]:
    """Return the case files, and the tables by the entity that they hold.

    Board meetings are a case file when their name ends in ``.json``, else a table.
    """
    paths = [*options["documents"], *options["more"]]
    named = {
        name: options[name] for name in ("board_meetings", "victims", "stated_figures")
    }
    tables = {name: path for name, path in named.items() if path}
    if tables.get("board_meetings", Path()).suffix.lower() == ".json":
        paths.append(tables.pop("board_meetings"))
    return paths, tables


def runs_of(options: dict[str, Any]) -> list["Run"]:
    """Return the runs asked for, by a file or by the options.

    Raises:
        WrongUse: Neither a quarter nor runs, or the file is not a list of runs.
    """
    if options["runs"]:
        return [run_of(item) for item in read_runs(options["runs"])]
    if not options["quarter"]:
        raise WrongUse("give --quarter (such as 2024Q1) or --runs FILE")
    pairs = [item.partition("=") for item in options["settings"]]
    if any(not sign for _, sign, _ in pairs):
        raise WrongUse("--set is written KEY=VALUE, such as cfg.low_base=10")
    names = ("quarter", "rules", "as_known_at", "service")
    settings = {key: value for key, _, value in pairs}
    return [run_of({**{name: options[name] for name in names}, "settings": settings})]


def read_runs(path: Path) -> list[dict[str, Any]]:
    """Read a file of runs: a JSON list, or the expected file of a golden case."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongUse(f"{path}: not a JSON list of runs: {error}") from error
    items = content.get("runs") if isinstance(content, dict) else content
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise WrongUse(f"{path}: not a JSON list of runs")
    return items


def run_of(item: dict[str, Any]) -> "Run":
    """Return one run from its names and values as written in JSON."""
    from datetime import date

    from warehouse.counting import Run
    from warehouse.rule_settings import settle
    from warehouse.rule_versions import default_version

    known_at = item.get("as_known_at")
    try:
        quarter, settings = str(item["quarter"]), settle(item.get("settings") or {})
        return Run(
            quarter=quarter,
            rules=str(item.get("rules") or default_version(quarter, settings)),
            as_known_at=date.fromisoformat(known_at) if known_at else None,
            service=item.get("service"),
            settings=tuple(settings.items()),
        )
    except (KeyError, ValueError) as error:
        raise WrongUse(f"a run needs a quarter and ISO days: {error}") from error


def without_members(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure without the lists of its members."""
    return {key: value for key, value in figure.items() if key not in MEMBERS}


def show(program: Program, answers: list[dict[str, Any]], *, as_list: bool) -> None:
    """Print the answers, as JSON or as one table a run."""
    if program.json:
        write_json(answers if as_list else answers[0])
        return
    from warehouse.wording import seed_words

    words = seed_words()
    for answer in answers:
        quarter = answer["quarter"]
        title = f"{answer['service']}, {quarter}, {answer['rules']}"
        write_table(title, *figures_table(quarter, answer["measures"], words))
