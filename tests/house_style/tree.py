"""What lies in the repository, as the house style tests see it.

Listing and reading files belongs here. What is asked of a file belongs to a test.
"""

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
MODELS_FOLDER = ROOT / "dbt_project" / "models"
PACKAGES = (
    "yjdw",
    "sources",
    "warehouse",
    "expectations",
    "returns",
    "orchestration",
    "simulation",
    "benchmarks",
)


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in the repository or would be added to it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = {ROOT / name for name in listed.split("\0") if name}
    return tuple(sorted(path for path in paths if path.is_file()))


def ending(*suffixes: str, under: tuple[str, ...] = ()) -> list[Path]:
    """Files with one of the suffixes, in the given top folders or anywhere."""
    return [
        path
        for path in files()
        if path.suffix in suffixes and (not under or top(path) in under)
    ]


def top(path: Path) -> str:
    """The name at the root under which a file lies."""
    return path.relative_to(ROOT).parts[0]


def named(path: Path) -> str:
    """A file as a test is labelled with it."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    """The whole of a file."""
    return path.read_text(encoding="utf-8")


@cache
def read_yaml(path: Path) -> Any:
    """A YAML file as what it says. Not to be changed."""
    # the parser in C, where there is one, takes a tenth of the time
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text(path), Loader=loader)


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as its syntax tree."""
    return ast.parse(text(path), filename=str(path))


@cache
def imports(path: Path) -> set[str]:
    """The names of all modules that a Python file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@cache
def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a Python file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(parsed(path)) if isinstance(node, kinds)]


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The length of a function from ``def`` to its last line, docstring apart."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None or len(function.body) == 1:
        return length
    return length - ((first.end_lineno or first.lineno) - first.lineno + 1)


@cache
def models() -> tuple[Path, ...]:
    """Every dbt model."""
    return tuple(path for path in ending(".sql") if MODELS_FOLDER in path.parents)


def layer(model: Path) -> str:
    """The layer a model lies in: staging, intermediate, marts."""
    return model.relative_to(MODELS_FOLDER).parts[0]


def described(model: Path) -> dict[str, Any]:
    """The description of a model in the file of the same name beside it."""
    entries = read_yaml(model.with_suffix(".yml"))["models"]
    return next(entry for entry in entries if entry["name"] == model.stem)


@cache
def suppliers() -> list[Path]:
    """The folder of every supplier."""
    return sorted(
        {
            ROOT / "sources" / path.relative_to(ROOT).parts[1]
            for path in files()
            if top(path) == "sources"
            and len(path.relative_to(ROOT).parts) > 2
            and not path.relative_to(ROOT).parts[1].startswith("_")
        }
    )
