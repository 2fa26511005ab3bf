"""One item of QTI 1.2 as a question."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quizengine.formats.canvas.item_conditions import (
    conditions_of,
    fields_of_item,
    ids_that_earn_most,
    only_field_of,
    points_written,
)
from quizengine.formats.canvas.item_feedback import left_out, option_feedback_of, rationale_of
from quizengine.formats.canvas.item_markup import MARKDOWN, PackageFiles, is_html_with_markup, item_in_markdown
from quizengine.formats.content.model_answers import doubtful_model_answer, read_open_question
from quizengine.formats.content.number_keys import number_question
from quizengine.formats.content.read_answers import distinct_answers
from quizengine.formats.content.read_questions import Note, UnreadError
from quizengine.formats.content.with_markup import with_or_without_markup
from quizengine.formats.encodings.html_text import html_blocks, html_to_text
from quizengine.formats.encodings.xml_tree import Node
from quizengine.quiz.markup import PLAIN, Markup
from quizengine.quiz.questions import Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    OpenQuestion,
    OptionFeedback,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.quiz.types.cloze import with_doubled_braces

_OUR_ID = "question-"
_GAP = re.compile(r"\[([^\[\]]+)\]")


def read_item(item: Node, files: PackageFiles) -> tuple[Question, tuple[str, ...]]:
    """The question, and remarks on what of the item was left out; files that it shows are taken from the package.

    Raises UnreadError for a kind of question that is not read, and QuestionError for one that cannot be asked.
    """
    kind = _entry(item, "question_type") or _likely_kind(item)
    if kind not in _READERS:
        raise UnreadError(f"found a question of the kind “{kind}”, expected one of: {', '.join(_READERS)}")
    remarks: list[str] = []

    def made(markup: bool, note: Note) -> Question:
        return _made(item_in_markdown(item, kind, files, note) if markup else item, kind, markup, note)

    question = (
        with_or_without_markup(made, remarks.append) if is_html_with_markup(item) else made(False, remarks.append)
    )
    return question, tuple(dict.fromkeys(remarks))


def _made(item: Node, kind: str, markup: bool, note: Note) -> Question:
    notation: Markup = "markdown" if markup else PLAIN
    question = _READERS[kind](item)
    rationale = "" if isinstance(question, OpenQuestion) else rationale_of(item)
    question = replace(question, rationale=rationale, markup=notation, id="")
    question = replace(question, points=_points_of(item, question))
    ident = item.attributes.get("ident", "")
    if ident.startswith(_OUR_ID):
        question = replace(question, id=ident.removeprefix(_OUR_ID))
    elif isinstance(question, OpenQuestion):
        note(doubtful_model_answer(question.answer))
    told: dict[str, str] = {}
    if isinstance(question, ChoiceQuestion):
        options = only_field_of(item).options
        told = {ident: said for ident, said in option_feedback_of(item).items() if ident in options}
        feedback = tuple(OptionFeedback(options[ident], said) for ident, said in told.items())
        question = replace(question, feedback=feedback)
    if left_out(item, told):
        note("found feedback on single answers, which is left out")
    return question


def _entry(item: Node, label: str) -> str:
    for one in item.all("qtimetadatafield"):
        name, entry = one.first("fieldlabel"), one.first("fieldentry")
        if name and entry and name.text.strip() == label:
            return entry.text.strip()
    return ""


def _likely_kind(item: Node) -> str:
    """The kind of an item that does not name it, by what is answered."""
    chosen, typed = list(item.all("response_lid")), list(item.all("response_str", "response_num"))
    if len(chosen) > 1:
        return "matching_question"
    if chosen:
        several = chosen[0].attributes.get("rcardinality") == "Multiple"
        return "multiple_answers_question" if several else "multiple_choice_question"
    if len(typed) == 1 and (gap := typed[0].first("render_fib")) and conditions_of(item):
        decimal = typed[0].name == "response_num" or gap.attributes.get("fibtype") in ("Decimal", "Integer")
        return "numerical_question" if decimal else "short_answer_question"
    return "essay_question" if typed else "text_only_question"


def _one_of(item: Node) -> Question:
    field, right = only_field_of(item), ids_that_earn_most(item)
    if len(right) != 1:
        raise UnreadError(f"found {len(right)} right options, expected one")
    answer = field.options[right[0]]
    distractors = tuple(text for ident, text in field.options.items() if ident != right[0])
    return ChoiceQuestion(stem=_stem(item), answer=answer, distractors=distractors)


def _true_false(item: Node) -> Question:
    field, right = only_field_of(item), ids_that_earn_most(item)
    if len(right) != 1 or len(field.options) != 2:
        raise UnreadError(f"found {len(right)} right of {len(field.options)} options, expected one of two")
    verdicts = {"true": True, "false": False}
    said = [verdicts.get(word.strip().casefold()) for word in (right[0], field.options[right[0]])]
    known = [verdict for verdict in said if verdict is not None]
    return TrueFalseQuestion(stem=_stem(item), answer=known[0]) if known else _one_of(item)


def _several_of(item: Node) -> Question:
    field, right = only_field_of(item), frozenset(ids_that_earn_most(item))
    keys = tuple(text for ident, text in field.options.items() if ident in right)
    distractors = tuple(text for ident, text in field.options.items() if ident not in right)
    return ChoiceQuestion(stem=_stem(item), answer=keys, distractors=distractors)


def _typed(item: Node) -> Question:
    conditions = conditions_of(item)
    most = max((condition.points for condition in conditions), default=Decimal(0))
    texts = distinct_answers(text for one in conditions if one.points == most for _, text in one.equal)
    if not texts:
        raise UnreadError("found no accepted answer, expected at least one")
    return ShortTextQuestion(stem=_stem(item), answer=texts[0], accept=texts[1:])


def _open(item: Node) -> Question:
    return read_open_question(_stem(item), rationale_of(item), "as its general comments")


def _number(item: Node) -> Question:
    conditions = conditions_of(item)
    if len(conditions) != 1 or len(conditions[0].equal) > 1:
        raise UnreadError("found several numbers that are right, expected one with its margin")
    condition = conditions[0]
    exact = condition.equal[0][1] if condition.equal else None
    return number_question(_stem(item), exact, condition.low, condition.high)


def _gaps(item: Node) -> Question:
    variants = {field.label or field.name.removeprefix("response_"): field for field in fields_of_item(item)}
    right = {name: [text for ident, text in field.options.items()] for name, field in variants.items()}
    markdown = _markdown(item)
    between = "\n\n" if markdown else "\n"
    blocks = tuple(markdown.split(between)) if markdown else html_blocks(_html(item))
    first = next((n for n, block in enumerate(blocks) if set(_GAP.findall(block)) & set(right)), None)
    if first is None:
        raise UnreadError("found no gap in the text, expected the name of each in [brackets]")
    stem = between.join(blocks[:first]) or "Fill the gaps."
    return ClozeQuestion(stem=stem, text="".join(_pieces(between.join(blocks[first:]), right)))


def _pieces(text: str, right: Mapping[str, list[str]]) -> Iterator[str]:
    at = 0
    for gap in _GAP.finditer(text):
        if gap[1] in right:
            yield with_doubled_braces(text[at : gap.start()])
            if bad := next((one for one in right[gap[1]] if re.search(r"[{}|]", one)), None):
                raise UnreadError(f"found “{bad}” to fill a gap, expected words without a brace or a bar")
            yield f"{{{'|'.join(_without_separators(right[gap[1]]))}}}"
            at = gap.end()
    yield with_doubled_braces(text[at:])


def _without_separators(variants: list[str]) -> list[str]:
    """The variants; of a number with and without separators the first, as every way to write it is accepted here."""
    numbers = {text.replace(",", "") for text in variants}
    return variants[:1] if len(numbers) == 1 and re.fullmatch(r"-?\d+(?:\.\d+)?", variants[0]) else variants


def _matched(item: Node) -> Question:
    fields, right = fields_of_item(item), {name: ident for c in conditions_of(item) for name, ident in c.equal}
    missing = [field.label for field in fields if right.get(field.name) not in field.options]
    if missing:
        raise UnreadError(f"found no partner for “{missing[0]}”, expected one")
    pairs = tuple(Pair(left=field.label, right=field.options[right[field.name]]) for field in fields)
    offered = dict.fromkeys(text for field in fields for text in field.options.values())
    wrong = tuple(text for text in offered if text not in {pair.right for pair in pairs})
    if [pair.left for pair in pairs] == [f"{place}." for place in range(1, len(pairs) + 1)] and not wrong:
        return OrderingQuestion(stem=_stem(item), answer=tuple(pair.right for pair in pairs))
    return MatchingQuestion(stem=_stem(item), pairs=pairs, distractors=wrong)


_READERS: Mapping[str, Callable[[Node], Question]] = {
    "multiple_choice_question": _one_of,
    "true_false_question": _true_false,
    "multiple_answers_question": _several_of,
    "short_answer_question": _typed,
    "numerical_question": _number,
    "essay_question": _open,
    "fill_in_multiple_blanks_question": _gaps,
    "matching_question": _matched,
}


def _stem(item: Node) -> str:
    return _markdown(item) or html_to_text(_html(item))


def _markdown(item: Node) -> str:
    """The words that ask, if they are Markdown."""
    presentation = item.first("presentation")
    outside = list(_outside_fields(presentation)) if presentation else []
    is_markdown = any(node.attributes.get("texttype") == MARKDOWN for node in outside)
    return "\n\n".join(node.text for node in outside) if is_markdown else ""


def _html(item: Node) -> str:
    """The words that ask, as HTML."""
    presentation = item.first("presentation")
    outside = list(_outside_fields(presentation)) if presentation else []
    return "".join(f"<div>{_as_html(node)}</div>" for node in outside)


def _outside_fields(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.name == "mattext":
            yield child
        elif child.name in ("flow", "flow_mat", "material"):
            yield from _outside_fields(child)


def _as_html(mattext: Node) -> str:
    if mattext.attributes.get("texttype", "text/plain") == "text/html":
        return mattext.text
    return mattext.text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def _points_of(item: Node, question: Question) -> Decimal | None:
    """The points that the item is worth, unless that is one for each part."""
    points = points_written(_entry(item, "points_possible"))
    return points if points > 0 and points != len(question.key()) else None
