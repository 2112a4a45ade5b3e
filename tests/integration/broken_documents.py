"""Case documents and files that cannot be used, each with words its refusal must hold.

Which spoilt content is refused for which reason belongs here. Landing them and looking
at what came of it belong to ``test_bad_documents.py``.
"""

import json

from tests.integration.sound_documents import return_of, sound_child

SOUND = json.dumps(return_of([sound_child("c1")]))
O1, P1 = "offence.0.", "intervention_programme.0."
AGE = '"ageOnFirstHearing": 15'


def spoilt(changes, **header):
    return return_of([sound_child("c1", changes)], **header)


def without(document, *path):
    *way, last = path
    node = document
    for part in way:
        node = node[part]
    del node[last]
    return document


def twice(name):
    """Return a document whose child holds the last item of a list a second time."""
    child = sound_child("c1")
    child[name].append(child[name][-1])
    return return_of([child])


# name: document, words that must stand in the reason
BROKEN = {
    "wrong type": (
        spoilt({O1 + "yjbseriousnessScore": "six"}),
        ["children[0].offence[0].yjbseriousnessScore", "type integer or null"],
    ),
    "score beyond the scale": (
        spoilt({O1 + "yjbseriousnessScore": 9}),
        ["offence[0].yjbseriousnessScore", "breaks the rule 'maximum'"],
    ),
    "closed list": (
        spoilt({"residence.0.kpi1AccommodationSuitability": "PERHAPS"}),
        ["children[0].residence[0].kpi1AccommodationSuitability", "must be one of"],
    ),
    "missing field": (
        without(
            return_of([sound_child("c1")]), "children", 0, "offence", 0, "offenceDate"
        ),
        ["children[0].offence[0]", "lacks the field 'offenceDate'"],
    ),
    "missing header": (
        without(return_of([sound_child("c1")]), "return_part", "signoff_date"),
        ["return_part", "lacks the field 'signoff_date'"],
    ),
    "unknown field": (
        spoilt({O1 + "shoeSize": 4}),
        ["children[0].offence[0]", "unknown field 'shoeSize'"],
    ),
    "date in words": (
        spoilt({P1 + "endDate": "10 May 2024"}),
        ["intervention_programme[0].endDate", "yyyy-mm-dd"],
    ),
    "offence twice": (
        twice("offence"),
        ["children[0].offence[1].offenceID", "repeats", "children[0].offence[0]"],
    ),
    "programme twice": (
        twice("intervention_programme"),
        ["intervention_programme[1].interventionProgrammeID", "repeats"],
    ),
    "child twice": (
        return_of([sound_child("c1"), sound_child(" c1")]),
        ["children[1].ypid", "repeats that of children[0]"],
    ),
    "two ids of one child": (
        spoilt({"person_details.ypid": "c2"}),
        ["children[0].person_details.ypid", "must equal"],
    ),
    "blank id": (
        spoilt({O1 + "offenceID": " "}),
        ["children[0].offence[0].offenceID", "must not be blank"],
    ),
    "blank service": (
        spoilt({}, yjs_name=" "),
        ["return_part.yjs_name", "must not be blank"],
    ),
    "truth for a number": (
        spoilt({O1 + "ageOnFirstHearing": True}),
        ["children[0].offence[0].ageOnFirstHearing", "type integer or null"],
    ),
    "children as an object": (
        {"return_part": return_of([])["return_part"], "children": {}},
        ["children", "must be of type array"],
    ),
}

# name: bytes or text, words
UNREADABLE = {
    "number too long to read": (
        SOUND.replace(AGE, AGE + "0" * 5000),
        ["children[0].offence[0].ageOnFirstHearing", "type integer or null"],
    ),
    "number beyond floats": (
        SOUND.replace('"hours": 20', '"hours": 1e400'),
        ["children[0].ete_status[0].hours", "type number or null"],
    ),
    "NaN": (SOUND.replace(AGE, '"ageOnFirstHearing": NaN'), ["holds NaN"]),
    "malformed": (SOUND.replace(AGE, '"ageOnFirstHearing" 15'), ["is not JSON", "row"]),
    "cut off": (SOUND[:-200], ["cut off"]),
    "words after the end": (SOUND + "\nsent by hand", ["Extra data"]),
    "deep nesting": ("[" * 100_000 + "]" * 100_000, ["nests too deep"]),
    "deep field of the sender": (
        SOUND.replace(AGE, AGE + ', "x_a": ' + "[" * 5000 + "]" * 5000),
        ["nests too deep"],
    ),
    "half a character": (
        SOUND.replace("Youth conditional caution", "\\ud83d"),
        ["offence[0].offenceLegalOutcome[0].cmslegalOutcome", "half of a character"],
    ),
    "field twice": (
        SOUND.replace(AGE, AGE + ', "ageOnFirstHearing": 16'),
        ["'ageOnFirstHearing' twice"],
    ),
    "empty": ("", ["holds nothing"]),
    "blanks alone": (" \n", ["holds nothing"]),
    "no document": ('{"documents": []}', ["not one document"]),
    "null": ("null", ["neither a case document nor"]),
}
REFUSED = {name: (json.dumps(given), words) for name, (given, words) in BROKEN.items()}
REFUSED |= UNREADABLE
