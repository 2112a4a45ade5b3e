"""The life of a written return as assets: checked, signed, frozen; one a quarter.

Each step is a person's to start: no job that runs by the clock holds one. What a step
does belongs to ``yjdw/submitting.py``; sending happens outside.
"""

from collections.abc import Callable
from typing import Any

import dagster as dg

from orchestration.assets.prechecks import RETURNS
from orchestration.checks.rules import rule_checks, rule_verdicts
from orchestration.partitions import kpi_quarters, quarter_of
from orchestration.resources import WarehouseResource
from orchestration.runs import reasons_shown
from returns.submissions.key import SubmissionKey
from returns.submissions.life import STATEMENT, Signature, state_of
from yjdw.submitting import check_newest, freeze_newest, sign_newest

CHECKED, SIGNED, FROZEN = "checked", "signed", "frozen"


class Signer(dg.Config):
    """Who answers for the figures, as what, and in which words."""

    name: str
    role: str
    statement: str = STATEMENT


def step(state: str, name: str, after: str, **more: Any) -> Callable[..., Any]:
    """Return what every step's asset has in common: address, place, partitions."""
    return dg.asset(
        key=[state, name],
        deps=[dg.AssetKey([after, name])],
        group_name="submissions",
        partitions_def=kpi_quarters,
        **more,
    )


def build_check(name: str) -> dg.AssetsDefinition:
    """Build the step that checks the newest version of one return."""

    @step(CHECKED, name, "returned", check_specs=rule_checks([CHECKED, name]))
    def checked(
        context: dg.AssetExecutionContext, warehouse: WarehouseResource
    ) -> dg.MaterializeResult:
        """The newest version, held against its manifest and rules. Grain: one."""
        layout, configuration = warehouse.layout, warehouse.configuration
        quarter = quarter_of(context.partition_key)
        with reasons_shown(), warehouse.writing():
            key, results = check_newest(layout, configuration, name, quarter)
        verdicts = rule_verdicts([CHECKED, name], results)
        return dg.MaterializeResult(
            metadata=as_taken(warehouse, key), check_results=verdicts
        )

    return checked


def build_signing(name: str) -> dg.AssetsDefinition:
    """Build the step by which a person signs the newest version of one return."""

    @step(SIGNED, name, CHECKED)
    def signed(
        context: dg.AssetExecutionContext, config: Signer, warehouse: WarehouseResource
    ) -> dg.MaterializeResult:
        """The newest version, with a person's name under it. Grain: one."""
        layout, configuration = warehouse.layout, warehouse.configuration
        quarter = quarter_of(context.partition_key)
        signature = Signature(config.name, config.role, config.statement)
        with reasons_shown(), warehouse.writing():
            key = sign_newest(layout, configuration, name, quarter, signature)
        return dg.MaterializeResult(metadata=as_taken(warehouse, key))

    return signed


def build_freezing(name: str) -> dg.AssetsDefinition:
    """Build the step that keeps the newest version of one return under a seal."""

    @step(FROZEN, name, SIGNED)
    def frozen(
        context: dg.AssetExecutionContext, warehouse: WarehouseResource
    ) -> dg.MaterializeResult:
        """The newest version with all its figures follow from, sealed. Grain: one."""
        layout, configuration = warehouse.layout, warehouse.configuration
        quarter = quarter_of(context.partition_key)
        with reasons_shown(), warehouse.writing():
            key = freeze_newest(layout, configuration, name, quarter)
        return dg.MaterializeResult(metadata=as_taken(warehouse, key))

    return frozen


def as_taken(warehouse: WarehouseResource, key: SubmissionKey) -> dict[str, Any]:
    """Return which submission a step was taken with, and where it stands now."""
    return {
        "dagster/row_count": 1,
        "submission": str(key),
        "state": state_of(warehouse.layout, key),
    }


submission_assets = [
    build(name)
    for name in RETURNS
    for build in (build_check, build_signing, build_freezing)
]
