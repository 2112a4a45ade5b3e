"""Keep under which configuration a release was counted, for whoever rebuilds it.

The counted part of the configuration of each release belongs here, in the state. What
a setting means does not.
"""

import json
from typing import Any

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.state import connect

PREFIX = "configuration "


def keep_configuration(
    layout: Layout, release: str, configuration: Configuration
) -> None:
    """Write the counted part of a configuration into the state, by release."""
    text = json.dumps(configuration.counted, sort_keys=True)
    with connect(layout) as state:
        state.execute(
            "insert or replace into facts (name, value) values (?, ?)",
            [PREFIX + release, text],
        )


def find_configuration(layout: Layout, release: str) -> dict[str, Any] | None:
    """Return the counted part under which a release was made; none if nobody kept it."""
    with connect(layout) as state:
        row = state.execute(
            "select value from facts where name = ?", [PREFIX + release]
        ).fetchone()
    found: dict[str, Any] | None = json.loads(row["value"]) if row else None
    return found
