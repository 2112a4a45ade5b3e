"""Read which sections of the counting rules a reference row names.

The way people write a clause belongs here. What the sections say is data (the seed
``clauses``).
"""

import re

KPIS = 10
CORRECTION = re.compile(r"C:\d+")
PLACE = re.compile(r" item \d+|\[.*?\]")


def clauses_in(text: str) -> list[str]:
    """Return the clauses that a reference row names, as ``clauses.csv`` names them.

    ``1 item 6 [C:2]`` is 1 and C:2; ``KPI 4 and 5`` is KPI 4 and KPI 5; ``1.3 and 12``
    is two sections.
    """
    found: list[str] = []
    for part in PLACE.sub("", text).replace(";", " and ").split(" and "):
        clause = part.strip()
        after_kpi = bool(found) and found[-1].startswith("KPI")
        if after_kpi and clause.isdigit() and int(clause) <= KPIS:
            clause = f"KPI {clause}"
        found += [clause] if clause else []
    return found + CORRECTION.findall(text)
