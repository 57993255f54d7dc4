"""Which decisions hold."""

from tests.table import make_decision

from careo.stages.deciding.settle import settle

A, B = ("statement-a", "report-1"), ("statement-b", "report-2")


def test_the_last_word_on_a_pair_holds() -> None:
    """A later decision on the same two statements replaces the earlier one."""
    first = make_decision("same", "statement", [A, B], at="2025-01-01T00:00:00+00:00")
    later = make_decision("not_same", "statement", [B, A], at="2025-01-02T00:00:00+00:00")
    settled = settle([first, later], lambda subject: subject.id)
    assert settled.same == ()
    assert settled.not_same == ((("statement-a", "statement-b"), later),)


def test_a_decision_can_be_taken_back() -> None:
    """`withdraw` names the decision it takes back; both stay on record."""
    first = make_decision("dismiss", "statement", [A])
    back = make_decision("withdraw", "statement", [], withdraws=first.id)
    settled = settle([first, back], lambda subject: subject.id)
    assert settled.dismissed == frozenset()
    assert dict(settled.states) == {first.id: "applied", back.id: "applied"}


def test_a_decision_without_its_subject_is_orphaned_and_kept() -> None:
    """What a decision hangs on may be gone; then it is said, not applied to something like it."""
    decision = make_decision("same", "statement", [A, B])
    settled = settle([decision], lambda subject: subject.id if subject.id == A[0] else None)
    assert settled.same == ()
    assert settled.states == ((decision.id, "orphaned"),)
