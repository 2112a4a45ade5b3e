"""See what breaks a rule today: in the findings of a build, in the results of a check.

Turning findings and results into sightings belongs here. Which issue a sighting is
belongs to ``matching``, what is kept of it to ``ledger``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from expectations.findings import finding_rules
from expectations.rules import CheckResult, Owner
from sources.registry import CONTRACTS

CASE_SYSTEM = "case_system"
FINDINGS = """
select
    finding_code as rule,
    coalesce(service, '') as service,
    issue_key,
    coalesce(unit_id, '') as unit_id,
    any_value(child_id) as child_id,
    any_value(supplier) as supplier,
    any_value(entity) as entity,
    any_value(column_name) as column_name,
    -- the newest file that shows it, and one row of it
    max({'file': file_sha256, 'line': row_number}) as place
from marts.fct_data_quality_findings
group by all
order by all
"""


@dataclass(frozen=True)
class Sighting:
    """One record that breaks one rule today.

    ``issue_key`` names record and field whatever the supplier calls them, ``unit_id``
    is what they are called now; supplier, entity, file and row are where to look.
    """

    rule: str
    service: str
    issue_key: str
    unit_id: str
    owner: str
    child_id: str | None = None
    supplier: str | None = None
    entity: str | None = None
    column_name: str | None = None
    file_sha256: str | None = None
    row_number: int | None = None


def see_findings(connection: duckdb.DuckDBPyConnection) -> Iterator[Sighting]:
    """Yield the findings of a build, each once, whatever quarters it bears on."""
    owners = {rule.code: rule.owner for rule in finding_rules()}
    found = connection.execute(FINDINGS)
    names = [column[0] for column in found.description or []]
    for row in found.fetchall():
        told = dict(zip(names, row, strict=True))
        place = told.pop("place") or {}
        yield Sighting(
            **told,
            owner=_owner(owners[told["rule"]], told["supplier"]),
            file_sha256=place.get("file"),
            row_number=place.get("line"),
        )


def see_results(service: str, results: Iterable[CheckResult]) -> Iterator[Sighting]:
    """Yield the records that break the rules of a return, findings apart.

    Findings are issues of the release, whether a return is written or not.
    """
    of_records = {rule.code for rule in finding_rules()}
    for result in results:
        if result.passed or result.code in of_records:
            continue
        for unit in result.found:
            yield Sighting(
                rule=result.code,
                service=service,
                issue_key=unit.issue_key,
                unit_id=unit.unit_id,
                owner=result.owner,
                child_id=unit.child_id,
            )


def _owner(owner: Owner, supplier: str | None) -> str:
    """Return who mends it: case workers do not write in a partner's system."""
    is_partner = supplier and CONTRACTS[supplier].kind != CASE_SYSTEM
    if owner is Owner.CASE_WORKER and is_partner:
        return Owner.DATA_ENGINEER.value
    return owner.value
