"""What newsrooms do to a text they take over, done by a script: the same text, kind and language give the same copy."""

import re
from collections.abc import Callable, Sequence
from random import Random

from eval.origins_texts import number_of

Lines = list[str]

LEADS = {
    "de": "Das berichten mehrere Beobachter, die den Vorgang seit Monaten aufmerksam verfolgen.",
    "en": "Our newsroom sums up what is known about this matter so far this week.",
    "es": "Repasamos a continuación lo que se conoce hasta ahora sobre este asunto esta semana.",
    "fr": "Notre rédaction résume ce que l'on sait jusqu'ici de cette affaire cette semaine.",
    "it": "La nostra redazione riassume quello che finora si sa di questa vicenda.",
    "nl": "Onze redactie zet op een rij wat er tot nu toe over deze zaak bekend is.",
}
HEADS = {
    "de": "Was bisher bekannt ist", "en": "What is known so far", "es": "Lo que se sabe hasta ahora",
    "fr": "Ce que l'on sait", "it": "Quello che si sa finora", "nl": "Wat er tot nu toe bekend is",
}  # fmt: skip
BOILERPLATE = {
    "de": "Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen das Wichtigste aus der Region.",
    "en": "Sign up for our newsletter and read the most important stories of the day every morning.",
    "es": "Suscríbase a nuestro boletín y reciba cada mañana las noticias más importantes del día.",
    "fr": "Abonnez-vous à notre lettre et recevez chaque matin les nouvelles importantes du jour.",
    "it": "Iscrivetevi alla nostra newsletter e ricevete ogni mattina le notizie più importanti del giorno.",
    "nl": "Meld u aan voor onze nieuwsbrief en lees elke ochtend het belangrijkste nieuws van de dag.",
}
SAYS = {
    "de": "Wie die Zeitung {} berichtete, {}", "en": "As the newspaper {} reported, {}",
    "es": "Según informó el diario {}, {}", "fr": "Comme l'a rapporté le journal {}, {}",
    "it": "Come ha riferito il giornale {}, {}", "nl": "Zoals de krant {} meldde, {}",
}  # fmt: skip
CREDITS = {
    "de": "Zuerst erschienen in: {}", "en": "Originally published in {}", "es": "Publicado originalmente en {}",
    "fr": "Source : {}", "it": "Fonte: {}", "nl": "Overgenomen uit {}",
}  # fmt: skip

_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s+-{1,2}\s+[^-]{4,60}\s+-{1,2}(?=\s)|(?<=\w), [^,]{8,70},(?= )")
_TAIL = re.compile(r"(?<=\w), [^,.]{10,90}(?=\.$)")


def _draw(kind: str, lines: Sequence[str]) -> Random:
    return Random(number_of(kind, *lines))


def whole(lines: Lines, language: str) -> Lines:
    """The whole text under a headline and a foot of one's own."""
    return [HEADS[language], *lines[1:], BOILERPLATE[language]]


def formatted(lines: Lines, language: str) -> Lines:
    """Marks of quotation and figures set as another house sets them; the headline in the house's manner."""
    mend = str.maketrans({"“": "«", "”": "»", "„": "«", '"': "'", "’": "'"})
    space = "\u202f" if language in ("fr", "de") else ""
    return [lines[0].upper(), *(_THOUSANDS.sub(space, line.translate(mend)) for line in lines[1:])]


def dropped(lines: Lines, language: str) -> Lines:
    """About a third of the sentences left out, a new lead before the rest."""
    draw = _draw("dropped", lines)
    kept = [line for line in lines[1:] if draw.random() < 0.65] or lines[1:2]
    return [HEADS[language], LEADS[language], *kept]


def shortened(lines: Lines, language: str) -> Lines:
    """Asides and last clauses cut, one sentence in five left out, some words lost."""
    draw = _draw("shortened", lines)
    kept = [line for line in lines[1:] if draw.random() < 0.8] or lines[1:2]
    cut = [_ASIDE.sub("", line, count=1) if draw.random() < 0.7 else line for line in kept]
    cut = [_TAIL.sub("", line) if draw.random() < 0.5 else line for line in cut]
    return [HEADS[language], *(_lossy(line, draw, 0.05) for line in cut)]


def reordered(lines: Lines, language: str) -> Lines:
    """Sentences in another order, one in eight left out."""
    draw = _draw("reordered", lines)
    kept = [line for line in lines[1:] if draw.random() < 0.88] or lines[1:2]
    draw.shuffle(kept)
    return [HEADS[language], *kept]


def worded(lines: Lines, language: str) -> Lines:
    """One word in seven lost or put elsewhere, as where a desk rewrites as it goes."""
    draw = _draw("worded", lines)
    return [HEADS[language], LEADS[language], *(_lossy(line, draw, 0.14) for line in lines[1:])]


def excerpt(lines: Lines, language: str) -> Lines:
    """The first half alone, with a lead of one's own."""
    return [HEADS[language], LEADS[language], *lines[1 : max(3, 1 + len(lines) // 2)]]


def _lossy(line: str, draw: Random, share: float) -> str:
    """Return the line with a share of its words gone or moved by one or two places."""
    words = line.split()
    for at in range(len(words) - 2, 0, -1):
        if draw.random() < share:
            word = words.pop(at)
            if draw.random() < 0.5:
                words.insert(min(at + draw.choice((1, 2)), len(words) - 1), word)
    return " ".join(words)


def mixed(lines: Lines, other: Lines, language: str) -> Lines:
    """Half of one report and half of another, block by block."""
    half, rest = lines[1 : 1 + (len(lines) + 1) // 2], other[1 : 1 + (len(other) + 1) // 2]
    return [HEADS[language], *half[:3], *rest, *half[3:]]


def passage(lines: Lines, other: Lines) -> Lines:
    """Two to four sentences of one report that follow each other, inside another report."""
    draw = _draw("passage", lines)
    long = min(draw.choice((2, 3, 4)), max(2, len(lines) // 4))
    start = draw.randrange(1, max(2, len(lines) - long))
    at = draw.randrange(2, max(3, len(other)))
    return [*other[:at], *lines[start : start + long], *other[at:]]


def cited(lines: Lines, other: Lines, language: str, *, outlet: str) -> Lines:
    """One sentence of a report inside another report that names the first one's outlet."""
    draw = _draw("cited", lines)
    told = max(draw.sample(lines[1:], min(3, len(lines) - 1)), key=len)
    at = draw.randrange(2, max(3, len(other)))
    return [*other[:at], SAYS[language].format(outlet, told[:1].lower() + told[1:]), *other[at:]]


EDITS: dict[str, Callable[[Lines, str], Lines]] = {
    "whole": whole, "formatted": formatted, "dropped": dropped, "shortened": shortened,
    "reordered": reordered, "worded": worded, "excerpt": excerpt,
}  # fmt: skip
