"""The check of a FollowTheMoney export with FtM's own package: whatever it would lose is named.

`ftm validate` passes a file of which it drops unknown properties, values and whole names without a word, so six things
are asked here of every entity: (a) its schema is known, (b) every property is, (c) what the schema or one of its
parents requires is there, (d) FtM's own validation passes, (e) what is parsed and written again is the same, value by
value, (f) every reference leads to an entity of the export, of a schema that the property takes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careo.render.export.pieces import needed


def problems(lines: Iterable[str]) -> tuple[str, ...]:
    """Return what is wrong, one sentence each, in the order of the lines; empty where nothing is lost.

    Raises:
        UsageError: if the followthemoney package is not installed.
    """
    ftm = needed("followthemoney", "ftm")
    entities = [json.loads(line) for line in lines]
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    found: list[str] = []
    if len(schemata) != len(entities):
        found.append(f"{len(entities) - len(schemata)} entities have an id that another one has")
    for entity in entities:
        about = f"{entity['schema']} {entity['id']}"
        found += [f"{about}: {what}" for what in _of_entity(ftm, entity, schemata)]
    return tuple(found)


def _of_entity(ftm: Any, entity: Mapping[str, Any], schemata: Mapping[str, str]) -> Iterator[str]:
    schema = ftm.model.get(entity["schema"])
    if schema is None or schema.abstract:
        yield "FtM has no such schema"
        return
    values: Mapping[str, list[str]] = entity["properties"]
    for prop in values:
        if prop not in schema.properties or schema.properties[prop].stub:
            yield f"FtM has no property {prop} here"
    for parent in schema.schemata:
        yield from (f"{parent.name} requires {prop}" for prop in parent.required if not values.get(prop))
    yield from _invalid(schema, entity)
    yield from _changed(ftm, entity)
    yield from _astray(ftm, schema, values, schemata)


def _invalid(schema: Any, entity: Mapping[str, Any]) -> Iterator[str]:
    try:
        schema.validate(entity)
    except Exception as error:  # noqa: BLE001 - FtM's own class is known only where FtM is installed
        yield f"FtM's validation refuses {getattr(error, 'errors', None) or error}"


def _changed(ftm: Any, entity: Mapping[str, Any]) -> Iterator[str]:
    """Read the entity as FtM reads what is not its own, cleaning every value, and write it again."""
    try:
        again = ftm.model.get_proxy(entity, cleaned=False).to_dict()
    except Exception as error:  # noqa: BLE001 - as above
        yield f"FtM cannot read it: {error}"
        return
    for prop, written in entity["properties"].items():
        kept = again["properties"].get(prop, [])
        if kept != written:
            yield f"FtM makes of {prop} {written} {kept}"
    if again["id"] != entity["id"] or again["schema"] != entity["schema"]:
        yield f"FtM makes of it {again['schema']} {again['id']}"


def _astray(ftm: Any, schema: Any, values: Mapping[str, list[str]], schemata: Mapping[str, str]) -> Iterator[str]:
    for prop, given in values.items():
        known = schema.properties.get(prop)
        if known is None or known.type.name != "entity":
            continue
        for reference in given:
            target = ftm.model.get(schemata.get(reference))
            if target is None:
                yield f"{prop} leads to {reference}, which is not in the export"
            elif known.range is not None and not target.is_a(known.range):
                yield f"{prop} leads to {target.name} {reference}, where FtM takes {known.range.name} only"
