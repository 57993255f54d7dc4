"""denials, outlets and counts: who says that something is not so, which paper is quoted, and who counted."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract


def told(text: str, language: str, type_: str) -> Statement:
    report = make_report(text, language=language, published="2024-03-10")
    (found,) = [made for made in extract(annotate(report, PlainTagger())) if made.type == type_]
    return found


AFTER = [
    ("de", "Soldaten töteten am Montag 12 Dorfbewohner, die Armee bestreitet das aber.", "Armee"),
    ("de", "Die Armee bestritt, am Dienstag 40 Zivilisten getötet zu haben.", "Armee"),
    ("en", "Soldiers killed 12 villagers on Monday, an accusation the army denied.", "army"),
    ("en", "Soldiers killed 12 villagers on Monday, a claim denied by the army.", "army"),
    ("es", "La policía mató a doce manifestantes el lunes, negó el ministro Pavel Drahoš.", "Pavel Drahoš"),
    ("fr", "Les soldats ont tué douze villageois lundi, a démenti le ministre Pavel Drahoš.", "Pavel Drahoš"),
    ("it", "La polizia ha ucciso dodici manifestanti lunedì, ha smentito il ministro Pavel Drahoš.", "Pavel Drahoš"),
    ("nl", "Soldaten doodden maandag twaalf burgers, iets wat het leger ontkent.", "leger"),
    ("nl", "De politie doodde maandag twaalf betogers, hetgeen de regering ontkent.", "regering"),
    ("pt", "A polícia matou doze manifestantes na segunda-feira, negou o ministro Pavel Drahoš.", "Pavel Drahoš"),
]


@pytest.mark.parametrize(("language", "text", "who"), AFTER)
def test_a_denial_after_its_clause_denies_it(language: str, text: str, who: str) -> None:
    """What somebody denies is denied by that one, wherever the verb stands."""
    made = told(text, language, "ATTACK")
    assert (made.polarity, made.denied_by) == ("denied", who)


NOT_DENIED = [
    ("de", "Die Armee bestritt nicht, dass Soldaten 12 Dorfbewohner getötet haben."),
    ("en", "The army did not deny that its soldiers killed 12 villagers."),
    ("en", "The army neither confirmed nor denied that its soldiers killed 12 villagers."),
    ("en", "The army denied the report, but rebels killed 12 soldiers on Monday."),
    ("en", "Although the army denies it, soldiers killed 12 villagers on Monday."),
    ("es", "El ejército no negó que sus soldados mataron a doce campesinos."),
    ("fr", "L'armée n'a pas démenti que ses soldats ont tué douze villageois."),
    ("it", "L'esercito non ha negato che i soldati hanno ucciso dodici civili."),
    ("nl", "Het leger ontkende niet dat soldaten twaalf burgers hebben gedood."),
    ("pt", "O exército não negou que soldados mataram doze civis."),
]


@pytest.mark.parametrize(("language", "text"), NOT_DENIED)
def test_a_denial_taken_back_or_of_something_else_denies_nothing(language: str, text: str) -> None:
    """Nobody denies what is not denied, or what stands beyond a "but"."""
    made = told(text, language, "ATTACK")
    assert (made.polarity, made.denied_by) == ("affirmed", None)


def test_a_refused_demand_is_not_denied() -> None:
    """Who rejects a demand says nothing about what has happened."""
    made = told("The government rejected the demand to withdraw 200 soldiers from Norway.", "en", "DEPLOY")
    assert (made.polarity, made.denied_by) == ("affirmed", None)


OUTLETS = [
    ("en", "Some 200 soldiers were killed, according to The Hill.", "media"),
    ("en", "Some 200 soldiers were killed, Kyodo News reported.", "agency"),
    ("en", "Some 200 soldiers were killed, The Morning Courier reported.", "media"),
    ("fr", "La police a tué douze manifestants, rapporte le Courrier.", "media"),
    ("it", "La polizia ha ucciso dodici manifestanti, scrive il Corriere di Ostia.", "media"),
    ("nl", "De politie heeft twaalf betogers gedood, schrijft het Nieuwdorps Dagblad.", "media"),
    ("pt", "A polícia matou doze manifestantes, noticiou o Jornal do Norte.", "media"),
]


@pytest.mark.parametrize(("language", "text", "kind"), OUTLETS)
def test_a_paper_or_an_agency_is_told_by_its_name(language: str, text: str, kind: str) -> None:
    """A source that is called as papers and agencies are is one."""
    assert [source.type for source in told(text, language, "ATTACK").attribution] == [kind]


def test_the_paper_somebody_spoke_to_is_in_the_chain() -> None:
    """What an official told a newspaper is credited to both."""
    made = told("Police killed 12 protesters, general Mark Lund told the Abend-Kurier.", "en", "ATTACK")
    assert [(source.who, source.type) for source in made.attribution] == [
        ("Mark Lund", "official"), ("Abend-Kurier", "media"),
    ]  # fmt: skip


def test_a_report_says_once_what_a_source_is() -> None:
    """A name that is explained anywhere in a report is of that type all over it."""
    text = (
        "Lighthouse Watch, a daily newspaper, has followed the case.\n\nSoldiers killed 12 men, Lighthouse Watch said."
    )
    assert [source.type for source in told(text, "en", "ATTACK").attribution] == ["media"]


def test_the_agency_of_a_state_is_no_news_agency() -> None:
    """A public body called an agency is official."""
    made = told("Soldiers killed 12 villagers, the Border Agency said.", "en", "ATTACK")
    assert [source.type for source in made.attribution] == ["official"]


COUNTS = [
    ("de", "Nach Zählung der Polizei demonstrierten am Montag 4000 Menschen.", "Polizei"),
    ("de", "Nach Polizeiangaben demonstrierten am Montag 4000 Menschen.", "Polizeiangaben"),
    ("en", "By the union's count, 4,000 people marched through the town on Monday.", "union"),
    ("en", "Some 4,000 people marched through the town by the police department's count.", "police"),
    ("es", "Unas 4.000 personas protestaron el lunes, de acuerdo al conteo del sindicato.", "sindicato"),
    ("fr", "4 000 personnes ont manifesté lundi d'après un comptage des organisateurs.", "organisateurs"),
    ("it", "Secondo la questura 4.000 persone hanno manifestato lunedì.", "questura"),
    ("nl", "Volgens een telling van de politie demonstreerden maandag 4000 mensen.", "politie"),
    ("pt", "Cerca de 4.000 pessoas protestaram na segunda-feira, nas contas do sindicato.", "sindicato"),
]


@pytest.mark.parametrize(("language", "text", "who"), COUNTS)
def test_a_figure_is_credited_to_who_counted(language: str, text: str, who: str) -> None:
    """Whose count a figure is stands in its attribution."""
    assert [source.who for source in told(text, language, "PROTEST").attribution] == [who]


def test_a_german_future_before_its_reporting_clause_is_planned() -> None:
    """An infinitive before the comma belongs to "wird"; what follows is who announced it."""
    text = "Die Armee wird im Mai 200 Soldaten nach Norwegen verlegen, sagte die Ministerin."
    assert told(text, "de", "DEPLOY").modality == "planned"
