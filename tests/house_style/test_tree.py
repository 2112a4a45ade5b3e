"""The repository as a whole: what may lie at the top, what may lie nowhere."""

import re

import pytest

from tests.house_style import tree

TOP = {
    # fixed by the design card
    "README.md",
    "pyproject.toml",
    "sources",
    "warehouse",
    "dbt_project",
    "expectations",
    "orchestration",
    "tests",
    # extras, each with its reason in docs/decisions/0001
    "returns",
    "simulation",
    "yjdw",
    "benchmarks",
    "docs",
    "Makefile",
    "requirements.in",
    "requirements.lock",
    # settings of the tools
    ".ci",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".sqlfluff",
}
DATA = {".parquet", ".duckdb", ".sqlite", ".xlsx", ".xls", ".zip", ".gz", ".db"}
# simulation/data holds rates and lists of words to invent from
PLACES_OF_TABLES = {"seeds", "fixtures", "samples", "golden", "data", "spec"}
WRITTEN = [path for path in tree.files() if path.suffix not in DATA | {".lock", ".png"}]
FOLDERS = sorted(
    {tree.top(path) for path in tree.files() if path.parent != tree.ROOT} - {".ci"}
)
# said in two halves, or this file would be its own finding
MACHINE_PATHS = re.compile(r"/(wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers|opt|tmp)/\w")
REGISTRY_HOSTS = re.compile(r"(py" r"pi\.org|pythonho" r"sted|/sim" r"ple/)")
REAL_NHS_NUMBER = re.compile(r"(?<![\d.-])[0-8]\d{9}(?![\d.-])")


def valid_nhs_number(number: str) -> bool:
    if len(set(number)) == 1:  # 1111111111 passes the check and is given to nobody
        return False
    check = 11 - sum(int(n) * (10 - i) for i, n in enumerate(number[:9])) % 11
    return check % 11 == int(number[9])


def test_the_top_of_the_tree_is_as_agreed():
    assert {tree.top(path) for path in tree.files()} == TOP


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_top_folder_says_what_belongs_in_it(folder):
    assert (tree.ROOT / folder / "README.md").is_file()


def test_no_data_lies_in_the_repository():
    kept = [path for path in tree.files() if path.suffix.lower() in DATA]

    assert kept == []


def test_tables_lie_only_where_they_are_seeds_fixtures_or_samples():
    tables = [
        path
        for path in tree.ending(".csv", ".json", ".tsv")
        if not path.name.endswith(".schema.json")
        # a case system's mappings lie with its contract (docs/decisions)
        and path.name not in ("fields.csv", "codes.csv")
    ]

    assert [path for path in tables if not PLACES_OF_TABLES & set(path.parts)] == []


@pytest.mark.parametrize("path", WRITTEN, ids=tree.named)
def test_no_file_names_a_machine_or_a_registry(path):
    words = tree.text(path)

    assert MACHINE_PATHS.search(words) is None
    assert REGISTRY_HOSTS.search(words) is None


def test_the_lock_names_no_host_and_hashes_every_package():
    lock = tree.text(tree.ROOT / "requirements.lock")
    pins = re.findall(r"^[\w.\[\]-]+==", lock, re.MULTILINE)

    assert "://" not in lock
    assert lock.count("--hash=sha256:") >= len(pins) > 100


@pytest.mark.parametrize("path", WRITTEN, ids=tree.named)
def test_no_file_holds_an_nhs_number_that_could_be_somebodys(path):
    found = REAL_NHS_NUMBER.findall(tree.text(path))

    # numbers from 999 on are set aside for tests and are given to nobody
    assert [number for number in found if valid_nhs_number(number)] == []
