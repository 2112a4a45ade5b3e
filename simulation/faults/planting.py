"""Plant the faults of one level into the finished extracts and list them all.

The order of planting belongs here. What can go wrong is in the catalogues, how a row
or a file is spoilt in the modules beside this one.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulation.faults.documents import spoil_documents
from simulation.faults.file_faults import list_refused, spoil_files
from simulation.faults.rows import spoil_rows
from simulation.plan import Plan
from simulation.truth import Fault, add_person_ids, write_faults


def plant(plan: Plan, out: Path, migration: Sequence[Fault] = ()) -> list[Fault]:
    """Spoil the extracts below ``out/drop`` and write ``out/truth/faults.csv``.

    Light spoils single rows; heavy more of them, and whole files. What a fault cannot
    be planted in (a supplier not simulated, a file with a handful of rows) goes free,
    and is then not listed. The same plan spoils the same bytes. A pupil whose UPN was
    spoilt bears the spoilt one in ``out/truth/persons.csv`` too.

    Where the case system changes, ``migration`` says what was planted between both
    systems: their extracts suffer nothing else, so that a rehearsal can be held to it.
    """
    faults: list[Fault] = list(migration)
    if plan.cutover:
        both = (plan.cutover.old, plan.cutover.new)
        others = tuple(each for each in plan.suppliers if each not in both)
        plan = replace(plan, suppliers=others)
    if plan.faults != "none":
        refused = list_refused(out / "drop") if plan.faults == "heavy" else set()
        rows, renamed = spoil_rows(plan, out / "drop", refused)
        faults += rows
        add_person_ids(out / "truth", renamed)
        faults += spoil_documents(plan, out / "drop")
    if plan.faults == "heavy":
        faults += spoil_files(plan, out / "drop")
    write_faults(out / "truth", faults)
    return faults
