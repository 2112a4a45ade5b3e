"""Read which sections of the counting rules a reference row names.

The way people write a clause belongs here. What the sections say is data (the seed
``clauses``).
"""

import re

CORRECTION = re.compile(r"C:\d+")
RANGE = re.compile(r"KPI (\d+) to (\d+)")
REWRITTEN = (
    (re.compile(r" (item|rule) \d+|\[.*?\]"), ""),  # a place within a section
    (re.compile(r"(KPI \d+) and (\d)(?![\d.])"), r"\1 and KPI \2"),  # KPI 4 and 5
    (re.compile(r"\d+ \((KPI \d+)\)"), r"\1"),  # 2 (KPI 9)
    (re.compile(r";"), " and "),
)


def clauses_in(text: str) -> list[str]:
    """Return the clauses that a reference row names, as the seed ``clauses`` does.

    ``1 item 6 [C:2]`` is 1 and C:2; ``KPI 4 and 5`` is KPI 4 and KPI 5; ``2 (KPI 9)``
    is KPI 9; ``1.3 and 12`` is two sections; ``KPI 4 to 7`` is four.
    """
    plain = RANGE.sub(_each_kpi, text)
    for pattern, replacement in REWRITTEN:
        plain = pattern.sub(replacement, plain)
    sections = [part.strip() for part in plain.split(" and ")]
    return [part for part in sections if part] + CORRECTION.findall(text)


def _each_kpi(found: re.Match[str]) -> str:
    numbers = range(int(found[1]), int(found[2]) + 1)
    return " and ".join(f"KPI {number}" for number in numbers)
