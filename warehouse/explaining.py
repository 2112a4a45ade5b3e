"""Explain one figure: everybody behind it, and why each of them counts or does not.

Finding the figure that is meant belongs here, with an answer that helps when there is
none. Reading members belongs to ``members``, the words to ``reasons``.
"""

from dataclasses import dataclass, replace
from difflib import get_close_matches

import duckdb

from warehouse.figures import Answer, Asked, breakdown_text, read_figures
from warehouse.members import Member, read_members
from warehouse.reasons import Topic, reasons, topics_of
from warehouse.refusal import WrongUse
from warehouse.wording import Words, read_words


@dataclass(frozen=True)
class Explained:
    """A figure as published, everybody behind it, what its measure looks at and says."""

    figure: Answer
    members: list[Member]
    topics: list[Topic]
    words: Words

    def why(self, member: Member) -> list[str]:
        """Return why a member counts or does not, one sentence a topic."""
        return reasons(member, self.topics)

    def only(self, child_id: str | None) -> "Explained":
        """Return the part of one child; of everybody when none is named.

        Raises:
            WrongUse: The child has no part in the figure.
        """
        if child_id is None:
            return self
        members = [item for item in self.members if item.child_id == child_id]
        if not members:
            raise WrongUse(
                f"{child_id} is not in this figure; without --measure you are told"
                " which figures have the child in them, and what keeps it out of others"
            )
        return replace(self, members=members)


def explain(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> Explained:
    """Return a figure with its members, each with the records it came from.

    Raises:
        WrongUse: There is no such figure; the message names the nearest.
    """
    figure = _find_figure(connection, asked, measure, breakdown)
    members = read_members(connection, asked, figure)
    point = figure["breakdown"].get("point", "headline")
    topics = topics_of(connection, measure, point)
    return Explained(figure, members, topics, read_words(connection)[measure])


def _find_figure(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> Answer:
    """Return a figure as published: what is typed as a breakdown is always text."""
    figures = read_figures(connection, asked, measure)
    if not figures:
        raise WrongUse(_no_measure(connection, asked, measure))
    for figure in figures:
        known = figure["breakdown"]
        if {key: str(value) for key, value in known.items()} == breakdown:
            return figure
    texts = [breakdown_text(figure["breakdown"]) for figure in figures]
    given = breakdown_text(breakdown)
    near = get_close_matches(given, texts, n=3, cutoff=0.4) or texts[:3]
    raise WrongUse(
        f"{measure} has no {given}; nearest: {' '.join(near)}"
        f" (of {len(texts)}: yjdw measures --measure {measure} lists them)"
    )


def _no_measure(
    connection: duckdb.DuckDBPyConnection, asked: Asked, measure: str
) -> str:
    rows = connection.execute(
        "select distinct measure from fct_measures where rule_version = ?"
        " and service = ? and quarter = ? order by all",
        asked.key,
    ).fetchall()
    names = [row[0] for row in rows]
    near = get_close_matches(measure, names, n=3, cutoff=0.5)
    nearest = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no measure {measure} in {asked.quarter}{nearest} There are: {', '.join(names)}"
