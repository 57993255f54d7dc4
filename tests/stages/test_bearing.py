"""The names of one report more, on a desk that has many: who bears them."""

from collections.abc import Sequence

import pytest
from tests.make import make_report
from tests.table import make_mention

from careo.model.placed import Bearing
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import pair
from careo.stages.resolve import resolve
from careo.stages.resolving.bearing import bearers, bearings
from careo.stages.resolving.named import Named


class Shelf:
    """The names of a desk in memory."""

    def __init__(self, reports: Sequence[Named], settled: Settled) -> None:
        """Take the names as settling leaves them."""
        self.entity_of = {m: entity.id for entity in resolve(reports, settled) for m in entity.mentions}
        singled = {mention for two in settled.split for mention in two}
        self._all = {one.key: one for one in bearings(reports, self.entity_of, singled)}

    def bearing(self, key: tuple[str, ...]) -> Bearing | None:
        """Return who bears a name."""
        return self._all.get(key)

    def hooked(self, hook: tuple[str, ...]) -> list[Bearing]:
        """Return the names that are found by a hook."""
        return [one for _, one in sorted(self._all.items()) if hook in one.hooks]


def told(name: str, *, type_: str = "person", language: str = "en", origin: str = "a.txt") -> Named:
    """Return the one name of a report."""
    report = make_report(f"{name} spoke.", language=language, origin=f"{origin} {name}")
    return Named(report.id, language, (make_mention(report, name, type_),))


@pytest.mark.parametrize(
    ("known", "new", "type_", "language"),
    [
        (("Ana Ruiz",), "Ana Ruiz", "person", "en"),
        (("Vladimir Kuznetsov",), "Wladimir Kusnezow", "person", "de"),
        (("Ana Vega Ruiz",), "Ana Ruiz", "person", "en"),
        (("Ana Ruiz",), "Ana Vega Ruiz", "person", "en"),
        (("Ana Vega Ruiz", "Ana Soto Ruiz"), "Ana Ruiz", "person", "en"),
        (("Jorge Vega",), "Jorge Vega Jr.", "person", "en"),
        (("Jorge Vega",), "Mario Vega", "person", "en"),
        (("Uwe Feld",), "Uwe Felds", "person", "de"),
        (("Uwe Feld",), "Uwe Felds", "person", "en"),
        (("Ana Ruiz",), "Ruiz", "person", "en"),
        (("Ana Ruiz", "Eva Ruiz"), "Ruiz", "person", "en"),
        (("Northern Copper Mining",), "Northern Copper Mining Company", "organisation", "en"),
        (("Northern Copper Mining Company",), "Northern Copper Mining", "organisation", "en"),
        (("Harbour Front",), "Northern Copper Mining", "organisation", "en"),
    ],
)
def test_one_name_more_is_borne_by_whom_all_names_together_give_it(
    known: tuple[str, ...], new: str, type_: str, language: str
) -> None:
    """Asked for one name, the rules join it to whom they join it when all names are looked at."""
    reports = [told(name, type_=type_) for name in known]
    late = told(new, type_=type_, language=language, origin="late.txt")
    shelf = Shelf(reports, Settled())
    (found,) = bearers(late, shelf)
    together = resolve([*reports, late], Settled())
    (home,) = (entity for entity in together if late.mentions[0].id in entity.mentions)
    beside = {shelf.entity_of[mention] for mention in home.mentions if mention in shelf.entity_of}
    assert ({found.entity} if found.entity else set()) == beside


def test_a_name_that_a_person_gave_to_two_joins_neither() -> None:
    """After "these are two people" a third report that has the name tells nothing of which of them it means."""
    one, other = told("Ana Ruiz", origin="one.txt"), told("Ana Ruiz", origin="other.txt")
    shelf = Shelf([one, other], Settled(split=(pair(one.mentions[0].id, other.mentions[0].id),)))
    (found,) = bearers(told("Ana Ruiz", origin="late.txt"), shelf)
    assert found.entity is None
