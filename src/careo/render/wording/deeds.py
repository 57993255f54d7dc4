"""Plain words for what ties two who act; in English, `speech` has the rest."""

from collections.abc import Mapping
from types import MappingProxyType

from careo.model.derived import TieStatus, TieType

DEEDS: Mapping[TieType, str] = MappingProxyType(
    {
        "met": "met",
        "invited": "invited",
        "negotiated": "negotiated with",
        "agreed": "agreed with",
        "ended_agreement": "ended an agreement with",
        "exercised": "held exercises with",
        "trained": "trained with",
        "authorised": "gave permission to",
        "let_in": "let in",
        "sent": "sent",
        "withdrew": "withdrew",
        "went_to": "deployed to",
        "sent_to": "sent forces to",
        "appointed": "appointed",
        "removed": "removed",
        "overthrew": "overthrew",
        "accused": "accused",
        "condemned": "condemned",
        "demanded": "made a demand on",
        "threatened": "threatened",
        "warned": "warned",
        "supported": "supported",
        "apologised": "apologised to",
        "attacked": "attacked",
        "killed": "killed",
        "clashed": "clashed with",
        "ill_treated": "mistreated",
        "detained": "detained",
        "released": "released",
        "expelled": "expelled",
        "abducted": "abducted",
        "investigated": "investigated",
        "summoned": "summoned",
        "charged": "charged",
        "convicted": "convicted",
        "acquitted": "acquitted",
        "tried": "tried",
        "sued": "sued",
        "ordered_arrest": "ordered the arrest of",
        "pardoned": "pardoned",
        "recognised": "recognised",
        "joined": "joined",
        "left": "left",
        "broke_off": "broke off with",
        "expelled_envoy": "sent away an envoy of",
        "at_war": "at war with",
        "related": "had relations with",
        "sanctioned": "sanctioned",
        "banned": "banned",
        "restricted": "restricted",
        "lifted": "lifted measures on",
        "aided": "helped",
        "delivered": "delivered to",
        "paid": "paid",
        "lent": "lent to",
        "invested": "invested in",
        "armed": "armed",
        "traded": "traded with",
        "protested": "protested against",
    }
)
STATUS: Mapping[TieStatus, tuple[str, str, str]] = MappingProxyType(
    {
        "done": ("●", "said to have happened", "done"),
        "planned": ("○", "planned or ordered, not said to have happened", "open"),
        "alleged": ("?", "alleged or unclear", "doubt"),
        "denied": ("✕", "denied, or said not to be so", "against"),
    }
)
"""Glyph, words, look."""
