"""From the pre-check to the seal in Dagster, and what people hear when a run fails."""

import shutil

import dagster as dg
import pytest

from expectations.marts import measures
from orchestration.assets.submissions import submission_assets
from orchestration.definitions import defs
from returns.calendar import find_due
from tests.conftest import SETTINGS
from tests.fixtures.jobs import resources_of, run_job_over
from tests.fixtures.receivers import Mailbox, mail_server, mail_toml
from warehouse.layout import Layout
from warehouse.querying import open_zone
from warehouse.releases import current_name
from yjdw.cli import run_program

QUARTER, PARTITION = "2024Q3", "2024-10"
NAME = "yjb_kpi"
SIGNER = {"name": "A. Head", "role": "head of service"}


def verdicts(result):
    return {
        (item.asset_key.to_user_string(), item.check_name): item
        for item in result.get_asset_check_evaluations()
    }


def test_calendar_and_release_name_the_same_days(built_home):
    with open_zone(Layout(built_home), "analyst") as connection:
        rows = connection.execute(
            "select quarter, case_level_due_date, kpi_due_date from dim_quarters"
            " where default_rule_version is not null order by quarter"
        ).fetchall()

    assert len(rows) > 20
    for quarter, case_level, kpi in rows:
        assert find_due("case_level", quarter, {}).due == case_level
        assert find_due("yjb_kpi", quarter, {}).due == kpi


@pytest.fixture(scope="module")
def pre_checked(built_home, tmp_path_factory):
    """A published home, and a pre-check of one quarter's returns over it."""
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("pre_checked") / "home")
    return home, run_job_over(home, "pre_check", PARTITION)


def test_a_pre_check_asks_every_rule_and_writes_nothing(pre_checked):
    home, result = pre_checked
    found = verdicts(result)

    assert result.success
    for name, most in (("yjb_kpi", 10), ("case_level", 4)):
        must_fix = found[f"pre_checked/{name}", "rules_must_fix"]
        assert must_fix.passed
        assert must_fix.metadata["rules"].value > most
    assert not (home / "returns").exists()


def test_a_pre_check_of_a_quarter_that_is_not_held_says_which_are(pre_checked):
    home, _ = pre_checked
    with pytest.raises(dg.Failure, match="no figures for quarter 2025Q4; there are"):
        run_job_over(home, "pre_check", "2026-01")


@pytest.fixture(scope="module")
def take(pre_checked):
    """Write the return of the quarter once; then take steps of its life, by asset."""
    home, _ = pre_checked
    instance = dg.DagsterInstance.ephemeral()
    written = [asset for asset in defs.assets if _is(asset, ["returned", NAME])]

    def step(*address, config=None):
        asked = dg.AssetKey(list(address))
        op = "__".join(address)
        return dg.materialize(
            [*written, *submission_assets],
            selection=dg.AssetSelection.assets(asked),
            partition_key=PARTITION,
            instance=instance,
            resources=resources_of(home),
            run_config={"ops": {op: {"config": config}}} if config else None,
            raise_on_error=False,
        )

    assert step("returned", NAME).success
    return step


def _is(asset, address):
    keys = asset.keys if isinstance(asset, dg.AssetsDefinition) else {asset.key}
    return dg.AssetKey(address) in keys


def test_a_return_is_checked_signed_and_frozen_in_this_order_alone(take, pre_checked):
    home, _ = pre_checked
    too_early = take("frozen", NAME)
    checked = take("checked", NAME)
    blank = take("signed", NAME, config={**SIGNER, "name": " "})
    signed = take("signed", NAME, config=SIGNER)
    frozen = take("frozen", NAME)

    ends = [item.success for item in (too_early, checked, blank, signed, frozen)]
    assert ends == [False, True, False, True, True]
    assert verdicts(checked)[f"checked/{NAME}", "rules_must_fix"].passed
    (made,) = frozen.asset_materializations_for_node(f"frozen__{NAME}")
    assert made.metadata["state"].value == "frozen"
    folder = Layout(home).submitted(QUARTER, NAME, "v1")
    assert verdicts(run_job_over(home, "verify_frozen"))[
        f"frozen/{NAME}", "seals_hold"
    ].passed

    (folder / "kpi_return.csv").write_text("changed\n")
    broken = verdicts(run_job_over(home, "verify_frozen"))[
        f"frozen/{NAME}", "seals_hold"
    ]
    assert not broken.passed
    assert (
        "kpi_return.csv is not as it was frozen" in broken.metadata["broken"].value[0]
    )


def names_of_children(home):
    with open_zone(Layout(home), "identified") as connection:
        rows = connection.execute(
            "select surname from child_details where length(surname) > 3"
        ).fetchall()
    return {str(name).lower() for (name,) in rows}


def test_a_failed_run_is_told_without_a_childs_name(home, capsys):
    shown, box = current_name(Layout(home)), Mailbox()
    with mail_server(box) as port, pytest.MonkeyPatch.context() as patch:
        alerts = mail_toml(port)
        another = '[settings]\n"cfg.low_base" = 9\n'  # so that there is something new
        (home / "service.toml").write_text(f"{SETTINGS}\n{another}{alerts}")
        patch.setitem(measures.FIGURES_ARE_THERE.arguments, "min_value", 10**9)
        config = ["--home", str(home), "--config", str(home / "service.toml")]
        status = run_program(["run", *config])

    (text,) = box.texts
    names = names_of_children(home)
    assert status == 1
    assert "a run was refused: M-" in text
    assert f"readers still see the release {shown}" in text
    assert len(names) > 50
    words = set(text.lower().replace("(", " ").replace(",", " ").split())
    assert names & words == set()
    assert "alert" not in capsys.readouterr().out
