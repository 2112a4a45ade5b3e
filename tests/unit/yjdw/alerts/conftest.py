"""Alerts without waiting: real servers, patience cut short."""

import pytest

from tests.fixtures.receivers import HERE, Mailbox, mail_server
from warehouse.alert_settings import Alerts
from yjdw.alerts import sending

MAIL = {"host": HERE, "security": "none", "sender": "yjdw@council.example"}
MAIL |= {"recipients": ["officer@council.example"]}


def mail_settings(port, **more):
    return Alerts.model_validate({"smtp": {**MAIL, "port": port, **more}})


def webhook_settings(port, **more):
    url = f"http://{HERE}:{port}/alerts"
    return Alerts.model_validate({"webhook": {"url": url, **more}})


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    monkeypatch.setattr(sending, "WAITS", (0.0, 0.0))
    monkeypatch.setattr(sending, "TIMEOUT_SECONDS", 0.5)


@pytest.fixture
def box():
    return Mailbox()


@pytest.fixture
def ways(box):
    """A mail server that takes everything, as configured ways."""
    with mail_server(box) as port:
        yield mail_settings(port)
