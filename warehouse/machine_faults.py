"""Word what the machine did not let us do: a full disk, a file we may not read.

Faults of the disk, of rights and of the program belong here. Faults of a delivery's
content do not.
"""

import errno
import sqlite3
import traceback
from pathlib import Path

from sources._shared.delivery import Delivery
from warehouse.outcomes import FileOutcome, Problem

NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_ACCESS = {errno.EACCES, errno.EPERM}


def outcome_of_fault(
    delivery: Delivery, fault: OSError | sqlite3.OperationalError
) -> FileOutcome:
    """Return the outcome of a delivery that the machine did not let us land."""
    number = getattr(fault, "errno", None)
    if number in NO_SPACE or "full" in str(fault):
        code, what = "disk_full", "did not land: the disk is full"
        remedy = "nothing of it was kept; free some space and run yjdw land again"
    elif number in NO_ACCESS:
        code, what = "no_access", "may not be read or moved by this account"
        remedy = "give the account that runs yjdw the right to, and run it again"
    else:
        code, what = (
            "disk_fault",
            f"did not land: {type(fault).__name__} {number or ''}",
        )
        remedy = "see to the disk, then run yjdw land again"
    problem = Problem(delivery.supplier, delivery.name, code, what.strip(), remedy)
    return FileOutcome(delivery.supplier, delivery.name, "failed", problems=(problem,))


def outcome_of_bug(delivery: Delivery, fault: Exception) -> FileOutcome:
    """Return the outcome of a delivery over which the program itself stumbled.

    The line names the kind of fault and the place in the program, never its message:
    that may quote a record.
    """
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__} at {Path(place.filename).name}:{place.lineno}"
    what = f"did not land: a fault of the program ({where})"
    remedy = "nothing of it was kept; report the fault, with the file's shape alone"
    problem = Problem(delivery.supplier, delivery.name, "program_fault", what, remedy)
    return FileOutcome(delivery.supplier, delivery.name, "failed", problems=(problem,))
