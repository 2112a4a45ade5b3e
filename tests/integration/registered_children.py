"""A few invented children, identified and registered run by run, in one small home.

Walking from records to the registry without the figures belongs here. Who must keep which
``child_id`` belongs to the tests.
"""

import duckdb

from sources._shared.case_record import case_record
from tests.integration.two_case_systems import NEW, put
from warehouse.building import fill
from warehouse.calculating import make_relations, needed, worked_out
from warehouse.configuration import Configuration
from warehouse.control import Scope
from warehouse.identity import register_children
from warehouse.plan import compiled_plan

TARGETS = ("model.youth_justice.int_identity__children",)


def identify(layout, tables):
    """Identify the persons of a case system, register them and return who is who.

    Args:
        layout: The home, whose registry grows.
        tables: The tables of the newest extract, by entity.

    Returns:
        The ``child_id`` of every person number.
    """
    layout.prepare()
    build = layout.build(f"run-{len(list(layout.builds.glob('*')))}")
    build.parent.mkdir(parents=True)
    entries = needed(compiled_plan(), TARGETS)
    with duckdb.connect(str(build)) as connection:
        fill(connection, layout, Configuration(), Scope([]))
        for entity in case_record():
            put(connection, entity, {NEW: tables})
        connection.execute("delete from control.case_systems")
        connection.execute(
            "insert into control.case_systems values (?, null, null)", [NEW]
        )
        make_relations(connection, worked_out(connection, entries, TARGETS))
        found = connection.execute(
            "select supplier_person_id, child_id"
            " from intermediate.int_identity__children order by all"
        ).fetchall()
    register_children(layout, build)
    return dict(found)
