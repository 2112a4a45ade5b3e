"""Hold a suite against a database. The only module that knows how GX runs.

Great Expectations takes four seconds to import, so it is imported inside. What is
expected belongs to the suites; what follows from a result, to the caller.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import duckdb

from expectations.rules import CheckResult, Rule, Suite, Unit

if TYPE_CHECKING:
    import pandas as pd

EMPTY = "there is no row to hold this against"
RAISED = "the check could not be carried out"
UNLIKE = "the two forms of the check do not agree"
HELD = "held_"  # a frame as a table of this connection alone
KEYS = ("issue_key", "unit_id", "child_id")


def hold(
    connection: duckdb.DuckDBPyConnection, suite: Suite, values: Mapping[str, Any]
) -> list[CheckResult]:
    """Return one result for each rule of a suite, in the suite's order.

    A rule passes only if its expectation held without raising, its frame was not
    empty (unless it may be), and its SQL form found no failing row.

    Args:
        connection: Where the suite's frames are asked.
        suite: Frames and rules.
        values: The named parameters of the frames.
    """
    for name, sql in suite.frames.items():
        # laid out once: a hundred rules may look at one frame
        connection.execute(
            f"create or replace temp table {HELD}{name} as {sql}",
            _used(connection, sql, values),
        )
    frames = {name: connection.table(f"{HELD}{name}").df() for name in suite.frames}
    outcomes = dict(_validate(suite, frames))
    return [
        _judge(connection, suite, rule, outcomes.get(rule.code), frames)
        for rule in suite.rules
    ]


def _used(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values that a query names; DuckDB refuses any other."""
    named = connection.extract_statements(sql)[0].named_parameters
    return {name: values[name] for name in named}


def _judge(
    connection: duckdb.DuckDBPyConnection,
    suite: Suite,
    rule: Rule,
    held: bool | None,
    frames: Mapping[str, "pd.DataFrame"],
) -> CheckResult:
    keys = [name for name in KEYS if name in frames[rule.frame].columns]
    found = failing_units(connection, rule, keys)
    empty = frames[rule.frame].empty and rule.frame not in suite.may_be_empty
    if held is None:
        message = RAISED
    elif empty:
        message = EMPTY
    elif held and found:
        message = UNLIKE
    else:
        message = ""
    return CheckResult(
        code=rule.code,
        clause=rule.clause,
        severity=rule.severity,
        passed=bool(held) and not message,
        message=f"{rule.message} ({message})" if message else rule.message,
        units=tuple(dict.fromkeys(unit.record_id for unit in found)),
        remedy=rule.remedy,
        owner=rule.owner,
        found=found,
        is_answered=not message,
    )


def failing_units(
    connection: duckdb.DuckDBPyConnection, rule: Rule, keys: Sequence[str] = ()
) -> tuple[Unit, ...]:
    """Return the records that break a rule, by the rule's SQL form.

    Args:
        connection: Where the frame lies.
        rule: What is broken.
        keys: Which columns beside ``record_id`` the frame has of a unit's.
    """
    columns = ", ".join(["record_id", *keys])
    rows = connection.execute(
        f"select distinct {columns} from {HELD}{rule.frame}"  # noqa: S608 - names of ours
        f" where {rule.failing} order by {columns}"
    ).fetchall()
    names = ["record_id", *keys]
    told = [dict(zip(names, row, strict=True)) for row in rows]
    return tuple(
        Unit(
            record_id=str(unit["record_id"]),
            issue_key=str(unit.get("issue_key") or unit["record_id"]),
            unit_id=str(unit.get("unit_id") or unit["record_id"]),
            child_id=unit.get("child_id"),
        )
        for unit in told
    )


def _validate(
    suite: Suite, frames: Mapping[str, "pd.DataFrame"]
) -> Iterator[tuple[str, bool | None]]:
    """Yield each rule's code and whether it held; none where it raised."""
    import great_expectations as gx
    import great_expectations.expectations as gxe

    context = _context()
    source = context.data_sources.add_pandas(suite.name)
    for name, frame in frames.items():
        expectations = [
            getattr(gxe, rule.expectation)(**rule.arguments, meta={"code": rule.code})
            for rule in suite.rules
            if rule.frame == name
        ]
        if not expectations:
            continue
        batch = (
            source.add_dataframe_asset(name)
            .add_batch_definition_whole_dataframe("whole")
            .get_batch(batch_parameters={"dataframe": frame})
        )
        held = gx.ExpectationSuite(name=name, expectations=expectations)
        # values of the data must not get into a result: they may be names
        result = batch.validate(context.suites.add(held), result_format="BOOLEAN_ONLY")
        for item in result.results:
            code = item.expectation_config.meta["code"]
            yield code, None if _raised(item.exception_info) else bool(item.success)


def _raised(info: Mapping[str, Any]) -> bool:
    """Return whether an expectation raised; GX says so flat or by metric."""
    if "raised_exception" in info:
        return bool(info["raised_exception"])
    return any(metric.get("raised_exception") for metric in info.values())


def _context() -> Any:
    """Return a context in memory that reports nothing to anybody."""
    import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    return gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False),
            store_backend_defaults=InMemoryStoreBackendDefaults(
                init_temp_docs_sites=False
            ),
        ),
    )
