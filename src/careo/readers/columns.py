"""What the fields of an article are called in data files, in the habits of many makers and seven languages."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from careo.text.normalise import fold

Field = Literal["title", "text", "teaser", "author", "publisher", "published", "url", "language"]

NAMES: Mapping[Field, tuple[str, ...]] = {
    "title": (
        "title", "headline", "titel", "titulo", "titre", "titolo", "kop", "schlagzeile", "uberschrift", "titular",
        "manchete", "articletitle", "newstitle", "hed", "webtitle",
    ),
    "text": (
        "text", "body", "content", "articlebody", "fulltext", "articletext", "bodytext", "maintext", "article",
        "contenttext", "contenthtml", "cleantext", "rawtext", "plaintext", "newstext", "storytext", "story",
        "inhalt", "volltext", "artikeltext", "artikel", "tekst", "inhoud", "texto", "contenido", "cuerpo", "conteudo",
        "corpo", "texte", "contenu", "corps", "testo", "contenuto", "articolo",
    ),
    "teaser": (
        "summary", "description", "teaser", "abstract", "lead", "excerpt", "standfirst", "zusammenfassung", "vorspann",
        "samenvatting", "resumen", "entradilla", "resumo", "chapo", "sommario", "snippet",
    ),
    "author": (
        "author", "authors", "byline", "creator", "writer", "journalist", "autor", "autoren", "auteur", "auteurs",
        "autores", "autora", "autore", "autori", "verfasser", "schrijver", "by",
    ),
    "publisher": (
        "publisher", "outlet", "sourcename", "publication", "newspaper", "medium", "site", "sitename", "website",
        "source", "quelle", "zeitung", "herausgeber", "bron", "krant", "uitgever", "fuente", "medio", "periodico",
        "editor", "fonte", "veiculo", "jornal", "editora", "journal", "editeur", "testata", "giornale", "editore",
        "mediname", "medianame", "domain",
    ),
    "published": (
        "published", "datepublished", "publishedat", "publisheddate", "publishedon", "publicationdate", "publishdate",
        "datepublication", "pubdate", "publishtime", "publicationtime", "firstpublished", "webpublicationdate",
        "date", "datetime", "day", "seendate", "veroffentlicht", "veroffentlichungsdatum", "erschienen", "datum",
        "publicatiedatum", "gepubliceerd", "fecha", "fechapublicacion", "fechadepublicacion", "publicado", "data",
        "datapublicacao", "datadepublicacao", "datedepublication", "publie", "publiele", "datapubblicazione",
        "datadipubblicazione", "pubblicato", "pubblicatoil",
    ),
    "url": (
        "url", "link", "permalink", "canonicalurl", "articleurl", "weburl", "sourceurl", "source", "uri", "href",
        "adresse", "enlace", "lien", "address",
    ),
    "language": (
        "language", "lang", "inlanguage", "languagecode", "locale", "sprache", "taal", "idioma", "lengua", "lingua",
        "langue",
    ),
}  # fmt: skip
"""Names as `spelling` gives them, the surest first; the days of a change or of a capture are no publication."""

_NO_LETTER = re.compile(r"[^a-z0-9]+")


def spelling(name: str) -> str:
    """Return a field's name as it is looked up: small letters without accents, spaces and marks."""
    return _NO_LETTER.sub("", fold(name))


@lru_cache(maxsize=256)
def chosen(names: tuple[str, ...]) -> Mapping[Field, list[str]]:
    """Return for each field which of a file's names stand for it, the surest first."""
    spelt: dict[str, str] = {}
    for name in names:
        spelt.setdefault(spelling(name), name)
    found = {field: [spelt[known] for known in all_ if known in spelt] for field, all_ in NAMES.items()}
    return {field: own for field, own in found.items() if own}
