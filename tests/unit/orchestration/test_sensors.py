import dagster as dg
import pytest

from orchestration.resources import WarehouseResource
from orchestration.sensors import Memory, look, new_deliveries


@pytest.fixture
def drop(tmp_path):
    folder = tmp_path / "drop" / "niche"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def evaluate(tmp_path):
    """Evaluate the sensor once more, with the cursor that the last look left."""
    cursors = [None]

    def once():
        warehouse = WarehouseResource(home=str(tmp_path))
        context = dg.build_sensor_context(
            cursor=cursors[-1], resources={"warehouse": warehouse}
        )
        result = new_deliveries(context)
        cursors.append(context.cursor)
        return result

    return once


def run_keys(result):
    return [request.run_key for request in result.run_requests]


def test_nothing_is_asked_for_while_the_drop_folders_are_empty(drop, evaluate):
    assert list(drop.iterdir()) == []
    assert isinstance(evaluate(), dg.SkipReason)


def test_a_file_is_asked_for_once_it_lies_still(drop, evaluate):
    (drop / "NICHE_CUSTODY_20260105.csv").write_text("a,b\n1,2\n")

    assert isinstance(evaluate(), dg.SkipReason)
    assert len(run_keys(evaluate())) == 1
    assert isinstance(evaluate(), dg.SkipReason)


def test_a_file_still_growing_is_left_alone(drop, evaluate):
    file = drop / "NICHE_CUSTODY_20260105.csv"
    for length in range(1, 4):
        file.write_text("a,b\n" * length)
        assert isinstance(evaluate(), dg.SkipReason)


def test_the_same_content_under_another_name_starts_nothing(drop, evaluate):
    (drop / "first.csv").write_text("a,b\n1,2\n")
    evaluate()
    evaluate()
    (drop / "second.csv").write_text("a,b\n1,2\n")

    assert isinstance(evaluate(), dg.SkipReason)
    assert isinstance(evaluate(), dg.SkipReason)


def test_new_content_under_the_same_name_starts_a_run(drop, evaluate):
    file = drop / "first.csv"
    file.write_text("a,b\n1,2\n")
    evaluate()
    first = run_keys(evaluate())
    file.write_text("a,b\n1,3\n4,5\n")
    evaluate()

    assert run_keys(evaluate()) != first


def test_content_that_landing_moved_away_starts_nothing_more(drop, evaluate):
    for name in ("first.csv", "second.csv"):
        (drop / name).write_text(name)
    evaluate()
    evaluate()
    (drop / "first.csv").unlink()

    assert isinstance(evaluate(), dg.SkipReason)


def test_what_is_hidden_is_not_a_delivery(tmp_path):
    done = tmp_path / ".done"
    done.mkdir()
    (done / "old.csv").write_text("a\n")
    (tmp_path / ".part.csv").write_text("a\n")

    _, memory = look(tmp_path, Memory())

    assert memory.stamps == {}
