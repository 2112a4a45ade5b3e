"""What a council or a call may set of the counting rules, held against the catalogue.

Knowing the keys and refusing what is not one belong here, as does the one text form
in which the models read a value. How a kind of value is read belongs to
``setting_kinds``; what a setting does belongs to ``dbt_project/``.
"""

from collections.abc import Mapping

from warehouse.refusal import WrongUse
from warehouse.seeds import read_seed
from warehouse.setting_kinds import READERS

PREFIX = "cfg."
PAGE = "docs/changing-a-definition.md"


def settle(settings: Mapping[str, object]) -> dict[str, str]:
    """Return settings in the text form of ``rule_parameters``, keys in order.

    Raises:
        WrongUse: A key is not in the catalogue ``rules/rule_settings``, is replaced by
            another, or its value is not allowed; the message says what is.
    """
    catalogue = {row["setting_key"]: row for row in read_seed("rules/rule_settings")}
    return {key: _settle_one(catalogue, key, settings[key]) for key in sorted(settings)}


def settle_counting(settings: Mapping[str, object]) -> dict[str, str]:
    """Settle the counting keys of a configuration; the others belong to checks."""
    return settle(
        {key: value for key, value in settings.items() if not key.startswith("check.")}
    )


def read_setting(key: str, rule_version: str, settings: Mapping[str, str]) -> str:
    """Return a key's value: the override, else the rule version's, else the default.

    The models choose in the same order (``int_rules__calculations``).

    Args:
        key: One that ``rule_parameters`` holds.
        rule_version: Under which version.
        settings: Overrides, settled.
    """
    given = {
        row["rule_version"]: row["setting_value"]
        for row in read_seed("rules/rule_parameters")
        if row["setting_key"] == key
    }
    return settings.get(key) or given.get(rule_version) or given["*"]


def _settle_one(
    catalogue: Mapping[str, Mapping[str, str]], key: str, value: object
) -> str:
    row = catalogue.get(key)
    if row is None:
        raise WrongUse(f"no setting {key}; {_nearest(key, list(catalogue))}")
    if row["kind"] == "replaced":
        raise WrongUse(f"{key} is replaced by {row['allowed']}: set that one")
    try:
        return READERS[row["kind"]](value, row["allowed"])
    except ValueError as error:
        raise WrongUse(f"{key} = {_shown(value)}: {error}; see {PAGE}") from error


def _nearest(key: str, keys: list[str]) -> str:
    """Return the keys that were perhaps meant, else where they are listed."""
    from difflib import get_close_matches

    close = get_close_matches(key, keys, n=3)
    if close:
        return f"did you mean {' or '.join(close)}?"
    return f"the keys are in dbt_project/seeds/rules/rule_settings.csv, see {PAGE}"


def _shown(value: object) -> str:
    """Return a value short enough for one line."""
    text, longest = str(value), 60
    return text if len(text) <= longest else f"{text[:longest]}..."
