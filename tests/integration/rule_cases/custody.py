"""Use of custody: sentencing occasions with a custodial sentence, 3.3.

Sentences belong here. Orders that end after custody belong to section 1.
"""

from tests.integration.rule_cases.case import EVERY, V8, case, every
from tests.integration.rule_cases.children import child, offence, outcome
from tests.integration.rule_cases.lives import heard

DTO = "DETENTION_AND_TRAINING_ORDER"
DAY = "2024-05-01"
COUNTS, DOES_NOT = {EVERY: {"custody": "1"}}, {EVERY: {"custody": "0"}}


def of_sentences(name, clause, figures, *outcomes, parts=(), **fields):
    """A case of one child, each sentence of an offence of its own."""
    offences = [offence(n + 1, item, **fields) for n, item in enumerate(outcomes)]
    return case(name, clause, [child(*offences, *parts)], figures)


CASES = [
    *(
        of_sentences(f"A {code} is custody", "3.3", COUNTS, outcome(code, DAY))
        for code in (
            DTO,
            "SECTION_250",
            "SECTION_252A",
            "SECTION_254",
            "SECTION_258",
            "SECTION_259",
        )
    ),
    *(
        of_sentences(f"A {code} is no custody", "3.3", DOES_NOT, outcome(code, DAY))
        for code in (
            "YOUTH_REHABILITATION_ORDER_ISS",
            "BREACH_OF_SUPERVISION_RETURN_TO_CUSTODY",
            "BREACH_PROVED_ORDER_CONTINUES",
        )
    ),
    of_sentences(
        "A remand is no custody", "3.3", DOES_NOT, parts=[heard("2024-05-01")]
    ),
    of_sentences(
        "One occasion is one, whatever its offences, unless the unit is set",
        "3.3 cfg.custody.unit",
        {
            EVERY: {"custody": "1"},
            V8.having("custody.unit", "child"): {"custody": "1"},
            V8.having("custody.unit", "order"): {"custody": "2"},
        },
        outcome(DTO, DAY),
        outcome(DTO, DAY),
        outcome("SECTION_250", DAY),
    ),
    of_sentences(
        "Two occasions of a child are two, unless the unit is the child",
        "3.3 cfg.custody.unit",
        {
            EVERY: {"custody": "2"},
            V8.having("custody.unit", "child"): {"custody": "1"},
            V8.having("custody.unit", "order"): {"custody": "2"},
        },
        outcome(DTO, "2023-09-01"),
        outcome("SECTION_250", DAY),
    ),
    of_sentences(
        "A sentence of a child of another area does not count",
        "3.3",
        DOES_NOT,
        outcome(DTO, DAY, residence="OTHER"),
    ),
    of_sentences(
        "A sentence changed on appeal does not count",
        "3.3",
        DOES_NOT,
        outcome(DTO, DAY, appeal="Changed on appeal"),
    ),
    of_sentences(
        "17 at the first hearing counts, though 18 at the sentence",
        "3.3",
        COUNTS,
        outcome(DTO, DAY),
        hearing=17,
    ),
    of_sentences(
        "18 at the first hearing does not",
        "3.3",
        DOES_NOT,
        outcome(DTO, DAY),
        age=17,
        hearing=18,
    ),
    of_sentences(
        "A missing age at the first hearing of a sentence is that at the outcome",
        "12 missing first-hearing age",
        {
            **COUNTS,
            V8.having("null.age_first_hearing_from_outcome", "false"): {"custody": "0"},
        },
        outcome(DTO, DAY),
        hearing=None,
    ),
    of_sentences(
        "A sentence counts for twelve months",
        "3.3",
        {every("2024Q1"): {"custody": "1"}, every("2024Q2"): {"custody": "0"}},
        outcome(DTO, "2023-07-01"),
    ),
]
