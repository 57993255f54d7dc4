"""Figures that others published on the same sets: printed beside careo's, never measured here, never a floor."""

from dataclasses import dataclass

from eval.score import Score


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of a measure from elsewhere."""

    scores: tuple[Score, ...] = ()
    """Each with the tool's name in its measure, as `eval.beside` puts it in a column; the count is not told."""
    notes: tuple[str, ...] = ()
    """Where they come from and how far they compare; also where nothing was found."""


PUBLISHED = {
    "name_pairs": Published(
        scores=(
            Score("name_pairs", "cases", "all", "precision (LogicV2)", 0.762, 0),
            Score("name_pairs", "cases", "all", "recall (LogicV2)", 0.821, 0),
            Score("name_pairs", "cases", "all", "f1 (LogicV2)", 0.79, 0),
        ),
        notes=(
            "note: LogicV2 is nomenklatura's matcher, run by its authors on these pairs, which are theirs. They call a"
            " match what a screener should see; careo joins only what it calls the same (`same right`).",
        ),
    ),
    "episodes": Published(
        notes=(
            "note: on all parts of OG2021 Event Registry's own clusters have B-cubed F1 .546 and the makers' automatic"
            " ones, before correction by hand, .937 (the gold was made of them); title vectors with a threshold reached"
            " .53 on these titles.",
        ),
    ),
    "meantime": Published(
        scores=(Score("meantime", "meantime", "en", "factuality error (DLGRN)", 0.279, 0),),
        notes=(
            "note: in `factuality error` lower is better. DLGRN (doi:10.1016/j.ipm.2021.102836) is trained on a part of"
            " the set and measured on all events of another; its figure is from a summary, the paper was not at hand.",
            "note: no published figure was found for participants, sources, times and coverage, nor for polarity,"
            " certainty and future one by one, on the English part of the set (Minard et al. 2016).",
        ),
    ),
    "main_event": Published(
        scores=(
            Score("main_event", "giveme5w1h", "en", "four precision (Giveme5W1H)", 0.82, 0),
            Score("main_event", "giveme5w1h", "en", "six precision (Giveme5W1H)", 0.73, 0),
        ),
        notes=(
            "note: Giveme5W1H's precision (Hamborg, Breitinger and Gipp 2019, arXiv:1909.02766) was judged by three"
            " people on 120 articles; careo's is counted against coders' phrases. Six: with why and how, which careo"
            " does not answer.",
        ),
    ),
}
"""By measure."""
