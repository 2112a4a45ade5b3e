"""What is worked out from the models is kept, and made once whoever asks at once."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from warehouse import models


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one model; nothing is kept for it yet."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "one.sql").write_text("select 1 as number")
    (tmp_path / "dbt_project.yml").write_text("name: one")
    (tmp_path / "profiles.yml").write_text("one: {}")
    monkeypatch.setattr(models, "PROJECT", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_who_asks_while_it_is_made_waits_and_does_not_make_it_again():
    together, made = Barrier(2, timeout=20), []

    def make(folder):
        made.append(folder)
        time.sleep(0.3)  # the other one asks meanwhile
        return b"whole"

    def ask(_number):
        together.wait()
        return models.kept_file("answer.json", make)

    with ThreadPoolExecutor(2) as pool:
        kept = list(pool.map(ask, range(2)))

    assert [path.read_bytes() for path in kept] == [b"whole", b"whole"]
    assert made == [kept[0].parent] == [kept[1].parent]


def test_it_is_made_anew_when_a_model_has_changed(project):
    before = models.kept_file("answer.json", lambda _folder: b"before")
    (project / "models" / "one.sql").write_text("select 2 as number")

    after = models.kept_file("answer.json", lambda _folder: b"after")

    assert (before.read_bytes(), after.read_bytes()) == (b"before", b"after")


@pytest.mark.usefixtures("project")
def test_what_could_not_be_made_is_not_kept():
    def fail(_folder):
        raise models.ModelError("it does not parse")

    with pytest.raises(models.ModelError):
        models.kept_file("answer.json", fail)

    assert (
        models.kept_file("answer.json", lambda _folder: b"now").read_bytes() == b"now"
    )
