"""``make new-supplier``: what it writes, where, and the names that it refuses.

That the scaffold lands, conforms and counts is asked in
``tests/integration/test_a_new_supplier.py``.
"""

import pytest

from sources._shared import scaffolding
from sources._shared.case_record import case_record
from sources._shared.contract import load_contract
from sources._shared.mapping_files import Mappings
from sources._shared.scaffolding import NameRefused, main, scaffold

REGISTRY = 'SUPPLIERS = (\n    "core_plus",\n    "case_document",\n)\n'


@pytest.fixture
def project(tmp_path):
    """A project of which only the places that the scaffold writes to are there."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "registry.py").write_text(REGISTRY)
    seeds = tmp_path / "dbt_project" / "seeds" / "mappings"
    seeds.mkdir(parents=True)
    (seeds / "suppliers.csv").write_text("supplier,supplier_name,supplier_kind\n")
    return tmp_path


def test_the_folder_holds_a_contract_and_mappings_that_agree(project):
    scaffold("newcomer_2", project)

    folder = project / "sources" / "newcomer_2"
    contract = load_contract(folder / "contract.yml")
    mappings = Mappings.of(folder, contract)
    every = {(e.name, column) for e in case_record().values() for column in e.columns}
    assert (contract.supplier, contract.name) == ("newcomer_2", "Newcomer 2")
    assert mappings.filled | mappings.never_held == every
    assert {path.name for path in folder.iterdir()} == {
        *("README.md", "__init__.py", "adapter.py"),
        *("contract.yml", "fields.csv", "codes.csv"),
    }


def test_every_promised_table_has_a_file_to_try(project):
    scaffold("newcomer", project)

    contract = load_contract(project / "sources" / "newcomer" / "contract.yml")
    extract = project / "tests" / "conformance" / "samples" / "newcomer"
    entities = {contract.entity_of_file(path.name).name for path in extract.iterdir()}
    assert entities == {entity.name for entity in contract.entities}


def test_one_line_each_makes_it_known(project):
    scaffold("newcomer", project)

    seed = project / "dbt_project" / "seeds" / "mappings" / "suppliers.csv"
    assert seed.read_text().endswith("newcomer,Newcomer,case_system\n")
    assert (project / "sources" / "registry.py").read_text() == REGISTRY.replace(
        '    "case_document",\n', '    "newcomer",\n    "case_document",\n'
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *((name, "cannot be a supplier's name") for name in ("Newcomer", "new-comer")),
        *((name, "cannot be a supplier's name") for name in ("2fast", "a__b", "../x")),
        *((name, "cannot be a supplier's name") for name in ("", "class", "a b", "é")),
        *((name, "means something else") for name in ("control", "marts", "main")),
        ("core_plus", "sources/registry.py lists it"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_and_nothing_written(project, name, said):
    before = sorted(project.rglob("*"))

    with pytest.raises(NameRefused, match=said):
        scaffold(name, project)

    assert sorted(project.rglob("*")) == before


def test_a_name_is_taken_once_its_folder_is_there(project):
    scaffold("newcomer", project)

    with pytest.raises(NameRefused, match="there is sources/newcomer"):
        scaffold("newcomer", project)


def test_the_command_says_what_it_wrote_or_why_it_did_not(monkeypatch, capsys, project):
    monkeypatch.setattr(scaffolding, "ROOT", project)
    monkeypatch.setattr(scaffolding, "scaffold", lambda name: scaffold(name, project))

    assert main(["newcomer"]) == 0
    assert "sources/newcomer/contract.yml" in capsys.readouterr().out
    assert main(["newcomer"]) == main([""]) == main([]) != 0
    assert "NAME=newcomer" in capsys.readouterr().err
