"""Feedback in QTI 1.2: on the question as a whole, and on single options."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from quizengine.formats.content.as_html import block
from quizengine.formats.content.interactions import ExportedQuestion, OpenAnswer
from quizengine.formats.content.model_answers import said_afterwards
from quizengine.formats.encodings.html_text import html_to_text, paragraphs
from quizengine.formats.encodings.xml_tree import Node, element

_ALWAYS = "general_fb"
_WHOLE = (_ALWAYS, "correct_fb")


def occasions(one: ExportedQuestion, field: str) -> Iterator[Element]:
    """Return the conditions under which something is said: always, and where an option of a field is chosen."""
    if said_afterwards(one):
        yield _occasion(element("other"), _ALWAYS)
    for ident in one.question.option_feedback:
        yield _occasion(element("varequal", ident, respident=field), f"{ident}_fb")


def sayings(one: ExportedQuestion) -> Iterator[Element]:
    """Return what is said on these occasions."""
    if isinstance(one.interaction, OpenAnswer):
        yield _saying(_ALWAYS, block(one, one.interaction.model))
    elif one.feedback:
        said = one.feedback if one.in_html else paragraphs(*one.feedback.split("\n"))
        yield _saying(_ALWAYS, said)
    for ident, text in one.question.option_feedback.items():
        yield _saying(f"{ident}_fb", block(one, text))


def rationale_of(item: Node) -> str:
    """Return what is said of the question as a whole."""
    said = _texts(item)
    return "\n".join(said[ident] for ident in _WHOLE if ident in said).strip("\n")


def option_feedback_of(item: Node) -> dict[str, str]:
    """Return feedback for single options, by their identifiers."""
    said, found = _texts(item), {}
    for condition in item.all("respcondition"):
        shown, chosen = condition.first("displayfeedback"), list(condition.all("varequal"))
        name = shown.attributes.get("linkrefid", "") if shown else ""
        if len(chosen) == 1 and name in said and name not in _WHOLE and not condition.first("not"):
            found[chosen[0].text] = said[name]
    return found


def left_out(item: Node, kept: Mapping[str, str]) -> bool:
    """Return whether something is said that is neither of the question as a whole nor among what is kept."""
    texts = set(kept.values())
    return any(text not in texts for ident, text in _texts(item).items() if ident not in _WHOLE)


def _texts(item: Node) -> dict[str, str]:
    found = {node.attributes.get("ident", ""): node.first("mattext") for node in item.all("itemfeedback")}
    return {ident: _words(node) for ident, node in found.items() if node and node.text.strip()}


def _words(node: Node) -> str:
    return html_to_text(node.text) if node.attributes.get("texttype") == "text/html" else node.text


def _occasion(test: Element, name: str) -> Element:
    shown = element("displayfeedback", feedbacktype="Response", linkrefid=name)
    return element("respcondition", element("conditionvar", test), shown, _continue="Yes")


def _saying(name: str, html: str) -> Element:
    words = element("material", element("mattext", html, texttype="text/html"))
    return element("itemfeedback", element("flow_mat", words), ident=name)
