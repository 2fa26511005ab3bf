"""A question as an item of QTI, in the words of 2.1."""

import re
from xml.etree.ElementTree import Element

from quizengine.formats.content.as_html import block_tag
from quizengine.formats.content.interactions import ExportedQuestion, OpenAnswer
from quizengine.formats.content.number_keys import figures
from quizengine.formats.encodings.xml_tree import element
from quizengine.formats.qti.dialects import Dialect
from quizengine.formats.qti.item_body import body, declarations, words
from quizengine.formats.qti.score_rules import processing

_NAME = re.compile(r"[\w.-]+", re.ASCII)


def item(one: ExportedQuestion, locale: str, dialect: Dialect) -> Element:
    """The item of a question, with its rules and with what is said afterwards."""
    by_hand = isinstance(one.interaction, OpenAnswer) and dialect.says_who_marks
    more = {"normalMaximum": figures(one.points)} | ({"externalScored": "human"} if by_hand else {})
    score = _outcome("SCORE", "float", element("defaultValue", element("value", "0")), **more)
    said = [_outcome("FEEDBACK", "identifier")] if one.feedback else []
    asked = (body(one, locale, dialect), *processing(one), *_feedback(one, dialect))
    return _item(one, locale, *declarations(one), score, *said, *asked)


def item_by_template(one: ExportedQuestion, locale: str, dialect: Dialect) -> Element:
    """The item of a question that is right or wrong, with the rule that every platform knows and no other."""
    rule = element("responseProcessing", template=dialect.match_correct)
    return _item(one, locale, *declarations(one), _outcome("SCORE", "float"), body(one, locale, dialect), rule)


def identifier(one: ExportedQuestion) -> str:
    """The name of an item: that of its question, if it can be a name in XML."""
    question = one.question
    return f"question-{question.id if can_be_named(question.id) else question.content_id}"


def can_be_named(ident: str) -> bool:
    """Return whether an id can be part of a name in XML."""
    return bool(_NAME.fullmatch(ident))


def _item(one: ExportedQuestion, locale: str, *content: Element) -> Element:
    about = {"identifier": identifier(one), "title": f"Question {one.number}", "xml:lang": locale}
    return element("assessmentItem", *content, **about, adaptive="false", timeDependent="false")


def _outcome(name: str, base: str, *content: Element, **more: str) -> Element:
    return element("outcomeDeclaration", *content, identifier=name, cardinality="single", baseType=base, **more)


def _feedback(one: ExportedQuestion, dialect: Dialect) -> list[Element]:
    if not one.feedback:
        return []
    said, shown = words(block_tag(one.feedback), one.feedback), {"showHide": "show", "identifier": "shown"}
    return [dialect.block("modalFeedback", said, outcomeIdentifier="FEEDBACK", **shown)]
