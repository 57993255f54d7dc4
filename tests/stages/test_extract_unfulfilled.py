"""What is only wished, ordered or refused has not happened by being named; a negation is about its own clause."""

from functools import cache

import pytest
from tests.make import make_report

from careo.engines.neural import NeuralTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract


@cache
def tagger() -> NeuralTagger:
    return NeuralTagger()


def told(text: str, language: str, word: str) -> Statement:
    """Return what a word of a sentence tells."""
    made = extract(annotate(make_report(text, language=language, published="2024-03-10"), tagger()))
    [found] = [one for one in made if one.type != "SAY" and word in one.trigger.verbatim]
    return found


@pytest.mark.parametrize(
    ("language", "text", "word", "modality"),
    [
        ("en", "The council recommended the dismissal of General Ivo Tarn.", "dismissal", "proposed"),
        ("en", "The commission recommended that the minister Ana Rios be arrested.", "arrested", "proposed"),
        ("en", "The opposition wants the president to resign.", "resign", "demanded"),
        ("en", "The bishops called for the withdrawal of 300 soldiers from Sorvia.", "withdrawal", "demanded"),
        ("en", "The government agreed to send 90 soldiers to Sorvia.", "send", "planned"),
        ("de", "Die Kommission empfahl, den Minister Ivo Tarn zu entlassen.", "entlassen", "proposed"),
        ("de", "Das Gericht wies die Polizei an, den Minister Ivo Tarn festzunehmen.", "festzunehmen", "ordered"),
        ("nl", "De rechter droeg de politie op minister Ivo Tarn te arresteren.", "arresteren", "ordered"),
        ("nl", "De regering besloot 90 soldaten naar Sorvia te sturen.", "sturen", "planned"),
        ("es", "La comisión recomendó destituir al ministro Ivo Tarn.", "destituir", "proposed"),
        ("fr", "Le gouvernement a décidé d'envoyer 90 soldats à Sorvia.", "envoyer", "planned"),
        ("it", "Il giudice ha ordinato alla polizia di arrestare l'ex ministro Ivo Tarn.", "arrestare", "ordered"),
        ("pt", "O governo decidiu enviar 90 soldados para Sorvia.", "enviar", "planned"),
        # what is told beside it happened
        ("en", "The opposition demanded justice for the 12 miners killed in May.", "killed", "occurred"),
        ("en", "The general ordered his men to fire and 12 miners were killed.", "killed", "occurred"),
        ("en", "The bishops urged the minister to resign after the attack on Belmar.", "attack", "occurred"),
        ("en", "Relatives called for an inquiry into the killing of 12 miners.", "killing", "occurred"),
        ("en", "The court decided that the police had killed 12 miners.", "killed", "occurred"),
        ("en", "The two sides agreed a ceasefire on Monday.", "ceasefire", "occurred"),
        ("nl", "De oppositie eiste gerechtigheid nu twaalf mijnwerkers zijn gedood.", "gedood", "occurred"),
    ],
)
def test_what_is_only_wished_has_not_happened(language: str, text: str, word: str, modality: str) -> None:
    """What a verb of recommending, ordering, wishing or deciding is about is that; what is told beside it is not."""
    assert told(text, language, word).modality == modality


@pytest.mark.parametrize(
    ("language", "text", "word", "polarity"),
    [
        ("en", "The general refused to withdraw his 300 soldiers from Sorvia.", "withdraw", "negated"),
        ("de", "Die Armee weigerte sich, ihre 300 Soldaten aus Sorvia abzuziehen.", "abzuziehen", "negated"),
        ("fr", "L'armée a refusé de retirer ses 300 soldats de Sorvia.", "retirer", "negated"),
        ("en", "Neither of the two soldiers was wounded in Sorvia.", "wounded", "negated"),
        ("de", "Weder die Armee noch die Polizei griff die Bergleute in Sorvia an.", "griff", "negated"),
        ("nl", "De politie brak de mars in Sorvia af zonder iemand te arresteren.", "arresteren", "negated"),
        ("es", "La policía dispersó a los mineros en Sorvia sin detener a nadie.", "detener", "negated"),
        ("fr", "Personne n'a été blessé dans l'explosion de la caserne de Sorvia.", "blessé", "negated"),
        ("pt", "A polícia dispersou os mineiros em Sorvia sem prender ninguém.", "prender", "negated"),
        # a negation of another clause
        ("en", "Police did not arrest anyone, but 12 miners were killed in Sorvia.", "killed", "affirmed"),
        ("es", "La policía no detuvo a nadie, pero doce mineros murieron en Sorvia.", "murieron", "affirmed"),
        ("it", "La polizia non ha sparato, ma 300 minatori sono stati arrestati a Belmar.", "arrestati", "affirmed"),
        ("fr", "Les rebelles ont attaqué Belmar sans avertissement.", "attaqué", "affirmed"),
        ("pt", "A polícia não disparou, mas 300 mineiros foram presos em Belmar.", "presos", "affirmed"),
    ],
)
def test_a_negation_is_about_its_own_clause(language: str, text: str, word: str, polarity: str) -> None:
    """Nobody, without and refused negate what they stand with; a clause beside it is told as it is."""
    assert told(text, language, word).polarity == polarity
