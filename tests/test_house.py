"""The rules of the house that a machine can check (docs/tour.md, CONTRIBUTING.md)."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import careo

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "src" / "careo"
FILES = sorted(HOUSE.rglob("*.py"))
LANGUAGES = sorted(folder for folder in (HOUSE / "text" / "lang").iterdir() if folder.is_dir())
VERBS = (
    "read", "annotate", "extract", "resolve", "group", "trace", "compare", "align", "trajectories", "chains",
    "coverage", "timeline", "network", "assemble",
)  # fmt: skip
"""The stages; the rooms beside them hold what they ask."""

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"errors", "settings", "version"}),
    frozenset({"model"}),
    frozenset({"text"}),
    frozenset({"readers", "engines"}),
    frozenset({"opened"}),
    frozenset({"stages", "store", "render", "gather", "fetch"}),
    frozenset({"runners", "verify", "ledger", "made", "diff", "snapshots", "search", "called", "quality"}),
    frozenset({"laid", "meant"}),
    frozenset({"placed"}),
    frozenset({"pipeline"}),
    frozenset({"exports", "doctor"}),
    frozenset({"desk"}),
    frozenset({"cli", "face"}),
)
"""From the ground up; the runners have a floor below the pipeline's, which is handed one."""

FLAT = "."
"""The files of a room that stand in no room of it."""
INSIDE: dict[str, tuple[frozenset[str], ...]] = {
    "text": (
        frozenset({FLAT}),
        frozenset({"numbers", "names"}),
        frozenset({"times"}),
        frozenset({"values", "sheet"}),
        frozenset({"telling"}),
    ),
    "stages": (
        frozenset({"joining"}),
        frozenset({"deciding"}),
        frozenset({"annotating", "extracting", "resolving", "grouping", "tracing", "comparing", "following"}),
        frozenset({FLAT}),
    ),
    "render": (
        frozenset({FLAT, "wording", "drawing", "sealing"}),
        frozenset({"quoting"}),
        frozenset({"pictures"}),
        frozenset({"sections"}),
        frozenset({"page"}),
        frozenset({"export"}),
    ),
}
"""The floors inside three rooms, from the ground up as well."""

FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}
MAY_IMPORT_LATE = {"readers", "cli/gather.py"}
"""Where functions may import: a foreign parser is loaded in a child process only, the network when it is asked for."""
NETWORK = {"asyncio", "ftplib", "http.client", "httpx", "requests", "socket", "ssl", "urllib.request", "urllib3"}

LONGEST_FILE, LONGEST_FUNCTION, MOST_POSITIONAL = 400, 60, 5
BAGS = {"helpers.py", "utils.py", "util.py", "misc.py", "common.py"}
FACE = HOUSE / "__init__.py"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def rooms_imported(tree: ast.AST, house: str = "careo") -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == house:
            modules = [f"{house}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            modules = [node.module or ""]
        else:
            continue
        inside = (module.removeprefix(f"{house}.") for module in modules if module.startswith(f"{house}."))
        yield from (module.split(".")[0] for module in inside)


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public(nodes: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Yield public functions, classes, and the public methods of public classes."""
    for node in nodes:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("path", [path for path in FILES if path != FACE], ids=name_of)
def test_imports_go_downhill(path: Path) -> None:
    """A room imports itself and rooms below it, never one beside or above it."""
    own = room_of(path)
    uphill = {room for room in rooms_imported(parsed(path)) if room != own and FLOOR_OF[room] >= FLOOR_OF[own]}
    assert not uphill


def test_every_room_has_a_floor() -> None:
    """A new room is put on a floor, or this test says so."""
    assert {room_of(path) for path in FILES if path != FACE} <= set(FLOOR_OF)


def test_the_tour_names_every_room() -> None:
    """Whoever reads docs/tour.md is shown each room of the house, and each room in one of those."""
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    rooms = {*FLOOR_OF, *(room for floors in INSIDE.values() for floor in floors for room in floor if room != FLAT)}
    assert not [room for room in sorted(rooms) if f"`{room}.py`" not in tour and f"`{room}/`" not in tour]


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) in INSIDE], ids=name_of)
def test_imports_inside_a_room_go_downhill_too(path: Path) -> None:
    """Where a room has rooms, each of them imports itself and those below it."""
    house, *inner = path.relative_to(HOUSE).parts
    floors = {room: number for number, floor in enumerate(INSIDE[house]) for room in floor}
    own = inner[0] if inner[1:] else FLAT
    found = {room if room in floors else FLAT for room in rooms_imported(parsed(path), f"careo.{house}")}
    assert own in floors
    assert not {room for room in found if room != own and floors[room] >= floors[own]}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_import_inside_a_function(path: Path) -> None:
    """What a module needs stands at its head, except a foreign parser's in a reader."""
    inside = [
        f"{function.name}:{node.lineno}"
        for function in functions(parsed(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inside or {room_of(path), name_of(path)} & MAY_IMPORT_LATE


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_fetching_room_knows_the_network(path: Path) -> None:
    """No other file imports what opens a socket, and none but its command imports the fetching room, late."""
    named = {alias.name for node in ast.walk(parsed(path)) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)}
    assert name_of(path) == "fetch/exchange.py" or not named & NETWORK
    fetching = any(name.startswith("careo.fetch") for name in named)
    assert not fetching or room_of(path) == "fetch" or name_of(path) == "cli/gather.py"


def test_the_command_line_starts_without_the_network() -> None:
    """Whoever builds a desk has no code in memory that could fetch something."""
    probe = "import sys, careo.cli.app; sys.exit('careo.fetch' in sys.modules or 'http.client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe]).returncode == 0


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_rooms_are_small(path: Path) -> None:
    """No file has more than 400 lines, no function more than 60, nor more than five positional parameters."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for function in functions(parsed(path)):
        assert (function.end_lineno or 0) - function.lineno + 1 <= LONGEST_FUNCTION, function.name
        taken = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
        assert len([arg for arg in taken if arg not in ("self", "cls")]) <= MOST_POSITIONAL, function.name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_public_things_have_docstrings(path: Path) -> None:
    """Every module with something in it, and every public class, function and method, says what it is for."""
    tree = parsed(path)
    assert ast.get_docstring(tree) or not tree.body
    assert not [node.name for node in public(tree.body) if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_public_names_are_sorted(path: Path) -> None:
    """Where a module says `__all__`, the names are sorted and each once."""
    for node in parsed(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert names == sorted(set(names))


def test_the_face_keeps_its_word() -> None:
    """Every name in `careo.__all__` can be imported."""
    assert all(hasattr(careo, name) for name in careo.__all__)


@pytest.mark.parametrize("verb", VERBS)
def test_a_stage_is_one_function_of_its_own_name(verb: str) -> None:
    """One verb, one file, one public function; the nouns it hands on may stand beside it."""
    body = parsed(HOUSE / "stages" / f"{verb}.py").body
    assert [n.name for n in public(body) if isinstance(n, Function) and n in body] == [verb]


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.toml")), ids=name_of)
def test_lexicons_parse(path: Path) -> None:
    """Every lexicon is valid TOML and not empty."""
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_every_language_has_the_same_files(folder: Path) -> None:
    """Whoever adds a language learns here which files are missing."""
    wanted = {path.name for language in LANGUAGES for path in language.iterdir()}
    assert wanted - {path.name for path in folder.iterdir()} == set()


def test_no_bags() -> None:
    """There is no helpers.py: where nothing fits by name, the name is missing."""
    assert not [path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py") if path.name in BAGS]


def test_the_library_never_prints() -> None:
    """Only the command line talks to people."""
    printing = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        if room_of(path) != "cli"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.exit", "exit")
    ]
    assert not printing


def test_nothing_names_a_machine() -> None:
    """No file of the project names a place on somebody's machine."""
    places = ["/" + folder + "/" for folder in ("work", "home", "Users", "root")]
    folders = ("src", "tests", "docs", "examples", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    passed = (
        ".git",
        ".db",
        ".db-wal",
        ".db-shm",
    )  # .git is a file in a second working tree
    files += [path for path in ROOT.iterdir() if path.is_file() and not path.name.endswith(passed)]
    texts = {path: path.read_bytes() for path in files if "__pycache__" not in path.parts}
    assert not [path for path, text in texts.items() if any(place.encode() in text for place in places)]
