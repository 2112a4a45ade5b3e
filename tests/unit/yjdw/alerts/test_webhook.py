"""A webhook takes a document over HTTP, signed; or it is said that it does not."""

import hashlib
import hmac

import pytest

from tests.fixtures.receivers import read_body, silent_server, web_server
from tests.unit.yjdw.alerts.conftest import mail_settings, webhook_settings
from warehouse.alert_settings import Alerts
from yjdw.alerts.alert import Message, trial_alert
from yjdw.alerts.sending import send

MESSAGE = Message("Testshire", [trial_alert()], ["old trouble"], "nothing yet")


@pytest.fixture
def said():
    return []


def test_a_webhook_is_posted_the_message_as_json(said):
    with web_server() as (port, taken):
        sent = send(webhook_settings(port), MESSAGE, said.append)

    (request,) = taken
    told = read_body(request)
    assert sent.by == ["webhook"]
    assert told["alerts"][0]["kind"] == "test"
    assert told["over"] == ["old trouble"]
    assert told["text"] == MESSAGE.text


def test_a_secret_signs_every_byte_of_the_body(said, monkeypatch):
    monkeypatch.setenv("YJDW_TEST_SECRET", "shared")
    with web_server() as (port, taken):
        settings = webhook_settings(port, secret_variable="YJDW_TEST_SECRET")
        send(settings, MESSAGE, said.append)

    ((headers, body),) = taken
    expected = hmac.new(b"shared", body, hashlib.sha256).hexdigest()
    assert headers["X-Yjdw-Signature"] == f"sha256={expected}"


@pytest.mark.parametrize(
    ("statuses", "tries", "is_sent"),
    [
        ((503, 429), 3, True),
        ((500, 500, 500), 3, False),
        ((403,), 1, False),
        ((302,), 1, False),
    ],
)
def test_a_webhook_is_asked_again_only_when_that_may_help(
    said, statuses, tries, is_sent
):
    with web_server(*statuses) as (port, taken):
        sent = send(webhook_settings(port), MESSAGE, said.append)

    assert (len(taken), bool(sent.by)) == (tries, is_sent)
    assert bool(said) is not is_sent


def test_one_way_that_fails_does_not_keep_the_other_from_it(said, box, ways):
    with silent_server() as port:
        both = Alerts(smtp=ways.smtp, webhook=webhook_settings(port).webhook)
        sent = send(both, MESSAGE, said.append)

    assert (sent.by, list(sent.failed), len(box.mails)) == (["mail"], ["webhook"], 1)


def test_without_a_way_nothing_is_sent_and_nothing_fails(said):
    sent = send(Alerts(), MESSAGE, said.append)

    assert (list(sent.by), sent.failed, said) == ([], {}, [])
    assert mail_settings(1).are_configured
