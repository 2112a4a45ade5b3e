"""The sum behind the figure of an example, written out step by step.

Arithmetic in words belongs here, on exact fractions. The figure itself was counted and
rounded by the models; the two must agree.
"""

import json
from collections.abc import Sequence
from fractions import Fraction

from warehouse.wording import breakdown_words
from yjdw.definitions.examples import Example
from yjdw.definitions.reference import Definition

MORE_PLACES = 3  # so many places are shown before rounding


def worked(found: Sequence[Example], definition: Definition) -> list[Example]:
    """Return examples with their sum in words, equal ones of several versions as one."""
    shown: list[Example] = []
    for example in found:
        same = next((item for item in shown if _says(item) == _says(example)), None)
        if same:
            same["all_rules"].append(example["rules"])
        else:
            part = breakdown_words(json.loads(example["breakdown"]))
            more = {"part": part, "all_rules": [example["rules"]]}
            shown.append(
                {**example, **more, "sum_words": sum_words(example, definition)}
            )
    return [{**item, "rules_words": " and ".join(item["all_rules"])} for item in shown]


def _says(example: Example) -> list[object]:
    names = ("quarter", "breakdown", "figure", "members", "kept_out")
    return [example[name] for name in names]


def sum_words(example: Example, definition: Definition) -> str:
    """Return how the value comes about: ``2 ÷ 3 x 100 = 66.6666…, rounded:``."""
    figure = example["figure"]
    counted, base = figure["numerator"], figure["denominator"]
    if base is None:
        return "A count without a base:"
    if base == 0:
        return f"{counted} of 0:"
    scale, places = (int(definition.row[k]) for k in ("scale", "decimal_places"))
    exact = Fraction(counted * scale, base)
    steps = f"{counted:,} ÷ {base:,}" + (f" x {scale:,}" if scale > 1 else "")
    return f"{steps} = {long_decimal(exact, places + MORE_PLACES)}, rounded half up:"


def long_decimal(exact: Fraction, places: int) -> str:
    """Return a fraction to some places, cut off, with dots when it goes on."""
    scaled = exact * 10**places
    whole = scaled.numerator // scaled.denominator
    digits = f"{whole:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}"
    if scaled.denominator != 1:
        return f"{text}…"
    return text.rstrip("0").rstrip(".")
