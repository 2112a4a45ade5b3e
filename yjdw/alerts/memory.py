"""Remember what people were told, so that nobody hears the same every night.

What is news, and when to say a thing again, belongs here. The table is ``alerts`` of
the state.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warehouse.layout import Layout
from warehouse.state import connect
from yjdw.alerts.alert import Alert

TOLD_AGAIN_AFTER = timedelta(days=7)
REMEMBER = """
insert into alerts (alert, state, what, told_at) values (?, ?, ?, ?)
on conflict (alert) do update set
    state = excluded.state, what = excluded.what, told_at = excluded.told_at
"""


@dataclass(frozen=True)
class News:
    """What is to be told: alerts, and by key what was told and is over."""

    alerts: tuple[Alert, ...]
    over: dict[str, str]


def select_news(layout: Layout, found: Sequence[Alert], now: datetime) -> News:
    """Return what of the alerts found is new, changed, or was told a week ago."""
    with connect(layout) as state:
        rows = state.execute("select * from alerts order by told_at, alert").fetchall()
    told = {row["alert"]: row for row in rows}
    standing = {alert.key for alert in found}
    return News(
        alerts=tuple(
            alert
            for alert in found
            if alert.key not in told
            or told[alert.key]["state"] != alert.state
            or now - datetime.fromisoformat(told[alert.key]["told_at"])
            >= TOLD_AGAIN_AFTER
        ),
        over={key: row["what"] for key, row in told.items() if key not in standing},
    )


def remember(layout: Layout, news: News, now: datetime) -> None:
    """Write down that news was told, and forget what is over."""
    at = now.isoformat(timespec="seconds")
    with connect(layout) as state:
        state.executemany(
            REMEMBER, [(item.key, item.state, item.what, at) for item in news.alerts]
        )
        state.executemany(
            "delete from alerts where alert = ?", [(key,) for key in news.over]
        )
