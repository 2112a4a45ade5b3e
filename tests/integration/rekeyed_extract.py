"""A later extract of the case system in which every record bears another key.

Writing it from the extract before belongs here: the children are the same, their keys and
all that refers to them are others. Who must be recognised belongs to the tests.
"""

import csv
import random
from pathlib import Path

DAY = "20250401"
# whose id it is: the child's first service gave it, and no re-keying reaches it
KEPT = {"ORIGINATING_YOT_PERSON_ID"}
# what the service's office writes of the case system's victims
OFFICE_COLUMNS = {"victim_id": "VICTIM_ID", "master_victim_id": "VICTIM_ID"}

Keys = dict[str, dict[str, str]]


def drop_rekeyed_extract(
    home: Path, day: str = DAY, seed: int = 1, *, permuted=(), is_shuffled=True
) -> Keys:
    """Put the newest extract into the drop folder again, under other keys.

    Args:
        home: A home to which Core+ files were delivered.
        day: Extract date of the new files, yyyymmdd.
        seed: Of all that is drawn; another one gives other keys.
        permuted: Columns whose old values are dealt out anew among the records, so that
            each is another's; all other keys are numbers never used before.
        is_shuffled: Whether rows come in another order.

    Returns:
        By column, the new key of every old one.
    """
    chance = random.Random(f"{seed}")
    tables = newest_tables(home / "drop" / ".done" / "core_plus")
    keys = new_keys(tables, chance, seed, permuted)
    office = newest_tables(home / "drop" / ".done" / "service_office", "victims")
    for supplier, files in (("core_plus", tables), ("service_office", office)):
        for name, (columns, rows) in files.items():
            if is_shuffled:
                chance.shuffle(rows)
            target = home / "drop" / supplier / f"{name}_{day}.csv"
            target.parent.mkdir(exist_ok=True)
            with target.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, columns, lineterminator="\r\n")
                writer.writeheader()
                writer.writerows(rekeyed(row, keys) for row in rows)
    return keys


def newest_tables(folder, wanted=""):
    """Return the columns and rows of the newest file of each table, by table."""
    # the date is the last part of a name, so the newest of a table comes last
    files = {
        path.stem.rpartition("_")[0]: path
        for path in sorted(folder.glob(f"{wanted}*_[0-9]*.csv"))
    }
    tables = {}
    for name, path in files.items():
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            tables[name] = (list(reader.fieldnames or ()), list(reader))
    return tables


def new_keys(tables, chance, seed, permuted):
    """Return a new key for every old one, by column."""
    found = {}
    for columns, rows in tables.values():
        for column in columns:
            if column.endswith("_ID") and column not in KEPT:
                values = found.setdefault(column, set())
                values.update(row[column] for row in rows if row[column])
    keys = {}
    for place, (column, values) in enumerate(sorted(found.items()), start=1):
        old = sorted(values)
        chance.shuffle(old)
        if column in permuted:
            new = [*old[1:], *old[:1]]  # one circle: nobody keeps a key
        else:
            first = seed * 1_000_000_000 + place * 10_000_000
            new = [str(first + number) for number in range(len(old))]
        keys[column] = dict(zip(old, new, strict=True))
    return keys


def rekeyed(row, keys):
    """Return a row in which every key is the new one."""
    return {
        name: keys.get(OFFICE_COLUMNS.get(name, name), {}).get(value, value)
        for name, value in row.items()
    }
