"""Statements beside MEANTIME: how its files are read and how the figures are counted."""

from pathlib import Path

import pytest
from eval.meantime import compared, factuality, matched, meantime
from eval.meantime_gold import Story, last_words, stories
from eval.score import Score, SetMissing

from careo.engines.plain import PlainTagger
from careo.model.seen import Source, Statement
from tests.make import make_report
from tests.render.factory import Maker, time

SENTENCES = (
    "Harbour sold",
    "May 3 , 2019",
    "The firm Norvik sold the harbour on Monday .",
    "It will not rebuild the pier before June , said Ada Lund .",
    "Norvik closed the yard .",
)
"""The last one is not annotated."""
MARKS = (
    ("ENTITY_MENTION", 1, "head='Norvik'", (7, 8, 9)), ("ENTITY_MENTION", 2, "head=''", (16,)),
    ("ENTITY_MENTION", 3, "head=''", (26, 27)), ("ENTITY_MENTION", 4, "head=''", (20, 21)), ("VALUE", 5, "", (12,)),
    ("EVENT_MENTION", 10, "polarity='POS' certainty='CERTAIN' time='NON_FUTURE'", (10,)),
    ("EVENT_MENTION", 11, "polarity='NEG' certainty='CERTAIN' time='FUTURE'", (19,)),
    ("EVENT_MENTION", 12, "polarity='POS' certainty='CERTAIN' time='NON_FUTURE'", (25,)),
    ("EVENT_MENTION", 13, "polarity='' certainty='' time=''", (17,)),
    ("TIMEX3", 20, "functionInDocument='CREATION_TIME' value='2019-05-03'", (3, 4, 5, 6)),
    ("TIMEX3", 21, "functionInDocument='NONE' value='2019-04-29'", (14,)),
    ("TIMEX3", 22, "functionInDocument='NONE' value='2019-06'", (23,)),
    ("EVENT", 30, "class='OTHER'", ()), ("EVENT", 31, "class='SPEECH_COGNITIVE'", ()),
    ("EVENT", 32, "class='GRAMMATICAL'", ()), ("ENTITY", 40, "", ()),
)  # fmt: skip
LINKS = (
    ("REFERS_TO", "", ("1", "2"), "40"), ("REFERS_TO", "", ("10",), "30"), ("REFERS_TO", "", ("11",), "30"),
    ("REFERS_TO", "", ("12",), "31"), ("REFERS_TO", "", ("13",), "32"),
    ("HAS_PARTICIPANT", "sem_role='Arg0'", ("10",), "1"), ("HAS_PARTICIPANT", "sem_role='Arg1'", ("10",), "5"),
    ("HAS_PARTICIPANT", "sem_role='Arg0'", ("11",), "2"), ("HAS_PARTICIPANT", "sem_role='Arg1'", ("11",), "4"),
    ("HAS_PARTICIPANT", "sem_role='Arg0'", ("12",), "3"), ("SLINK", "", ("12",), "11"),
    ("TLINK", "reltype='INCLUDES'", ("21",), "10"), ("TLINK", "reltype='BEFORE'", ("11",), "22"),
    ("TLINK", "reltype='IS_INCLUDED'", ("12",), "20"),
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one document in two versions of the annotation, as the set has them."""
    words = [(number, word) for number, line in enumerate(SENTENCES) for word in line.split()]
    tokens = "".join(f'<token sentence="{n}" t_id="{at}">{word}</token>' for at, (n, word) in enumerate(words, 1))
    marks = links = ""
    for tag, key, more, anchors in MARKS:
        places = "".join(f"<token_anchor t_id='{at}'/>" for at in anchors)
        marks += f"<{tag} m_id='{key}' {more}>{places}</{tag}>"
    for tag, more, ends, target in LINKS:
        sources = "".join(f"<source m_id='{one}'/>" for one in ends)
        links += f"<{tag} {more}>{sources}<target m_id='{target}'/></{tag}>"
    for name in ("intra-doc", "intra_cross-doc"):
        folder = tmp_path / "meantime" / "en_cat" / name
        folder.mkdir(parents=True)
        whole = f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{links}</Relations></Document>"
        (folder / "1_harbour.xml").write_text(whole, encoding="utf-8")
    return tmp_path


@pytest.fixture
def story(data: Path) -> Story:
    """The one document."""
    (found,) = stories(data / "meantime" / "en_cat")
    return found


def values(scores: list[Score]) -> dict[str, float]:
    return {score.measure: score.value for score in scores}


def test_a_document_is_read_with_its_relations(story: Story) -> None:
    """Spans stand on their words; an entity reaches over its mentions; values and mere limits of time do not count."""

    def said(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [story.text[start:end] for start, end in spans]

    sold, rebuild, saying, grammatical = story.events
    assert said((*sold.words, *rebuild.words, *saying.words)) == ["sold", "rebuild", "said"]
    assert [(one.role, said(one.spans)) for one in sold.participants] == [("Arg0", ["Norvik", "It"])]
    assert [said(one.spans) for one in rebuild.participants] == [["It", "Norvik"], ["pier"]]
    assert [said(one.times) for one in story.events] == [["Monday"], [], [], []]
    assert [one.kind for one in story.events] == ["OTHER", "OTHER", "SPEECH_COGNITIVE", "GRAMMATICAL"]
    assert [(said(one.words), said(one.source), [said(words) for words in one.said]) for one in story.sayings] == [
        (["said"], ["Lund"], [["rebuild"]])
    ]
    assert grammatical.polarity == ""
    assert (story.anchor, story.text[: story.limit][-9:]) == ("2019-05-03", "Ada Lund.")


def told(story: Story) -> list[Statement]:
    """Two statements as an extractor might make them: the first whole, the second wrong in its actor and polarity."""
    made = Maker(make_report(story.text))
    first, second = story.text.split("\n\n")[2:4]
    spoken = Source("Ada Lund", "other", "said", "neutral", *made.span("Ada Lund"))
    return [
        made.statement(
            "TRANSFER", first, "sold the", actors=(made.actor("giver", "Norvik"),),
            times=(time(made, "Monday", "2019-04-29", "2019-04-29", "day"),),
        ),
        made.statement(
            "OTHER", second, "rebuild", modality="planned", actors=(made.actor("subject", "Lund"),),
            times=(time(made, "June", "2019-06", "2019-06", "month"),), attribution=(spoken,),
        ),
    ]  # fmt: skip


def test_slots_are_counted_on_the_events_that_statements_meet(story: Story) -> None:
    """Two of three participants are not named, one of two actors is none; a mere limit of time is no time."""
    found = values(compared([(story, told(story))]))
    assert (found["participants precision"], found["participants recall"]) == (0.5, 0.3333)
    assert (found["Arg0 recall"], found["Arg1 recall"]) == (0.5, 0.0)
    assert (found["times precision"], found["times recall"]) == (0.5, 1.0)
    assert (found["source precision"], found["source recall"]) == (1.0, 1.0)
    assert (found["events covered"], found["events covered by type"]) == (0.6667, 0.3333)
    assert (found["speech covered"], found["speech covered by type"]) == (0.0, 0.0)


def test_facts_stand_beside_the_commonest_value(story: Story) -> None:
    """A negation that is missed costs the whole scale; the rule that never looks is counted on the same events."""
    found = values(factuality(matched(story.events, told(story))))
    assert (found["polarity"], found["polarity (commonest)"]) == (0.5, 0.5)
    assert (found["certainty"], found["future"]) == (1.0, 1.0)
    assert (found["factuality error"], found["factuality error (commonest)"]) == (3.0, 3.0)


def test_an_event_has_one_statement_at_most(story: Story) -> None:
    """Two statements at one word are one pair, and the event of another word is left alone."""
    first, _ = told(story)
    assert [event.words for event, _ in matched(story.events, [first, first])] == [story.events[0].words]


def test_the_whole_measure_runs_on_the_folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Own statements are compared, the document once; without the set the measure says what it looked for."""
    scores = {score.measure: score for score in meantime(data, PlainTagger())}
    assert scores["events covered"].count == 3
    assert all(0 <= score.value <= 6 for score in scores.values())
    with pytest.raises(SetMissing, match="meantime/en_cat"):
        meantime(tmp_path_factory.mktemp("empty"), PlainTagger())


def test_a_piece_of_a_mention_does_not_name_it(story: Story) -> None:
    """Whoever stands in a speaker's mention without being its head is somebody else."""
    made = Maker(make_report(story.text))
    speech = story.text.split("\n\n")[3]
    shares = []
    for words in ("Ada Lund", "Ada"):
        one = made.statement("SAY", speech, "said", actors=(made.actor("speaker", words),))
        found = values(compared([(story, [one])]))
        shares.append((found["source precision"], found["participants precision"]))
    assert shares == [(1.0, 1.0), (0.0, 0.0)]


def test_a_mention_without_a_head_has_one_for_each_part() -> None:
    """The last word before what follows counts; a list has as many heads as members."""
    text = "They asked Norvik officials in Sundby and the harbour master , Ada Lund ."
    heads = last_words(text, (len("They asked "), len(text) - 2))
    assert [text[start:end] for start, end in heads] == ["officials", "master", "Lund"]
