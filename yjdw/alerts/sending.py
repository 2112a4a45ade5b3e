"""Send a message by every way that is configured, trying a few times.

Ways, patience and what is said of a failure belong here. Each way has its own module;
whether there is anything to say belongs to ``telling``.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from warehouse.alert_settings import Alerts
from warehouse.configuration import ConfigurationError
from yjdw.alerts import mail, webhook
from yjdw.alerts.alert import Message

TIMEOUT_SECONDS = 10.0
WAITS = (1.0, 5.0)  # seconds before a second and a third try
Say = Callable[[str], None]


@dataclass(frozen=True)
class Way:
    """One way to tell people: how to send, and which failures are for good."""

    name: str
    send: Callable[[Message, float], None]
    is_final: Callable[[Exception], bool]


@dataclass(frozen=True)
class Sent:
    """By which ways a message went out; why by the others it did not."""

    by: Sequence[str] = ()
    failed: dict[str, str] = field(default_factory=dict)


def send(alerts: Alerts, message: Message, say: Say) -> Sent:
    """Send a message by every way; one that fails does not keep the others from it.

    Args:
        alerts: The ways that are configured.
        message: What is told.
        say: Told why a way failed, in one line without secrets.
    """
    answers = {way.name: _try(way, message) for way in _list_ways(alerts)}
    failed = {name: problem for name, problem in answers.items() if problem}
    for name, problem in failed.items():
        say(f"an alert was not sent by {name}: {problem}")
    return Sent([name for name in answers if name not in failed], failed)


def _list_ways(alerts: Alerts) -> Iterator[Way]:
    if alerts.smtp:
        server = alerts.smtp
        yield Way(
            "mail",
            lambda message, timeout: mail.send(message, server, timeout),
            mail.is_final,
        )
    if alerts.webhook:
        address = alerts.webhook
        yield Way(
            "webhook",
            lambda message, timeout: webhook.send(message, address, timeout),
            webhook.is_final,
        )


def _try(way: Way, message: Message) -> str | None:
    """Send by one way, again after a while if that may help; return why not."""
    problem = None
    for wait in (0.0, *WAITS):
        time.sleep(wait)
        try:
            way.send(message, TIMEOUT_SECONDS)
        except ConfigurationError as error:
            return str(error)
        except (OSError, ValueError) as error:  # of smtplib and urllib alike
            problem = _word(error)
            if way.is_final(error):
                break
        else:
            return None
    return problem


def _word(error: Exception) -> str:
    """Return kind and code of a failure: its message may quote what was sent."""
    code = getattr(error, "smtp_code", None) or getattr(error, "code", None)
    reason = getattr(error, "reason", None)
    inner = f" of {type(reason).__name__}" if isinstance(reason, Exception) else ""
    return f"{type(error).__name__}{f' {code}' if code else ''}{inner}"
