"""What each published zone may hold, as data.

Which tables and columns may be seen by whom belongs here and nowhere else.
Writing the files belongs to ``publishing``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from warehouse.layout import ZONES

IDENTIFIED, ANALYST, AGGREGATE = ZONES

# A column that can name or find a child, whatever table a mart designer puts it in: a
# worker too, whose few cases are known to colleagues.
PERSONAL_COLUMN = re.compile(
    r"(^|_)(surname|forenames?|postcode|uprn|address|upn|ypid|pncid)(_|$)"
    r"|birth_date|date_of_birth|(^|_)dob(_|$)|nhs_number|pnc_number"
    r"|person_id$|nominal_id$|patient_id$|originating_.*_id$|victim_id$"
    r"|(^|_)case_worker(_|$)"
)


@dataclass(frozen=True)
class Zone:
    """The tables of one published file.

    ``schemas`` maps a schema of the build to the names published from it (a
    regular expression); ``withheld`` names tables that never go there.
    """

    name: str
    schemas: dict[str, str]
    withheld: frozenset[str] = frozenset()
    personal_columns: bool = False
    suppressed: frozenset[str] = field(default_factory=frozenset)

    def holds(self, schema: str, table: str) -> bool:
        """Return whether a table of the build is published in this zone."""
        pattern = self.schemas.get(schema)
        if pattern is None or table in self.withheld:
            return False
        return re.fullmatch(pattern, table) is not None

    def columns(self, names: Sequence[str]) -> list[str]:
        """Return the columns of a table that may be seen in this zone."""
        if self.personal_columns:
            return list(names)
        return [name for name in names if not PERSONAL_COLUMN.search(name)]


ZONE_LIST = (
    Zone(
        name=IDENTIFIED,
        schemas={"marts": ".*", "reference": ".*", "rules": ".*"},
        personal_columns=True,
    ),
    Zone(
        name=ANALYST,
        schemas={"marts": "(dim|fct)_.*", "reference": ".*", "rules": ".*"},
        # its rows lead straight to the supplier's record of the child
        withheld=frozenset({"fct_measure_records"}),
    ),
    Zone(
        name=AGGREGATE,
        schemas={"marts": "dim_.*|fct_measures"},
        withheld=frozenset({"dim_children"}),
        suppressed=frozenset({"fct_measures"}),
    ),
)

# A unit of a measure (a child, an offence, a programme) is named by the case system's
# person id. Outside the identified zone a keyed pseudonym of the same grain stands
# for it, equal in all tables.
PSEUDONYMISED_COLUMN = re.compile(r"(^|_)unit_id$")
