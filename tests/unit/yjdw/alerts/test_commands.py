"""``yjdw alert`` and ``yjdw calendar``: what they print, and how they end."""

import json

import pytest

from tests.fixtures.receivers import Mailbox, mail_server, mail_toml
from warehouse.configuration import ConfigurationError, read_configuration
from warehouse.layout import Layout
from warehouse.state import connect
from yjdw.cli import run_program

FAILED = "insert into runs values ('run-1', '2024', '2024', 'failed', 'OSError')"


@pytest.fixture
def call(tmp_path, capsys):
    """Call a command in a home with a configuration; return status and output."""

    def called(*arguments, settings=""):
        config = tmp_path / "service.toml"
        config.write_text(settings)
        home = ["--home", str(tmp_path), "--config", str(config), "--json"]
        status = run_program([*arguments, *home])
        return status, capsys.readouterr()

    return called


def test_a_home_without_a_way_to_tell_people_says_how_to_name_one(call):
    status, shown = call("alert")

    assert status == 2
    assert "[alerts]" in shown.err


def test_a_test_arrives_and_changes_nothing(call, box, tmp_path):
    with mail_server(box) as port:
        status, shown = call("alert", "--test", settings=mail_toml(port))

    assert (status, len(box.mails)) == (0, 1)
    assert json.loads(shown.out)["sent_by"] == ["mail"]
    with connect(Layout(tmp_path)) as state:
        assert state.execute("select count(*) from alerts").fetchone()[0] == 0


def test_what_is_due_is_sent_once(call, box, tmp_path):
    with connect(Layout(tmp_path)) as state:
        state.execute(FAILED)
    with mail_server(box) as port:
        answers = [call("alert", settings=mail_toml(port)) for _ in range(2)]

    told = [len(json.loads(shown.out)["alerts"]) for _, shown in answers]
    assert (told, len(box.mails)) == ([1, 0], 1)


def test_a_server_that_refuses_means_exit_status_2_and_why(call):
    refusing = Mailbox("554 refused")
    with mail_server(refusing) as port:
        status, shown = call("alert", "--test", settings=mail_toml(port))

    assert status == 2
    assert "mail: SMTPDataError 554" in shown.err


def test_the_calendar_is_printed_for_programs(call):
    status, shown = call("calendar", "--on", "2025-07-01")
    told = json.loads(shown.out)
    rows = {(item["return"], item["period"]): item for item in told["returns"]}

    assert (status, told["on"]) == (0, "2025-07-01")
    assert rows["yjb_kpi", "2025Q1"]["due"] == "2025-07-31"
    assert rows["yjb_kpi", "2025Q1"]["days_left"] == 30


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (mail_toml(0), "port"),
        (mail_toml(25, "loud"), "security"),
        (mail_toml(25, "tls") + 'username = "a"', "both"),
        (mail_toml(25) + 'username = "a"\npassword_variable = "B"', "password"),
        (mail_toml(25) + 'password = "in the file"', "password"),
        ('[alerts.webhook]\nurl = "ftp://council.example"', "url"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_refused(tmp_path, settings, why):
    path = tmp_path / "service.toml"
    path.write_text(settings)
    word = "or neither" if why == "both" else why
    with pytest.raises(ConfigurationError, match=word):
        read_configuration(path)
