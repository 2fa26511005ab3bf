"""The package: the questions, what Canvas wants to know about the quiz, and a manifest that names both files."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from urllib.parse import quote

from quizengine.extensions.losses import Loss
from quizengine.formats.canvas.items import canvas_item, metadata_field
from quizengine.formats.canvas.reading import read_canvas
from quizengine.formats.content.as_html import WITH_LATEX, in_blocks
from quizengine.formats.content.images import needed, showing
from quizengine.formats.content.interactions import ExportedQuestion, NumberEntry, PairMatching, Sequencing, with_html
from quizengine.formats.content.loss_tables import (
    Losses,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.content.model_answers import lost_beside_model_answer, marked_by_hand
from quizengine.formats.content.number_keys import figures
from quizengine.formats.content.typed_losses import OTHER_BLANKS
from quizengine.formats.encodings.html_text import paragraphs
from quizengine.formats.encodings.packages import mentions_name, packed
from quizengine.formats.encodings.xml_tree import document, element
from quizengine.quiz.quiz import Quiz

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_CANVAS_FILE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"

_SMALLEST = Decimal("0.0001")


def _of_one_question(one: ExportedQuestion) -> Iterator[Loss]:
    yield from lost_beside_model_answer(one)
    if any(medium.kind == "image" for medium in one.original.media) and isinstance(
        one.interaction, PairMatching | Sequencing
    ):
        yield weakens("images in what is matched or ordered", "the words that describe them take their place")
    if isinstance(one.interaction, NumberEntry) and 0 < abs(one.interaction.key.value) < _SMALLEST:
        yield drops("a number below 0.0001")  # Canvas is said to take it for 0


_LOSSES = Losses(
    {
        "markup": weakens("Markdown", "written as HTML"),
        "formulas": None,
        "tabs and no-break spaces": OTHER_BLANKS,
        "images": None,
        "article": weakens("the article"),
        "seed": weakens("the order of options for each student", "Canvas shuffles if you tell it to"),
        "locale": changes_marks("numbers with a decimal comma", "Canvas reads numbers as its own settings say"),
        "ordering": changes_marks(
            "questions of order", "each place is matched with its text, and a text in its right place earns its part"
        ),
        "open question": marked_by_hand("in the general comments"),
        "partial credit": changes_marks(
            "how much a partly right response earns", "Canvas gives marks by its own settings"
        ),
        "all-or-nothing marking": changes_marks("all-or-nothing marking", "Canvas gives marks for right parts"),
        "tolerance in percent": weakens("a tolerance in percent", "it is written as a margin"),
        "uneven tolerance": weakens("the number within its range", "only the ends of the range are written"),
        "unit": weakens("a unit beside the gap", "it comes after the question"),
        "required unit": changes_marks("a unit to be typed", "it comes after the question, and the number is enough"),
        "numbers as people write them": changes_marks(
            "numbers in words or with a unit", "Canvas reads figures; in gaps among words they are compared as text"
        ),
        "spelling as people write it": changes_marks(
            "accents, articles and punctuation that do not count", "Canvas compares every sign but capitals"
        ),
        "every character counts": changes_marks("capitals that count", "Canvas takes capitals and small letters alike"),
        "code": changes_marks("answers in code", "Canvas compares them as text, capitals and small letters alike"),
        "half marks for one wrong letter": changes_marks("marks for one wrong letter", "it earns nothing"),
        "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
        "listed order of options": weakens(
            "the order in which options are listed", "shuffled, as Canvas shuffles if told to"
        ),
        "fixed places of options": weakens("fixed places of options", "Canvas may shuffle them"),
        "blanks around texts": weakens("blanks before and after texts"),
        "origin": weakens("which generator made a question"),
        "tags": weakens("tags"),
    },
    also=_of_one_question,
)


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    name = f"quiz-{quiz.id}"
    images = needed(kept)
    files = {"imsmanifest.xml": _manifest(name, images), f"{name}/{name}.xml": _questions(quiz, kept, name)}
    return packed({**files, f"{name}/assessment_meta.xml": _settings(quiz, kept, name), **images})


def _in_the_package(file: str, data: bytes) -> str:
    """The address of an image: Canvas puts the place of the package's files before it."""
    return f"%24IMS-CC-FILEBASE%24/{quote(file)}"


def _questions(quiz: Quiz, kept: tuple[ExportedQuestion, ...], name: str) -> bytes:
    about = element("qtimetadata", metadata_field("cc_maxattempts", "1"))
    drawn = (
        with_html(one, quiz.seed, partial(in_blocks, surface=showing(WITH_LATEX, one, _in_the_package))) for one in kept
    )
    section = element("section", *(canvas_item(one, quiz.locale) for one in drawn), ident="root_section")
    assessment = element("assessment", about, section, ident=name, title=quiz.title)
    return document(element("questestinterop", assessment, xmlns=_QTI))


def _settings(quiz: Quiz, kept: tuple[ExportedQuestion, ...], name: str) -> bytes:
    told = {
        "title": quiz.title,
        "description": paragraphs(quiz.description),
        "shuffle_answers": "false",  # they are shuffled already, and “None of these” stays last
        "scoring_policy": "keep_highest",
        "quiz_type": "assignment",
        "points_possible": figures(sum((one.points for one in kept), start=0 * kept[0].points)),
    }
    return document(
        element("quiz", *(element(tag, said) for tag, said in told.items()), identifier=name, xmlns=_CANVAS)
    )


def _manifest(name: str, images: Iterable[str]) -> bytes:
    questions, settings = f"{name}/{name}.xml", f"{name}/assessment_meta.xml"
    quiz = element(
        "resource",
        element("file", href=questions),
        element("dependency", identifierref=f"{name}-settings"),
        identifier=name,
        type="imsqti_xmlv1p2",
    )
    about = element(
        "resource", element("file", href=settings), identifier=f"{name}-settings", type=_CANVAS_FILE, href=settings
    )
    files = [
        element(
            "resource",
            element("file", href=quote(file)),
            identifier=f"{name}-{number}",
            type="webcontent",
            href=quote(file),
        )
        for number, file in enumerate(images, 1)
    ]
    root = element(
        "manifest",
        element("metadata", element("schema", "IMS Content"), element("schemaversion", "1.1.3")),
        element("organizations"),
        element("resources", quiz, about, *files),
        identifier=f"{name}-manifest",
        xmlns=_PACKAGING,
    )
    return document(root)


CANVAS = format_with_losses(
    "canvas",
    ".zip",
    "A QTI 1.2 package for Canvas, Classic Quizzes and New Quizzes alike.",
    write=_write,
    losses=_LOSSES,
    holds_images=True,
    read=read_canvas,
    also_read=(".xml", ".qti"),
    recognises=lambda data: mentions_name(data, b"imsqti_xmlv1p2", b"<questestinterop"),
)
