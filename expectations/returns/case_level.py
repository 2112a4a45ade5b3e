"""What the Youth Justice Board and we expect of one national case document.

The rules of the document belong here. Finding what breaks them belongs to
``document_breaches`` and ``document_validation``: a document is a tree, so its faults
are listed first and the suite is held against the list.
"""

from functools import partial

from expectations.rules import Owner, Rule, Severity, Suite, exception_rule

BREACHES, CHILDREN = "breaches", "document_children"

_breach = partial(exception_rule, BREACHES, "rule_code")
_home = partial(_breach, owner=Owner.DATA_ENGINEER)
_valid = partial(
    _breach,
    clause="counting rules 4: minimum validation set",
    owner=Owner.CASE_WORKER,
    severity=Severity.INFORMATION,
)

home_rules = [
    _home(
        "C-WHOLE",
        clause="ours: lossless",
        message="these records landed before documents were kept whole",
        remedy="land the same files (drop/.done keeps them) in a new home",
    ),
    _home(
        "C-FRESH",
        clause="ours: a case system older than its limit blocks the return",
        message="the newest usable extract of the case system is too old",
        remedy="land a newer one (yjdw status tells each age), or write the return"
        " with --as-known-at",
    ),
]

document_rules = [
    Rule(
        code="C-CHILDREN",
        clause="case document: a return holds the children of its period",
        message="no child stands in this return",
        remedy="see that the case system's newest extract covers the quarter",
        owner=Owner.DATA_ENGINEER,
        frame=CHILDREN,
        expectation="ExpectTableRowCountToBeBetween",
        arguments={"min_value": 1},
        failing="false",
    ),
    _breach(
        "C-SCHEMA",
        clause="case_document.schema.json",
        message="a field breaks the national schema",
        remedy="mend it in the case system, or map the code in codes.csv of its folder"
        " in sources/",
        owner=Owner.CASE_WORKER,
    ),
    _breach(
        "C-IDS",
        clause="case document: ypid, offenceID, interventionProgrammeID and the like",
        message="an id that must be unique is not, or a child bears two",
        remedy="mend the ids in the case system, or ask its vendor",
        owner=Owner.DATA_ENGINEER,
    ),
    _breach(
        "C-LINKS",
        clause="case document: always join with ypid",
        message="a link names a record that its child does not have",
        remedy="send the record, or mend the link in the case system",
        owner=Owner.DATA_ENGINEER,
    ),
]

# What the YJB does with such a document is not published, so they only inform; a
# service may make each of them weigh more ([severities] in service.toml).
validation_rules = [
    _valid(
        "V-BIRTH-DATE",
        message="a child has no birth date, or is not 10 to 18 at the first outcome",
        remedy="correct the birth date or the outcome date",
    ),
    _valid(
        "V-OUTCOME-DATE",
        message="an outcome lies before its offence",
        remedy="correct the offence date or the outcome date",
    ),
    _valid(
        "V-PROGRAMME-LINK",
        message="a programme that ends an order is linked to no offence",
        remedy="link the programme to its offence",
    ),
    _valid(
        "V-PROGRAMME-DATES",
        message="a programme ends before it starts, or has no start",
        remedy="correct the dates of the programme",
    ),
    _valid(
        "V-RESIDENCE",
        message="residence on the outcome date is not given",
        remedy="record LOCAL or OTHER",
    ),
    _valid(
        "V-SCORE",
        message="an offence has no category, or no seriousness score from 1 to 8",
        remedy="record category and score",
    ),
    _valid(
        "V-HEARING-AGE",
        message="a court outcome has no age on first hearing",
        remedy="record the age on first hearing",
    ),
    _valid(
        "V-SEND-PLAN",
        message="there is a SEND need, but nothing about a formal plan",
        remedy="record whether there is a formal plan",
    ),
    _valid(
        "V-ETE-HOURS",
        message="there is no provision but hours, or a provision of 0 hours",
        remedy="correct the provision type or the hours",
    ),
    _valid(
        "V-VICTIM-CONSENT",
        message="whether a victim consents to contact is not answered",
        remedy="record whether the victim consents",
    ),
]


def build_suite(is_whole: bool = True) -> Suite:
    """Return the suite of a document; of one that is not whole only why it is not."""
    rules = [*document_rules, *validation_rules] if is_whole else []
    return Suite(
        name="returns.case_level",
        frames={name: f"from {name}" for name in (BREACHES, CHILDREN)},
        rules=[*home_rules, *rules],
        may_be_empty=frozenset({BREACHES}),
    )
