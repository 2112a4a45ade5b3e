"""The pages: one a measure, self-contained, and readable without a mouse or eyes."""

import json
import re
from html.parser import HTMLParser

import pytest

from warehouse.seeds import read_seed
from yjdw.cli import DONE, WRONG_USE, run_program
from yjdw.definitions.pages import write_pages

MEASURES = [row["measure"] for row in read_seed("rules/measures")]
VOID = {"meta", "br", "wbr", "link", "img"}


class Outline(HTMLParser):
    """What a page holds, and whether every element that opens also closes."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.links, self.headings = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attributes)["href"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def count(self, tag):
        return sum(name == tag for name, _ in self.seen)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("definitions")
    write_pages(folder)
    return folder


@pytest.mark.parametrize("name", ["index", *MEASURES])
def test_a_page_is_whole_and_stands_alone(folder, name):
    text = (folder / f"{name}.html").read_text(encoding="utf-8")
    page = Outline()
    page.feed(text)

    assert page.open == []
    assert re.findall(r"https?:|@import|<script|<link|<img|url\(", text) == []
    assert page.count("h1") == 1
    steps = [b - a for a, b in zip(page.headings, page.headings[1:], strict=False)]
    assert max(steps) <= 1  # no level is left out on the way down
    assert page.count("table") == page.count("caption") > 0
    assert all("scope" in details for tag, details in page.seen if tag == "th")
    assert dict(page.seen)["html"]["lang"] == "en-GB"
    targets = [link for link in page.links if not link.startswith("#")]
    assert [link for link in targets if not (folder / link).is_file()] == []


def test_the_index_leads_to_every_measure(folder):
    text = (folder / "index.html").read_text(encoding="utf-8")

    assert [name for name in MEASURES if f'href="{name}.html"' not in text] == []


def test_a_page_says_where_versions_differ_what_can_be_wrong_and_what_it_fills(folder):
    text = (folder / "kpi1.html").read_text(encoding="utf-8")

    assert 'class="differs"' in text
    assert "cfg.kpi1.primary_only" in text
    assert "DQ-ACC-MISSING" in text
    assert "Living with parent(s)" in text
    assert "3 ÷ 5 x 100 = 60" in text


def test_one_definition_is_printed_with_its_example(capsys):
    status = run_program(["definitions", "--measure", "kpi1"])
    text = capsys.readouterr().out

    assert status == DONE
    assert "cfg.kpi1.primary_only" in text
    assert "rounded half up: 60.0 %" in text


def test_one_definition_is_answered_as_json(capsys):
    run_program(["definitions", "--measure", "fte", "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert answer["value_unit"] == "per 100,000 children aged 10 to 17"
    assert answer["examples"][0]["members"]


def test_a_mistyped_measure_is_answered_with_the_nearest(capsys):
    assert run_program(["definitions", "--measure", "kp1"]) == WRONG_USE
    assert "did you mean kpi1" in capsys.readouterr().err


def test_all_pages_are_written_where_they_are_asked_for(tmp_path, capsys):
    run_program(["definitions", "--out", str(tmp_path / "pages"), "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert len(answer["pages"]) == len(MEASURES) + 1
    assert (tmp_path / "pages" / "index.html").is_file()
