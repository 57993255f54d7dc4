"""Which parts a statement of each type has: roles of its actors and places, figures it takes, what its time means."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from careo.model.seen import StatementType, TimeRole

VICTIMS = ("killed", "injured", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Slots:
    """The parts of one type of statement."""

    subject: str
    """Role of who acts."""
    object: str
    """Role of whom or what it is done to."""
    partner: str
    """Role of who takes part beside the one who acts ("with")."""
    place: str
    """Role of a place it happens in."""
    measures: tuple[str, ...]
    """Measures of the figures it takes."""
    time: TimeRole


_BY_TYPE: dict[StatementType, Slots] = {
    "LAW": Slots("authority", "beneficiary", "partner", "jurisdiction", ("troops", "votes", "share", "money"), "act"),
    "DEPLOY": Slots("authority", "force", "partner", "host", ("troops",), "event"),
    "EXERCISE": Slots("participant", "participant", "participant", "host", ("troops", "participants"), "event"),
    "AGREE": Slots("party", "party", "party", "event", ("money",), "act"),
    "MEET": Slots("participant", "participant", "participant", "event", ("participants",), "event"),
    "SAY": Slots("speaker", "target", "addressee", "event", ("money",), "said"),
    "PROTEST": Slots("protester", "target", "protester", "event", ("participants", *VICTIMS), "event"),
    "ATTACK": Slots("perpetrator", "victim", "perpetrator", "event", VICTIMS, "event"),
    "ABUSE": Slots("perpetrator", "victim", "perpetrator", "event", VICTIMS, "event"),
    "DETAIN": Slots("authority", "detained", "detained", "event", ("detained",), "event"),
    "PROBE": Slots("investigator", "subject", "investigator", "event", VICTIMS, "act"),
    "COURT": Slots("court", "defendant", "defendant", "jurisdiction", ("duration", "money", "count"), "act"),
    "OFFICE": Slots("authority", "holder", "authority", "event", ("votes",), "event"),
    "RELATIONS": Slots("party", "counterpart", "counterpart", "event", (), "act"),
    "RESTRICT": Slots("imposer", "target", "imposer", "jurisdiction", ("duration",), "validity"),
    "TRANSFER": Slots("giver", "receiver", "receiver", "destination", ("money", "mass", "output"), "event"),
    "VOTE": Slots("subject", "body", "subject", "event", ("votes", "share", "approval", "participants"), "event"),
    "TOLL": Slots("perpetrator", "group", "group", "event", VICTIMS, "as_of"),
    "INDICATOR": Slots(
        "subject", "subject", "subject", "event", ("money", "output", "mass", "share", "distance"), "event"
    ),
    "OTHER": Slots("subject", "object", "partner", "event", ("count", "money", "share", "mass", "distance"), "event"),
}

SLOTS: Mapping[StatementType, Slots] = MappingProxyType(_BY_TYPE)
