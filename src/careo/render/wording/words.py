"""Plain words for the keys in the records; the page shows these, never the keys. In English: `speech` has the rest."""

from careo.model.decided import Decision
from careo.model.inferred import DerivationType, DiscrepancyType
from careo.model.seen import (
    CreditRole,
    MentionType,
    Modality,
    PartRole,
    Polarity,
    SourceType,
    StageName,
    StatementType,
    TimeRole,
)
from careo.render.wording.speech import ENGLISH, Speech

STATEMENT_TYPES: dict[StatementType, str] = {
    "LAW": "Laws and permissions",
    "DEPLOY": "Forces sent or stationed",
    "EXERCISE": "Exercises and training",
    "AGREE": "Agreements",
    "MEET": "Meetings and visits",
    "SAY": "What was said",
    "PROTEST": "Protests",
    "ATTACK": "Attacks and fighting",
    "ABUSE": "Repression and ill-treatment",
    "DETAIN": "Arrests and detention",
    "PROBE": "Inquiries and findings",
    "COURT": "Courts and rulings",
    "OFFICE": "Taking or losing office",
    "RELATIONS": "Relations between states",
    "RESTRICT": "Bans, sanctions, emergency",
    "TRANSFER": "Aid, trade, money, arms",
    "VOTE": "Votes and polls",
    "TOLL": "Dead, injured, missing",
    "INDICATOR": "Figures over a period",
    "OTHER": "Other happenings",
}
# Glyph, words, look: the look is a shape as well as a colour; done and planned differ in black and white too.
MODALITIES: dict[Modality, tuple[str, str, str]] = {
    "occurred": ("●", "said to have happened", "done"),
    "ongoing": ("◐", "said to be under way", "done"),
    "authorised": ("○", "authorised, not said to have happened", "open"),
    "ordered": ("○", "ordered, not said to have happened", "open"),
    "planned": ("○", "planned", "open"),
    "proposed": ("○", "proposed", "open"),
    "demanded": ("○", "demanded", "open"),
    "threatened": ("○", "threatened", "open"),
    "conditional": ("○", "conditional", "open"),
    "forecast": ("○", "forecast", "open"),
    "alleged": ("?", "alleged", "doubt"),
    "unknown": ("?", "unclear whether it happened", "doubt"),
}
PERFORMED: dict[Modality, tuple[str, str, str]] = {
    "authorised": ("●", "permission given", "done"),
    "demanded": ("●", "demand made", "done"),
    "threatened": ("●", "threat made", "done"),
    "planned": ("●", "invitation made", "done"),
    "ordered": ("●", "order given", "done"),
    "alleged": ("●", "charge brought", "done"),
}
"""What was done by saying so; whether the thing itself happened is another matter."""
POLARITIES: dict[Polarity, tuple[str, str, str] | None] = {
    "affirmed": None,
    "negated": ("✕", "said not to be so", "against"),
    "denied": ("✕", "denied", "against"),
}
DISCREPANCIES: dict[DiscrepancyType, tuple[str, str]] = {
    "contradiction": ("Contradiction", "both cannot be right"),
    "update": ("Update", "a later count, not a quarrel"),
    "name_variant": ("Name", "the name is given differently"),
    "place_kind": ("Kind of place", "the place is called different things"),
    "attribution": ("Credited differently", "the same value, different sources"),
    "scope": ("Scope", "they count different things"),
    "precision": ("Precision", "one is more exact; both can be right"),
}
DERIVATIONS: dict[DerivationType, str] = {
    "copy": "copied from",
    "edit": "edited from",
    "translation": "translated from",
    "quotation": "quotes",
    "shared": "shares text or facts with",
}
PARTS: dict[PartRole, str | None] = {
    "headline": "headline",
    "lead": None,
    "body": None,
    "note": "editor's note",
    "update": "update",
    "correction": "correction",
    "caption": "caption",
    "furniture": "furniture: not used",
}
CREDITS: dict[CreditRole, str] = {
    "agency": "news agency",
    "outlet": "other outlet",
    "author": "author",
    "translator": "translator",
}
ENTITY_TYPES: dict[MentionType, str] = {
    "person": "People",
    "organisation": "Organisations",
    "unit": "Military and police units",
    "place": "Places",
    "name": "Other names",
    "role": "Offices and roles",
    "figure": "Figures",
    "date": "Dates",
    "instrument": "Laws and documents",
}
SOURCES: dict[SourceType, str] = {
    "official": "official",
    "agency": "news agency",
    "media": "media",
    "ngo": "non-governmental",
    "court": "court",
    "witness": "witness",
    "document": "document",
    "anonymous": "not named",
    "other": "kind unknown",
}
TIMES: dict[TimeRole, str] = {
    "act": "of the act",
    "validity": "in force",
    "event": "of the event",
    "as_of": "counted up to",
    "said": "said on",
}
PLACES = {
    "country": "country",
    "continent": "continent",
    "region": "region",
    "town": "town",
    "division": "division",
    "province": "province",
    "state": "state",
    "department": "department",
    "district": "district",
    "municipality": "municipality",
    "county": "county",
    "governorate": "governorate",
    "prefecture": "prefecture",
    "republic": "republic",
    "canton": "canton",
    "territory": "territory",
    "parish": "parish",
    "oblast": "oblast",
    "commune": "commune",
    "emirate": "emirate",
    "voivodeship": "voivodeship",
    "island": "island",
    "community": "community",
    "borough": "borough",
    "base": "base",
    "camp": "camp",
    "mine": "mine",
    "port": "port",
}
METHODS = {
    "json-ld": "from its JSON-LD",
    "meta": "from the page's metadata",
    "url": "from the address",
    "visible": "from the text",
    "credit": "from the credit line",
    "feed": "from the feed",
    "record": "from the data file",
    "header": "from the message's header",
}
STAGES: dict[StageName, str] = {
    "gather": "taking in",
    "read": "reading",
    "annotate": "finding names, dates and figures",
    "extract": "finding statements",
    "group": "sorting into stories",
    "resolve": "matching names",
    "trace": "finding borrowings",
    "compare": "comparing",
    "align": "joining claims",
}
SLOTS = {
    "trigger": "the word that says it",
    "actor": "who",
    "office": "who holds the office",
    "place": "where",
    "time": "when",
    "figure": "how many",
    "instrument": "rests on",
    "equipment": "with what",
    "attribution": "according to",
    "source": "according to",
    "polarity": "whether it is so",
    "modality": "whether it happened",
}


def plain(key: str, speech: Speech = ENGLISH) -> str:
    """Make a key readable: `minister:defence` becomes `minister, defence`."""
    return ", ".join(speech(part.replace("_", " ")) for part in key.split(":"))


def slot(key: str, speech: Speech = ENGLISH) -> str:
    """Put a slot key such as `figure:troops` in words: `how many: troops`."""
    kind, _, detail = key.partition(":")
    words = speech(SLOTS[kind]) if kind in SLOTS else plain(kind, speech)
    return f"{words}: {plain(detail, speech)}" if detail else words


def by(decision: Decision, speech: Speech = ENGLISH) -> str:
    """Say who decided, when and why."""
    return speech(
        "Decided by {who}, {day}: {reason} ({decision})",
        who=decision.by,
        day=decision.at[:10],
        reason=decision.reason.rstrip("."),
        decision=decision.id,
    )
