import dagster as dg
import pytest

from orchestration.definitions import defs
from sources.registry import CONTRACTS

RETURN = dg.AssetKey(["returned", "yjb_kpi"])
FIGURES = dg.AssetKey(["marts", "fct_measures"])
LANDED = [
    dg.AssetKey([supplier, entity.name])
    for supplier, contract in CONTRACTS.items()
    for entity in contract.entities
]
ZONES = ("identified", "analyst", "aggregate")


@pytest.fixture(scope="module")
def graph():
    return defs.resolve_asset_graph()


def ancestors(graph, key):
    found, waiting = set(), [key]
    while waiting:
        parents = graph.get(waiting.pop()).parent_keys - found
        found |= parents
        waiting += parents
    return found


@pytest.mark.parametrize(
    ("supplier", "entity"),
    [
        ("core_plus", "persons"),
        ("core_plus", "outcomes"),
        ("case_document", "persons"),
        ("school_census", "pupilonroll"),
        ("ssda903", "episodes"),
    ],
)
def test_a_road_leads_from_the_supplier_to_the_return(graph, supplier, entity):
    assert dg.AssetKey([supplier, entity]) in ancestors(graph, RETURN)


def test_every_entity_of_every_contract_is_landed(graph):
    assert set(LANDED) <= graph.materializable_asset_keys


def test_every_mart_leads_to_every_zone(graph):
    marts = {key for key in graph.get_all_asset_keys() if key.path[0] == "marts"}

    assert FIGURES in marts
    for zone in ZONES:
        assert marts <= ancestors(graph, dg.AssetKey(["published", zone]))


def test_dbt_reads_only_what_is_landed_or_written_by_the_program(graph):
    road = ancestors(graph, dg.AssetKey(["published", "analyst"]))
    given = {key.path[0] for key in road if not graph.get(key).parent_keys}

    assert given == {"delivered", "control", "reference", "mappings", "rules"}


def test_both_gates_block(graph):
    gates = [*(dg.AssetCheckKey(key, "keeps_contract") for key in LANDED)]
    gates += [dg.AssetCheckKey(FIGURES, "meets_expectations")]

    assert [gate for gate in gates if not graph.get(gate).blocking] == []


@pytest.mark.parametrize(
    ("job", "writes_return"), [("nightly", False), ("quarterly_return", True)]
)
def test_a_job_walks_the_whole_road_through_both_gates(job, writes_return):
    steps = set(defs.resolve_job_def(job).graph.node_dict)
    landing = {f"land_{supplier}" for supplier in CONTRACTS}
    gates = {f"{supplier}_keeps_contract" for supplier in CONTRACTS}
    gates |= {"marts__fct_measures_meets_expectations"}

    assert landing | gates | {"dbt_models", "publish"} <= steps
    for name in ("yjb_kpi", "case_level"):
        assert (f"returned__{name}" in steps) is writes_return


def test_no_key_is_in_two_groups_and_none_in_the_default_group(graph):
    lost = [
        key.to_user_string()
        for key in graph.get_all_asset_keys()
        if graph.get(key).group_name == "default"
    ]

    assert lost == []
