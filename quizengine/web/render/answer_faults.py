"""Describes what is wrong with an answer that a student has sent."""

from quizengine.quiz.grading import Misread, reading_problem
from quizengine.quiz.parts import Gap, Key
from quizengine.web.render.languages import gettext, page_language

LONGEST_TEXT = 1000
"""Characters in a gap."""
LONGEST_SENTENCES = 10_000
"""Characters in an answer in sentences: some four pages."""


def fault_of_text(part: Gap, text: str, key: Key | None) -> str:
    """Return what is wrong with a typed text, in words; empty if nothing is."""
    most = LONGEST_SENTENCES if part.expects == "sentences" else LONGEST_TEXT
    if len(text) > most:
        figure = page_language().figure
        return gettext(
            "Your answer has %(found)s characters. Shorten it to %(most)s or fewer.",
            found=figure(len(text)),
            most=figure(most),
        )
    found = reading_problem(part, (text,), key)
    return _not_read(found) if found else ""


def _not_read(found: Misread) -> str:
    """Say what to type in place of what cannot be read as a number, with examples in the quiz's own locale."""
    first, second = found.instead
    words = {"typed": found.typed, "first": first, "second": second}
    if found.why == "no unit":
        return gettext("“%(typed)s” has no unit. Write the number with its unit.", typed=found.typed)
    if found.why == "twofold":
        return gettext(
            "“%(typed)s” can be read in two ways. Write %(first)s or %(second)s, whichever you mean.", **words
        )
    return gettext(
        "“%(typed)s” cannot be read as a number. Write digits, for example %(first)s or %(second)s.", **words
    )


def fault_of_places(sent: list[str]) -> str:
    """Return what is wrong with the places given to the lines of an order, in words; empty if nothing is."""
    places = [place for place in sent if place]
    twice = sorted((place for place in set(places) if places.count(place) > 1), key=int)
    if twice:
        return gettext("You gave place %(place)s more than once. Give each place to one line.", place=twice[0])
    if places and len(places) < len(sent):
        return gettext("Some lines have no place yet. Give a place to every line, or to none to skip the question.")
    return ""
