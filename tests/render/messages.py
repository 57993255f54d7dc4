"""Every text of the interface; `python -m tests.render.messages` brings the catalogues up to date."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import careo.render
from careo.render.wording.speech import TONGUES
from careo.stages.deciding.corrected import WORDS
from careo.stages.following.phases import PHASES
from careo.text.lexicon import LANGUAGES, table

ROOT = Path(careo.render.__path__[0])
CATALOGUES = ROOT / "wording" / "catalogs"
_KEYWORDS = {"speech": None, "self": None, "_": None, "many": (2, 3)}
_HEADER = rb"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""[:-1]
_SIGNS = ("q", "~")
"""Keys of tables inside a call, which are no texts."""
_METHODS = [("**.py", "python"), ("page/templates/**.j2", "jinja2.ext:babel_extract")]


def messages() -> Catalog:
    """Return all texts: those in calls, those in tables of words, and the keys of records that are shown."""
    found = Catalog(fuzzy=False)
    for file, _, text, _, _ in extract_from_dir(str(ROOT), _METHODS, keywords=_KEYWORDS):
        if text not in _SIGNS:
            found.add(text, locations=[(file, 0)])
    for text in sorted({*_tables(), *_keys()}, key=str):
        if text not in found:
            found.add(text)
    return found


def read(tongue: str) -> Catalog:
    """Return a catalogue as it is kept."""
    return read_po(BytesIO((CATALOGUES / f"{tongue}.po").read_bytes()), locale=tongue)


def _tables() -> Iterator[str | tuple[str, str]]:
    """Yield the words in the constant tables of the rendering modules but those of exports."""
    for module in walk_packages(careo.render.__path__, "careo.render."):
        if module.name.startswith("careo.render.export"):
            continue
        for name, value in vars(import_module(module.name)).items():
            if name.isupper() and isinstance(value, Mapping):
                yield from _words(value)


def _words(value: object) -> Iterator[str | tuple[str, str]]:
    """Yield the texts in a table; two with a number in them are the forms of one text."""
    if isinstance(value, tuple) and len(value) == 2 and all("{n}" in str(form) for form in value):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, tuple) and not any(map(callable, value)):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str) and not value.isupper() and (" " in value or value.replace("-", "").isalpha()):
        yield value


def _keys() -> Iterator[str]:
    """Yield the keys in records as `words.plain` shows them."""
    keys = {"kind", "claim"}  # of a place that is disputed; how a source words it
    keys |= {"by those named as having done it", "a part of another count"}  # what a line of values is limited to
    keys |= {word for slot in ("role", "measure", "polarity", "modality") for word in WORDS[slot]}
    keys |= {type_.lower() for type_ in WORDS["type"]}
    keys |= {stage for chain, stages in PHASES.items() for stage in (chain, *stages)}
    for language in LANGUAGES:
        offices = table(language, "offices")
        keys |= {part for pattern in offices["patterns"] for part in pattern.split(":")} | set(offices["portfolios"])
        keys |= {entry["subtype"] for entry in table(language, "triggers")["trigger"] if entry.get("subtype")}
        keys |= {*table(language, "groups"), *table(language, "equipment"), *table(language, "instruments")["nouns"]}
    yield from (key.replace("_", " ") for key in keys if "{" not in key)


def update() -> None:
    """Add new texts to each catalogue, without a translation, and take out those that the code has no more."""
    template = messages()
    for tongue in TONGUES[1:]:
        path = CATALOGUES / f"{tongue}.po"
        catalogue = read(tongue) if path.exists() else Catalog(locale=tongue, fuzzy=False)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        out = BytesIO()
        write_po(out, catalogue, no_location=True, sort_output=True, width=0)
        path.write_bytes(_HEADER + out.getvalue()[out.getvalue().index(b"\n\n") :])


if __name__ == "__main__":
    update()
