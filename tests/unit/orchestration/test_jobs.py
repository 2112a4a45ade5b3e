"""What there is to start, by the clock or by a person; whoever adds to it says so here."""

from itertools import pairwise

import dagster as dg
import pytest

from orchestration.definitions import defs
from sources.registry import CONTRACTS

ROAD = {"case_system", "dbt_models", "publish", "suppliers_are_fresh"}
JOBS = {
    "custody_list": {"land_niche", "niche_keeps_contract"},
    "pre_check": {"pre_checked__yjb_kpi", "pre_checked__case_level"},
    "watch": {"alerts__told", "is_sent_in_time", "suppliers_are_fresh"},
    "verify_frozen": {"seals_hold"},
}
SCHEDULES = {
    "every_night": ("nightly", "30 2 * * *"),
    "custody_twice_a_day": ("custody_list", "45 6,14 * * *"),
    "every_morning": ("watch", "0 7 * * *"),
    "every_sunday": ("verify_frozen", "0 5 * * 0"),
    "every_week_before_a_deadline": ("pre_check", "30 6 * * 1"),
    "after_every_quarter": ("quarterly_return", "0 6 20 1,4,7,10 *"),
}
RULES = {"rules_must_fix", "rules_may_be_waived", "rules_information"}
CHECKS = {
    "pre_checked": RULES,
    "returned": {"is_sent_in_time"},
    "checked": RULES,
    "signed": set(),
    "frozen": {"seals_hold"},
}
STEPS_OF_A_PERSON = ("checked", "signed", "frozen")


def steps(job):
    return set(defs.resolve_job_def(job).graph.node_dict)


@pytest.fixture(scope="module")
def repository():
    return defs.get_repository_def()


def test_the_jobs_are_what_a_person_would_ask_for():
    names = {job.name for job in defs.jobs}

    assert names == {*JOBS, "nightly", "quarterly_return"}


@pytest.mark.parametrize("job", JOBS)
def test_a_job_takes_its_steps_and_no_other(job):
    assert steps(job) == JOBS[job]


def test_the_quarter_adds_the_returns_to_the_night():
    added = {"returned__yjb_kpi", "returned__case_level", "is_sent_in_time"}

    assert steps("nightly") >= ROAD
    assert steps("quarterly_return") - steps("nightly") == added


@pytest.mark.parametrize("job", [*JOBS, "nightly", "quarterly_return"])
def test_no_job_takes_a_step_that_is_a_persons(job):
    assert [step for step in steps(job) if step.startswith(STEPS_OF_A_PERSON)] == []


def test_every_schedule_has_its_job_its_hour_and_our_time(repository):
    found = {item.name: item for item in repository.schedule_defs}

    assert {
        name: (item.job_name, item.cron_schedule) for name, item in found.items()
    } == SCHEDULES
    assert {item.execution_timezone for item in found.values()} == {"Europe/London"}
    assert all(item.description for item in found.values())


def test_people_are_told_of_failures_without_being_asked_to_switch_it_on(repository):
    statuses = {item.name: item.default_status for item in repository.sensor_defs}

    assert statuses == {
        "new_deliveries": dg.DefaultSensorStatus.STOPPED,
        "failed_runs": dg.DefaultSensorStatus.RUNNING,
    }


@pytest.mark.parametrize("name", ["yjb_kpi", "case_level"])
@pytest.mark.parametrize("state", CHECKS)
def test_every_state_of_a_return_has_its_checks(name, state):
    graph = defs.resolve_asset_graph()
    keys = graph.get_check_keys_for_assets({dg.AssetKey([state, name])})

    assert {key.name for key in keys} == CHECKS[state]


@pytest.mark.parametrize("name", ["yjb_kpi", "case_level"])
def test_a_return_goes_from_writing_to_freezing_in_one_line(name):
    graph = defs.resolve_asset_graph()
    line = ["frozen", "signed", "checked", "returned", "published"]
    for child, parent in pairwise(line):
        parents = graph.get(dg.AssetKey([child, name])).parent_keys
        assert {key.path[0] for key in parents} == {parent}


def test_each_supplier_is_as_fresh_as_its_contract_asks():
    graph = defs.resolve_asset_graph()
    for supplier, contract in CONTRACTS.items():
        policy = graph.get(dg.AssetKey(["delivered", supplier])).freshness_policy
        window = policy.fail_window.to_timedelta()
        assert window.days == contract.freshness_days


def test_every_zone_is_published_by_the_morning():
    graph = defs.resolve_asset_graph()
    for zone in ("identified", "analyst", "aggregate"):
        policy = graph.get(dg.AssetKey(["published", zone])).freshness_policy
        assert (policy.deadline_cron, policy.timezone) == ("0 6 * * *", "Europe/London")


def test_landing_is_tried_again_and_refused_data_is_not():
    node = defs.resolve_job_def("nightly").graph.node_dict["land_niche"]

    assert node.definition.retry_policy.max_retries == 2
