"""Count drawn documents of several services at once, under every rule version.

Asking and shaping answers so that two can be compared belong here. Drawing documents
belongs to ``drawn_children``, what must hold of the answers to the tests.
"""

import json
import tempfile
from pathlib import Path

from warehouse.counting import Run, count_documents
from warehouse.layout import Layout

QUARTER = "2024Q1"
RULES = ("KPI-v1-template", "KPI-v2-headline", "KPI-v8-code")
# what the same finding may differ in: the home, the file and the place in it
PLACE = ("child_id", "file_sha256", "row_number")


def answers_of(documents, known=None):
    """Return the answers of each service, by rule version and day of knowledge."""
    services = list(
        dict.fromkeys(item["return_part"]["yjs_name"] for item in documents)
    )
    days = known or [None]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:03}.json") for number in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(json.dumps(document))
        runs = {
            (service, rules, day): Run(QUARTER, rules, as_known_at=day, service=service)
            for day in days
            for service in services
            for rules in RULES
        }
        found = count_documents(Layout(Path(folder, "home")), paths, [*runs.values()])
    answers = {service: {} for service in services}
    for (service, rules, day), answer in zip(runs, found, strict=True):
        answers[service][f"{rules} {day}"] = answer
    return answers


def figures_of(answers):
    """Return the figures of each service by rule version, with their members."""
    return {
        service: {run: answer["measures"] for run, answer in found.items()}
        for service, found in answers.items()
    }


def findings_of(answers):
    """Return the findings of each service by rule version, in one order."""
    return {
        service: {
            run: sorted(
                json.dumps(
                    {name: value for name, value in item.items() if name not in PLACE},
                    sort_keys=True,
                )
                for item in answer["dq"]
            )
            for run, answer in found.items()
        }
        for service, found in answers.items()
    }
