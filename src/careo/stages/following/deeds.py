"""What `network` goes by: what a statement of each kind says that one did to another."""

from collections.abc import Mapping
from types import MappingProxyType

from careo.model.derived import TieType
from careo.model.seen import StatementType

_Kind = tuple[StatementType, str | None]

ONE_TO_ANOTHER: Mapping[_Kind, TieType] = MappingProxyType(
    {
        ("MEET", "invite"): "invited",
        ("LAW", "authorised"): "authorised",
        ("LAW", "extended"): "authorised",
        ("DEPLOY", "entry"): "let_in",
        ("DEPLOY", "send"): "sent",
        ("DEPLOY", "station"): "sent",
        ("DEPLOY", "withdraw"): "withdrew",
        ("OFFICE", "appoint"): "appointed",
        ("OFFICE", "remove"): "removed",
        ("OFFICE", "coup"): "overthrew",
        ("SAY", "accuse"): "accused",
        ("SAY", "condemn"): "condemned",
        ("SAY", "demand"): "demanded",
        ("SAY", "threaten"): "threatened",
        ("SAY", "warn"): "warned",
        ("SAY", "support"): "supported",
        ("SAY", "apologise"): "apologised",
        ("ATTACK", "attack"): "attacked",
        ("ATTACK", "shelling"): "attacked",
        ("ATTACK", "kill"): "killed",
        ("ABUSE", "killing"): "killed",
        ("ABUSE", "torture"): "ill_treated",
        ("ABUSE", "repression"): "ill_treated",
        ("ABUSE", "violation"): "ill_treated",
        ("ABUSE", None): "ill_treated",
        ("DETAIN", "arrest"): "detained",
        ("DETAIN", None): "detained",
        ("DETAIN", "release"): "released",
        ("DETAIN", "expel"): "expelled",
        ("DETAIN", "abduct"): "abducted",
        ("PROBE", "inquiry"): "investigated",
        ("PROBE", "finding"): "investigated",
        ("PROBE", "summons"): "summoned",
        ("COURT", "charge"): "charged",
        ("COURT", "convict"): "convicted",
        ("COURT", "acquit"): "acquitted",
        ("COURT", "warrant"): "ordered_arrest",
        ("COURT", "pardon"): "pardoned",
        ("COURT", "sue"): "sued",
        ("COURT", None): "tried",
        ("RELATIONS", "recognise"): "recognised",
        ("RELATIONS", "join"): "joined",
        ("RELATIONS", "leave"): "left",
        ("RELATIONS", "break_off"): "broke_off",
        ("RELATIONS", "expel_envoy"): "expelled_envoy",
        ("RESTRICT", "sanction"): "sanctioned",
        ("RESTRICT", "ban"): "banned",
        ("RESTRICT", None): "restricted",
        ("RESTRICT", "lifted"): "lifted",
        ("TRANSFER", "aid"): "aided",
        ("TRANSFER", "deliver"): "delivered",
        ("TRANSFER", "pay"): "paid",
        ("TRANSFER", "loan"): "lent",
        ("TRANSFER", "invest"): "invested",
        ("TRANSFER", "arms"): "armed",
        ("PROTEST", "demonstrate"): "protested",
        ("PROTEST", "strike"): "protested",
        ("PROTEST", "blockade"): "protested",
        ("PROTEST", None): "protested",
    }
)
"""What its subject did to its object. Left out is what tells of one only (a resignation) or says too little of the
other: what was asserted or denied, of whom or to whom; who was succeeded by whom."""

WITH_EACH_OTHER: Mapping[_Kind, TieType] = MappingProxyType(
    {
        ("MEET", "meet"): "met",
        ("MEET", "talks"): "met",
        ("MEET", "visit"): "met",
        ("MEET", "summit"): "met",
        ("AGREE", None): "agreed",
        ("AGREE", "agree"): "agreed",
        ("AGREE", "agreement"): "agreed",
        ("AGREE", "sign"): "agreed",
        ("AGREE", "ceasefire"): "agreed",
        ("AGREE", "negotiate"): "negotiated",
        ("AGREE", "terminate"): "ended_agreement",
        ("EXERCISE", "exercise"): "exercised",
        ("EXERCISE", "training"): "trained",
        ("ATTACK", "clash"): "clashed",
        ("RELATIONS", "war"): "at_war",
        ("RELATIONS", None): "related",
        ("TRANSFER", "buy"): "traded",
        ("INDICATOR", "trade"): "traded",
    }
)
"""What its parties did together. Who buys and who sells stands in one role, so that a purchase has no direction."""

SUBJECTS: Mapping[StatementType, tuple[str, ...]] = MappingProxyType({"OFFICE": ("authority", "accused")})
"""Roles of who acts, where `SLOTS` has another."""
