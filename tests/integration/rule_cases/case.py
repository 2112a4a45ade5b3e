"""What one rule case is: children, what is asked of them, the figures by hand.

The form of a case and the words for figures belong here. Building children belongs to
``children``, counting to ``counting``, the cases themselves to the topics.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

Document = dict[str, Any]


@dataclass(frozen=True)
class Under:
    """What is asked: a quarter, under a rule version with settings, as known on a day."""

    rules: str
    quarter: str = "2024Q1"
    settings: tuple[tuple[str, str], ...] = ()
    known: date | None = None

    def of(self, quarter: str) -> "Under":
        """Ask for another quarter."""
        return replace(self, quarter=quarter)

    def having(self, key: str, value: str) -> "Under":
        """Ask with one setting changed; the key is given without ``cfg.``."""
        return replace(self, settings=(*self.settings, (f"cfg.{key}", value)))

    def as_known_on(self, day: str) -> "Under":
        """Ask for what was known on a day."""
        return replace(self, known=date.fromisoformat(day))


V1 = Under("KPI-v1-template")
V2 = Under("KPI-v2-headline")
V8 = Under("KPI-v8-code")

Asked = Under | tuple[Under, ...]


@dataclass(frozen=True)
class Case:
    """One rule, told by children and by the figures that follow from it.

    ``name`` says the rule as a sentence, ``clause`` where it stands in the counting
    rules. ``figures`` hold per question the text of each figure, such as
    ``{"kpi1b point=end, accommodation_group=Foster Care": "1/2"}``.
    """

    name: str
    clause: str
    documents: tuple[Document, ...]
    figures: dict[Asked, dict[str, str]]
    elsewhere: tuple[Document, ...] = ()
    service: str | None = None
    finds: tuple[str, ...] = ()
    meetings: tuple[Document, ...] = ()

    def questions(self) -> list[tuple[Under, dict[str, str]]]:
        """Return each question with its expected figures."""
        return [
            (under, expected)
            for asked, expected in self.figures.items()
            for under in (asked if isinstance(asked, tuple) else (asked,))
        ]


def every(quarter: str = "2024Q1") -> tuple[Under, ...]:
    """Ask the same of all three rule versions."""
    return tuple(version.of(quarter) for version in (V1, V2, V8))


EVERY = every()


def case(
    name: str,
    clause: str,
    children: list[Document],
    figures: dict[Asked, dict[str, str]],
    **more: Any,
) -> Case:
    """Return a case of children in one return, or of documents given whole."""
    given = all("return_part" in item for item in children) and bool(children)
    documents = tuple(children) if given else (a_return(children),)
    return Case(name, clause, documents, figures, **more)


def a_return(
    children: list[Document],
    *,
    number: str = "1",
    start: str = "2024-04-01",
    end: str = "2024-06-30",
    signed: str = "2025-12-31",
    deleted: list[str] | str = (),
) -> Document:
    """Return the document of one return; its service is named when it is counted."""
    header = {"source_return_id": number, "signoff_date": signed, "yotoucode": "TS01"}
    header |= {"returnstartdate": start, "returnenddate": end}
    header["deleted_yps"] = deleted if isinstance(deleted, str) else list(deleted)
    return {"return_part": header, "children": children}


def figure_key(text: str) -> tuple[str, str]:
    """Return measure and breakdown of ``kpi1a point=end, suitability=suitable``."""
    measure, _, parts = text.partition(" ")
    pairs = dict(part.split("=") for part in parts.split(", ")) if parts else {}
    typed = {key: int(v) if v.isdigit() else v for key, v in pairs.items()}
    return measure, json.dumps(typed, sort_keys=True, separators=(",", ":"))


def figure_text(figure: dict[str, Any] | None, like: str) -> str:
    """Return a counted figure in the words of the expected one.

    The words are: numerator, or numerator/denominator (- for none), =value, low or
    firm for the base, and the state.
    """
    if figure is None:
        return "no such figure"
    base = "-" if figure["denominator"] is None else figure["denominator"]
    value = "-" if figure["value"] is None else figure["value"]
    words = []
    for word in like.split():
        if word[0].isdigit() or word[0] == "-":
            counted = str(figure["numerator"])
            words.append(f"{counted}/{base}" if "/" in word else counted)
        elif word.startswith("="):
            words.append(f"={value}")
        elif word in ("low", "firm"):
            words.append("low" if figure["is_low_base"] else "firm")
        else:
            words.append(str(figure["state"]))
    return " ".join(words)
