"""What an alert is, and the message that tells several of them.

The shape and the words belong here: codes, counts, ids and files, never a child. What
there is to tell belongs to ``finding``, how it goes out to ``mail`` and ``webhook``.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Alert:
    """One thing that people are told. ``state`` is what must change to tell it again.

    ``kind`` and ``about`` name it for as long as it lasts; ``what`` is one clause.
    """

    kind: str
    about: str
    state: str
    what: str
    where: str
    next_step: str

    @property
    def key(self) -> str:
        """Return the name under which it is remembered."""
        return f"{self.kind} {self.about}"


@dataclass(frozen=True)
class Message:
    """What goes out at once: alerts, what is over, and what readers see now."""

    service: str
    alerts: Sequence[Alert]
    over: Sequence[str]
    shown: str

    @property
    def subject(self) -> str:
        """Return the first alert in words, and how many more there are."""
        first = self.alerts[0].what if self.alerts else f"over: {self.over[0]}"
        more = len(self.alerts) + len(self.over) - 1
        return f"yjdw {self.service}: {first}" + (f" (and {more} more)" if more else "")

    @property
    def text(self) -> str:
        """Return the whole message as plain text."""
        parts = [
            f"{alert.what}\n  where: {alert.where}\n  next:  {alert.next_step}"
            for alert in self.alerts
        ]
        parts += [f"over: {what}" for what in self.over]
        parts.append(f"What readers see now: {self.shown}.")
        return "\n\n".join(parts) + "\n"

    def as_dict(self) -> dict[str, Any]:
        """Return the message as plain values, ready for JSON."""
        return {
            "service": self.service,
            "subject": self.subject,
            "text": self.text,
            "alerts": [asdict(alert) for alert in self.alerts],
            "over": list(self.over),
            "shown": self.shown,
        }


def trial_alert() -> Alert:
    """Return an alert that says nothing but that alerts arrive."""
    return Alert(
        kind="test",
        about="test",
        state="",
        what="a test: alerts of this home arrive here",
        where="yjdw alert --test",
        next_step="nothing",
    )
