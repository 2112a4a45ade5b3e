"""The program finds its commands, answers in one form, and ends with the right status."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from warehouse.configuration import ConfigurationError
from warehouse.refusal import DataRefused, Reason, WrongUse
from yjdw import cli
from yjdw.program import Program

SECRET = "Invented Childsname"
HEAVY = ("pandas", "dbt", "great_expectations", "dagster", "xlsxwriter", "pyarrow")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command that ends as told; return status and what was printed."""

    def ran(command, *options):
        monkeypatch.setattr(cli.Commands, "get_command", lambda *_: command)
        return cli.run_program(["--home", str(tmp_path), *options, "status"])

    return ran


def ending(error):
    @click.command()
    def command():
        raise error

    return command


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_with_an_example(name):
    command = cli.yjdw.get_command(click.Context(cli.yjdw), name)

    assert "Example: yjdw " in f"{command.help} {command.epilog}"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_common_options_may_stand_before_or_after_the_command(name):
    command = cli.yjdw.get_command(click.Context(cli.yjdw), name)
    after = {option for parameter in command.params for option in parameter.opts}
    before = {option for parameter in cli.yjdw.params for option in parameter.opts}

    assert {"--home", "--config", "--json"} <= before & after


@pytest.mark.parametrize(
    "arguments",
    [
        ["--home", "one", "--json", "probe"],
        ["probe", "--home", "one", "--json"],
        ["--home", "other", "probe", "--json", "--home", "one"],
    ],
)
def test_an_option_is_heard_wherever_it_stands(monkeypatch, arguments):
    heard = []

    @click.command()
    @click.pass_obj
    def probe(program):
        heard.append((program.home, program.json))

    probe.params += cli.common_options()
    monkeypatch.setattr(cli.Commands, "get_command", lambda *_: probe)

    assert cli.run_program(arguments) == cli.DONE
    assert heard == [(Path("one"), True)]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (DataRefused(["a row is missing"]), 1),
        (WrongUse("give a quarter"), 2),
        (ConfigurationError("service.toml: wrong"), 2),
        (click.UsageError("no such option"), 2),
        (ValueError(SECRET), 3),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
    ],
)
def test_each_ending_has_its_exit_status(run, error, status):
    assert run(ending(error)) == status


def test_a_status_that_a_command_returns_is_the_programs():
    @click.command()
    def command():
        return 1

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli.Commands, "get_command", lambda *_: command)
        assert cli.run_program(["status"]) == 1


def test_a_refusal_lists_its_reasons_with_the_records_to_mend(run, capsys):
    reason = Reason("R-CODES", "a code is not known", ("p1|o1",))

    run(ending(DataRefused([reason], "nothing was published")))

    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing was published" in told.err
    assert "R-CODES: a code is not known [p1|o1]" in told.err


def test_a_refusal_is_one_json_document_when_asked_for(run, capsys):
    reason = Reason("R-CODES", "a code is not known", ("p1|o1",))

    run(ending(DataRefused([reason], "nothing was published")), "--json")

    assert json.loads(capsys.readouterr().out) == {
        "refused": "nothing was published",
        "reasons": [
            {"code": "R-CODES", "message": "a code is not known", "units": ["p1|o1"]}
        ],
    }


def test_a_fault_is_one_line_and_a_log_without_a_value_of_the_data(
    run, capsys, tmp_path
):
    run(ending(ValueError(SECRET)))

    told = capsys.readouterr().err
    (log,) = (tmp_path / "logs").iterdir()
    assert len(told.strip().splitlines()) == 1
    assert log.name in told
    assert "ValueError" in log.read_text()
    assert SECRET not in told + log.read_text()


def test_a_fault_shows_everything_only_when_asked_for(run, capsys):
    run(ending(ValueError(SECRET)), "--debug")

    assert SECRET in capsys.readouterr().err


def test_an_unknown_command_is_wrong_use():
    assert cli.run_program(["nonsense"]) == cli.WRONG_USE


def test_the_home_comes_from_the_option_then_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("YJDW_HOME", str(tmp_path / "environment"))

    assert Program().layout.root == tmp_path / "environment"
    assert Program(home=tmp_path / "option").layout.root == tmp_path / "option"


@pytest.mark.parametrize(
    "modules",
    [
        "yjdw.cli",
        "yjdw.cli, yjdw.commands.sql, warehouse.querying",
        "yjdw.cli, yjdw.commands.measures, warehouse.figures, warehouse.releases",
        "yjdw.cli, yjdw.commands.explain, warehouse.members",
        "yjdw.cli, yjdw.commands.status",
    ],
)
def test_what_only_reads_loads_nothing_heavy(modules):
    script = f"import sys, {modules}\nprint(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()

    assert {name.split(".")[0] for name in loaded} & set(HEAVY) == set()
