"""Packages of QTI: an item for each question, a test that asks them in order, and the manifest."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element

from quizengine.extensions.losses import Loss
from quizengine.formats.content.as_html import WITH_MATHML, in_html
from quizengine.formats.content.images import needed
from quizengine.formats.content.interactions import ExportedQuestion, Sequencing, TextEntry
from quizengine.formats.content.loss_tables import (
    Losses,
    LossTable,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.content.model_answers import marked_by_hand
from quizengine.formats.content.typed_losses import OTHER_BLANKS
from quizengine.formats.encodings.packages import mentions_name, packed
from quizengine.formats.encodings.xml_tree import document, element
from quizengine.formats.qti.assessment_items import can_be_named, identifier, item, item_by_template
from quizengine.formats.qti.dialects import QTI_2_1, QTI_3_0, Dialect, in_dialect
from quizengine.formats.qti.qti_reading import read_qti
from quizengine.quiz.quiz import Quiz

_TEST = "test.xml"

Writer = Callable[[ExportedQuestion, str, Dialect], Element]


def _package(quiz: Quiz, kept: tuple[ExportedQuestion, ...], dialect: Dialect, write: Writer) -> bytes:
    paths = {identifier(one): f"items/{identifier(one)}.xml" for one in kept}
    items = {paths[identifier(one)]: document(in_dialect(write(one, quiz.locale, dialect), dialect)) for one in kept}
    test = document(in_dialect(_test(quiz, paths), dialect))
    manifest = _manifest(paths, {identifier(one): tuple(needed([one])) for one in kept}, dialect)
    return packed({"imsmanifest.xml": manifest, _TEST: test, **items, **needed(kept)})


def _beside(file: str, data: bytes) -> str:
    """The address of an image for an item, whose folder lies beside that of the images."""
    return f"../{quote(file)}"


def _test(quiz: Quiz, paths: Mapping[str, str]) -> Element:
    references = [element("assessmentItemRef", identifier=name, href=path) for name, path in paths.items()]
    section = element("assessmentSection", *references, identifier="section", title=quiz.title, visible="true")
    part = element("testPart", section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    return element("assessmentTest", part, identifier=f"quiz-{quiz.id}", title=quiz.title)


def _manifest(paths: Mapping[str, str], images: Mapping[str, tuple[str, ...]], dialect: Dialect) -> bytes:
    schema, version = dialect.schema
    about = element("metadata", element("schema", schema), element("schemaversion", version))
    items = [element("dependency", identifierref=name) for name in paths]
    shown = {name: [element("file", href=quote(file)) for file in files] for name, files in images.items()}
    resources = [_resource("test", f"imsqti_test_xml{dialect.version}", _TEST, items)]
    resources += [
        _resource(name, f"imsqti_item_xml{dialect.version}", path, shown[name]) for name, path in paths.items()
    ]
    root = element("manifest", about, element("organizations"), element("resources", *resources))
    root.set("identifier", "manifest")
    root.set("xmlns", dialect.manifest)
    return document(root)


def _resource(name: str, kind: str, path: str, more: list[Element]) -> Element:
    return element("resource", element("file", href=path), *more, identifier=name, type=kind, href=path)


def _of_one_question(one: ExportedQuestion) -> Iterable[Loss]:
    if isinstance(one.interaction, Sequencing) and not one.all_or_nothing:
        yield changes_marks("marks for a partly right order", "only the whole order earns marks")
    if not can_be_named(one.question.id):
        yield weakens("an id with signs that XML does not allow in names", "the item is named after its content")


_TABLE: LossTable = {
    "markup": weakens("Markdown", "written as XHTML"),
    "formulas": weakens("formulas in LaTeX", "written as MathML"),
    "tabs and no-break spaces": OTHER_BLANKS,
    "images": None,
    "description": weakens("the description"),
    "article": weakens("the article"),
    "seed": weakens("the order of options for each student", "the platform shuffles"),
    "locale": changes_marks("numbers with a decimal comma", "QTI reads a decimal point"),
    "open question": marked_by_hand("shown only to those who mark"),
    "tolerance in percent": weakens("a tolerance in percent", "it is written as the ends of a range"),
    "required unit": changes_marks("a unit to be typed", "it is beside the gap, and the number is enough"),
    "numbers as people write them": changes_marks("numbers in words, with separators or a unit", "QTI reads figures"),
    "spelling as people write it": changes_marks(
        "blanks, accents, articles and punctuation that do not count", "QTI compares every sign but capitals"
    ),
    "code": changes_marks("answers in code", "QTI compares them as text"),
    "half marks for one wrong letter": changes_marks("marks for one wrong letter", "it earns nothing"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
    "listed order of options": weakens("the order in which options are listed", "shuffled, as the platform shuffles"),
    "blanks around texts": weakens("blanks before and after texts"),
    "feedback for single options": weakens("feedback for single options"),
    "origin": weakens("which generator made a question"),
    "tags": weakens("tags"),
}
_LOSSES = Losses(_TABLE, also=_of_one_question)


def _in(dialect: Dialect, write: Writer = item) -> Callable[[Quiz, tuple[ExportedQuestion, ...]], bytes]:
    return lambda quiz, kept: _package(
        quiz, tuple(in_html(one, quiz.seed, WITH_MATHML, _beside) for one in kept), dialect, write
    )


QTI_2 = format_with_losses(
    "qti-2.1",
    ".zip",
    "A QTI 2.1 package for TAO and other testing platforms; not for Canvas.",
    write=_in(QTI_2_1),
    losses=_LOSSES,
    holds_images=True,
    read=read_qti,
    also_read=(".xml",),
    recognises=lambda data: mentions_name(
        data, b"imsqti_item_xmlv", b"imsqti_test_xmlv", b"assessmentItem", b"assessment-item"
    ),
)
QTI_3 = format_with_losses(
    "qti-3.0",
    ".zip",
    "A QTI 3.0 package for players that are certified for it.",
    write=_in(QTI_3_0),
    losses=_LOSSES,
    holds_images=True,
)


def _not_in_blackboard(one: ExportedQuestion) -> Iterable[Loss]:
    yield from _of_one_question(one)
    if one.points != 1:
        yield changes_marks("what a question is worth", "Blackboard gives one point")
    if isinstance(one.interaction, TextEntry) and len(one.interaction.key.accepted) > 1:
        yield changes_marks("other accepted answers", "only the first is accepted")


QTI_BLACKBOARD = format_with_losses(
    "qti-blackboard",
    ".zip",
    "A QTI 2.1 package with nothing but what Blackboard reads.",
    write=_in(QTI_2_1, item_by_template),
    losses=Losses(
        {
            **_TABLE,
            "images": weakens("images", "the words that describe them take their place"),
            "number": drops("numbers to type", "use the format blackboard for them"),
            "open question": drops("open questions", "use the format blackboard for them"),
            "cloze": drops("gaps to fill"),
            "matching": drops("pairs to match"),
            "ordering": drops("texts to order"),
            "partial credit": changes_marks("marks for a partly right choice", "only the whole choice earns marks"),
            "rationale": weakens("the rationale"),
            "evidence": weakens("the evidence"),
        },
        also=_not_in_blackboard,
    ),
)
