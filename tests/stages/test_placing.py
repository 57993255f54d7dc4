"""Which names of a report are places, and which places they are."""

from pathlib import Path

import pytest
from tests.make import make_report

from careo.engines.gazetteer import FileGazetteer
from careo.engines.plain import PlainTagger
from careo.model.seen import Mention, Place
from careo.stages.annotate import annotate
from careo.stages.deciding.settle import Settled
from careo.stages.resolve import Named, resolve

GAZETTEER = FileGazetteer()


def mentions(text: str, language: str, gazetteer: FileGazetteer = GAZETTEER) -> tuple[Mention, ...]:
    return annotate(make_report(text, language=language), PlainTagger(), gazetteer).mentions


def places(text: str, language: str, gazetteer: FileGazetteer = GAZETTEER) -> dict[str, Place]:
    return {m.verbatim: m.value for m in mentions(text, language, gazetteer) if isinstance(m.value, Place)}


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("The mayor of Perth met the Scottish minister in Edinburgh.", "en", "Perth", "GB"),
        ("The mayor of Perth flew to Sydney, Australian media said.", "en", "Perth", "AU"),
        ("Un juez de Cartagena, Colombia, citó a los testigos.", "es", "Cartagena", "CO"),
        ("Un juez de Cartagena, en Murcia, citó a los testigos.", "es", "Cartagena", "ES"),
    ],
)
def test_the_report_tells_homonyms_apart(text: str, language: str, name: str, country: str) -> None:
    """Which place a name means is told by the countries and places named beside it."""
    place = places(text, language)[name]
    assert place.country == country
    assert place.lat is not None


def test_what_is_unsure_stays_open() -> None:
    """Two places that fit alike leave the name unknown, with both as candidates."""
    place = places("The fire in Springfield was put out on Monday.", "en")["Springfield"]
    assert (place.country, place.lat, place.lon, place.parents) == (None, None, None, ())
    assert len(place.candidates) > 1


def test_what_the_report_calls_a_place_is_kept_beside_what_it_is() -> None:
    """A town that is called a province keeps both words, so that the difference can be noticed."""
    place = places("In der Provinz Tacna in Peru und in der Provinz Moquegua fehlt Wasser.", "de")["Tacna"]
    assert (place.stated_kind, place.kind) == ("Provinz", "region")
    town = places("In der Provinz Pucallpa in Peru fehlt Wasser.", "de")["Pucallpa"]
    assert (town.stated_kind, town.kind) == ("Provinz", "town")


def test_a_mine_is_not_the_town_of_its_name() -> None:
    """A river, mine or base is never taken for a town; without a list that has it, it stays unknown."""
    place = places("La mina Concepción, en Chile, cerró el lunes.", "es")["Concepción"]
    assert (place.country, place.lat) == (None, None)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Bergers zochten bij Bergen op Zoom naar de schipper.", "nl", "Bergen op Zoom"),
        ("La marcha llegó a San Salvador de Jujuy el lunes.", "es", "San Salvador de Jujuy"),
        ("In Rothenburg ob der Tauber tagte der Rat.", "de", "Rothenburg ob der Tauber"),
    ],
)
def test_a_long_name_is_one_place(text: str, language: str, name: str) -> None:
    """A name with small words inside is one place, not a short one and a rest."""
    assert name in places(text, language)


def test_a_surname_is_no_village() -> None:
    """Somebody's name is no place, even where a village is called alike."""
    found = places("Ana Lugo sprach in Wien. Lugo lehnte ab, und Lugo ging.", "de")
    assert set(found) == {"Wien"}


def test_the_users_place_is_found_where_no_word_says_place(tmp_path: Path) -> None:
    """A place of the user's list is recognised by its name alone and has its coordinates."""
    path = tmp_path / "mine.csv"
    path.write_text("name,kind,country,lat,lon\nCerro Umbrío,mine,PE,-14.1,-72.3\n", "utf-8")
    place = places("La empresa cerró Cerro Umbrío el lunes.", "es", FileGazetteer(str(path)))["Cerro Umbrío"]
    assert (place.kind, place.lat, place.lon) == ("mine", -14.1, -72.3)


def test_a_place_is_one_entity_across_languages() -> None:
    """The names a town has in several languages become one entity, its namesake elsewhere another."""
    texts = [("In Mailand ruhte der Verkehr.", "de"), ("A Milano il traffico è fermo.", "it")]
    texts += [("The fire in Milan, Tennessee, was put out.", "en"), ("En Milán no hubo tráfico.", "es")]
    named = [Named(str(n), language, mentions(text, language)) for n, (text, language) in enumerate(texts)]
    found = [
        sorted({n.text for n in entity.names}) for entity in resolve(named, Settled((), ())) if entity.type == "place"
    ]
    assert ["Mailand", "Milano", "Milán"] in found
    assert ["Milan"] in found


def test_without_a_gazetteer_towns_stay_unknown() -> None:
    """Without a gazetteer only countries and large regions are known."""
    found = annotate(make_report("In Wien und Kenia regnet es.", language="de"), PlainTagger()).mentions
    assert [m.value.country for m in found if isinstance(m.value, Place)] == [None, "KE"]
