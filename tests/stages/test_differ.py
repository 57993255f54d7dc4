"""The differences inside a claim: each kind, in several languages, with the statements on every side."""

from dataclasses import replace

import pytest
from tests.make import make_report
from tests.table import make_entity, make_figure, make_mention, make_statement, make_time

from careo.model.inferred import Claim, Discrepancy, Entity
from careo.model.seen import Figure, Instrument, Mention, Place, Report, Statement
from careo.stages.comparing.differ import differ
from careo.stages.comparing.stand import stand
from careo.stages.comparing.witness import Witness
from careo.stages.joining.partition import pair


def told(one: Witness, other: Witness) -> tuple[Discrepancy, ...]:
    """Return the differences of a claim that two witnesses make."""
    ids = pair(one.statement.id, other.statement.id)
    claim = Claim("claim-x", "story-x", one.statement.type, "", (), ids, (), (), "", (), ())
    return differ(claim, [ids], {w.statement.id: w for w in (one, other)})


def kinds(one: Witness, other: Witness) -> dict[str, str]:
    """Return slot to kind, the same whichever of the two comes first; every value has its statements."""
    found, back = told(one, other), told(other, one)
    assert found == back
    for each in found:
        assert len(each.values) > 1 and all(value.statements for value in each.values) and each.reason
    return {each.slot: each.type for each in found}


def report_of(text: str, language: str, published: str | None = None) -> Report:
    """Return a report of one sentence."""
    return make_report(text, language=language, published=published, origin=f"{language}{text[:8]}.txt")


def seen(report: Report, statement: Statement, *people: tuple[Mention, Entity]) -> Witness:
    """Return the witness of a statement with its names."""
    return Witness(
        statement,
        report,
        {mention.id: entity for mention, entity in people},
        mentions={mention.id: mention for mention, _ in people},
    )


def count(text: str, language: str, verbatim: str, value: float, **more: object) -> Witness:
    """Return a witness with one figure; `more` are fields of the figure, `published` and `type` aside."""
    report = report_of(text, language, more.pop("published", None))  # type: ignore[arg-type]
    type_, source = str(more.pop("type", "ATTACK")), more.pop("source", None)
    figure = replace(make_figure(report, verbatim, "count", value, value), **more)  # type: ignore[arg-type]
    word = text.split()[0]
    return seen(report, make_statement(report, type_, word, figures=[figure], source=source))


def test_two_values_of_one_count_contradict_each_other() -> None:
    """The same group in two languages, two exact numbers."""
    one = count("Neun Lastwagen brannten aus.", "de", "Neun Lastwagen", 9, group="Lastwagen", unit=None)
    other = count("Burned out were 7 trucks.", "en", "7 trucks", 7, group="trucks", unit=None)
    assert kinds(one, other) == {"figure:count": "contradiction"}
    (found,) = told(one, other)
    assert {value.value for value in found.values} == {"7", "9"}


def test_counts_of_two_groups_are_of_two_scopes() -> None:
    """Children are a part of all people; police are others than soldiers."""
    whole = count("Veertig mensen raakten gewond.", "nl", "Veertig mensen", 40, group="mensen", measure="injured")
    part = count("Doze crianças ficaram feridas.", "pt", "Doze crianças", 12, group="crianças", measure="injured")
    assert kinds(whole, part) == {"figure:injured": "scope"}
    assert "count different things" in told(whole, part)[0].reason


def test_numbers_whose_groups_nobody_can_compare_are_no_difference() -> None:
    """What two languages count is not known to be one thing."""
    one = count("Acht Turbinen stehen still.", "de", "Acht Turbinen", 8, group="Turbinen", unit=None)
    other = count("Once valles quedaron sin luz.", "es", "Once valles", 11, group="valles", unit=None)
    assert kinds(one, other) == {}


@pytest.mark.parametrize(
    ("value", "more", "kind"),
    [
        (50, {"comparator": "<", "low": None}, "precision"),
        (48, {"comparator": "~"}, None),
        (24, {"high": 99, "vague": "docenas"}, "precision"),
        (40, {"comparator": ">", "high": None}, "precision"),
        (53, {}, "contradiction"),
    ],
)
def test_a_rougher_figure_is_only_less_precise(value: float, more: dict[str, object], kind: str | None) -> None:
    """Almost, dozens, more than: what allows the exact figure does not quarrel with it."""
    exact = count("Morti 48 operai nella miniera.", "it", "48 operai", 48, group="operai", measure="killed")
    rough = count("Obreros muertos: muchos.", "es", "muchos", value, group="obreros", measure="killed", **more)
    assert kinds(exact, rough) == ({"figure:killed": kind} if kind else {})


def test_a_later_count_is_an_update_and_a_step_back_is_marked() -> None:
    """Victims are counted on; a lower later count is said to be one."""
    first = count("Bilanz: 12 Tote.", "de", "12 Tote", 12, measure="killed", published="2031-05-02", type="TOLL")
    later = count("Bilan: 15 morts.", "fr", "15 morts", 15, measure="killed", published="2031-05-04", type="TOLL")
    less = count("Balance: 14 muertos.", "es", "14 muertos", 14, measure="killed", published="2031-05-06", type="TOLL")
    assert kinds(first, later) == kinds(later, less) == {"figure:killed": "update"}
    assert "step back" in told(later, less)[0].reason
    assert "step back" not in told(first, later)[0].reason


def test_two_values_are_told_in_one_kind_with_all_who_give_them() -> None:
    """Where one pair quarrels and another counts a part, the graver kind holds the statements of both pairs."""
    told_by = {"measure": "killed", "type": "ATTACK"}
    a = count("Tote: 17 Menschen.", "de", "17 Menschen", 17, group="Menschen", **told_by)
    b = count("Muertas: 18 personas.", "es", "18 personas", 18, group="personas", **told_by)
    c = count("Morts: 17 soldats.", "fr", "17 soldats", 17, group="soldats", **told_by)
    witnesses = {w.statement.id: w for w in (a, b, c)}
    claim = Claim("claim-x", "story-x", "ATTACK", "", (), tuple(sorted(witnesses)), (), (), "", (), ())
    pairs = [pair(x.statement.id, y.statement.id) for x, y in ((a, b), (b, c), (a, c))]
    (found,) = differ(claim, pairs, witnesses)
    assert found.type == "contradiction" and {id_ for v in found.values for id_ in v.statements} == set(witnesses)


def test_slips_are_offered_beside_the_contradiction() -> None:
    """A factor of a thousand keeps its kind and gets a possible explanation."""
    tonnes = {"measure": "mass", "unit": "t", "group": None, "type": "INDICATOR"}
    one = count("Ernte: 5,4 Millionen Tonnen.", "de", "5,4 Millionen Tonnen", 5.4e6, **tonnes)
    other = count("Colheita: 5,4 mil toneladas.", "pt", "5,4 mil toneladas", 5.4e3, **tonnes)
    (found,) = told(one, other)
    assert found.type == "contradiction" and "thousand and million" in str(found.likely)


def test_one_figure_from_two_sources_differs_in_attribution_only() -> None:
    """The value is one, who is credited with it is not."""
    one = count("Il y a 30 blessés.", "fr", "30 blessés", 30, measure="injured", source="Croix-Rouge")
    other = count("Comptés: 30 blessés.", "fr", "30 blessés", 30, measure="injured", source="Ministère")
    assert kinds(one, other) == {"attribution": "attribution"}


def timed(text: str, language: str, verbatim: str, first: str | None, last: str | None, **more: str) -> Witness:
    """Return a witness with one time."""
    report = report_of(text, language)
    word = text.split()[0]
    return seen(report, make_statement(report, "MEET", word, times=[make_time(report, verbatim, first, last, **more)]))


@pytest.mark.parametrize(
    ("verbatim", "first", "last", "kind"),
    [
        ("mai 2031", "2031-05", "2031-05", "precision"),
        ("lundi", None, None, "precision"),
        ("mardi", None, None, None),
        ("19 mai 2031", "2031-05-19", "2031-05-19", None),
        ("lundi 19 mai 2031 au soir", "2031-05-19", "2031-05-19", "precision"),
        ("20 mai 2031", "2031-05-20", "2031-05-20", "contradiction"),
        ("19 mai 2030", "2030-05-19", "2030-05-19", None),
    ],
)
def test_times_are_nested_or_quarrel(verbatim: str, first: str | None, last: str | None, kind: str | None) -> None:
    """A month, a weekday and an evening are the same day told otherwise; a day beside it is not."""
    precision = "month" if verbatim == "mai 2031" else "day"
    one = timed("Treffen am 19. Mai 2031.", "de", "19. Mai 2031", "2031-05-19", "2031-05-19")
    other = timed(f"Rencontre le {verbatim}.", "fr", verbatim, first, last, precision=precision)
    assert kinds(one, other) == ({"time": kind} if kind else {})


def test_swapped_day_and_month_are_offered() -> None:
    """4 September and 9 April."""
    one = timed("Encuentro el 4 de septiembre de 2031.", "es", "4 de septiembre de 2031", "2031-09-04", "2031-09-04")
    other = timed("Incontro il 9 aprile 2031.", "it", "9 aprile 2031", "2031-04-09", "2031-04-09")
    (found,) = told(one, other)
    assert (found.type, found.likely) == ("contradiction", "possibly day and month were swapped")


def polar(text: str, language: str, trigger: str, **slots: object) -> Witness:
    """Return a witness of a bare statement."""
    report = report_of(text, language)
    return seen(report, make_statement(report, "AGREE", trigger, subtype="sign", **slots))


def test_a_denial_contradicts_and_a_denied_comparison_does_not() -> None:
    """Signed, not signed; but "nobody signed earlier" denies no signature."""
    yes = polar("Das Land unterzeichnete den Vertrag.", "de", "unterzeichnete")
    no = polar("El país no firmó el tratado.", "es", "firmó", polarity="negated")
    first = polar("No country signed earlier than the islands.", "en", "signed", polarity="negated")
    planned = polar("Het land tekent het verdrag niet.", "nl", "tekent", polarity="negated", modality="planned")
    assert kinds(yes, no) == {"polarity": "contradiction"}
    assert kinds(yes, first) == kinds(yes, planned) == {}


def person(text: str, language: str, name: str, entity_name: str = "", **slots: str) -> tuple[Witness, Mention]:
    """Return a witness with one actor and the mention of the actor."""
    report = report_of(text, language)
    mention = make_mention(report, name)
    actors = [(slots.get("role", "participant"), mention, slots.get("office"))]
    statement = make_statement(report, slots.get("type", "MEET"), text.split()[-1].rstrip("."), actors=actors)
    return seen(report, statement, (mention, make_entity(mention, name=entity_name or name))), mention


@pytest.mark.parametrize(("other", "kind"), [("Ilse Marvede", "name_variant"), ("Marwede", None), ("Uwe Feld", None)])
def test_another_spelling_is_named_and_a_short_form_is_not(other: str, kind: str | None) -> None:
    """Names of one entity, or nearly alike in one role."""
    one, mine = person("Ilse Marwede kam.", "de", "Ilse Marwede")
    two, theirs = person(f"Vino {other} ayer.", "es", other)
    if other == "Marwede":
        entity = make_entity(mine, theirs)
        one, two = (replace(w, entity_of={m.id: entity}) for w, m in ((one, mine), (two, theirs)))
    assert kinds(one, two) == ({"actor:participant": kind} if kind else {})


def test_two_holders_of_one_office_contradict_only_where_the_office_is_told_of() -> None:
    """Who became mayor is one person; who else came as "the minister" may be another country's."""
    slots = {"office": "mayor", "role": "holder"}
    one, _ = person("Bürgermeisterin ist jetzt Ilse Marwede.", "de", "Ilse Marwede", type="OFFICE", **slots)
    two, _ = person("La alcaldesa elegida es Berta Quintal.", "es", "Berta Quintal", type="OFFICE", **slots)
    assert kinds(one, two) == {"office:mayor": "contradiction"}
    one, _ = person("Es sprach Ilse Marwede.", "de", "Ilse Marwede", **slots)
    two, _ = person("Habló Berta Quintal.", "es", "Berta Quintal", **slots)
    assert kinds(one, two) == {}


def placed(text: str, language: str, place: Place, word: str) -> tuple[Witness, Mention]:
    """Return a witness with one place."""
    report = report_of(text, language)
    mention = make_mention(report, word, "place", place)
    statement = make_statement(report, "MEET", text.split()[-1].rstrip("."), places=[mention])
    return seen(report, statement, (mention, make_entity(mention))), mention


def a_place(name: str, kind: str, parents: tuple[str, ...], stated: str | None = None) -> Place:
    """Return a place of one country."""
    return Place(name, "IT", kind, 0.0, 0.0, parents, stated, ())


def test_a_town_inside_a_division_is_told_more_exactly_and_a_country_says_nothing() -> None:
    """Nested through the gazetteer's parents, in any two languages."""
    town, _ = placed("Man traf sich in Arezzo.", "de", a_place("Arezzo", "town", ("Toscana", "Italy")), "Arezzo")
    division, _ = placed("They met in Tuscany.", "en", a_place("Toscana", "region", ("Italy",)), "Tuscany")
    land, _ = placed("Se vieron en Italia.", "es", a_place("Italy", "country", ()), "Italia")
    assert kinds(town, division) == {"place": "precision"}
    assert kinds(town, land) == {}


def test_a_town_called_a_province_is_named() -> None:
    """Both reports say what kind of place it is, each in its language."""
    one, mine = placed("Treffen in der Stadt Arezzo.", "de", a_place("Arezzo", "town", (), "Stadt"), "Arezzo")
    two, theirs = placed("Encuentro en la provincia de Arezzo.", "es", a_place("A", "town", (), "provincia"), "Arezzo")
    entity = make_entity(mine, theirs)
    one, two = (replace(w, entity_of={m.id: entity}) for w, m in ((one, mine), (two, theirs)))
    assert kinds(one, two) == {"place:kind": "place_kind"}


def test_figures_of_a_sentence_stand_in_where_the_statement_has_none() -> None:
    """Only as the rougher or finer of one number, never as a quarrel."""
    exact = count("Insgesamt 143 Zeugen sagten aus.", "de", "143 Zeugen", 143, group="Zeugen", unit=None)
    figure = replace(exact.statement.figures[0], low=140.0, high=None, comparator=">", verbatim="más de 140", start=0)
    other = polar("más de 140 testigos hablaron.", "es", "hablaron")
    assert kinds(exact, _beside(other, figure)) == {"figure:count": "precision"}
    assert kinds(exact, _beside(other, replace(figure, low=90.0, high=90.0, comparator="="))) == {}


def _beside(witness: Witness, figure: Figure) -> Witness:
    mention = make_mention(witness.report, witness.report.text.split()[0], "figure", figure)
    return replace(witness, beside=(mention,))


def test_stand_tells_every_slot_both_fill() -> None:
    """Agreeing slots too, with a reason each; sorted."""
    one = count("Seize morts.", "fr", "Seize morts", 16, measure="killed", source="Protection civile")
    other = count("Compte: 16 morts.", "fr", "16 morts", 16, measure="killed", source="Protection civile")
    found = stand(one, other)
    assert [(verdict.slot, verdict.relation) for verdict in found] == [
        ("attribution", "agrees"),
        ("figure:killed", "agrees"),
    ]
    assert all(verdict.reason for verdict in found)


def toll(text: str, language: str, verbatim: str, value: float, published: str, **more: object) -> Witness:
    """Return a witness that counts the dead of a matter."""
    return count(text, language, verbatim, value, measure="killed", type="TOLL", published=published, **more)


def when_before(witness: Witness, day: str) -> Witness:
    """Return a witness whose sentence follows one that tells a day."""
    word = witness.report.text.split()[0]
    return replace(witness, before=((0, make_time(witness.report, word, day, day)),))


def test_what_was_over_long_ago_has_no_later_count() -> None:
    """The day of the report says when it was written, not up to when the dead of long ago were counted."""
    one = toll("Il bilancio: 30 morti.", "it", "30 morti", 30, "2031-05-02", source="Croce")
    other = toll("O balanço: 80 mortos.", "pt", "80 mortos", 80, "2031-05-04", source="Cruz Azul")
    assert kinds(one, other) == {"figure:killed": "update"}
    one, other = when_before(one, "1991-05-01"), when_before(other, "1991-05-01")
    assert kinds(one, other) == {"figure:killed": "contradiction"}
    assert "two sources" in told(one, other)[0].reason


def test_a_lower_count_of_another_source_is_no_update() -> None:
    """Nothing says that the count moved: each source has its own."""
    one = toll("Bilan: 15 morts.", "fr", "15 morts", 15, "2031-05-02", source="Préfet")
    other = toll("Balance: 12 muertos.", "es", "12 muertos", 12, "2031-05-04", source="Cruz Azul")
    assert kinds(one, other) == {"figure:killed": "scope"}


def test_a_figure_taken_back_is_no_side() -> None:
    """What a report corrects, it no longer says."""
    one = toll("Die frühere Angabe von 15 Toten ist falsch.", "de", "15 Toten", 15, "2031-05-04")
    other = toll("Balance: 12 muertos.", "es", "12 muertos", 12, "2031-05-04")
    assert kinds(one, other) == {}


def test_two_sources_in_one_report_contradict_each_other() -> None:
    """Side by side they are one count by two, though two statements of one report are not judged."""
    report = report_of("The ministry says 5 died, the network says 9 died.", "en", "2031-05-02")
    witnesses = [
        seen(
            report,
            make_statement(report, "TOLL", word, figures=[make_figure(report, word, "killed", n, n)], source=who),
        )
        for word, n, who in (("5", 5, "ministry"), ("9", 9, "network"))
    ]
    ids = tuple(sorted(w.statement.id for w in witnesses))
    claim = Claim("claim-x", "story-x", "TOLL", "", (), ids, (), (), "", (), ())
    (found,) = differ(claim, [], {w.statement.id: w for w in witnesses})
    assert (found.type, [value.value for value in found.values]) == ("contradiction", ["5", "9"])


def test_a_law_and_the_entry_it_allows_may_quarrel_over_the_count() -> None:
    """Two types are not judged in pairs; in one claim their only counts of one group are still told."""
    one = count(
        "Zugelassen sind 700 Soldaten.", "de", "700 Soldaten", 700, measure="troops", type="LAW", group="Soldaten"
    )
    other = count("Entran 900 soldados.", "es", "900 soldados", 900, measure="troops", type="DEPLOY", group="soldados")
    ids = tuple(sorted((one.statement.id, other.statement.id)))
    claim = Claim("claim-x", "story-x", "LAW", "", (), ids, (), (), "", (), ())
    (found,) = differ(claim, [], {w.statement.id: w for w in (one, other)})
    assert (found.type, found.slot) == ("contradiction", "figure:troops")


def test_a_side_names_every_statement_that_gives_its_value() -> None:
    """Also one that was judged beside nobody of the other side."""
    a = count("Kredit: 16 Millionen.", "de", "16 Millionen", 16e6, measure="money", unit="USD", type="TRANSFER")
    b = count("Crédito: 18 millones.", "es", "18 millones", 18e6, measure="money", unit="USD", type="TRANSFER")
    c = count("Prêt: 18 millions.", "fr", "18 millions", 18e6, measure="money", unit="USD", type="TRANSFER")
    witnesses = {w.statement.id: w for w in (a, b, c)}
    claim = Claim("claim-x", "story-x", "TRANSFER", "", (), tuple(sorted(witnesses)), (), (), "", (), ())
    (found,) = differ(claim, [pair(a.statement.id, b.statement.id)], witnesses)
    assert {id_ for value in found.values for id_ in value.statements} == set(witnesses)


def test_one_period_with_two_ends_is_a_quarrel() -> None:
    """Until June and until September cannot both hold, though one lies within the other."""
    one = timed("Erlaubt vom 1. April bis 30. Juni.", "de", "1. April bis 30. Juni", "2031-04-01", "2031-06-30")
    other = timed("Vale del 1 de abril al 30 de julio.", "es", "1 de abril al 30 de julio", "2031-04-01", "2031-07-30")
    within = timed("Valide du 2 au 9 mai.", "fr", "2 au 9 mai", "2031-05-02", "2031-05-09")
    assert kinds(one, other) == {"time": "contradiction"}
    assert kinds(one, within) == {"time": "precision"}


def test_what_is_planned_may_be_denied() -> None:
    """One says that it will be, of the other somebody denies it."""
    will = polar("Das Land wird den Vertrag unterzeichnen.", "de", "unterzeichnen", modality="planned")
    denied = polar("El ministro negó que vayan a firmarlo.", "es", "firmarlo", polarity="denied")
    assert kinds(will, denied) == {"polarity": "contradiction"}
    assert "will be so" in told(will, denied)[0].reason


def test_a_common_noun_of_another_language_is_no_other_source() -> None:
    """The authorities of one report may be those of another in another language."""
    one = count("There are 30 hurt.", "en", "30 hurt", 30, measure="injured", source="authorities")
    other = count("Hay 30 heridos.", "es", "30 heridos", 30, measure="injured", source="autoridades")
    assert kinds(one, other) == {}


def test_almost_a_round_number_is_the_number_below_it() -> None:
    """What is almost 1000 may be 893, rounded up."""
    one = count("Fast 1000 Verletzte.", "de", "Fast 1000", 0, measure="injured", low=None, high=1000.0, comparator="<")
    other = count("Son 893 heridos.", "es", "893 heridos", 893, measure="injured")
    above = count("Son 1200 heridos.", "es", "1200 heridos", 1200, measure="injured")
    assert kinds(one, other) == {"figure:injured": "precision"}
    assert kinds(one, above) == {"figure:injured": "contradiction"}


LAWS = [
    ("Der Kongress verabschiedete das Gesetz Nr. 31.894.", "de", "31.894", "Congress passed law 31849.", "31849", True),
    ("Wet 6415 werd aangenomen.", "nl", "6415", "Congress passed law 6.415.", "6.415", False),
    ("La ley 5521-2023 fue aprobada.", "es", "5521-2023", "Congress passed law 5521.", "5521", False),
]


@pytest.mark.parametrize(("text", "language", "number", "other_text", "other_number", "apart"), LAWS)
def test_two_numbers_of_one_law_contradict_each_other(
    text: str, language: str, number: str, other_text: str, other_number: str, *, apart: bool
) -> None:
    """However thousands are marked; and two digits that changed places are offered as the slip."""
    one, other = law(text, language, number), law(other_text, "en", other_number)
    assert kinds(one, other) == ({"instrument": "contradiction"} if apart else {})
    assert not apart or told(one, other)[0].likely == "possibly two digits were swapped"


def law(text: str, language: str, number: str) -> Witness:
    """Return a witness that rests on one law."""
    report = report_of(text, language)
    at = text.index(number)
    rests = Instrument("law", number, None, None, number, at, at + len(number))
    return seen(report, replace(make_statement(report, "LAW", text.split()[0]), instruments=(rests,)))


def test_a_common_noun_of_another_language_asks_no_poll_of_its_own() -> None:
    """A government and a governo may be one: the two shares they give are two values, not two polls."""
    one = share("62 percent of the houses burned.", "en", "62 percent", 62, "government", "houses")
    other = share("Il 68 per cento delle case brucia.", "it", "68 per cento", 68, "governo", "case")
    assert kinds(one, other) == {"figure:share": "contradiction"}


def share(text: str, language: str, verbatim: str, value: float, source: str, group: str) -> Witness:
    """Return a witness that gives a share as its source has it."""
    return count(text, language, verbatim, value, measure="share", unit="%", group=group, source=source)


def test_a_source_told_by_part_of_its_name_is_no_other_one() -> None:
    """Nor is a source with a word more."""
    one = share("62 percent of the houses burned.", "en", "62 percent", 62, "Abel Quist", "houses")
    other = share("So 62 percent of all houses burned.", "en", "62 percent", 62, "Quist", "houses")
    assert kinds(one, other) == {}
