"""A build becomes a release for all zones at once, or not at all.

What a zone may hold is tested in ``test_zones``.
"""

from dataclasses import replace

import duckdb
import pytest

from tests.fixtures.builds.making import make_build
from warehouse import publishing, releases
from warehouse.layout import ZONES, Layout
from warehouse.querying import open_zone
from warehouse.refusal import WrongUse

KEEP = 3


@pytest.fixture
def layout(tmp_path):
    layout = Layout(tmp_path / "home")
    layout.prepare()
    return layout


@pytest.fixture
def build(layout):
    return make_build(layout.build("run-1"))


def publish(layout, build, *, run_id="run-1", keep=KEEP):
    release = publishing.new_release(run_id, None, "f" * 64)
    return publishing.publish(layout, build, release, keep)


def test_every_zone_shows_the_release_the_pointer_names(layout, build):
    release = publish(layout, build)

    for zone in ZONES:
        with open_zone(layout, zone) as reader:
            told = reader.sql("select release, zone from published_release").fetchall()
        assert told == [(release.release, zone)]
    assert releases.current(layout) == release


def test_before_the_first_release_a_reader_is_told_what_to_do(layout):
    with pytest.raises(WrongUse, match="yjdw run"), open_zone(layout, "analyst"):
        pass


@pytest.mark.parametrize("failing_zone", ZONES)
def test_a_failure_in_any_zone_leaves_the_old_release(
    layout, build, monkeypatch, failing_zone
):
    before = publish(layout, build)
    write_zone = publishing.write_zone

    def fail_late(build, zone, target, release):
        write_zone(build, zone, target, release)
        if zone.name == failing_zone:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "write_zone", fail_late)
    with pytest.raises(OSError, match="No space"):
        publish(layout, build, run_id="run-2")

    assert releases.current(layout) == before
    with open_zone(layout, "analyst") as reader:
        assert reader.table("fct_measures").count("*").fetchone()[0] > 0


def test_what_a_failed_run_left_behind_is_swept_by_the_next(layout, build):
    left = layout.zone("analyst") / "old.partial"
    left.parent.mkdir(parents=True)
    left.write_text("half")

    publish(layout, build)

    assert not left.exists()


def test_only_the_last_releases_are_kept(layout, build):
    published = [publish(layout, build).release for _ in range(KEEP + 2)]

    for zone in ZONES:
        held = sorted(path.stem for path in layout.zone(zone).glob("*"))
        assert held == published[-KEEP:]


def test_the_current_release_is_kept_even_when_it_is_not_among_the_last(layout, build):
    first = publish(layout, build, keep=9)
    for _ in range(3):
        publish(layout, build, keep=9)
    releases.move_pointer(layout, first.release)

    gone = releases.forget_old(layout, keep=1)

    assert first.release not in gone
    assert releases.current(layout) == first


def test_a_reader_keeps_the_release_it_opened_while_others_replace_it(layout, build):
    first = publish(layout, build, keep=1)
    with open_zone(layout, "analyst") as reader:
        for _ in range(2):
            publish(layout, build, keep=1)
        told = reader.sql("select release from published_release").fetchone()

    assert told == (first.release,)


def test_a_release_carries_the_descriptions_of_its_columns(layout, build):
    with duckdb.connect(str(build)) as connection:
        connection.execute(
            "comment on column marts.fct_measures.numerator is 'It''s a count'"
        )
    publish(layout, build)

    with open_zone(layout, "analyst") as reader:
        comment = reader.sql(
            "select comment from duckdb_columns() where column_name = 'numerator'"
        ).fetchone()
    assert comment == ("It's a count",)


def test_a_release_remembers_the_day_it_was_known_at(layout, build):
    release = publishing.new_release("run-1", "2024-07-31", "e" * 64)
    publishing.publish(layout, build, release, KEEP)

    assert releases.current(layout) == replace(release, as_known_at="2024-07-31")
