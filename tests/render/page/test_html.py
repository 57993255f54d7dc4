"""The page of a story."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from lxml import html

from careo.model.inferred import Change, Claim, Dossier, Version
from careo.render.page.html import page
from careo.render.sealing.seal import check_page
from tests.render.factory import report
from tests.render.sample import dossier


@cache
def _page() -> str:
    return page(dossier(), version="0.0.1")


@cache
def _tree() -> html.HtmlElement:
    return html.document_fromstring(_page())


def _words(path: str) -> str:
    return " ".join(" ".join(node.text_content() for node in _tree().xpath(path)).split())


def test_same_input_same_bytes() -> None:
    """The same dossier gives the same page, letter for letter."""
    assert page(dossier(), version="0.0.1") == _page()


def test_nothing_remote() -> None:
    """No attribute and no style of the page leads out of it."""
    for node in _tree().iter():
        for name, value in node.attrib.items():
            if name in ("src", "href", "srcset", "action", "poster", "data", "background"):
                assert value.startswith(("#", "data:")), (node.tag, name, value)
    style = _words("//style")
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import)\b", _words("//script[not(@type)]"))


def test_policy() -> None:
    """The page forbids everything but its own style and script."""
    policy = _tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "//" not in re.sub(r"'sha256-[^']+'", "", policy)
    assert not _tree().xpath("//*[@style or @onclick or @onload]")


def test_ids_and_links() -> None:
    """Every id is there once, and every link leads to one."""
    ids = _tree().xpath("//@id")
    assert len(ids) == len(set(ids))
    links = set(_tree().xpath("//a/@href"))
    assert {link[1:] for link in links} <= set(ids)
    named = " ".join(_tree().xpath("//@aria-labelledby")).split()
    assert set(named) <= set(ids)


def test_every_sentence_leads_to_its_place() -> None:
    """Each quoted sentence has a link to the report, where the same sentence begins."""
    for quoted in _tree().xpath("//blockquote"):
        link = quoted.xpath("following-sibling::p[1]/a/@href")[0]
        place = _tree().get_element_by_id(link[1:])
        assert " ".join(quoted.text_content().split()).startswith(place.text_content().strip())


def test_headings_in_order() -> None:
    """One first heading, and no level is skipped on the way down."""
    levels = [int(node.tag[1]) for node in _tree().xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_order_of_sections() -> None:
    """The short answers come first, then differences, lines, lifecycles, the map, claims, names, origins, texts."""
    assert _tree().xpath("//main/section/@id") == [
        "glance", "differences", "timeline", "lines", "chains", "map", "registers", "network", "claims", "coverage",
        "entities", "origins", "reports", "unread", "limits",
    ]  # fmt: skip


def test_header() -> None:
    """The header counts what is there and names the report without a date."""
    words = _words("//header")
    for count in (
        "3 reports",
        "3 languages",
        "2 outlets",
        "3 independent origins",
        "5 claims",
        "5 differences",
    ):
        assert count in words
    assert "1 report: outlet unknown" in words
    assert "no date found for report 3" in words
    assert "1 input not used" in words


def test_differences_side_by_side() -> None:
    """A difference shows both values, both sentences, its reason, and a possible explanation as such."""
    words = _words("//article[@data-kind='name_variant']")
    assert "Ilse Marwik against Else Marwick" in words
    assert "Report 1 German Talhafener Bote 15 May 2024" in words
    assert "Minister Else Marwick ontkent" in words
    assert "Why it is listed: Same office in the same meeting." in words
    assert "Possible explanation, not applied: A slip of one letter each." in words


def test_contradictions_first() -> None:
    """Contradictions stand above differences in which both can be right."""
    kinds = _tree().xpath("//article/@data-kind")
    assert kinds == ["contradiction", "contradiction", "name_variant", "precision", "precision"]


def test_slots_in_words() -> None:
    """Figures and dates are shown as written and in plain words."""
    words = _words("//section[@id='claims']")
    assert "almost or under 70 persons" in words
    assert "vague: read as 24 to 99 persons" in words
    assert "1 November, year unknown" in words
    assert "denied by Else Marwick" in words
    assert "authorised, not said to have happened" in words
    assert "carried over from: Das Inselparlament von Norwarden hat am 14. Mai 2024" in words


def test_shared_claims_first() -> None:
    """Claims of several reports come first; those of one report are folded away by type, with their number."""
    assert _tree().xpath("//section[@id='claims']/article/@id") == ["c1", "c2", "c3"]
    assert _words("//section[@id='claims']/details/summary") == "Forces sent or stationed 1 Other happenings 1"


def test_marks() -> None:
    """Trigger and slots are marked in the sentence; what each means stands in the list below it, or at the mark."""
    first = {(mark.text, mark.get("class")) for mark in _tree().xpath("//article[@id='c1']//blockquote//mark")}
    assert {("genehmigt", "trigger"), ("120 Pionieren", "figure")} <= first
    assert "how many: troops 120 Pionieren" in _words("//article[@id='c1']//dl//dt | //article[@id='c1']//dl//dd")
    alone = {(mark.text, mark.get("title")) for mark in _tree().xpath("//article[@id='c4']//blockquote//mark")}
    assert ("120 Pionieren", "how many: troops") in alone


def test_unsure_pairs_are_offered() -> None:
    """A pair the engine was unsure of is shown as a doubt and not joined."""
    assert "May say the same as 1 other claim; not joined claim 4: Both name troops" in _words("//article[@id='c1']")


def test_entities() -> None:
    """Spellings stand under their entity, and what may be the same is offered with the reason."""
    words = _words("//section[@id='entities']")
    assert "Possibly the same as Else Marwick, not joined: same office, names one letter apart" in words
    assert "Talhafen German, 1 mention; Spanish, 1 mention: 3 unknown outlet Talhaven Dutch, 1 mention" in words


def test_reports_in_full() -> None:
    """Furniture, updates and credit lines are labelled, and each part has its language."""
    words = _words("//article[@id='r1']")
    assert "furniture: not used Helfen Sie uns & spenden Sie <heute>!" in words
    assert "credit line, news agency: nwa(nwa)" in words
    assert "Date read from 2024-05-15T08:00:00+02:00" in words
    assert "update, 20 May 2024" in _words("//article[@id='r2']")
    assert _tree().xpath("//article[@id='r3']//p[@data-piece]/@lang") == ["es"]
    assert "Published no date found" in _words("//article[@id='r3']")


def test_skips_and_limits() -> None:
    """What could not be used stands on the page with its reason; the version does, the time does not."""
    assert "in/leer.pdf reading The file has no text in it." in _words("//section[@id='unread']")
    assert "careo 0.0.1" in _words("//footer")


def test_hostile_text() -> None:
    """Markup in a report is text on the page, wherever it stands."""
    nasty = '</script><script>alert(1)</script><img src="https://x.example/a.png"> data-at="r1:0:3" <!-- \u2028'
    whole = dossier()
    hostile = replace(
        whole,
        reports=(*whole.reports, report(nasty, "en", title=nasty, publisher=nasty)),
        story=replace(whole.story, title=nasty),
    )
    made = page(hostile, version="0.0.1")
    assert check_page(made) == ()
    tree = html.document_fromstring(made)
    assert len(tree.xpath("//script")) == 2
    assert not tree.xpath("//img")
    assert nasty in tree.xpath("//header")[0].text_content()


def test_the_page_says_where_its_quality_is_told() -> None:
    """Limits and footer name the command that says what is got right, by language."""
    tree = html.document_fromstring(page(dossier(), version="0.0.1"))
    for part in ("//*[@id='limits']", "//footer"):
        assert "careo quality" in [code.text for code in tree.xpath(f"{part}//code")]
    assert tree.xpath("//footer//a/@href") == ["#limits"]


def test_right_to_left() -> None:
    """A report in a right-to-left language says so; one of unknown language leaves it to the browser."""
    whole = dossier()
    more = (report("الجسر مغلق", "ar"), report("12 : 3", "und"))
    tree = html.document_fromstring(page(replace(whole, reports=(*whole.reports, *more)), version="0.0.1"))
    assert tree.xpath("//article[@id='r4']//p[@data-piece]/@dir") == ["rtl"]
    assert tree.xpath("//article[@id='r5']//p[@data-piece]/@dir") == ["auto"]
    assert tree.xpath("//article[@id='r5']//p[@data-piece]/@lang") == [""]


def test_empty_story() -> None:
    """A story in which nothing was found still makes a page, which says so."""
    whole = dossier()
    none: tuple[Claim, ...] = ()
    bare = Dossier(whole.story, whole.reports, (), (), (), (), (), none, (), ())
    made = page(bare, version="0.0.1")
    assert check_page(made) == ()
    assert "No difference was found" in made
    assert "Everything that was handed in could be used" in made


def test_a_version_shows_what_was_changed() -> None:
    """A later version names the one before it, says why, and shows each paragraph that differs; both are one origin."""
    whole = dossier()
    old, new = whole.reports[0], report("Ein neuer Absatz.", "de")
    version = Version("version-1", new.id, old.id, 1.0, "one address, fetched later", (Change("added", None, (0, 17)),))
    changed = replace(whole, reports=(*whole.reports, new), versions=(version,))
    tree = html.document_fromstring(page(changed, version="0.0.1"))
    [shown] = tree.xpath("//article[@id='r4']/div[@class='version']")
    words = " ".join(shown.text_content().split())
    assert "1 paragraph added. Both are one witness. one address, fetched later" in words
    assert shown.xpath(".//ins/text()") == ["Ein neuer Absatz."]
    assert "3 independent origins" in " ".join(tree.xpath("//header")[0].text_content().split())
