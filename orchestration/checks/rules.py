"""What the rules of a return found, as checks: one for each severity.

Turning results into Dagster's verdicts belongs here. The rules belong to
``expectations/returns``.
"""

from collections.abc import Iterable, Sequence

import dagster as dg

from expectations.rules import CheckResult, Severity


def rule_checks(key: Sequence[str]) -> list[dg.AssetCheckSpec]:
    """Return one check on an asset for each severity that a rule may have."""
    return [
        dg.AssetCheckSpec(
            check_name(severity),
            asset=list(key),
            description=f"No rule of severity {severity.value} is broken.",
        )
        for severity in Severity
    ]


def rule_verdicts(
    key: Sequence[str], results: Iterable[CheckResult]
) -> list[dg.AssetCheckResult]:
    """Return how the rules of each severity ended, with the ids of records."""
    held = list(results)
    return [_verdict(key, severity, held) for severity in Severity]


def check_name(severity: Severity) -> str:
    """Return the name of the check for one severity."""
    return f"rules_{severity.value}"


def _verdict(
    key: Sequence[str], severity: Severity, results: list[CheckResult]
) -> dg.AssetCheckResult:
    """Return how the rules of one severity ended; what is waived stands no more.

    What would stop the return is an error, all else a warning.
    """
    asked = [result for result in results if result.severity is severity]
    broken = [item for item in asked if not item.passed and not item.is_waived]
    told = [result.as_reason().as_dict() for result in broken]
    blocks = any(result.blocks for result in broken)
    return dg.AssetCheckResult(
        asset_key=list(key),
        check_name=check_name(severity),
        passed=not broken,
        severity=dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN,
        metadata={"rules": len(asked), "broken": dg.MetadataValue.json(told)},
    )
