"""Hold one case document against the national schema, and say where it breaks.

Compiling the schema and wording a breach belong here. No value of a document ever
stands in a message.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

SCHEMA = Path(__file__).with_name("case_document.schema.json")


@cache
def compile_schema() -> Callable[[Any], Any]:
    """Return the compiled schema; compiling takes a third of a second."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    whole = _inline(schema, schema.pop("$defs"))
    validate: Callable[[Any], Any] = fastjsonschema.compile(whole, use_default=False)
    return validate


def _inline(node: Any, definitions: dict[str, Any]) -> Any:
    """Put each definition where it is referred to: validating is 7 times as fast."""
    if isinstance(node, list):
        return [_inline(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return definitions[node["$ref"].rpartition("/")[2]]
    return {key: _inline(value, definitions) for key, value in node.items()}


def find_breach(document: object) -> tuple[str, str] | None:
    """Return path and wording of the first breach of the schema, if any."""
    try:
        compile_schema()(document)
    except fastjsonschema.JsonSchemaValueException as error:
        path = (error.name or "").removeprefix("data").removeprefix(
            "."
        ) or "the document"
        return path, _word_breach(error)
    return None


def _word_breach(error: fastjsonschema.JsonSchemaValueException) -> str:
    """Word a breach by its rule alone; the library's message may quote a value."""
    promised = error.rule_definition
    match error.rule:
        case "additionalProperties":
            known = error.definition.get("properties", {})
            strange = sorted(set(error.value) - set(known))
            words = f"has the unknown field {strange[0]!r}"
        case "required":
            absent = [name for name in promised if name not in error.value]
            words = f"lacks the field {absent[0]!r}"
        case "enum":
            allowed = ", ".join(json.dumps(value) for value in promised)
            words = f"must be one of {allowed}"
        case "type":
            kinds = promised if isinstance(promised, str) else " or ".join(promised)
            words = f"must be of type {kinds}"
        case "pattern":
            words = "must be a date of the form yyyy-mm-dd, empty or null"
        case rule:
            words = f"breaks the rule {rule!r} of the schema"
    return words
