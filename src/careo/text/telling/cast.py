"""Who plays which part in a statement: roles by position, article and preposition, without a parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from careo.model.seen import Place
from careo.text.lexicon import table
from careo.text.names.kinds import body_kind
from careo.text.names.places import is_land
from careo.text.telling.denial import taken_up
from careo.text.telling.modality import is_passive
from careo.text.telling.pronouns import has_object
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import SLOTS
from careo.text.telling.triggers import Hit
from careo.text.telling.window import (
    clause_words,
    in_time,
    is_point_in_time,
    opens_with_article,
    relative_clause,
)
from careo.text.words import Match, Patterns, is_word

_COMPLEMENT = 12
"""Words around a verb in which a passive auxiliary is its own."""
_NEAR = 8
"""Words between a noun and the preposition of who takes part ("talks in Oslo on Monday with")."""
_OF = 3
"""Words between a noun and its genitive ("removal and arrest of")."""
_INVERTED = 4
"""Words between a verb of saying and its speaker after it: an article, adjectives."""
_LISTED = 4
"""Words between two members of a list: the comma, an article, two adjectives."""
_TOGETHER = frozenset({"MEET", "AGREE", "EXERCISE", "DEPLOY", "TRANSFER", "INDICATOR", "RELATIONS", "OTHER"})
"""Types in which one does something with someone."""
_TOWARDS = frozenset({"TRANSFER", "SAY", "RELATIONS", "PROBE"})
"""Types in which one does something to someone: "an inquiry into"."""
_STATES = frozenset({"MEET", "AGREE", "RELATIONS", "SAY", "LAW"})
_BEFORE_INVERSION = frozenset(',"”“»«’')
"""Marks after which a verb of saying comes before its subject."""
_ANSWERING = frozenset({"deny", "confirm"})
"""Subtypes of speech whose verb may close a sentence with who speaks after it (", negó el ministro")."""
_LIGHT = frozenset({"MEET", "AGREE", "EXERCISE", "DEPLOY", "TRANSFER", "PROBE", "RESTRICT", "SAY", "LAW"})
"""Types whose nouns follow a verb that says little ("hold a meeting"): the clause's subject is theirs."""
_OF_IS_SUBJECT = frozenset(
    {
        ("ATTACK", "attack"), ("ATTACK", "shelling"), ("RELATIONS", "join"), ("RELATIONS", "leave"),
        ("MEET", "visit"), ("MEET", "meet"), ("MEET", "talks"), ("MEET", "summit"), ("PROTEST", "demonstrate"),
        ("COURT", "ruling"), ("SAY", "deny"), ("SAY", "accuse"), ("SAY", "demand"), ("SAY", "threaten"),
        ("SAY", "warn"), ("OFFICE", "resign"), ("VOTE", "poll"), ("PROTEST", "strike"),
        ("INDICATOR", "output"), ("LAW", "authorised"), ("AGREE", "agreement"),
    }
)  # fmt: skip
"""Nouns whose genitive acts ("the attack of the rebels")."""
_NOBODY = frozenset({"place", "name"})
"""Types of names that kill without being a perpetrator: a town, a storm."""
_ANTECEDENT = 3
"""Words between a name and the relative clause about it: a comma, a preposition."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item with its role in a statement."""

    role: str
    item: Item


def is_actor(item: Item) -> bool:
    """Whether an item can act: a name, a body, a role, or a country; no demonym, nothing inside another name."""
    if item.demonym or item.nested:
        return False
    value = item.mention.value
    return not isinstance(value, Place) or value.kind == "country"


def acts(item: Item, hit: Hit) -> bool:
    """Whether an item can act in a statement: in talks and treaties a capital may stand for its state."""
    value = item.mention.value
    town = isinstance(value, Place) and not is_land(value) and value.stated_kind is None and not item.nested
    return is_actor(item) or (town and item.marker is None and hit.entry.type in _STATES)


def in_clause(scene: Scene, hit: Hit) -> tuple[Item, ...]:
    """Return the items that stand in the trigger's clause."""
    clause = scene.numbers[hit.first]
    return tuple(item for item in scene.items if item.clause == clause)


def cast(scene: Scene, hit: Hit) -> tuple[Part, ...]:
    """Return the actors of the statement a trigger carries, in the order of the text, each item once."""
    around = [item for item in in_clause(scene, hit) if acts(item, hit)]
    if hit.entry.type == "TOLL":
        around = [item for item in around if item.mention.type not in _NOBODY or item.marker == "by"]
    if (hit.entry.type, hit.entry.subtype) == ("VOTE", "poll"):
        found = list(_of_poll(scene, hit, around))
    elif hit.entry.noun:
        found = [*_by_preposition(scene, hit, around), *_of_noun(scene, hit, around)]
    else:
        found = [*_by_preposition(scene, hit, around), *_of_verb(scene, hit, around)]
    if hit.entry.type in {"DEPLOY", "EXERCISE"}:
        found = _forces(hit, found, around)
    if hit.entry.type == "COURT":
        found = [*_courts(scene, around), *found]
    if (hit.entry.type, hit.entry.subtype) == ("OFFICE", "succeed"):
        found = _with_new_office(found)
    unique: dict[str, Part] = {}
    for part in found:
        unique.setdefault(part.item.mention.id, part)
    return tuple(sorted(unique.values(), key=lambda part: part.item.first))


def _with_new_office(parts: Sequence[Part]) -> list[Part]:
    """Give who takes office the role noun that stands for itself ("X became mayor")."""
    roles = [part.item for part in parts if part.item.mention.type == "role"]
    people = [part for part in parts if part.item.mention.type in {"person", "name"}]
    if len(people) != 1 or not roles:
        return list(parts)
    (part,) = people
    return [replace(part, item=replace(part.item, office=part.item.office or roles[0].office))]


def _courts(scene: Scene, around: Sequence[Item]) -> Iterator[Part]:
    """Yield the courts a clause names under any preposition ("lost their appeal at the Supreme Court")."""
    for item in around:
        if item.mention.type == "organisation" and body_kind(item.mention.verbatim, scene.language) == "court":
            yield Part(SLOTS["COURT"].subject, item)


def _of_poll(scene: Scene, hit: Hit, around: Sequence[Item]) -> Iterator[Part]:
    """Yield whom or what a poll is about: the first name after what is approved of; who asked is a source."""
    if hit.entry.noun and is_survey(scene, hit.first):
        return
    told = {None, "of", "with", "for", "to", "against"}
    after = [item for item in around if item.first >= hit.last and item.marker in told]
    for item in after[:1]:
        yield Part("subject", item)


def is_survey(scene: Scene, at: int) -> bool:
    """Whether the word at an index is a noun for a survey ("poll", "Umfrage")."""
    return any(match.first <= at < match.last for match in surveys(scene))


def surveys(scene: Scene) -> tuple[Match, ...]:
    """Return the nouns for surveys in a sentence."""
    return _surveys(scene.language).find(scene.words)


@cache
def _surveys(language: str) -> Patterns:
    return Patterns(table(language, "sources").get("surveys", ()))


def _roles(hit: Hit) -> tuple[str, str, str]:
    slots = SLOTS[hit.entry.type]
    return hit.entry.subject or slots.subject, hit.entry.object or slots.object, slots.partner


def _by_preposition(scene: Scene, hit: Hit, around: Sequence[Item]) -> Iterator[Part]:
    """Yield the parts a preposition tells: by, with, against, between, and "to" for what is given or said."""
    subject, object_, partner = _roles(hit)
    told = {"by": subject, "with": partner, "against": object_, "between": partner}
    for item in around:
        if item.marker == "with" and hit.entry.type not in _TOGETHER and hit.entry.subtype != "clash":
            continue
        if item.marker in told and _reaches(scene, hit, item) and not _is_one_side(hit, item, around):
            yield Part(told[item.marker], item)
        elif item.marker == "to" and hit.entry.type in _TOWARDS and item.begin >= hit.first:
            yield Part(object_, item)
        elif item.marker == "in" and hit.entry.subtype == "visit" and item.office is not None:
            yield Part(partner, item)


def _reaches(scene: Scene, hit: Hit, item: Item) -> bool:
    """Whether a preposition belongs to the trigger: a verb's passive or companion, or what follows a noun."""
    if not hit.entry.noun:
        if table(scene.language, "clauses")["order"] == "svo" and item.marked < hit.first:
            return False
        if any(other.last == item.marked and _is_other_noun(other, hit) for other in scene.hits):
            return False
        if item.marker == "by":
            return passive(scene, hit) or 0 <= item.marked - hit.last <= 1
        return item.marker != "between" or not _cut(scene, hit, item)
    if item.marked >= hit.last:
        far = item.marker == "by" and _is_far(scene, item)
        return item.marked - hit.last <= _NEAR and not far and not _cut(scene, hit, item)
    return item.marker == "with" and hit.entry.type in _LIGHT and not _verb_beside(scene, hit)


def _is_other_noun(other: Hit, hit: Hit) -> bool:
    """Whether a noun tells something else than a verb: "killed in protests against X" is not "brought charges"."""
    alike = (other.entry.type, other.entry.subtype) == (hit.entry.type, hit.entry.subtype)
    return other.entry.noun and not alike


def _is_one_side(hit: Hit, item: Item, around: Sequence[Item]) -> bool:
    """Whether of two sides of a clash ("between the farmers and the police") only one is known: it did it not alone."""
    sides = [other for other in around if other.marker == "between" and other.marked == item.marked]
    return item.marker == "between" and hit.entry.type == "ATTACK" and len(sides) < 2


def _is_far(scene: Scene, item: Item) -> bool:
    """Whether another noun stands between "by" and a name ("by the actions of X")."""
    others = [other for other in scene.items if item.marked < other.first < item.begin]
    return not others and item.begin - item.marked > _LISTED


def _cut(scene: Scene, hit: Hit, item: Item) -> bool:
    """Whether a comma or an auxiliary stands between a trigger and a preposition after it."""
    helpers = frozenset(table(scene.language, "clauses")["auxiliaries"])
    between = scene.words[hit.last : max(hit.last, item.marked)]
    return any(word.text == "," or word.lower in helpers for word in between)


def _of_noun(scene: Scene, hit: Hit, around: Sequence[Item]) -> Iterator[Part]:
    subject, object_, _ = _roles(hit)
    acting = (hit.entry.type, hit.entry.subtype) in _OF_IS_SUBJECT
    for item in around:
        between = any(hit.last <= other.first < item.marked for other in around) or any(
            other.entry.noun and hit.last <= other.first and other.last == item.marked for other in scene.hits
        )  # "permission for the entry of soldiers"
        if item.marker == "of" and max(0, hit.first - 1) <= item.marked <= hit.last + _OF and not between:
            yield Part(subject if acting else object_, item)
    relative = relative_clause(scene, hit)
    for item in scene.items:
        if relative is not None and item.clause == relative and item.marker is None and is_actor(item):
            yield Part(subject if acting else object_, item)
    if (
        (hit.entry.type in _LIGHT or _is_carried_out(scene, hit))
        and not _verb_beside(scene, hit)
        and not is_point_in_time(scene, hit)
    ):
        for item in _group(scene, [item for item in around if item.marker is None and item.last <= hit.first]):
            yield Part(subject, item)


def _is_carried_out(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of the clause does what the noun says ("commit a massacre")."""
    clause = clause_words(scene, scene.numbers[hit.first])
    return bool(Patterns(table(scene.language, "clauses")["carrying_out"]).find(clause))


def _verb_beside(scene: Scene, hit: Hit) -> bool:
    """Whether another trigger of the clause is a verb: the subject is then that verb's."""
    clause = scene.numbers[hit.first]
    verbs = [other for other in scene.hits if not other.entry.noun and other.first != hit.first]
    return any(scene.numbers[other.first] == clause for other in verbs)


def _of_verb(scene: Scene, hit: Hit, around: Sequence[Item]) -> Iterator[Part]:
    subject, object_, _ = _roles(hit)
    first, second = _sides(scene, hit, [item for item in around if item.marker is None])
    if not first:
        first = _antecedent(scene, hit)
    if passive(scene, hit):
        first, second = (), first or second
    if object_ == "holder" and subject != "holder" and first and not second and not has_object(scene, hit):
        first, second = second, first
    for item in first:
        yield Part(subject, item)
    for item in second:
        if not (hit.entry.subtype == "entry" and isinstance(item.mention.value, Place)):
            yield Part(object_, item)


def passive(scene: Scene, hit: Hit) -> bool:
    """Whether a verb trigger stands in the passive."""
    clause = scene.numbers[hit.first]
    inside = [word for word, number in zip(scene.words, scene.numbers, strict=True) if number == clause]
    inside = [word for word in inside if not in_time(scene, word)]
    near = [word for word in inside if abs(scene.index(word.start) - hit.first) <= _COMPLEMENT]
    if table(scene.language, "clauses")["order"] == "svo":
        near = [word for word in near if 0 < hit.first - scene.index(word.start) <= 3]
    return not hit.entry.noun and is_passive(near, scene.language)


def _sides(scene: Scene, hit: Hit, bare: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Divide the bare items of a clause into who acts and whom it is done to."""
    if hit.entry.subtype == "deny" and (back := taken_up(scene, hit)) is not None:
        bare = [item for item in bare if item.first > back]
    if table(scene.language, "clauses")["order"] == "svo":
        before = [item for item in bare if item.last <= hit.first]
        verbs = [other.last for other in scene.hits if not other.entry.noun and other.last <= hit.first]
        closer = [item for item in before if verbs and item.first >= max(verbs)]
        before = closer or before
        later = [other.first for other in scene.hits if not other.entry.noun and other.first >= hit.last]
        after = [item for item in bare if hit.last <= item.first < min(later, default=len(scene.words))]
        if hit.entry.type == "SAY" and (not before or _is_inverted(scene, hit, after)):
            return _group(scene, [item for item in after if after[0].begin - hit.last <= _INVERTED]), ()
        return _group(scene, before), _group(scene, after)
    clause = scene.numbers[hit.first]
    acting = [item for item in bare if not item.object]
    inverted = hit.first > 0 and scene.words[hit.first - 1].text in _BEFORE_INVERSION
    if inverted and hit.entry.type == "SAY":
        return _group(scene, [item for item in acting if item.first >= hit.last]), ()
    if acting and acting[0].first > hit.first and not clause and opens_with_article(scene, clause):
        return (), tuple(bare)
    first = _group(scene, acting)
    return first, tuple(item for item in bare if item not in first)


def _is_inverted(scene: Scene, hit: Hit, after: Sequence[Item]) -> bool:
    """Whether a verb of reporting follows what is said, and who says it follows the verb (", dijo el alcalde X")."""
    lexicon = table(scene.language, "clauses")
    helpers, determiners = frozenset(lexicon["auxiliaries"]), frozenset(lexicon["determiners"])
    at = hit.first
    while at and scene.words[at - 1].lower in helpers:
        at -= 1
    if not (at and scene.words[at - 1].text in _BEFORE_INVERSION and after):
        return False
    closed = after[0].last >= len(scene.words) or not is_word(scene.words[after[0].last])
    if not hit.entry.report and not (hit.entry.subtype in _ANSWERING and closed):
        return False
    return all(word.lower in determiners for word in scene.words[hit.last : after[0].begin])


def _group(scene: Scene, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the first item with those listed right after it."""
    if not items:
        return ()
    joined = frozenset(table(scene.language, "clauses")["conjunctions"]) | {","}
    group = [items[0]]
    for item in items[1:]:
        between = scene.words[group[-1].last : item.begin]
        if len(between) > _LISTED or not any(word.lower in joined for word in between):
            break
        group.append(item)
    return tuple(group)


def _antecedent(scene: Scene, hit: Hit) -> tuple[Item, ...]:
    """Return the name just before a relative clause, which its pronoun stands for."""
    clause = scene.numbers[hit.first]
    begin = scene.numbers.index(clause)
    opener = [word.lower for word in scene.words[begin : begin + 3]]
    if not clause or not set(opener) & set(table(scene.language, "clauses")["relatives"]):
        return ()
    near = [item for item in scene.items if is_actor(item) and 0 <= begin - item.last <= _ANTECEDENT]
    return (near[-1],) if near else ()


def _forces(hit: Hit, parts: Sequence[Part], around: Sequence[Item]) -> list[Part]:
    """Let units be the force of a deployment: what moves, where someone else sends it, else who acts."""
    force = "force" if hit.entry.type == "DEPLOY" else "participant"
    units = [item for item in around if item.mention.type == "unit" and item.marker in {None, "of"}]
    moved = {part.item.mention.id for part in parts if part.role == SLOTS[hit.entry.type].object}
    found = []
    for part in parts:
        alone = part.item.mention.type == "unit" and not moved and part.role == SLOTS[hit.entry.type].subject
        others = [item for item in units if item.mention.id != part.item.mention.id and item.first > part.item.first]
        found.append(Part(force, part.item) if alone and not others else part)
    return [*found, *(Part(force, item) for item in units)]
