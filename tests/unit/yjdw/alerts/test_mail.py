"""Mail is sent through a real SMTP server, or said not to be."""

import pytest

from tests.fixtures.receivers import (
    HERE,
    PASSWORD,
    Mailbox,
    mail_server,
    make_certificate,
    silent_server,
)
from tests.unit.yjdw.alerts.conftest import mail_settings
from yjdw.alerts.alert import Message, trial_alert
from yjdw.alerts.sending import send

MESSAGE = Message("Testshire", [trial_alert()], [], "readers still see the release r1")
LOGIN = {"username": "yjdw", "password_variable": "YJDW_TEST_PASSWORD"}


@pytest.fixture
def said():
    return []


def test_a_mail_says_what_where_what_next_and_what_readers_see(box, ways, said):
    sent = send(ways, MESSAGE, said.append)

    (mail,) = box.mails
    assert sent.by == ["mail"]
    assert mail["To"] == "officer@council.example"
    assert mail["Subject"].startswith("yjdw Testshire: a test")
    for line in ("where:", "next:", "readers still see the release r1"):
        assert line in mail.get_content()


def encrypted(port, chain, **more):
    more = {"host": "localhost", "security": "starttls", "ca_file": chain, **more}
    return mail_settings(port, **more)


def test_a_mail_goes_out_encrypted_and_with_a_password(
    box, said, tmp_path, monkeypatch
):
    tls, chain = make_certificate(tmp_path)
    monkeypatch.setenv("YJDW_TEST_PASSWORD", PASSWORD)
    with mail_server(box, tls) as port:
        sent = send(encrypted(port, chain, **LOGIN), MESSAGE, said.append)

    assert (sent.by, box.logins, len(box.mails)) == (["mail"], ["yjdw"], 1)


def test_a_wrong_password_is_tried_once_and_never_said(
    box, said, tmp_path, monkeypatch
):
    tls, chain = make_certificate(tmp_path)
    monkeypatch.setenv("YJDW_TEST_PASSWORD", "a wrong one")
    with mail_server(box, tls) as port:
        sent = send(encrypted(port, chain, **LOGIN), MESSAGE, said.append)

    assert sent.failed == {"mail": "SMTPAuthenticationError 535"}
    assert box.logins == ["yjdw", "yjdw"]  # by both methods, in one session
    assert "a wrong one" not in "".join(said)


def test_a_server_that_nobody_vouches_for_gets_no_mail(box, said, tmp_path):
    tls, _ = make_certificate(tmp_path)
    with mail_server(box, tls) as port:
        settings = mail_settings(port, host="localhost", security="starttls")
        sent = send(settings, MESSAGE, said.append)

    assert sent.failed == {"mail": "SSLCertVerificationError"}
    assert box.mails == []


def test_a_password_that_is_not_in_the_environment_is_named(
    box, said, tmp_path, monkeypatch
):
    tls, chain = make_certificate(tmp_path)
    monkeypatch.delenv("YJDW_TEST_PASSWORD", raising=False)
    with mail_server(box, tls) as port:
        sent = send(encrypted(port, chain, **LOGIN), MESSAGE, said.append)

    assert "YJDW_TEST_PASSWORD" in sent.failed["mail"]


def test_a_server_that_is_busy_is_asked_again(said):
    box = Mailbox("451 busy", "451 busy")
    with mail_server(box) as port:
        sent = send(mail_settings(port), MESSAGE, said.append)

    assert (sent.by, box.tries, said) == (["mail"], 3, [])


@pytest.mark.parametrize(
    ("answer", "tries", "problem"),
    [("451 busy", 3, "SMTPDataError 451"), ("554 refused", 1, "SMTPDataError 554")],
)
def test_a_server_that_refuses_is_not_asked_for_ever(said, answer, tries, problem):
    box = Mailbox(*[answer] * 5)
    with mail_server(box) as port:
        sent = send(mail_settings(port), MESSAGE, said.append)

    assert (sent.by, sent.failed, box.tries) == ([], {"mail": problem}, tries)
    assert said == [f"an alert was not sent by mail: {problem}"]


def test_a_server_that_hangs_is_given_up(said):
    with silent_server() as port:
        sent = send(mail_settings(port), MESSAGE, said.append)

    assert sent.failed == {"mail": "SMTPServerDisconnected"}


def test_a_server_that_is_not_there_is_said(said):
    with silent_server() as port:
        pass
    sent = send(mail_settings(port, host=HERE), MESSAGE, said.append)

    assert sent.failed == {"mail": "ConnectionRefusedError"}
