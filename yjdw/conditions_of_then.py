"""Under what a version was made that is otherwise today: configuration and program.

Finding it in the version's own files belongs here, and saying what changed since.
Building under it belongs to ``rebuilding``.
"""

import json
from pathlib import Path
from typing import Any

from returns.differences.figures import compare_settings
from returns.submissions.sealing import describe_program
from warehouse.configuration import Configuration
from warehouse.rule_settings import settle_counting
from warehouse.seeds import read_seed

Told = dict[str, Any]
PROGRAM = "program.json"
WORDS = {"models": "the models", "yjdw": "yjdw", "duckdb": "DuckDB"}


def configuration_of_then(configuration: Configuration, told: Told) -> Configuration:
    """Return the configuration under which a version was counted.

    What changes no figure stays as it is today. A manifest of before configurations
    were kept tells the settings of its rule version alone, or nothing.

    Args:
        configuration: That of today.
        told: The manifest of the version.
    """
    counted = told.get("configuration")
    if counted is None and "settings" in told:
        checks = {
            name: value
            for name, value in configuration.settings.items()
            if name.startswith("check.")
        }
        counted = {"settings": checks | _overrides(told["rules"], told["settings"])}
    return Configuration.model_validate(
        {**configuration.model_dump(), **(counted or {})}
    )


def _overrides(rules: str, settings: dict[str, str]) -> dict[str, str]:
    """Return the settings that are not those that the rule version has by itself."""
    own: dict[str, str] = {}
    for version in ("*", rules):
        own |= {
            row["setting_key"]: row["setting_value"]
            for row in read_seed("rules/rule_parameters")
            if row["rule_version"] == version
        }
    return {name: value for name, value in settings.items() if own.get(name) != value}


def changes_since(now: Configuration, then: Configuration, folder: Path) -> list[str]:
    """Return what is not as it was, one sentence each.

    Args:
        now: The configuration of today.
        then: The configuration of then.
        folder: The folder of the version; frozen, it says which program made it.
    """
    settings = compare_settings(
        *({"": "", **settle_counting(item.settings)} for item in (then, now))
    )
    notes = [
        f"service.toml changed since: counted with {item['setting']} = "
        f"{item['before'] or 'its default'} as then, not {item['now'] or 'its default'}"
        for item in settings
    ]
    if then.service != now.service:
        notes.append(
            "service.toml changed since: counted with the [service] of then, "
            f"{then.service.model_dump(exclude_defaults=True, mode='json')}"
        )
    return notes + _program_changes(folder / PROGRAM)


def name_other_code(told: Told, inputs_fingerprint: str) -> list[str]:
    """Return that the program's code changed, when nothing else explains it.

    Args:
        told: The manifest of the version.
        inputs_fingerprint: Of what had landed then, under the configuration of then.
    """
    if told.get("configuration") is None:
        return []
    is_same = told["release"]["inputs_fingerprint"] == inputs_fingerprint
    return [] if is_same else ["the code or the models of the program changed since"]


def _program_changes(path: Path) -> list[str]:
    if not path.is_file():
        return []
    then, now = json.loads(path.read_text(encoding="utf-8")), describe_program()
    return [
        f"the program changed since: {words} were {then[part]}, are {now[part]}"
        for part, words in WORDS.items()
        if part in then and then[part] != now[part]
    ]
