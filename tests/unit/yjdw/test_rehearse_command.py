"""``yjdw rehearse``: what is asked wrongly is refused with what to do next."""

import pytest

from yjdw.cli import run_program

PAIR = ("--old", "careworks", "--new", "core_plus")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--old", "niche", "--new", "core_plus"), "no case system niche; there are"),
        (("--old", "core_plus", "--new", "core_plus"), "name two"),
        (PAIR, "nothing of careworks has landed"),
        ((*PAIR, "--sign-off", "D123456789abc"), "who signs off with --by"),
        ((*PAIR, "--by", "A Manager"), "go with --sign-off"),
    ],
)
def test_what_cannot_be_rehearsed_is_refused(asked, said, tmp_path, capsys):
    status = run_program(["rehearse", *asked, "--home", str(tmp_path)])

    assert status == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "rehearsals").exists()
