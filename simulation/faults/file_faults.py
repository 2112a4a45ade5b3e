"""Spoil whole files of the newest extracts, and keep a last good one where needed.

Which file suffers what, and what must follow, belongs here; how the bytes change is in
`spoiling`. Faults of single rows do not belong here.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from simulation.faults import spoiling
from simulation.faults.delivered_lines import find_newest
from simulation.plan import Plan
from simulation.truth import Fault

LAST_GOOD = "file refused; the table is served from its last good extract"
EARLIER = "file refused; what earlier files hold is served"
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class FileFault:
    """One way to spoil the newest file that fits ``pattern``.

    ``spoil`` returns the path of the spoilt file, which may be a new one. With
    ``keeps_last_good`` the unspoilt table is delivered too, dated a week earlier: a
    table sent in full leaves nothing to serve when its only extract is refused.
    """

    supplier: str
    pattern: str
    fault: str
    spoil: Callable[[str, Path], Path]
    what_should_happen: str
    keeps_last_good: bool = False

    @property
    def is_refused(self) -> bool:
        """Return whether the warehouse must refuse the file as a whole."""
        return "refused" in self.what_should_happen.split(";")[0]


def _core_plus(
    pattern: str,
    fault: str,
    spoil: Callable[[str, Path], Path],
    what: str = LAST_GOOD,
    keeps_last_good: bool = True,
) -> FileFault:
    return FileFault("core_plus", pattern, fault, spoil, what, keeps_last_good)


FILE_FAULTS = [
    _core_plus("HEARING_OFFENCE_*", "lost_a_third", spoiling.lose_a_third),
    _core_plus("PERSON_SEND_*", "renamed_column", spoiling.rename_last_column),
    _core_plus("PERSON_MENTAL_HEALTH_*", "empty_file", spoiling.empty),
    _core_plus("PERSON_SUBSTANCE_MISUSE_*", "heading_only", spoiling.keep_heading),
    _core_plus("VICTIM_CONTACT_[0-9]*", "wrong_delimiter", spoiling.use_semicolons),
    _core_plus("PROGRAMME_OFFENCE_*", "cut_off_file", spoiling.cut_off),
    _core_plus("ASSESSMENT_*", "not_a_csv", spoiling.make_pdf),
    _core_plus("PERSON_CARE_STATUS_*", "missing_column", spoiling.drop_last_column),
    _core_plus(
        "VICTIM_CONTACT_OFFENCE_*",
        "gz_that_is_a_zip",
        spoiling.zip_as_gz,
        "file lands: it is read as the ZIP it is",
        keeps_last_good=False,
    ),
    _core_plus(
        "OFFENCE_[0-9]*",
        "same_file_two_names",
        spoiling.copy_under_other_name,
        "file recognised as already landed; no row lands twice",
        keeps_last_good=False,
    ),
    _core_plus(
        "ORGANISATION_*",
        "extra_column",
        spoiling.add_column,
        "file lands; the column nobody promised is named and left out",
        keeps_last_good=False,
    ),
    FileFault(
        "case_document", "*.json", "cut_off_copy", spoiling.cut_off_copy, EARLIER
    ),
    FileFault(
        "niche", "NICHE_OCCURRENCES_*", "lost_footer", spoiling.lose_footer, EARLIER
    ),
    FileFault(
        "school_census",
        "*_termlysessiondetailsonroll.csv",
        "wrong_delimiter",
        spoiling.use_semicolons,
        EARLIER,
    ),
    FileFault(
        "ssda903", "oc2_*", "renamed_column", spoiling.rename_last_column, EARLIER
    ),
    FileFault(
        "systmone",
        "SRE_*.zip",
        "manifest_disagrees",
        spoiling.promise_a_row_more,
        "set refused: the manifest promises a row more; earlier sets are served",
    ),
]


def list_refused(drop: Path) -> set[Path]:
    """Return the files that will be refused: nothing can be said of their rows."""
    newest = [
        find_newest(drop / fault.supplier, fault.pattern)
        for fault in FILE_FAULTS
        if fault.is_refused
    ]
    return {path for path in newest if path}


def spoil_files(plan: Plan, drop: Path) -> list[Fault]:
    """Spoil whole files of the newest extracts; row_number is None for each."""
    planted = []
    for fault in FILE_FAULTS:
        newest = find_newest(drop / fault.supplier, fault.pattern)
        if fault.supplier not in plan.suppliers or newest is None:
            continue
        if fault.keeps_last_good:
            _keep_last_good(newest, plan)
        spoilt = fault.spoil(fault.supplier, newest)
        name = spoilt.relative_to(drop / fault.supplier).as_posix()
        what = fault.what_should_happen
        planted.append(Fault(fault.supplier, name, None, fault.fault, what))
    return planted


def _keep_last_good(path: Path, plan: Plan) -> None:
    """Deliver the file as of a week before, too.

    Its rows are those of the newest extract, so that the truth stays knowable: what is
    served from the last good one is what would have been served.
    """
    earlier = f"{plan.until - WEEK:%Y%m%d}"
    name = path.name.replace(f"{plan.until:%Y%m%d}", earlier)
    shutil.copyfile(path, path.with_name(name))
