"""How quiz games and learning platforms mark responses by what stands in a file: what tests hold our files to.

Each rule follows from what the makers of the target document, or from its published source; none looks at our keys.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from html import unescape
from typing import Any

from quizengine.formats.content.interactions import ExportedQuestion, PairMatching, Sequencing
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.quiz.parts import Choice, Response
from quizengine.quiz.questions import fixed_parts

Given = Sequence[str]
"""What somebody chose, ordered or typed, in words: one text for each choice, place, pair or gap."""
Marking = Callable[[Given], Fraction]

NOTHING, ALL = Fraction(0), Fraction(1)


def given_words(one: ExportedQuestion, response: Response) -> list[str]:
    """A response in words: the options chosen, in their order, the partner of each left side, or what is typed."""
    shown = one.interaction
    if isinstance(shown, PairMatching):
        rights = {option.id: option.text for option in shown.rights}
        names = [response.get(f"pair-{left.id}", ()) for left, _ in shown.pairs]
        return [rights[chosen[0]] if chosen else "" for chosen in names]
    options = {
        option.id: option.text
        for part in fixed_parts(one.question)
        if isinstance(part, Choice)
        for option in part.options
    }
    if isinstance(shown, Sequencing):
        options = {option.id: option.text for option in shown.options}
    if options:
        return [options[ident] for given in response.values() for ident in given]
    return ["".join(given) for given in response.values()]


def one_set(key: Iterable[str]) -> Marking:
    """All marks for exactly the right options, as Kahoot, Wayground, Google Forms and Brightspace give by default."""
    right = {" ".join(text.split()) for text in key}
    return lambda given: Fraction({" ".join(text.split()) for text in given} == right)


def any_of(key: Iterable[str]) -> Marking:
    """All marks for one of the right options: in Blooket a player chooses one, whichever of the right ones."""
    right = {" ".join(text.split()) for text in key}
    return lambda given: Fraction(len(given) == 1 and " ".join(given[0].split()) in right)


def one_of_texts(accepted: Iterable[str], *, cased: bool = False) -> Marking:
    """All marks for a text that is, blanks at its ends aside, the same sign by sign; capitals count where said."""
    fold = (lambda text: text.strip()) if cased else (lambda text: text.strip().lower())
    right = {fold(text) for text in accepted}
    return lambda given: Fraction(fold("".join(given)) in right and bool("".join(given).strip()))


def number_within(middle: Decimal, margin: Decimal) -> Marking:
    """All marks for a figure within a margin, the ends included, as Blackboard marks a numeric question."""

    def marked(given: Given) -> Fraction:
        try:
            return Fraction(abs(Decimal("".join(given)) - middle) <= margin)
        except InvalidOperation:
            return NOTHING

    return marked


def part_by_part(parts: Sequence[Marking]) -> Marking:
    """The share of the parts that are right: pairs, places, gaps."""
    return lambda given: sum((mark([text]) for mark, text in zip(parts, given, strict=False)), NOTHING) / len(parts)


def whole_only(parts: Sequence[Marking]) -> Marking:
    """All marks if every part is right, else none."""
    shares = part_by_part(parts)
    return lambda given: Fraction(shares(given) == ALL and len(given) == len(parts))


def blackboard(row: Sequence[str]) -> Marking:
    """A row of Blackboard's upload: choices as a whole, pairs and places one by one, texts without capitals."""
    kind, _, *cells = row
    words = [html_to_text(cell) for cell in cells]
    match kind:
        case "TF":
            return one_set([cells[0].capitalize()])
        case "MC" | "MA":
            verdicts = zip(words[::2], cells[1::2], strict=True)
            return one_set([text for text, verdict in verdicts if verdict == "correct"])
        case "FIB":
            return one_of_texts(cells)
        case "FIB_PLUS":
            gaps = [gap.split("\t")[1:] for gap in "\t".join(cells).split("\t\t")]
            return part_by_part([one_of_texts(gap) for gap in gaps])
        case "NUM":
            return number_within(Decimal(cells[0]), Decimal(cells[1]))
        case "ESS":
            return lambda given: NOTHING  # until a teacher marks it
        case "MAT":
            return part_by_part([one_set([text]) for text in words[1::2]])
        case "ORD":
            return part_by_part([one_set([text]) for text in words])
    raise AssertionError(kind)


def brightspace(rows: Sequence[Sequence[str]]) -> Marking:
    """The rows of one question for Brightspace: by its own help, All or nothing, or each pair and place its part."""
    named: dict[str, list[Sequence[str]]] = {}
    for name, *cells in rows:
        named.setdefault(name, []).append(cells)
    kind, (scoring, *_) = named["NewQuestion"][0][0], named.get("Scoring", [[""]])[0]
    together = whole_only if scoring == "AllOrNothing" else part_by_part
    match kind:
        case "TF":
            return one_set([word.capitalize() for word in ("TRUE", "FALSE") if named[word][0][0] == "100"])
        case "MC":
            return one_set([cells[1] for cells in named["Option"] if cells[0] == "100"])
        case "MS":
            assert scoring == "AllOrNothing"  # by any other of its rules, a wholly right choice may earn less than all
            return one_set([cells[1] for cells in named["Option"] if cells[0] == "1"])
        case "SA":
            cased = any("sensitive" in cells for cells in named["Answer"])
            return one_of_texts([cells[1] for cells in named["Answer"] if cells[0] == "100"], cased=cased)
        case "WR":
            return lambda given: NOTHING
        case "M":
            return together([one_set([cells[1]]) for cells in named["Match"]])
        case "O":
            return together([one_set([cells[0]]) for cells in named["Item"]])
    raise AssertionError(kind)


_BLANK = re.compile(r"(?<!\*)\*(?!\*)(.+?)(?<!\*)\*(?!\*)")


def h5p(library: str, params: Mapping[str, Any]) -> Marking:
    """A question of H5P, by its libraries' source: a right option adds a point, and a wrong one takes one away."""
    if library.startswith("H5P.TrueFalse "):
        return one_set([params["correct"].capitalize()])
    if library.startswith("H5P.MultiChoice "):
        right = {html_to_text(answer["text"]) for answer in params["answers"] if answer["correct"]}
        return one_set(right) if params["behaviour"]["singlePoint"] else _point_by_point(right)
    cased = params["behaviour"]["caseSensitive"]
    gaps = [
        [unescape(text) for text in found.split("/")]
        for question in params["questions"]
        for found in _BLANK.findall(question)
    ]
    return part_by_part([one_of_texts(gap, cased=cased) for gap in gaps])


def _point_by_point(right: set[str]) -> Marking:
    def marked(given: Given) -> Fraction:
        points = sum(1 if text in right else -1 for text in given)
        return max(Fraction(points, len(right)), NOTHING)

    return marked


def google_forms(items: Sequence[Mapping[str, Any]]) -> Marking:
    """The items of one question in a Google Form: a choice is right as a whole, and what is typed has no key."""
    keyed = [item for item in items if "choices" in item]
    if not keyed:
        return lambda given: NOTHING
    marks = [one_set([text for text, right in item["choices"] if right]) for item in keyed]
    return marks[0] if len(marks) == 1 else part_by_part(marks)
