"""Plant the faults of one level into the finished extracts and list them all.

The order of planting belongs here. What can go wrong is in the catalogues, how a row
or a file is spoilt in the modules beside this one.
"""

from pathlib import Path

from simulation.faults.documents import spoil_documents
from simulation.faults.file_faults import list_refused, spoil_files
from simulation.faults.rows import spoil_rows
from simulation.plan import Plan
from simulation.truth import Fault, add_person_ids, write_faults


def plant(plan: Plan, out: Path) -> list[Fault]:
    """Spoil the extracts below ``out/drop`` and write ``out/truth/faults.csv``.

    Light spoils single rows; heavy more of them, and whole files. What a fault cannot
    be planted in (a supplier not simulated, a file with a handful of rows) goes free,
    and is then not listed. The same plan spoils the same bytes. A pupil whose UPN was
    spoilt bears the spoilt one in ``out/truth/persons.csv`` too.
    """
    faults: list[Fault] = []
    if plan.faults != "none":
        refused = list_refused(out / "drop") if plan.faults == "heavy" else set()
        faults, renamed = spoil_rows(plan, out / "drop", refused)
        add_person_ids(out / "truth", renamed)
        faults += spoil_documents(plan, out / "drop")
    if plan.faults == "heavy":
        faults += spoil_files(plan, out / "drop")
    write_faults(out / "truth", faults)
    return faults
