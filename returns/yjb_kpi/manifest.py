"""What the KPI return says of itself in its manifest.

The form, the rules and the explanations belong here. What every return says, such as
digests and inputs, belongs to ``returns/_shared``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from expectations.rules import CheckResult
from returns._shared.manifest import (
    Document,
    describe_origin,
    describe_suppliers,
    describe_warnings,
    name_day,
)
from returns.yjb_kpi.spec import Form
from warehouse.figures import Asked
from warehouse.freshness import Freshness
from warehouse.layout import Layout
from warehouse.releases import Release


@dataclass(frozen=True)
class Checked:
    """A quarter that passed its checks: what was asked, of what, and what was said.

    ``due`` is the last day for the return, ``settings`` are those of the counting rules
    under which it was counted.
    """

    asked: Asked
    release: Release
    suppliers: Sequence[Freshness]
    explanations: Mapping[str, str]
    results: Sequence[CheckResult]
    due: date | None
    settings: Mapping[str, str]


def compose(layout: Layout, checked: Checked, form: Form, files: Document) -> Document:
    """Return the manifest of one version of the return, all but its version."""
    asked = checked.asked
    return {
        "return": "yjb_kpi",
        "form": {"name": form.form, "edition": form.edition},
        "quarter": asked.quarter,
        "service": asked.service,
        "rules": asked.rules,
        "due": name_day(checked.due),
        "settings": dict(checked.settings),
        **describe_origin(layout, checked.release),
        "files": files,
        "suppliers": describe_suppliers(checked.suppliers),
        "explanations": dict(checked.explanations),
        "warnings": describe_warnings(checked.results),
    }
