"""Documents: what they name exists, and what exists is in them."""

import re

import click
import pytest

from tests.house_style import tree
from yjdw.cli import COMMANDS, yjdw

README = tree.ROOT / "README.md"
COMMANDS_PAGE = tree.ROOT / "docs" / "commands.md"
PAGES = tree.ending(".md")
DECISIONS = [
    path
    for path in PAGES
    if path.parent.name == "decisions" and path.name != "README.md"
]
RUNBOOKS = [path for path in PAGES if path.parent.name == "runbooks"]
ONE_SCREEN = 60
ONE_PAGE = 80
TARGETS = re.findall(
    r"^([a-z-]+):.*## ", tree.text(tree.ROOT / "Makefile"), re.MULTILINE
)


def code_of(page):
    fenced = re.findall(r"^```.*?^```", tree.text(page), re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`[^`\n]+`", tree.text(page))
    return "\n".join([*fenced, *inline])


@pytest.mark.parametrize("page", PAGES, ids=tree.named)
def test_every_command_that_a_page_names_exists(page):
    code = code_of(page)
    made = set(re.findall(r"\bmake ([a-z-]+)\b", code))
    called = set(re.findall(r"\byjdw ([a-z]+)\b", code))

    assert made <= set(TARGETS)
    assert called <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=tree.named)
def test_every_file_that_a_page_links_to_exists(page):
    links = re.findall(r"\]\(([^)#\s]+)", tree.text(page))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_readme_fits_on_one_screen_and_shows_the_road():
    words = tree.text(README)

    assert len(words.splitlines()) <= ONE_SCREEN
    assert "make demo" in words
    assert "make test" in words
    assert "orchestration/ runs every arrow" in words


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_documented(target):
    assert f"`make {target}" in tree.text(COMMANDS_PAGE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options(name):
    command = yjdw.get_command(click.Context(yjdw), name)
    section = tree.text(COMMANDS_PAGE).split(f"## yjdw {name}\n")[1].split("\n## ")[0]
    common = {option.name for option in yjdw.params} | {"home", "config", "json"}
    own = [
        option.opts[0]
        for option in command.params
        if isinstance(option, click.Option) and option.name not in common
    ]

    assert f"yjdw {name}" in code_in(section)
    assert [option for option in own if option not in section] == []


def code_in(section):
    return "\n".join(re.findall(r"^```.*?^```", section, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_ends_with_an_example(name):
    command = yjdw.get_command(click.Context(yjdw), name)

    assert f"yjdw {name}" in f"{command.help}\n{command.epilog}"


@pytest.mark.parametrize("page", DECISIONS, ids=tree.named)
def test_a_decision_says_context_decision_and_consequences(page):
    headings = re.findall(r"^## (.*)$", tree.text(page), re.MULTILINE)

    assert re.match(r"\d{4}-[a-z0-9-]+\.md$", page.name)
    assert headings == ["Context", "Decision", "Consequences"]
    assert len(tree.text(page).splitlines()) <= ONE_PAGE


@pytest.mark.parametrize("page", RUNBOOKS, ids=tree.named)
def test_a_runbook_fits_on_one_page(page):
    assert len(tree.text(page).splitlines()) <= ONE_PAGE


def test_no_two_decisions_bear_one_number():
    numbers = [page.name[:4] for page in DECISIONS]

    assert len(numbers) == len(set(numbers))
