"""The seeds of the dbt project as rows, for what must be known before a build.

Reading a seed's file belongs here. What its rows mean belongs to who asks for them;
the figures themselves are counted by the models, which read the same seeds.
"""

import csv

from warehouse import models


def read_seed(name: str) -> list[dict[str, str]]:
    """Return the rows of a seed, such as ``rules/rule_settings``; a blank is ''."""
    path = models.PROJECT / "seeds" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
