"""The unit tests of the models, which a run leaves out: logic does not change nightly."""

import shutil

from warehouse import models


def test_every_unit_test_of_the_models_passes(built_home, tmp_path):
    build = max((built_home / "build").glob("*/warehouse.duckdb"))
    own = shutil.copy(build, tmp_path / "warehouse.duckdb")
    manifest = models.parsed_manifest()

    results = models.invoke(["test", "--select", "test_type:unit"], own, manifest)

    failed = {
        result.node.name: models.first_line(result.message)
        for result in results
        if str(result.status) != "pass"
    }
    assert failed == {}
    assert len(results.results) == len(manifest.unit_tests) > 0
