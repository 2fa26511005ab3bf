"""The probability that a question is usable, in words for the teacher, in the language of the page."""

from collections.abc import Collection

from quizengine.generation.usability import Usability
from quizengine.web.render.languages import gettext, later

DRAWBACKS = (
    later("it has a gap in place of a question"),
    later("its sentence with a gap is so short that it may tell too little"),
    later("it holds a clause of its own"),
    later("its stem is long"),
    later("its stem may leave open which one is meant"),
    later("its stem may leave open who is meant"),
    later("its stem may leave open when"),
    later("the words quoted may point to what is told elsewhere"),
    later("its stem names nobody and nothing"),
    later("its stem names nothing that the article is about"),
    later("its stem names little of what the title names"),
    later("its stem may compare or add to what is told elsewhere"),
    later("the words quoted are about whoever says them"),
    later("it may tell what had been before something else"),
    later("it leaves out how its sentence begins"),
    later("it has to name the article to be clear"),
    later("its stem has a capital where a sentence may have been cut"),
    later("its stem is interrupted by brackets or dots"),
    later("it has fewer than four options"),
    later("its wrong options may be ruled out by sense"),
    later("its options are not alike in form"),
    later("the sentence it rests on is hard to analyse"),
    later("the sentence it rests on matters little in the article"),
    later("it is told in passing, inside a paragraph"),
    later("the article comes back to nothing that it names"),
    later("it asks for a term of a news report"),
    later("it asks for a figure of a news report"),
    later("facts of a text that is no news report are asked well less often"),
    later("it asks for the year of something that may matter little"),
    later("it asks for a detail about somebody's relatives"),
    later("it asks in general what somebody did or said"),
    later("the title of the article gives the name away"),
    later("it asks for somebody whom the article names only in passing"),
    later("it asks for a cause and names nobody whom the article is about"),
)
"""The drawbacks that `quizengine.generation.usability` tells; one that is not here is shown in English."""


def how_usable(known: Usability) -> str:
    """Return how many in ten such questions can be used as they stand."""
    tenths = round(10 * known.probability)
    if not tenths:
        return gettext("Fewer than 1 in 10 questions of this kind can be used as they stand.")
    if tenths == 10:
        return gettext("Nearly all questions of this kind can be used as they stand.")
    return gettext("About %(number)s in 10 questions of this kind can be used as they stand.", number=tenths)


def how_usable_at_best(known: Collection[Usability]) -> str:
    """Return how many in ten questions like the most likely of these can be used; empty where it is not known."""
    tenths = round(10 * max((one.probability for one in known), default=0))
    if not tenths:
        return ""
    told = later("Of questions like the best of them, about %(number)s in 10 can be used as they stand.")
    return gettext(told, number=tenths)


def weak_points(known: Usability) -> str:
    """Return what pulls the figure down, in a sentence; empty if nothing does."""
    if not known.drawbacks:
        return ""
    return gettext("What may be weak: %(points)s.", points="; ".join(gettext(one) for one in known.drawbacks))
