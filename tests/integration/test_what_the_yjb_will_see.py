"""What the YJB will see: each known difference on a child of its own, and no others.

The children are those of ``children_who_part``. How a reason is worked out from counts
is asked in ``tests/unit/returns``.
"""

import json
from pathlib import Path

import pytest

from tests.integration.children_who_part import children_who_part
from tests.integration.quiet_children import a_document
from yjdw.cli import run_program

EVERY_ORDER = {"kpi1", "kpi10a", "kpi10b", "kpi2", "kpi3a", "kpi4a", "kpi5a", "kpi7"}
# unit: whose count holds it, why, and every headline or part in which it differs
EXPECTED = [
    ("no-residence", "ours", "missing residence", {*EVERY_ORDER, "fte"}),
    ("no-appeal", "ours", "missing appeal status", {*EVERY_ORDER, "fte"}),
    ("no-hearing-age", "ours", "missing age on first hearing", {"fte"}),
    ("transferred", "theirs", "transferred out", EVERY_ORDER),
    ("small-category|F1", "ours", "text not written as in the code list", {"kpi9"}),
    ("small-status", "ours", "text not written as in the code list", {"kpi7"}),
    (
        *("small-appeal", "theirs", "text not written as in the code list"),
        {*EVERY_ORDER, "fte"},
    ),
    ("long-licence", "ours", "long sentence licence", EVERY_ORDER),
    ("licence-victim", "ours", "age in KPI 10", {"kpi10b"}),
    ("start-only", "theirs", "record at one point only", {"kpi1"}),
    ("end-only", "theirs", "record at one point only", set()),
    (
        *("bed-and-breakfast", "theirs"),
        *("accommodation that is always unsuitable", {"kpi1"}),
    ),
    ("no-provision", "theirs", "no provision recorded as suitable", {"kpi2"}),
    ("learning-before", "theirs", "education of another quarter", set()),
    ("referred", "theirs", "Early Help referral in custody", set()),
    ("referred", "ours", "Early Help referral in custody", set()),
    ("bound-over", "theirs", "bind over as a first outcome", {"fte"}),
    ("above-school", "ours", "unsuitable above school age at the start", set()),
    ("remanded", "ours", "several outcomes of a remand", {"remand_four_weeks"}),
    ("shared-2|S1", "ours", "offence id used for two children", {"kpi9"}),
    ("twice-2", "theirs", "duplicate person", EVERY_ORDER),
    ("na-2", "ours", "N/A as an originating id", {"fte"}),
]
PARTS = {
    "end-only": {
        *("kpi2a start, suitable", "kpi2b school, start, suitable"),
        *("kpi2c part_time, start", "kpi2f ro, start, suitable"),
    },
    "learning-before": {"kpi3b suitable"},
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Return the report on all children who part, ours under the code's own version."""
    folder = tmp_path_factory.mktemp("seen")
    document = folder / "document.json"
    document.write_text(json.dumps(a_document(children_who_part())))
    status = run_program(
        [
            *("preview", "--quarter", "2024Q1", "--documents", str(document)),
            *("--rules", "KPI-v8-code", "--out", str(folder / "out"), "--json"),
        ]
    )
    assert status == 0
    files = folder / "out" / "what_the_yjb_will_see.json"
    return json.loads(files.read_text(encoding="utf-8")), folder / "out"


def entries_of(answer, reading):
    return [item for item in answer["differences"] if item["reading"] == reading]


def headlines_of(entry):
    return {item["measure"] for item in entry["figures"] if not item["breakdown"]}


@pytest.mark.parametrize(("unit", "counts_in", "reason", "headlines"), EXPECTED)
def test_a_known_difference_parts_the_counts_of_its_child(
    seen, unit, counts_in, reason, headlines
):
    answer, _ = seen
    found = [
        entry
        for entry in entries_of(answer, "code")
        if (entry["unit"], entry["counts_in"]) == (unit, counts_in)
    ]
    named = [entry for entry in found if entry["reason"] == reason]

    assert len(named) == 1
    assert headlines_of(named[0]) >= headlines
    assert {h for h in headlines_of(named[0]) if h in EVERY_ORDER} == (
        headlines & EVERY_ORDER
    )
    assert [reason["what_to_mend"] for reason in named[0]["reasons"]] != [""]


@pytest.mark.parametrize("unit", PARTS)
def test_a_difference_may_show_in_the_parts_of_a_figure_only(seen, unit):
    from returns.yjb_preview.words import figure_words

    answer, _ = seen
    [entry] = [item for item in entries_of(answer, "code") if item["unit"] == unit]

    assert {figure_words(figure) for figure in entry["figures"]} == PARTS[unit]


def test_every_difference_found_has_one_of_the_reasons_made(seen):
    answer, _ = seen
    victims = {"W1", "licence-victim|VW1"}
    also = {("bed-and-breakfast", "ours"), ("no-provision", "ours")}
    made = {(unit, counts_in) for unit, counts_in, _, _ in EXPECTED} | also
    found = {
        (entry["unit"], entry["counts_in"])
        for entry in entries_of(answer, "code")
        if entry["unit"] not in victims
        and any(figure["measure"][:4] != "kpi9" for figure in entry["figures"])
    }

    assert found == {pair for pair in made if "|" not in pair[0]}


def test_the_files_name_ids_and_no_more(seen):
    _, folder = seen
    names = sorted(path.name for path in Path(folder).iterdir())
    page = (folder / "what_the_yjb_will_see.html").read_text(encoding="utf-8")

    assert names == [
        f"what_the_yjb_will_see.{kind}" for kind in ("html", "json", "xlsx")
    ]
    assert "no-residence" in page
    assert "2009-04-01" not in page  # a birth date
