"""Take the next step with the newest written version of a return.

Finding that version, and the one place that hands it to ``returns/submissions/life``,
belong here. What a step does, and which may follow which, belong there.
"""

from typing import TYPE_CHECKING

from returns.deadlines import list_versions
from returns.submissions import life, rules
from returns.submissions.key import SubmissionKey
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from expectations.rules import CheckResult


def find_newest(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> SubmissionKey:
    """Return the newest written version of a return of the home's service.

    Raises:
        WrongUse: None is written yet.
    """
    versions = list_versions(layout, configuration, name, period)
    if not versions:
        raise WrongUse(f"there is no {name} of {period}: write it with yjdw return")
    return versions[-1]


def check_newest(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> "tuple[SubmissionKey, Sequence[CheckResult]]":
    """Check the newest version, and return it with how its rules stand.

    Raises:
        DataRefused: A file is not as it was written, or a broken rule is not waived.
        WrongUse: None is written yet, or it is signed already.
    """
    key = find_newest(layout, configuration, name, period)
    life.check(layout, configuration, key)
    return key, rules.results_today(layout, configuration, key)


def sign_newest(
    layout: Layout,
    configuration: Configuration,
    name: str,
    period: str,
    signature: life.Signature,
) -> SubmissionKey:
    """Put a person's name under the newest version.

    Raises:
        DataRefused: A file changed since the check.
        WrongUse: It is not checked, or a name or role is blank.
    """
    key = find_newest(layout, configuration, name, period)
    life.sign(layout, configuration, key, signature)
    return key


def freeze_newest(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> SubmissionKey:
    """Keep the newest version for ever, under a seal.

    Raises:
        DataRefused: A file is not the one that was signed, or a waiver has run out.
        WrongUse: It is not signed.
    """
    key = find_newest(layout, configuration, name, period)
    life.freeze(layout, configuration, key)
    return key
