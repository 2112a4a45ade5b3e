"""Tell people what is news, and remember that they were told.

The order of the steps, and that a failing alert fails nothing else, belong here.
Finding, remembering and sending have their own modules.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.releases import word_shown
from yjdw.alerts.alert import Message, trial_alert
from yjdw.alerts.finding import find_alerts
from yjdw.alerts.memory import News, remember, select_news
from yjdw.alerts.sending import Say, Sent, send

UNNAMED = "(no service named)"


@dataclass(frozen=True)
class Told:
    """What was news, and by which ways it went out."""

    news: News
    sent: Sent


def tell(
    layout: Layout, configuration: Configuration, say: Say, on: date | None = None
) -> Told:
    """Find what people must know, and send what they have not been told.

    What went out by one way at least is remembered; what did not is news next time.

    Args:
        layout: The home.
        configuration: The service, and the ways.
        say: Told why a way failed, in one line without secrets.
        on: As on that day; today when null.
    """
    now = datetime.combine(on, time(), UTC) if on else datetime.now(UTC)
    news = select_news(layout, find_alerts(layout, configuration, on), now)
    if not news.alerts and not news.over:
        return Told(news, Sent())
    sent = _send(layout, configuration, news, say)
    if sent.by:
        remember(layout, news, now)
    return Told(news, sent)


def tell_trial(layout: Layout, configuration: Configuration, say: Say) -> Told:
    """Send an alert that says nothing but that alerts arrive."""
    news = News((trial_alert(),), {})
    return Told(news, _send(layout, configuration, news, say))


def tell_quietly(layout: Layout, configuration: Configuration, say: Say) -> Told | None:
    """Tell people, where a way is configured; a failure is said and never raised."""
    if not configuration.alerts.are_configured:
        return None
    try:
        return tell(layout, configuration, say)
    except Exception as error:  # an alert must never hide what it is about
        say(f"alerts could not be told: {type(error).__name__}")
        return None


@contextmanager
def told_afterwards(
    layout: Layout, configuration: Configuration, say: Say
) -> Iterator[None]:
    """Tell people when the block has ended, well or not; its end stays as it was.

    Who stops it from the keyboard knows already.
    """
    try:
        yield
    except Exception:
        tell_quietly(layout, configuration, say)
        raise
    tell_quietly(layout, configuration, say)


def _send(layout: Layout, configuration: Configuration, news: News, say: Say) -> Sent:
    service = configuration.service.name or UNNAMED
    over = tuple(news.over.values())
    message = Message(service, news.alerts, over, word_shown(layout))
    return send(configuration.alerts, message, say)
