"""Portuguese, of Brazil and of Portugal: what each table of its folder does."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Place, Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.text.languages import identify
from careo.text.names.offices import office_of
from careo.text.names.places import is_demonym, kind_of_place, place_of
from careo.text.names.ruled import find_names
from careo.text.sentences import split
from careo.text.sheet.credit import find_credits
from careo.text.sheet.furniture import furniture
from careo.text.sheet.layout import lines_of
from careo.text.times.dates import find_times
from careo.text.values.figures import find_figures
from careo.text.values.instruments import find_instruments
from careo.text.words import words

DAY = "2021-04-14"  # a Wednesday


def statements(text: str) -> tuple[Statement, ...]:
    return extract(annotate(make_report(text, language="pt", published=DAY), PlainTagger()))


def one(text: str, type_: str) -> Statement:
    (found,) = [made for made in statements(text) if made.type == type_]
    return found


def actors(made: Statement, role: str) -> list[str]:
    return [actor.verbatim for actor in made.actors if actor.role == role]


FIGURES = [
    ("Chegaram 1.500 soldados ontem.", "1.500 soldados", "troops", "=", 1500, 1500, "person"),
    ("A safra rendeu 2,8 milhões de toneladas.", "2,8 milhões de toneladas", "mass", "=", 2_800_000, 2_800_000, "t"),
    ("O porto custou 3,4 bilhões de reais.", "3,4 bilhões de reais", "money", "=", 3.4e9, 3.4e9, "BRL"),
    ("O porto custou três mil milhões de euros.", "três mil milhões de euros", "money", "=", 3e9, 3e9, "EUR"),
    ("O porto custou 2 biliões de euros.", "2 biliões de euros", "money", "=", 2e12, 2e12, "EUR"),
    ("Custou R$ 12 milhões.", "R$ 12 milhões", "money", "=", 12e6, 12e6, "BRL"),
    ("Mais de duzentas pessoas assistiram.", "Mais de duzentas pessoas", "count", ">", 200, None, "person"),
    ("Pelo menos 12 pessoas morreram na cheia.", "Pelo menos 12 pessoas", "killed", ">=", 12, None, "person"),
    ("O incêndio deixou 14 mortos.", "14 mortos", "killed", "=", 14, 14, "person"),
    ("Ficaram feridas 31 crianças.", "31 crianças", "injured", "=", 31, 31, "person"),
    ("A polícia deteve 40 manifestantes.", "40 manifestantes", "detained", "=", 40, 40, "person"),
    ("Há centenas de feridos.", "centenas de feridos", "injured", "~", 200, 999, "person"),
    (
        "Marcharam dezenas de milhares de pessoas.",
        "dezenas de milhares de pessoas",
        "count",
        "~",
        20000,
        99999,
        "person",
    ),
    ("Milhares de pessoas marcharam.", "Milhares de pessoas", "count", "~", 2000, 9999, "person"),
    ("Vieram entre 20 e 30 deputados.", "entre 20 e 30 deputados", "count", "~", 20, 30, "person"),
    ("A inflação chegou a 4,5%.", "4,5%", "share", "=", 4.5, 4.5, "%"),
    ("A quota é de doze por cento.", "doze por cento", "share", "=", 12, 12, "%"),
    ("A obra ocupa 12 quilômetros quadrados.", "12 quilômetros quadrados", "count", "=", 12, 12, "km2"),
    ("Vieram quase meio milhão de turistas.", "quase meio milhão de turistas", "count", "<", None, 500000, "person"),
    ("Vieram vinte e três pescadores.", "vinte e três pescadores", "count", "=", 23, 23, "person"),
]


@pytest.mark.parametrize(("text", "verbatim", "measure", "sign", "low", "high", "unit"), FIGURES)
def test_figures(
    text: str, verbatim: str, measure: str, sign: str, low: float | None, high: float | None, unit: str
) -> None:
    """A figure has its value, what bounds it, what it counts and its own letters."""
    (found,) = find_figures(text, "pt", 0, len(text))
    assert (found.verbatim, found.measure, found.comparator) == (verbatim, measure, sign)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Fica no artigo 12 da lei.",
        "A Lei n.º 4.320 vale.",
        "Começa às 21h30.",
        "Um barco virou.",
        "Em 2019 choveu.",
        "Caiu nesta terça-feira (13).",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    """Articles of law, clock times, years and the article "um" count nothing."""
    assert find_figures(text, "pt", 0, len(text)) == ()


DATES = [
    ("Fechou em 7 de março de 2019.", "2019-03-07", "2019-03-07"),
    ("Abriu a 1.º de agosto de 2019.", "2019-08-01", "2019-08-01"),
    ("Esteve aberto de 3 a 8 de agosto de 2019.", "2019-08-03", "2019-08-08"),
    ("Ocorreu entre 30 de julho e 2 de agosto de 2019.", "2019-07-30", "2019-08-02"),
    ("Choveu em setembro de 2018.", "2018-09", "2018-09"),
    ("Abriu na sexta-feira, 12 de abril de 2019.", "2019-04-12", "2019-04-12"),
    ("Abriu em 12/04/2019.", "2019-04-12", "2019-04-12"),
    ("Chegou ontem.", "2021-04-13", "2021-04-13"),
    ("Chegou anteontem.", "2021-04-12", "2021-04-12"),
    ("Chega amanhã.", "2021-04-15", "2021-04-15"),
    ("Chegou na semana passada.", "2021-04-05", "2021-04-11"),
    ("Chegou no mês passado.", "2021-03", "2021-03"),
    ("Chega no ano que vem.", "2022", "2022"),
    ("Chegou há três dias.", "2021-04-11", "2021-04-11"),
    ("Chegou três dias atrás.", "2021-04-11", "2021-04-11"),
    ("Chegou na segunda-feira.", "2021-04-12", "2021-04-12"),
    ("Chegou nesta terça-feira.", "2021-04-13", "2021-04-13"),
]


@pytest.mark.parametrize(("text", "first", "last"), DATES)
def test_dates(text: str, first: str, last: str) -> None:
    """Dates, spans of days and what counts from the publication have their value."""
    (found,) = find_times(text, "pt", 0, len(text), anchor=DAY)
    assert (found.first, found.last) == (first, last)
    assert text[found.start : found.end] == found.verbatim


def test_a_weekday_keeps_its_second_half() -> None:
    """The letters of a relative day are the whole word, without what leads to it."""
    text = "Chegou na quinta-feira."
    assert [time.verbatim for time in find_times(text, "pt", 0, len(text), anchor=DAY)] == ["quinta-feira"]


def test_sentences_do_not_end_at_abbreviations() -> None:
    """A title's full stop ends no sentence; one after "EUA" does where another begins."""
    text = "O Sr. Prado viu o art. 5 da lei. Vive nos EUA. A casa fica na av. Central."
    assert [text[a:b] for a, b in split(text, "pt")] == [
        "O Sr. Prado viu o art. 5 da lei.",
        "Vive nos EUA.",
        "A casa fica na av. Central.",
    ]


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("EUA", "US"), ("norte-americanas", "US"), ("Reino Unido", "GB"), ("britânico", "GB"), ("Irão", "IR"),
        ("Irã", "IR"), ("Polónia", "PL"), ("Polônia", "PL"), ("alemães", "DE"), ("alemã", "DE"), ("norueguesa", "NO"),
        ("espanhóis", "ES"), ("Coreia do Sul", "KR"), ("sul-coreana", "KR"), ("Guiné-Bissau", "GW"),
        ("Timor-Leste", "TL"), ("moçambicanos", "MZ"), ("suíças", "CH"), ("afegãos", "AF"), ("Quénia", "KE"),
    ],
)  # fmt: skip
def test_countries_in_both_spellings(phrase: str, country: str) -> None:
    """A country is known as Brazil and as Portugal write it, and by its demonym."""
    place = place_of(phrase, "pt")
    assert place is not None
    assert (place.country, place.kind) == (country, "country")


def test_words_that_are_no_countries() -> None:
    """A meeting at the head of a sentence is no island, nor is a man called Maurício."""
    assert place_of("Reunião", "pt") is None
    assert place_of("Maurício", "pt") is None
    assert is_demonym("chinesas", "pt")
    assert kind_of_place("concelhos", "pt") == "município"


@pytest.mark.parametrize(
    ("phrase", "office", "former"),
    [
        ("ministra dos Negócios Estrangeiros", "minister:foreign", False),
        ("chanceler", "minister:foreign", False),
        ("chanceler alemão", "prime_minister", False),
        ("secretária de Estado da Saúde", "deputy_minister:health", False),
        ("secretário de Estado norte-americano", "minister:foreign", False),
        ("ministro da Defesa Nacional", "minister:defence", False),
        ("primeira-ministra", "prime_minister", False),
        ("ex-presidente", "president", True),
        ("antigo embaixador", "ambassador", True),
        ("presidente da Câmara dos Deputados", "congress_president", False),
        ("presidente da Câmara Municipal", "mayor", False),
        ("presidente da Câmara de Aveiro", "mayor", False),
        ("prefeito", "mayor", False),
        ("ministra do STF", "judge", False),
        ("procuradora-geral da República", "attorney_general", False),
        ("vice-presidente", "vice_president", False),
        ("porta-vozes", "spokesperson", False),
    ],
)
def test_offices_have_the_keys_of_all_languages(phrase: str, office: str, former: bool) -> None:
    """The same office has the same key in every language, in Brazil's words and in Portugal's."""
    found = office_of(phrase, "pt")
    assert found is not None
    assert (found.office, found.former) == (office, former)


NAMES = [
    ("A ministra Irene Quaresma visitou o Porto.", "Irene Quaresma", "person"),
    ("O juiz ouviu Joana da Cruz em Lisboa.", "Joana da Cruz", "person"),
    ("O partido Renovar perdeu.", "Renovar", "organisation"),
    ("Visitou a província de Arbol.", "Arbol", "place"),
    ("O Ministério da Pesca fechou.", "Ministério da Pesca", "organisation"),
    ("Chegou o exército norueguês.", "exército norueguês", "unit"),
    ("O governo do Togo caiu.", "governo do Togo", "organisation"),
    ("A PJ fez buscas.", "PJ", "unit"),
    ("A revista O Cais fechou.", "O Cais", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "type_"), NAMES)
def test_names_have_their_type(text: str, name: str, type_: str) -> None:
    """Persons, bodies, units and places are told by the words beside them."""
    found = find_names(text, words(text, 0, len(text), "pt"), "pt")
    assert (name, type_) in [(text[one.start : one.end], one.type) for one in found]


def test_a_dollar_sign_makes_no_name() -> None:
    """What stands before a dollar sign tells which dollar, and names nobody."""
    text = "Custou US$ 5 milhões."
    assert find_names(text, words(text, 0, len(text), "pt"), "pt") == ()


def test_pronouns_hung_onto_verbs_are_words_of_their_own() -> None:
    """The verb in "reuniu-se" is a word, and its pronoun; a name with a hyphen stays whole."""
    text = "Reuniu-se em Guiné-Bissau e prendeu-os com a norte-americana."
    assert [word.text for word in words(text, 0, len(text), "pt")] == [
        "Reuniu", "-se", "em", "Guiné-Bissau", "e", "prendeu", "-os", "com", "a", "norte-americana", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("a Lei n.º 512 da câmara", "law", "512"),
        ("a Lei nº 4.512", "law", "4.512"),
        ("o Decreto-Lei n.º 15/2019", "decree", "15/2019"),
        ("a Resolução 77", "resolution", "77"),
        ("por decreto", "decree", None),
    ],
)
def test_instruments(text: str, type_: str, number: str | None) -> None:
    """Laws and decrees are found with their number."""
    (found,) = find_instruments(text, "pt", 0, len(text))
    assert (found.type, found.number) == (type_, number)


TYPES = [
    ("MEET", "occurred", "A embaixadora Ingrid Solheim reuniu-se em Oslo com o ministro do Interior, Pavel Drahoš."),
    ("MEET", "occurred", "O presidente Anton Berg se encontrou com a chanceler Ingrid Solheim."),
    ("DEPLOY", "planned", "O governo enviará 90 soldados para o Níger."),
    ("DEPLOY", "planned", "O governo vai enviar 90 soldados para o Níger."),
    ("DEPLOY", "occurred", "Noventa fuzileiros chegaram ao porto de Lagos."),
    ("EXERCISE", "occurred", "A marinha realizou manobras com a marinha dinamarquesa."),
    ("AGREE", "occurred", "Gana e Togo assinaram um tratado em 3 de maio."),
    ("SAY", "occurred", "O ministro Pablo Luna negou as acusações."),
    ("SAY", "demanded", "A presidente Olga Bern exigiu um pedido de desculpas da Noruega."),
    ("SAY", "threatened", "O presidente Anton Berg ameaçou a Noruega."),
    ("PROTEST", "occurred", "Milhares de pessoas protestaram em Recife contra o governo."),
    ("ATTACK", "occurred", "A polícia matou 14 manifestantes em Faro."),
    ("ATTACK", "alleged", "A polícia teria matado 14 manifestantes em Faro."),
    ("ATTACK", "alleged", "O exército terá bombardeado a cidade de Homs."),
    ("ABUSE", "occurred", "A polícia torturou dois estudantes em Braga."),
    ("DETAIN", "occurred", "A polícia prendeu 40 pessoas em Recife."),
    ("DETAIN", "occurred", "A polícia deteve 40 pessoas em Faro."),
    ("PROBE", "ongoing", "O Ministério Público abriu um inquérito sobre o ex-ministro Bo Klaassen."),
    ("COURT", "occurred", "O tribunal condenou o ex-ministro Bo Klaassen a seis anos de prisão."),
    ("OFFICE", "occurred", "O primeiro-ministro Anton Berg demitiu-se na terça-feira."),
    ("RELATIONS", "occurred", "A Noruega reconheceu a Palestina."),
    ("RESTRICT", "occurred", "O Canadá impôs sanções contra o Togo."),
    ("TRANSFER", "planned", "A Noruega entregará 20 milhões de dólares de ajuda ao Togo."),
    ("VOTE", "occurred", "Na pesquisa, a aprovação do presidente Anton Berg é de 31%."),
    ("TOLL", "occurred", "O número de mortos nas inundações subiu para mais de 200."),
    ("INDICATOR", "occurred", "O comércio entre o Togo e o Gana atingiu 650 milhões de dólares em 2022."),
]


@pytest.mark.parametrize(("type_", "modality", "text"), TYPES)
def test_a_sentence_has_its_type(type_: str, modality: str, text: str) -> None:
    """What a sentence says is found as a statement of its type, as real as the sentence has it."""
    made = one(text, type_)
    assert made.modality == modality
    assert made.actors or made.figures


def test_a_meeting_has_its_participants() -> None:
    """Who met whom, with their offices, where and when."""
    made = one(
        "A embaixadora Ingrid Solheim reuniu-se em 3 de maio de 2020 em Oslo com o ministro do Interior, Pavel Drahoš.",
        "MEET",
    )
    assert [(actor.verbatim, actor.office) for actor in made.actors] == [
        ("Ingrid Solheim", "ambassador"),
        ("Pavel Drahoš", "minister:interior"),
    ]
    assert [place.verbatim for place in made.places] == ["Oslo"]
    assert [(time.first, time.role) for time in made.times] == [("2020-05-03", "event")]


def test_a_permission_holds_what_it_permits() -> None:
    """The law names the deployment as its content; the deployment is authorised, not done."""
    text = "O Congresso autorizou a entrada de 240 soldados noruegueses de 1 de abril a 30 de junho de 2025."
    law, deployment = one(text, "LAW"), one(text, "DEPLOY")
    assert law.content == (deployment.id,)
    assert deployment.modality == "authorised"
    for made in (law, deployment):
        assert [(figure.measure, figure.low) for figure in made.figures] == [("troops", 240)]
        assert [(time.role, time.first, time.last) for time in made.times] == [("validity", "2025-04-01", "2025-06-30")]


@pytest.mark.parametrize("by", ["pelo parlamento", "por decisão do parlamento"])
def test_a_passive_turns_the_sides(by: str) -> None:
    """Who was removed is the holder."""
    made = one(f"O presidente Anton Berg foi destituído {by}.", "OFFICE")
    assert actors(made, "holder") == ["Anton Berg"]


def test_contractions_are_prepositions() -> None:
    """The word "pelo" names who did it, "à" to whom it is given, "na" where it is."""
    removed = one("O presidente Anton Berg foi destituído pelo parlamento.", "OFFICE")
    assert actors(removed, "authority") == ["parlamento"]
    given = one("O Canadá entregou 20 milhões de dólares à Noruega.", "TRANSFER")
    assert (actors(given, "giver"), actors(given, "receiver")) == (["Canadá"], ["Noruega"])
    held = one("A polícia prendeu 40 pessoas na cidade de Recife.", "DETAIN")
    assert [place.verbatim for place in held.places] == ["Recife"]


def test_a_refusal_is_negated() -> None:
    """What was not approved is negated, and so is what it would have allowed."""
    assert {made.polarity for made in statements("O Congresso não aprovou o envio de 80 soldados.")} == {"negated"}


@pytest.mark.parametrize(
    ("text", "who", "kind"),
    [
        ("A polícia deteve 40 pessoas em Faro, segundo o jornal A Âncora.", "A Âncora", "media"),
        (
            "De acordo com o Ministério da Justiça, a polícia deteve 40 pessoas em Faro.",
            "Ministério da Justiça",
            "official",
        ),
        ("A polícia deteve 40 pessoas em Faro, disse o ministro Pablo Luna.", "Pablo Luna", "official"),
        ("A polícia deteve 40 pessoas em Faro, afirmou a Human Rights Watch.", "Human Rights Watch", "ngo"),
    ],
)
def test_sources_are_credited(text: str, who: str, kind: str) -> None:
    """A statement names whom the sentence credits with it, and what kind of source that is."""
    (source,) = one(text, "DETAIN").attribution
    assert (source.who, source.type) == (who, kind)


def test_a_crediting_phrase_is_no_agreement() -> None:
    """The words "de acordo com" credit a source; nobody agrees with it."""
    text = "De acordo com a agência Reuters, rebeldes mataram 14 soldados quenianos perto de Goma."
    assert {made.type for made in statements(text)} == {"ATTACK"}


def test_a_denial_denies_what_it_is_about() -> None:
    """What a government denies stays a statement, with who denies it."""
    made = one("O governo negou que a polícia tenha torturado dois estudantes.", "ABUSE")
    assert (made.polarity, made.denied_by) == ("denied", "governo")


def test_states_and_countries_are_no_future() -> None:
    """Names that end like a future tense say nothing about what will be."""
    assert one("A polícia prendeu 40 pessoas no Ceará.", "DETAIN").modality == "occurred"
    assert one("A polícia prendeu 40 pessoas no Irão.", "DETAIN").modality == "occurred"


def test_mentions_carry_their_country() -> None:
    """A contraction before a country is no part of its name."""
    found = annotate(make_report("O governo da Noruega caiu.", language="pt"), PlainTagger()).mentions
    places = [mention for mention in found if isinstance(mention.value, Place)]
    assert [(mention.verbatim, mention.value.country) for mention in places if isinstance(mention.value, Place)] == [
        ("Noruega", "NO")
    ]


PROSE = "A ponte junto ao moinho está fechada desde segunda-feira, informou a província. A obra dura três semanas."


@pytest.mark.parametrize(
    "line",
    [
        "Apoie o nosso jornalismo com uma doação mensal.",
        "Com a sua contribuição podemos continuar a informar todos os dias.",
        "Assine a nossa newsletter.",
        "Leia também: A nova ponte abre em maio",
    ],
)
def test_furniture(line: str) -> None:
    """What asks the reader for money or an address, or leads to another page, is furniture, and only that."""
    text = "\n".join((PROSE, line, PROSE))
    assert furniture(text, lines_of(text), "pt") == frozenset({1})


@pytest.mark.parametrize(
    "line",
    [
        "As doações para as vítimas do terremoto já chegam a quatro milhões de euros.",
        "O partido escondeu a sua doação durante anos, segundo a procuradoria.",
        "«Apoiem-nos com a vossa doação, não temos nada», pediu a autarca.",
    ],
)
def test_reports_of_gifts_stay(line: str) -> None:
    """A report about donations is no appeal."""
    text = "\n".join((PROSE, line, PROSE))
    assert furniture(text, lines_of(text), "pt") == frozenset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Fonte: O Farol do Sul", [("outlet", "O Farol do Sul")]),
        ("Tradução: Inês Prado e João Luna", [("translator", "Inês Prado"), ("translator", "João Luna")]),
        ("Com informações da Lusa", [("agency", "Lusa")]),
        ("Publicado originalmente no Diário da Serra", [("outlet", "Diário da Serra")]),
        ("Por Inês Prado", [("author", "Inês Prado")]),
    ],
)
def test_credits(line: str, expected: list[tuple[str, str]]) -> None:
    """A credit names who wrote, published, supplied or translated."""
    text = "\n".join((PROSE, line))
    found = find_credits(text, lines_of(text), "pt")
    assert [(entry.credit.role, entry.credit.name) for entry in found] == expected


def test_the_language_is_told() -> None:
    """Portuguese of either country is told from Spanish."""
    assert identify(PROSE) == "pt"
    assert identify("O ônibus parou e as pessoas não conseguiram chegar ao trabalho naquela manhã.") == "pt"
