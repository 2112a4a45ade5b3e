"""dbt models: names, length, descriptions, who may read whom.

Whether a model is right is asked by its own unit and data tests, not here.
"""

import re

import pytest

from tests.house_style import tree

PREFIX_OF_LAYER = {
    "staging": ("stg_",),
    "intermediate": ("int_",),
    "marts": ("dim_", "fct_"),
    "returns": ("ret_",),
}
MAY_READ = {
    "staging": ("",),
    "intermediate": ("stg_", "int_"),
    "marts": ("int_", "dim_", "fct_"),
    "returns": ("dim_", "fct_"),
}
# who a child is, and what is sent on about it: fixed names of the identified zone
IDENTIFIED = (
    "child_identifiers",
    "child_details",
    "national_items",
    "national_headers",
    "national_children",
)
LONGEST_MODEL = 150
LONGEST_DESCRIPTION = 200
MODELS = tree.models()
DOWNSTREAM = [model for model in MODELS if tree.layer(model) != "staging"]
STAGING = [model for model in MODELS if tree.layer(model) == "staging"]
DESCRIPTIONS = [
    path
    for path in tree.ending(".yml", under=("dbt_project",))
    if tree.MODELS_FOLDER in path.parents
]
SEED_FILES = [
    path.stem
    for path in tree.ending(".csv", under=("dbt_project",))
    if "seeds" in path.parts
]


def sources_read(model):
    call = r"source\(\s*'(\w+)'\s*,\s*'(\w+)'\s*\)"
    return set(re.findall(call, tree.text(model)))


def models_read(model):
    return set(re.findall(r"ref\(\s*'(\w+)'\s*\)", tree.text(model))) - set(SEED_FILES)


def checks_of(entry):
    names = []
    for test in entry.get("data_tests", []):
        names.append(test if isinstance(test, str) else next(iter(test)))
    return names


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_a_model_wears_the_prefix_of_its_layer(model):
    prefixes = PREFIX_OF_LAYER[tree.layer(model)]

    assert model.stem.startswith(prefixes) or model.stem in IDENTIFIED


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_a_model_fits_on_two_screens(model):
    assert len(tree.text(model).splitlines()) <= LONGEST_MODEL


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_a_model_is_described_alone_in_a_file_of_the_same_name(model):
    entries = tree.read_yaml(model.with_suffix(".yml"))["models"]

    assert [entry["name"] for entry in entries] == [model.stem]


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=tree.named)
def test_a_description_file_stays_short(path):
    assert len(tree.text(path).splitlines()) <= LONGEST_DESCRIPTION


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_a_description_begins_with_the_grain(model):
    assert tree.described(model)["description"].strip().startswith("Grain: ")


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_every_column_is_described(model):
    columns = tree.described(model).get("columns", [])

    assert columns
    assert [c["name"] for c in columns if not c.get("description")] == []


@pytest.mark.parametrize("model", MODELS, ids=tree.named)
def test_every_model_tests_its_key(model):
    entry = tree.described(model)
    tested = checks_of(entry)
    for column in entry.get("columns", []):
        tested += checks_of(column)

    assert [name for name in tested if "unique" in name or "one_row" in name]


@pytest.mark.parametrize("model", STAGING, ids=tree.named)
def test_staging_reads_one_source_and_nothing_else(model):
    assert [source for source, _ in sources_read(model)] == [model.parent.name]
    assert models_read(model) == set()


@pytest.mark.parametrize("model", DOWNSTREAM, ids=tree.named)
def test_nothing_downstream_of_staging_reads_a_source(model):
    assert {source for source, _ in sources_read(model)} == set()


@pytest.mark.parametrize("model", DOWNSTREAM, ids=tree.named)
def test_a_layer_reads_only_the_layers_before_it(model):
    allowed = MAY_READ[tree.layer(model)]

    assert [m for m in models_read(model) if not m.startswith(allowed)] == []


@pytest.mark.parametrize("model", DOWNSTREAM, ids=tree.named)
def test_marts_and_measures_name_no_supplier(model):
    if tree.layer(model) != "marts":
        return
    code = re.sub(r"--.*", "", tree.text(model))
    names = {folder.name for folder in tree.suppliers()}

    assert {name for name in names if re.search(rf"\b{name}\b", code)} == set()
