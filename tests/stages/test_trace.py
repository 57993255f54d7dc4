"""Who took from whom."""

from dataclasses import replace

from tests.make import make_report
from tests.table import make_decision

from careo.model.ids import group_id
from careo.model.inferred import Story
from careo.model.seen import Credit, Report
from careo.stages.deciding.settle import Settled, settle
from careo.stages.trace import trace

WIRE = (
    "The harbour of Arlen was closed for three days after the storm. "
    "More than forty ships waited outside the breakwater until the morning."
)
OWN = "A reporter of this paper counted eleven ships near the lighthouse on Friday."


def traced(*reports: Report, settled: Settled | None = None):
    ids = tuple(report.id for report in reports)
    return trace(Story(group_id("story", ids), "t", ids, None, None, ()), reports, settled or Settled())


def test_a_copy_is_traced_to_the_earlier_report() -> None:
    """The same wire text in two papers is one origin, and the shared places are given."""
    one, other = make_report(WIRE, origin="1"), make_report(WIRE + " " + "Ends.", origin="2")
    (derivation,) = traced(one, other)
    assert (derivation.from_, derivation.to, derivation.type) == (one.id, other.id, "copy")
    for a, b, c, d in derivation.sentences:
        assert one.text[a:b] == other.text[c:d]


def test_own_words_are_no_derivation() -> None:
    """Two reports of one matter without a common sentence stay independent."""
    assert traced(make_report(WIRE, origin="1"), make_report(OWN, origin="2")) == ()


def test_a_credit_line_names_the_outside_source() -> None:
    """An agency named in a credit line is where a report comes from, in its own words."""
    report = make_report(f"{OWN} (efe)")
    at = report.text.index("(efe)")
    credited = replace(report, credit=(Credit("(efe)", at, at + 5, "agency", "EFE", None),))
    (derivation,) = traced(credited)
    assert (derivation.external, derivation.from_) == ("EFE", None)
    assert "(efe)" in derivation.reason


def test_its_own_outlet_is_no_outside_source() -> None:
    """A paper that names itself as the source took nothing from anybody."""
    report = make_report(f"Source: Arlen Post. {OWN}")
    said = Credit("Source: Arlen Post", 0, 18, "outlet", "Arlen Post", None)
    assert len(traced(replace(report, credit=(said,)))) == 1
    assert traced(replace(report, credit=(said,), publisher="Arlen Post")) == ()


def test_a_person_may_say_copy_or_independent() -> None:
    """`independent` removes what was found, `copy` adds what was not."""
    one, other, third = (make_report(t, origin=t[:9]) for t in (WIRE, WIRE + " Ends.", OWN))
    no = make_decision("independent", "report", [(one.id, one.id), (other.id, other.id)])
    assert traced(one, other, settled=settle([no], lambda s: s.id)) == ()
    yes = make_decision("copy", "report", [(one.id, one.id), (third.id, third.id)])
    (derivation,) = traced(one, third, settled=settle([yes], lambda s: s.id))
    assert (derivation.type, derivation.score) == ("copy", 1.0)
