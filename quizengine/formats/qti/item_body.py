"""What is shown of a question in QTI, and what is declared of its responses."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import count
from typing import assert_never
from xml.etree.ElementTree import Element

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import not_carried
from quizengine.formats.content.number_keys import figures
from quizengine.formats.encodings.html_text import kept_blanks
from quizengine.formats.encodings.xml_tree import append, element
from quizengine.language.truth_words import truth_words
from quizengine.quiz.parts import Option

ONLY = "RESPONSE"


def body(one: ExportedQuestion, locale: str) -> Element:
    """What a student sees: the words that ask, and the fields to respond in."""
    shown = one.interaction
    asked = words("p", one.stem)
    match shown:
        case TrueFalse():
            options = [Option(ident, word) for ident, word in truth_words(locale).items()]
            choices = [words("simpleChoice", option.text, identifier=option.id) for option in options]
            return element("itemBody", _choice(one.stem, choices, most=1, shuffle="false"))
        case SingleChoice():
            return element("itemBody", _choice(one.stem, _options(shown), most=1))
        case MultipleChoice(options=options):
            return element("itemBody", _choice(one.stem, _options(shown), most=len(options)))
        case NumberEntry(unit=unit):
            line = element("p", _gap(ONLY), *([f" {unit}"] if unit else []))
            return element("itemBody", asked, line)
        case TextEntry():
            return element("itemBody", asked, element("p", _gap(ONLY)))
        case GapText():
            return element("itemBody", asked, element("p", *_with_gaps(shown)))
        case PairMatching():
            return element("itemBody", _pairs(one.stem, shown))
        case Sequencing(options=options):
            choices = [words("simpleChoice", option.text, identifier=named(option)) for option in options]
            prompt = words("prompt", one.stem)
            ordered = element("orderInteraction", prompt, *choices, responseIdentifier=ONLY, shuffle="true")
            return element("itemBody", ordered)
        case Mixed():
            return not_carried(shown)
        case _:
            assert_never(shown)


def declarations(one: ExportedQuestion) -> Iterator[Element]:
    """What is right: one declaration for each field."""
    shown = one.interaction
    match shown:
        case TrueFalse(answer=answer):
            yield declared(ONLY, "identifier", ["true" if answer else "false"])
        case SingleChoice(right=right):
            yield declared(ONLY, "identifier", [named(right)])
        case MultipleChoice(right=several):
            mapping = {} if one.all_or_nothing else _shares(shown, one.points)
            yield declared(ONLY, "identifier", [named(option) for option in several], "multiple", mapping)
        case NumberEntry() | TextEntry():
            yield _of_gap(ONLY, shown, one.points)
        case GapText(gaps=gaps):
            each = one.points / len(gaps)
            yield from (_of_gap(gap_name(number), gap, each) for number, gap in enumerate(gaps, 1))
        case PairMatching(pairs=pairs):
            matched = [f"{named(left, 'left')} {named(partner)}" for left, partner in pairs]
            mapping = {} if one.all_or_nothing else dict.fromkeys(matched, one.points / len(matched))
            yield declared(ONLY, "directedPair", matched, "multiple", mapping)
        case Sequencing(answer=answer):
            yield declared(ONLY, "identifier", [named(option) for option in answer], "ordered")
        case Mixed():
            not_carried(shown)
        case _:
            assert_never(shown)


def gap_name(number: int) -> str:
    """The name of the response in a gap."""
    return f"{ONLY}_{number}"


def named(option: Option, what: str = "option") -> str:
    """The identifier of an option; a name in XML may not begin with a digit."""
    return f"{what}-{option.id}"


def words(tag: str, text: str, **attributes: str) -> Element:
    """An element with a text in it, `<br/>` for line breaks, and no blank lost."""
    made = element(tag, **attributes)
    for number, line in enumerate(kept_blanks(text, whole=True).split("\n")):
        if number:
            append(made, element("br"))
        append(made, line)
    return made


def declared(
    name: str,
    base: str,
    right: Sequence[str],
    cardinality: str = "single",
    mapping: Mapping[str, Fraction] | None = None,
    **of_entries: str,
) -> Element:
    """The declaration of a response: what is right, and what each response earns where that is a matter of adding."""
    correct = element("correctResponse", *(element("value", one) for one in right))
    made = element("responseDeclaration", correct, identifier=name, cardinality=cardinality, baseType=base)
    if mapping:
        entries = [
            element("mapEntry", mapKey=key, mappedValue=figures(value), **of_entries) for key, value in mapping.items()
        ]
        made.append(element("mapping", *entries, defaultValue="0", lowerBound="0"))
    return made


def _shares(shown: MultipleChoice, points: Fraction) -> dict[str, Fraction]:
    """What each option adds or takes away, an entry for every one: engines differ in what the default does."""
    right, wrong = len(shown.right), len(shown.options) - len(shown.right)
    penalty = points / min(right, wrong)
    return {named(option): points / right if option in shown.right else -penalty for option in shown.options}


def _of_gap(name: str, entry: NumberEntry | TextEntry, points: Fraction) -> Element:
    if isinstance(entry, NumberEntry):
        return declared(name, "float", [figures(entry.key.value)])
    cased = "true" if entry.key.match == "exact" else "false"
    accepted = dict.fromkeys(entry.key.accepted, points)
    return declared(name, "string", entry.key.accepted[:1], mapping=accepted, caseSensitive=cased)


def _choice(stem: str, choices: Sequence[Element], *, most: int, shuffle: str = "true") -> Element:
    fields = {"responseIdentifier": ONLY, "shuffle": shuffle, "maxChoices": str(most)}
    return element("choiceInteraction", words("prompt", stem), *choices, **fields)


def _options(shown: SingleChoice | MultipleChoice) -> list[Element]:
    """The options; those that are pinned keep their places when a platform shuffles."""
    fixed = {option: {"fixed": "true"} for option in shown.pinned}
    return [
        words("simpleChoice", option.text, identifier=named(option), **fixed.get(option, {}))
        for option in shown.options
    ]


def _gap(name: str) -> Element:
    return element("textEntryInteraction", responseIdentifier=name, expectedLength="20")


def _with_gaps(shown: GapText) -> Iterator[Element | str]:
    numbers = count(1)
    for piece in shown.pieces:
        if isinstance(piece, str):
            for number, line in enumerate(kept_blanks(piece).split("\n")):
                yield from [element("br")] if number else []
                yield line
        else:
            yield _gap(gap_name(next(numbers)))


def _pairs(stem: str, shown: PairMatching) -> Element:
    lefts = sorted((left for left, _ in shown.pairs), key=lambda left: left.id)
    given = [words("simpleAssociableChoice", left.text, identifier=named(left, "left"), matchMax="1") for left in lefts]
    most = str(len(lefts))
    offered = [
        words("simpleAssociableChoice", right.text, identifier=named(right), matchMax=most) for right in shown.rights
    ]
    sets = element("simpleMatchSet", *given), element("simpleMatchSet", *offered)
    fields = {"responseIdentifier": ONLY, "shuffle": "false", "maxAssociations": most}
    return element("matchInteraction", words("prompt", stem), *sets, **fields)
