"""The two ways in which a request is turned down, each with what to do next.

What may be raised for data that did not pass and for wrong use belongs here.
How a person sees it, and the exit status, belong to ``yjdw``.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Reason:
    """One thing that is wrong: a code, a sentence, and the ids of the records."""

    code: str
    message: str
    units: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return the reason as plain values, ready for JSON."""
        return {**asdict(self), "units": list(self.units)}


class DataRefused(Exception):  # noqa: N818 - it is a refusal, not an error of ours
    """The data did not pass: nothing was published or written (exit status 1).

    Reasons name ids, files and rows, never a child's name or date of birth.
    """

    def __init__(
        self, reasons: Iterable[Reason | str], summary: str = "the data did not pass"
    ) -> None:
        self.reasons = [
            reason if isinstance(reason, Reason) else Reason("REFUSED", reason)
            for reason in reasons
        ]
        self.summary = summary
        super().__init__(f"{summary}: {len(self.reasons)} reason(s)")


class WrongUse(Exception):  # noqa: N818 - it is the caller's slip, not an error of ours
    """The request cannot be met as it was put (exit status 2); says what to do."""
