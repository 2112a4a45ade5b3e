"""Say in words why a member counts: what each topic of its measure shows.

Turning records into sentences belongs here. Which topics a measure looks at is data
(the seed ``measure_topics``); what counts was decided in ``dbt_project/``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from warehouse.members import Member, Record

# the child first, then what it did, what the court or police decided, what was done
TOLD_IN_ORDER = ("persons", "offences", "outcomes", "programmes")
AT = {
    "start": " at the start",
    "end": " at the end",
    "during": " during the order",
    "release": " at the release",
    "remand_start": " at the start of the remand",
    "remand_release": " at the end of the remand",
    "headline": " at the point that counts",
    "referral": ", referrals",
}


@dataclass(frozen=True)
class Topic:
    """What the records of a measure say something about.

    ``nothing_text`` is what a member without such a record is told, null where the
    absence decides nothing.
    """

    topic: str
    name: str
    point: str
    nothing_text: str | None


def topics_of(
    connection: duckdb.DuckDBPyConnection, measure: str, point: str
) -> list[Topic]:
    """Return the topics of a measure, as far as one point of the order is asked for."""
    rows = connection.execute(
        "select topics.topic, topics.name, coalesce(looked_at.point, ''),"
        " topics.nothing_text"
        " from rules.measure_topics as looked_at"
        " inner join rules.record_topics as topics"
        " on looked_at.topic = topics.topic where looked_at.measure = ?"
        " order by looked_at.rowid",
        [measure],
    ).fetchall()
    return [
        Topic(topic, name, point if asked == "breakdown" else asked, nothing)
        for topic, name, asked, nothing in rows
    ]


def reasons(member: Member, topics: Sequence[Topic]) -> list[str]:
    """Return one sentence a topic: what was found, and what the rules make of it."""
    sentences = []
    for topic in topics:
        records = [item for item in member.records if item.topic == topic.topic]
        start = f"{topic.name}{AT.get(topic.point, '')}: "
        if records:
            sentences.append(start + _found(records))
        elif topic.nothing_text:
            sentences.append(start + topic.nothing_text)
    return sentences


def _found(records: Sequence[Record]) -> str:
    """Return the verdicts, counted where there are several, and the facts behind."""
    told = sorted(records, key=_place_in_story)
    facts = dict.fromkeys(item.fact for item in told if item.fact)
    verdicts = Counter(item.verdict for item in records if item.verdict)
    several = sum(verdicts.values()) > 1
    judged = "; ".join(
        f"{count} {verdict}" if several else verdict
        for verdict, count in verdicts.items()
    )
    shown = "; ".join(facts)
    return f"{judged} ({shown})" if judged and shown else judged or shown or "on record"


def _place_in_story(record: Record) -> int:
    ends = [record.entity.endswith(word) for word in TOLD_IN_ORDER]
    return ends.index(True) if True in ends else len(ends)
