"""Analysts query the published release while a run is going on: real processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.builds.making import publish_build
from warehouse.layout import ZONES, Layout
from warehouse.releases import current_name

ROOT = Path(__file__).parents[2]
YJDW = Path(sys.executable).with_name("yjdw")
RELEASES = 6
FIGURES = (
    "select any_value(label.release) as release, count(*) as figures"
    " from fct_measures, published_release as label"
)

# holds the home and its build file open for writing, and publishes again and again
RUN = """
import sys
from pathlib import Path
import duckdb
from tests.fixtures.builds.making import publish_again
from warehouse.layout import Layout
from warehouse.locking import one_writer

layout = Layout(Path(sys.argv[1]))
unfinished = layout.build("going-on")
unfinished.parent.mkdir(parents=True)
with one_writer(layout), duckdb.connect(str(unfinished)) as build:
    build.execute("create table half as select * from range(100000)")
    print("going on", flush=True)
    for number in range(int(sys.argv[2])):
        publish_again(layout, run_id=f"again-{number}")
        print("published", flush=True)
    sys.stdin.readline()
"""

# asks one open connection again and again, as a dashboard would
DASHBOARD = """
import sys, time
from pathlib import Path
from warehouse.layout import Layout
from warehouse.querying import open_zone

with open_zone(Layout(Path(sys.argv[1])), "analyst") as connection:
    print("open", flush=True)
    until = time.monotonic() + 3
    seen = set()
    while time.monotonic() < until:
        seen.add(connection.execute(sys.argv[2]).fetchone())
    print(len(seen), flush=True)
"""


def start(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def home(tmp_path):
    publish_build(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def run_going_on(home):
    """A process in the middle of a run; it ends when its input is closed."""
    run = start(RUN, home, RELEASES)
    assert run.stdout.readline() == "going on\n"
    yield run
    run.communicate("end\n", timeout=60)


def ask(home, zone):
    answered = subprocess.run(
        [YJDW, "sql", FIGURES, "--zone", zone, "--home", home, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answered.returncode == 0, answered.stderr
    return json.loads(answered.stdout)[0]


@pytest.mark.usefixtures("run_going_on")
def test_every_zone_answers_while_releases_come_and_go(home):
    answers = [ask(home, zone) for zone in (*ZONES, *ZONES)]

    assert len({answer["figures"] for answer in answers}) == 1


def test_a_dashboard_that_stays_open_sees_one_whole_release(home, run_going_on):
    dashboard = start(DASHBOARD, home, FIGURES)
    assert dashboard.stdout.readline() == "open\n"
    told = [run_going_on.stdout.readline() for _ in range(RELEASES)]

    assert told == ["published\n"] * RELEASES
    assert dashboard.communicate(timeout=60)[0] == "1\n"


def test_a_reader_who_comes_after_the_run_sees_what_it_published(home, run_going_on):
    before = current_name(Layout(home))
    for _ in range(RELEASES):
        run_going_on.stdout.readline()

    answer = ask(home, "analyst")

    assert answer["release"] == current_name(Layout(home)) > before


def test_a_run_that_is_killed_leaves_readers_what_they_had(home):
    before = ask(home, "analyst")
    run = start(RUN, home, 0)
    assert run.stdout.readline() == "going on\n"

    run.kill()
    run.communicate()

    assert ask(home, "analyst") == before


@pytest.mark.usefixtures("run_going_on")
def test_a_second_run_is_turned_away_while_the_first_goes_on(home):
    second = subprocess.run(
        [YJDW, "run", "--home", home], capture_output=True, text=True, check=False
    )

    assert second.returncode == 2
    assert "another yjdw is writing" in second.stderr
