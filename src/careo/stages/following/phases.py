"""What `chains` goes by: which stage of which lifecycle a statement tells of, and what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from careo.model.derived import ChainType
from careo.model.seen import Statement

PHASES: Mapping[ChainType, tuple[str, ...]] = MappingProxyType(
    {
        "deployment": ("authorised", "announced", "arrived", "withdrawn"),
        "deaths": ("killed", "denied", "investigated", "charged", "tried", "sentenced", "acquitted"),
        "case": ("detained", "charged", "tried", "sentenced", "acquitted", "appealed", "released"),
        "agreement": ("negotiated", "signed", "in force", "broken"),
        "law": ("proposed", "passed", "in force", "rejected", "repealed"),
        "office": ("nominated", "appointed", "sworn in", "removed"),
    }
)
"""The stages of each lifecycle in their usual order."""
_EXPECTED: Mapping[ChainType, tuple[str, ...]] = MappingProxyType(
    {
        "deployment": ("authorised", "arrived"),
        "deaths": ("killed", "investigated", "tried"),
        "case": ("detained", "charged", "tried", "sentenced"),
        "agreement": ("negotiated", "signed"),
        "law": ("proposed", "passed"),
        "office": ("nominated", "appointed"),
    }
)
"""Those of which the absence says something: each is what the one before it leads to. A denial, an acquittal or a
withdrawal is nobody's next step."""
_IMPLIED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "charged": ("investigated",),
        "tried": ("investigated", "charged"),
        "sentenced": ("investigated", "charged", "tried"),
        "acquitted": ("investigated", "charged", "tried", "sentenced"),
        "appealed": ("investigated", "charged", "tried", "sentenced"),
        "sworn in": ("appointed",),
    }
)
"""Stages that cannot have been without others: who was sentenced was tried, whether or not a report says so."""
_ENDS = frozenset({"withdrawn", "broken", "removed", "rejected", "repealed", "acquitted", "released"})
"""Stages behind which nothing is awaited any more."""
_DONE = frozenset({"occurred", "ongoing", "alleged"})
_AHEAD = frozenset({"planned", "ordered", "forecast", "proposed"})

_BY_SUBTYPE: Mapping[tuple[str, str | None], tuple[tuple[ChainType, str], ...]] = MappingProxyType(
    {
        ("DEPLOY", "entry"): (("deployment", "arrived"),),
        ("DEPLOY", "send"): (("deployment", "arrived"),),
        ("DEPLOY", "station"): (("deployment", "arrived"),),
        ("DEPLOY", "withdraw"): (("deployment", "withdrawn"),),
        ("EXERCISE", "training"): (("deployment", "exercised"),),
        ("EXERCISE", "exercise"): (("deployment", "exercised"),),
        ("LAW", "authorised"): (("deployment", "authorised"), ("law", "passed")),
        ("LAW", "extended"): (("deployment", "authorised"),),
        ("LAW", "passed"): (("deployment", "authorised"), ("law", "passed")),
        ("LAW", "proposed"): (("law", "proposed"),),
        ("LAW", "rejected"): (("law", "rejected"),),
        ("LAW", "promulgated"): (("law", "in force"),),
        ("LAW", "ratified"): (("law", "in force"), ("agreement", "in force")),
        ("LAW", "repealed"): (("law", "repealed"),),
        ("ATTACK", "kill"): (("deaths", "killed"),),
        ("ABUSE", "killing"): (("deaths", "killed"),),
        ("TOLL", "killed"): (("deaths", "killed"),),
        ("PROBE", "inquiry"): (("deaths", "investigated"),),
        ("PROBE", "summons"): (("deaths", "investigated"),),
        ("PROBE", "finding"): (("deaths", "investigated"),),
        ("DETAIN", "arrest"): (("case", "detained"),),
        ("DETAIN", "release"): (("case", "released"),),
        ("COURT", "charge"): (("deaths", "charged"), ("case", "charged")),
        ("COURT", "warrant"): (),
        ("COURT", "convict"): (("deaths", "sentenced"), ("case", "sentenced")),
        ("COURT", "acquit"): (("deaths", "acquitted"), ("case", "acquitted")),
        ("COURT", "appeal"): (("case", "appealed"),),
        ("COURT", "pardon"): (("case", "released"),),
        ("COURT", None): (("deaths", "tried"), ("case", "tried")),
        ("MEET", "talks"): (("agreement", "negotiated"),),
        ("AGREE", "negotiate"): (("agreement", "negotiated"),),
        ("AGREE", "sign"): (("agreement", "signed"),),
        ("AGREE", "agree"): (("agreement", "signed"),),
        ("AGREE", "agreement"): (("agreement", "signed"),),
        ("AGREE", "ceasefire"): (("agreement", "signed"),),
        ("AGREE", "terminate"): (("agreement", "broken"),),
        ("OFFICE", "appoint"): (("office", "appointed"),),
        ("OFFICE", "swear_in"): (("office", "sworn in"),),
        ("OFFICE", "succeed"): (("office", "sworn in"),),
        ("OFFICE", "remove"): (("office", "removed"),),
        ("OFFICE", "resign"): (("office", "removed"),),
        ("OFFICE", "coup"): (("office", "removed"),),
    }
)
_PLANNED: Mapping[tuple[ChainType, str], str] = MappingProxyType(
    {
        ("deployment", "arrived"): "announced",
        ("deployment", "exercised"): "announced",
        ("office", "appointed"): "nominated",
        ("law", "passed"): "proposed",
    }
)
"""What a stage that lies ahead is called; every other stage counts only when it is said to have happened."""


def phases(statement: Statement, *, ahead: bool = False) -> Iterator[tuple[ChainType, str]]:
    """Yield lifecycle and stage of what a statement tells, none for what is demanded, negated or only feared.

    Args:
        statement: the statement.
        ahead: whether its time lies after its report's date, whatever its verb says.
    """
    for chain, stage in _BY_SUBTYPE.get((statement.type, statement.subtype), ()):
        named = _PLANNED.get((chain, stage)) if ahead and statement.type != "LAW" else _stage(statement, chain, stage)
        if named in PHASES[chain]:
            yield chain, named


def _stage(statement: Statement, chain: ChainType, stage: str) -> str | None:
    if statement.polarity != "affirmed":
        denied = chain == "deaths" and stage == "killed" and statement.polarity == "denied"
        return "denied" if denied else None
    if statement.type == "LAW":
        done = stage == "proposed" or statement.modality in {*_DONE, "authorised"}
        return stage if done else _planned(statement, chain, stage)
    if statement.modality == "authorised":
        return "authorised" if chain == "deployment" and stage == "arrived" else None
    if statement.modality in _DONE:
        return stage
    return _planned(statement, chain, stage)


def _planned(statement: Statement, chain: ChainType, stage: str) -> str | None:
    return _PLANNED.get((chain, stage)) if statement.modality in _AHEAD else None


def order(chain: ChainType, stage: str) -> int:
    """Return the place of a stage in its lifecycle."""
    return PHASES[chain].index(stage)


def gaps(chain: ChainType, told: Sequence[str]) -> tuple[str, ...]:
    """Return the expected stages that lie between those told or right behind the last of them."""
    expected = _EXPECTED[chain]
    standing = {*told, *(implied for stage in told for implied in _IMPLIED.get(stage, ()))}
    reached = [n for n, stage in enumerate(expected) if stage in standing]
    if not reached:
        return ()
    until = max(reached) + (0 if _ENDS & set(told) else 1)
    return tuple(stage for stage in expected[min(reached) : until + 1] if stage not in standing)
