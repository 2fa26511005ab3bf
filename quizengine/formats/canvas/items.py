"""A question as an item of QTI 1.2: its words, how it is answered and marked, and what is said afterwards."""

from itertools import count
from xml.etree.ElementTree import Element

from quizengine.formats.canvas.item_feedback import occasions, sayings
from quizengine.formats.canvas.responses import Answering, answering, canvas_gap_name, material
from quizengine.formats.content.as_html import block
from quizengine.formats.content.interactions import ExportedQuestion, GapText
from quizengine.formats.content.number_keys import asked_with_unit, figures
from quizengine.formats.encodings.xml_tree import element


def canvas_item(one: ExportedQuestion, locale: str) -> Element:
    """The item of a question."""
    how = answering(one, locale)
    points = figures(one.points)
    about = [metadata_field("question_type", how.kind), metadata_field("points_possible", points)]
    return element(
        "item",
        element("itemmetadata", element("qtimetadata", *about)),
        element("presentation", material(_words(one), "text/html"), *how.fields),
        _processing(one, how),
        *sayings(one),
        ident=f"question-{one.question.id}",
        title=f"Question {one.number}",
    )


def metadata_field(label: str, entry: str) -> Element:
    """One labelled value, as QTI 1.2 holds what is said about items and tests."""
    return element("qtimetadatafield", element("fieldlabel", label), element("fieldentry", entry))


def _words(one: ExportedQuestion) -> str:
    if not isinstance(one.interaction, GapText):
        return block(one, asked_with_unit(one))
    numbers = count(1)
    pieces = (
        piece if isinstance(piece, str) else f"[{canvas_gap_name(next(numbers))}]" for piece in one.interaction.pieces
    )
    return block(one, one.stem) + block(one, "".join(pieces))


def _processing(one: ExportedQuestion, how: Answering) -> Element:
    score = element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    said = occasions(one, how.fields[0].attrib["ident"])
    return element("resprocessing", element("outcomes", score), *said, *how.marking)
