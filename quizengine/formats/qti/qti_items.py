"""One item of QTI 2 or 3, by the names of 2.1, as a question."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quizengine.formats.content.model_answers import doubtful_model_answer, read_open_question
from quizengine.formats.content.number_keys import number_question, read_decimal
from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.encodings.xml_tree import Node
from quizengine.formats.qti.qti_words import Flow, flows_of, words_of
from quizengine.formats.qti.response_declarations import Declared, declared_response, texts_called_right
from quizengine.quiz.questions import Question, Scoring
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.quiz.types.cloze import with_doubled_braces

_OUR_ID = "question-"
_DRAWN = ("strong", "em", "b", "i", "sub", "sup", "code", "pre", "math", "li", "td", "audio", "video")


def read_qti_item(item: Node) -> tuple[Question, tuple[str, ...]]:
    """The question, and remarks on what of the item was left out.

    Raises UnreadError for an interaction that is not read, and QuestionError for a question that cannot be asked.
    """
    body = item.first("itemBody")
    if body is None:
        raise UnreadError("found an item without a body, expected one that asks something")
    found = [node for node in body.all(*_READERS) if node.name in _READERS]
    others = [node.name for node in _interactions(body) if node.name not in _READERS]
    if others or not found:
        kind = others[0] if others else "no interaction"
        raise UnreadError(f"found {kind}, expected one of: {', '.join(_READERS)}")
    if len(found) > 1 and any(node.name != "textEntryInteraction" for node in found):
        raise UnreadError(f"found {len(found)} interactions in one item, expected one")
    question = _READERS[found[0].name](item, found[0])
    ident = item.attributes.get("identifier", "")
    told = (node for node in item.all("modalFeedback", "rubricBlock") if not _is_model_answer(node, question))
    rationale = "\n".join(map(words_of, told)).strip("\n")
    question = replace(question, rationale=rationale, points=_points(item, question))
    if ident.startswith(_OUR_ID):
        question = replace(question, id=ident.removeprefix(_OUR_ID))
    return question, tuple(_remarks(item, question))


def _is_model_answer(node: Node, question: Question) -> bool:
    return isinstance(question, OpenQuestion) and _is_for_scorers(node)


def _is_for_scorers(node: Node) -> bool:
    views = node.attributes.get("view", "").split()
    return node.name == "rubricBlock" and "scorer" in views and "candidate" not in views


def _remarks(item: Node, question: Question) -> Iterator[str]:
    """Yield what of an item is read and not kept, or has to be looked at."""
    ours = item.attributes.get("identifier", "").startswith(_OUR_ID)
    if isinstance(question, OpenQuestion) and not ours and any(map(_is_for_scorers, item.all("rubricBlock"))):
        yield doubtful_model_answer(question.answer)
    if item.first("feedbackInline", "feedbackBlock", "object", "img") is not None:
        yield "found feedback in the body, or media, which is left out"
    body = item.first("itemBody")
    if drawn := {node.name for node in body.all(*_DRAWN)} if body else set():
        names = ", ".join(f"<{name}>" for name in sorted(drawn))
        yield f"read without emphasis, formulas, lists and code, the words alone: {names}"
    for declaration in item.all("responseDeclaration"):
        earned = {entry.attributes.get("mappedValue", "") for entry in declaration.all("mapEntry")}
        if len([one for one in earned if read_decimal(one or "0") > 0]) > 1:
            yield (
                "found responses that earn different marks; each right one earns the same here, and texts that earn "
                "less are left out"
            )


def _interactions(body: Node) -> Iterator[Node]:
    return (node for node in body.all(*_all_names(body)) if node.name.endswith("Interaction"))


def _all_names(node: Node) -> set[str]:
    return {node.name} | {name for child in node.children for name in _all_names(child)}


def _choice(item: Node, field: Node) -> Question:
    declared = declared_response(item, field)
    options = {node.attributes.get("identifier", ""): words_of(node) for node in field.all("simpleChoice")}
    right = _right(declared, options)
    stem = _stem(item, field)
    if not declared.several and set(options) == {"true", "false"}:
        return TrueFalseQuestion(stem=stem, answer=right == ["true"])
    keys = tuple(options[ident] for ident in right)
    wrong = tuple(text for ident, text in options.items() if ident not in right)
    fixed = _fixed(field)
    if not declared.several:
        if len(keys) != 1:
            raise UnreadError(f"found {len(keys)} right options, expected one")
        return ChoiceQuestion(stem=stem, answer=keys[0], distractors=wrong, pinned=fixed)
    return ChoiceQuestion(stem=stem, answer=keys, distractors=wrong, pinned=fixed, scoring=_scoring(declared))


def _fixed(field: Node) -> tuple[str, ...]:
    """The options at the end that keep their places when the others are shuffled."""
    found: list[str] = []
    for node in reversed(list(field.all("simpleChoice"))):
        if node.attributes.get("fixed") != "true" or field.attributes.get("shuffle") != "true":
            break
        found.append(words_of(node))
    return tuple(reversed(found))


def _right(declared: Declared, options: Mapping[str, str]) -> list[str]:
    """The right options in the order in which they are declared: those called correct, else those that earn."""
    named = declared.correct or tuple(ident for ident, points in declared.mapped.items() if points > 0)
    missing = [ident for ident in named if ident not in options]
    if missing or not named:
        raise UnreadError(f"found the right response “{', '.join(missing)}”, expected one of the options")
    return list(named)


def _matched(item: Node, field: Node) -> Question:
    declared = declared_response(item, field)
    sets = [
        {node.attributes.get("identifier", ""): words_of(node) for node in one.all("simpleAssociableChoice")}
        for one in field.all("simpleMatchSet")
    ]
    if len(sets) != 2:
        raise UnreadError(f"found {len(sets)} sets to match, expected two")
    lefts, rights = sets
    matched = [pair.split() for pair in declared.correct or declared.mapped if len(pair.split()) == 2]
    partners = {pair[0]: pair[1] for pair in matched}
    if len(partners) < len(matched):
        raise UnreadError("found several partners for one text, expected one for each")
    missing = [text for ident, text in lefts.items() if partners.get(ident) not in rights]
    if missing:
        raise UnreadError(f"found no partner for “{missing[0]}”, expected one")
    pairs = tuple(Pair(left=lefts[left], right=rights[right]) for left, right in partners.items() if left in lefts)
    wrong = tuple(text for text in rights.values() if text not in {pair.right for pair in pairs})
    return MatchingQuestion(stem=_stem(item, field), pairs=pairs, distractors=wrong, scoring=_scoring(declared))


def _ordered(item: Node, field: Node) -> Question:
    declared = declared_response(item, field)
    options = {node.attributes.get("identifier", ""): words_of(node) for node in field.all("simpleChoice")}
    right = _right(declared, options)
    answer = tuple(options[ident] for ident in right)
    return OrderingQuestion(stem=_stem(item, field), answer=answer, scoring="all-or-nothing")


def _open(item: Node, field: Node) -> Question:
    """The question by what only those who mark are told, or else by the response that is called correct."""
    told = "\n".join(words_of(node) for node in item.all("rubricBlock") if _is_for_scorers(node)).strip("\n")
    model = told or "\n".join(declared_response(item, field).correct)
    return read_open_question(_stem(item, field), model, "in a rubricBlock for scorers")


def _typed(item: Node, field: Node) -> Question:
    flows = flows_of(item.first("itemBody"))
    at = next(number for number, flow in enumerate(flows) if flow.gaps)
    stem = "\n".join(flow.words for flow in flows[:at])
    inside = flows[at:]
    alone = len(inside) == 1 and len(inside[0].gaps) == 1 and not inside[0].before
    declared = declared_response(item, field)
    if alone and stem and declared.base in ("float", "integer"):
        return replace(_number(item, field, stem), unit=inside[0].after, id="")
    if alone and stem and not inside[0].after:
        texts = texts_called_right(declared)
        return ShortTextQuestion(
            stem=stem, answer=texts[0], accept=texts[1:], match="exact" if declared.cased else "words"
        )
    text = "\n".join("".join(_pieces(item, flow)) for flow in inside)
    scoring: Scoring = "partial" if len([*item.all("responseIf")]) != 1 or text.count("{") == 1 else "all-or-nothing"
    return ClozeQuestion(stem=stem or "Fill the gaps.", text=text, scoring=scoring)


def _pieces(item: Node, flow: Flow) -> Iterator[str]:
    for piece in flow.pieces:
        if isinstance(piece, str):
            yield with_doubled_braces(piece)
            continue
        declared = declared_response(item, piece)
        texts = declared.correct[:1] if declared.base in ("float", "integer") else texts_called_right(declared)
        if bad := next((one for one in texts if re.search(r"[{}|]", one)), None):
            raise UnreadError(f"found “{bad}” to fill a gap, expected words without a brace or a bar")
        yield f"{{{'|'.join(texts)}}}"


def _number(item: Node, field: Node, stem: str) -> NumericQuestion:
    """The number with its ends: those that the rules compare it with, else the one that is called correct."""
    declared, name = declared_response(item, field), field.attributes.get("responseIdentifier", "")
    exact = declared.correct[0] if declared.correct else None
    low, high = (_compared(item, names, name) for names in (("gte", "gt"), ("lte", "lt")))
    for node in item.all("equal"):
        low, high = _tolerance(node, exact)
    return number_question(stem, exact, low, high)


def _compared(item: Node, names: tuple[str, ...], response: str) -> str | None:
    for node in item.all(*names):
        variable, value = node.first("variable"), node.first("baseValue")
        if variable and value and variable.attributes.get("identifier") == response:
            return value.text.strip()
    return None


def _tolerance(node: Node, exact: str | None) -> tuple[str | None, str | None]:
    """The ends that a test of equality with a tolerance allows; a relative one is in percent."""
    mode = node.attributes.get("toleranceMode", "exact")
    if mode == "exact" or exact is None:
        return None, None
    value, margins = read_decimal(exact), [read_decimal(one) for one in node.attributes.get("tolerance", "").split()]
    if not margins:
        raise UnreadError("found no tolerance, expected one or two numbers")
    below, above = margins[0], margins[-1]
    if mode == "relative":
        below, above = abs(value) * below / 100, abs(value) * above / 100
    return str(value - below), str(value + above)


def _scoring(declared: Declared) -> Scoring:
    return "partial" if declared.mapped else "all-or-nothing"


def _points(item: Node, question: Question) -> Decimal | None:
    """Return what the item says that it is worth, unless that is one point for each part."""
    for outcome in item.all("outcomeDeclaration"):
        if outcome.attributes.get("identifier") == "SCORE" and (most := outcome.attributes.get("normalMaximum")):
            points = read_decimal(most)
            return points if points != len(question.key()) else None
    return None


def _stem(item: Node, field: Node) -> str:
    """The words before the interaction, and its prompt."""
    before = [flow.words for flow in flows_of(item.first("itemBody")) if flow.words]
    prompt = field.first("prompt")
    return "\n".join(filter(None, (*before, words_of(prompt) if prompt else "")))


_READERS: Mapping[str, Callable[[Node, Node], Question]] = {
    "choiceInteraction": _choice,
    "matchInteraction": _matched,
    "orderInteraction": _ordered,
    "textEntryInteraction": _typed,
    "extendedTextInteraction": _open,
}
