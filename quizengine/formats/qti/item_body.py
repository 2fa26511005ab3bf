"""The body of a question in QTI, and the declarations of its responses."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import count
from typing import assert_never
from xml.etree.ElementTree import Element

from quizengine.formats.content.as_html import block_tag
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Interaction,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import not_carried
from quizengine.formats.content.number_keys import figures
from quizengine.formats.encodings.xhtml import mark, with_xhtml
from quizengine.formats.encodings.xml_tree import element
from quizengine.formats.qti.dialects import Dialect
from quizengine.language.truth_words import truth_words
from quizengine.quiz.parts import Option

ONLY = "RESPONSE"
_LINES = "8"
"""The height of the field for an answer in sentences."""


def body(one: ExportedQuestion, locale: str, dialect: Dialect) -> Element:
    """Return what a student sees: the words that ask, and the fields to respond in; for those who mark, a model answer.

    The words are the prompt of what is chosen from, unless there are blocks in them, which a prompt may not hold.
    """
    shown, tag = one.interaction, block_tag(one.stem)
    if isinstance(shown, NumberEntry | TextEntry | GapText):
        return element("itemBody", words(tag, one.stem), _line(shown))
    kind, fields, content = _chosen(shown, locale)
    fields, told = {"responseIdentifier": ONLY, **fields}, _told_to_scorers(shown, dialect)
    if tag == "p":
        return element("itemBody", element(kind, words("prompt", one.stem), *content, **fields), *told)
    return element("itemBody", words(tag, one.stem), element(kind, *content, **fields), *told)


def _told_to_scorers(shown: Interaction, dialect: Dialect) -> Iterator[Element]:
    if isinstance(shown, OpenAnswer):
        purpose = {"use": "scoring"} if dialect.says_who_marks else {}
        yield dialect.block("rubricBlock", words(block_tag(shown.model), shown.model), view="scorer", **purpose)


def _chosen(shown: Interaction, locale: str) -> tuple[str, dict[str, str], list[Element]]:
    """The interaction of what is chosen or moved: its name, its attributes, and what is in it."""
    match shown:
        case TrueFalse():
            verdicts = truth_words(locale).items()
            choices = [element("simpleChoice", word, identifier=ident) for ident, word in verdicts]
            return "choiceInteraction", {"shuffle": "false", "maxChoices": "1"}, choices
        case SingleChoice():
            return "choiceInteraction", {"shuffle": "true", "maxChoices": "1"}, _options(shown)
        case MultipleChoice(options=options):
            return "choiceInteraction", {"shuffle": "true", "maxChoices": str(len(options))}, _options(shown)
        case PairMatching(pairs=pairs):
            return "matchInteraction", {"shuffle": "false", "maxAssociations": str(len(pairs))}, _sets(shown)
        case Sequencing(options=options):
            choices = [words("simpleChoice", option.text, identifier=named(option)) for option in options]
            return "orderInteraction", {"shuffle": "true"}, choices
        case OpenAnswer():
            return "extendedTextInteraction", {"expectedLines": _LINES}, []
        case _:
            return not_carried(shown)


def _line(shown: NumberEntry | TextEntry | GapText) -> Element:
    """The paragraph with what is typed into."""
    if isinstance(shown, GapText):
        return _with_gaps(shown)
    unit = shown.unit if isinstance(shown, NumberEntry) else ""
    return element("p", _gap(ONLY), *([f" {unit}"] if unit else []))


def declarations(one: ExportedQuestion) -> Iterator[Element]:
    """Yield what is right: one declaration for each field."""
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
        case OpenAnswer():
            yield element("responseDeclaration", identifier=ONLY, cardinality="single", baseType="string")
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


def words(tag: str, html: str, **attributes: str) -> Element:
    """An element with a text of a question in it, which is HTML."""
    return with_xhtml(element(tag, **attributes), html)


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
    """Return what each option adds or takes away, an entry for every one: engines differ in what the default does."""
    right, wrong = len(shown.right), len(shown.options) - len(shown.right)
    penalty = points / min(right, wrong)
    return {named(option): points / right if option in shown.right else -penalty for option in shown.options}


def _of_gap(name: str, entry: NumberEntry | TextEntry, points: Fraction) -> Element:
    if isinstance(entry, NumberEntry):
        return declared(name, "float", [figures(entry.key.value)])
    cased = "true" if entry.key.match == "exact" else "false"
    accepted = dict.fromkeys(entry.key.accepted, points)
    return declared(name, "string", entry.key.accepted[:1], mapping=accepted, caseSensitive=cased)


def _options(shown: SingleChoice | MultipleChoice) -> list[Element]:
    """The options; those that are pinned keep their places when a platform shuffles."""
    fixed = {option: {"fixed": "true"} for option in shown.pinned}
    return [
        words("simpleChoice", option.text, identifier=named(option), **fixed.get(option, {}))
        for option in shown.options
    ]


def _gap(name: str) -> Element:
    return element("textEntryInteraction", responseIdentifier=name, expectedLength="20")


def _with_gaps(shown: GapText) -> Element:
    numbers = count(1)
    html = "".join(piece if isinstance(piece, str) else mark(next(numbers)) for piece in shown.pieces)
    return with_xhtml(element(block_tag(html)), html, lambda number: _gap(gap_name(number)))


def _sets(shown: PairMatching) -> list[Element]:
    """The two sets of what is matched: each left side goes with one right side, and those may be used again."""
    lefts = sorted((left for left, _ in shown.pairs), key=lambda left: left.id)
    sides = [(left.text, named(left, "left"), "1") for left in lefts]
    offered = [(right.text, named(right), str(len(lefts))) for right in shown.rights]
    return [
        element(
            "simpleMatchSet",
            *(words("simpleAssociableChoice", text, identifier=name, matchMax=most) for text, name, most in side),
        )
        for side in (sides, offered)
    ]
