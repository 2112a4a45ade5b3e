"""The tests are shared out as they should be: asked of two real processes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sharing import ORDER, place_of

ROOT = Path(__file__).parents[2]
HOOKS = """
from tests.sharing import pytest_collection_modifyitems, pytest_xdist_make_scheduler
"""
OF_FILES = """
import pytest

@pytest.mark.parametrize("number", range(6))
def test_it_is_one_of_many(number):
    pass
"""
OF_SYSTEMS = """
import pytest

@pytest.mark.parametrize("system", ["one", "two"], ids="system={}".format)
@pytest.mark.parametrize("number", range(3))
def test_it_is_of_a_system(system, number):
    pass
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The process and the name of each test of a small suite, in the order they ended."""
    folder = tmp_path_factory.mktemp("shared") / "suite"
    for name in ("unit", "integration", "conformance"):
        (folder / name).mkdir(parents=True)
        text = OF_SYSTEMS if name == "conformance" else OF_FILES
        for letter in "ab":
            (folder / name / f"test_{name}_{letter}.py").write_text(text)
    (folder / "conftest.py").write_text(HOOKS)
    (folder / "pytest.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-n", "2", "-p", "no:cacheprovider"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return re.findall(r"\[(gw\d)\] .*PASSED (\S+)", done.stdout)


def test_a_file_goes_to_one_process_as_a_whole(told):
    of_files = {(name.split("::")[0], who) for who, name in told if "=" not in name}

    assert len(of_files) == 4
    assert {who for _, who in of_files} == {"gw0", "gw1"}


def test_a_case_system_of_the_kit_goes_to_one_process_whatever_the_file(told):
    of_systems = {
        (found[0], who)
        for who, name in told
        if (found := re.search(r"system=\w+", name))
    }

    assert len(told) == 36
    assert len(of_systems) == 2


def test_whole_roads_come_before_all_that_is_small(told):
    for process in ("gw0", "gw1"):
        places = [place_of(name) for who, name in told if who == process]
        assert places == sorted(places)


def test_every_folder_of_tests_has_its_place():
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in all_tests()}

    assert folders == set(ORDER)


def all_tests():
    return (ROOT / "tests").rglob("test_*.py")
