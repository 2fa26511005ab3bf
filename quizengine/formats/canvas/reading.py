"""QTI 1.2 as quizzes: packages from Canvas and others, and single files; what cannot be read is named with its line."""

from collections.abc import Iterator

from quizengine.errors import FormatError
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.canvas.item_markup import PackageFiles
from quizengine.formats.canvas.reading_items import read_item
from quizengine.formats.content.collecting import collected_reading, take_items
from quizengine.formats.content.read_questions import Questions
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.encodings.packages import Package
from quizengine.formats.encodings.xml_tree import Node, read_xml

_TEST = "imsqti_xmlv1p2"
_ABOUT = "assessment_meta.xml"


def read_canvas(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """The questions of a package or of one XML file; raises FormatError if it cannot be read at all.

    A question that cannot be read is a finding with the line of its item, and the others are read.
    """
    found, title = Questions(name), ""
    files = PackageFiles(Package(data, name) if data[:2] == b"PK" else None)
    for path, root in _tests(data, name):
        assessment = root.first("assessment", "objectbank")
        title = title or (assessment.attributes.get("title", "") if assessment else "")
        found.name = f"{name}: {path}" if path else name
        take_items(found, root.all("item"), lambda item: read_item(item, files))
    description = _description(Package(data, name)) if data[:2] == b"PK" else ""
    return collected_reading(found, name, "the items of a quiz in QTI 1.2", title, description, files.shown.found)


def _tests(data: bytes, name: str) -> Iterator[tuple[str, Node]]:
    """The files with questions: their places in the package, and their roots."""
    if data[:2] != b"PK":
        root = read_xml(data, name)
        if root.name != "questestinterop":
            raise FormatError(f"{name}: found XML with the root <{root.name}>, expected <questestinterop> (QTI 1.2)")
        yield "", root
        return
    package = Package(data, name)
    names = package.names()
    for path in _named(package, names) or [one for one in names if one.endswith(".xml")]:
        root = read_xml(package.read(path), f"{name}: {path}")
        if root.name == "questestinterop":
            yield path, root


def _named(package: Package, names: tuple[str, ...]) -> list[str]:
    """The files that the manifest calls tests."""
    if "imsmanifest.xml" not in names:
        return []
    manifest = read_xml(package.read("imsmanifest.xml"), f"{package.name}: imsmanifest.xml")
    found = []
    for resource in manifest.all("resource"):
        if resource.attributes.get("type", "").startswith(_TEST):
            files = [one.attributes.get("href", "") for one in resource.all("file")]
            found += files[:1] or [resource.attributes.get("href", "")]
    return [path for path in found if path]


def _description(package: Package) -> str:
    """Return what Canvas says about the quiz, if there is one quiz in the package and something is said."""
    about = [path for path in package.names() if path.rpartition("/")[2] == _ABOUT]
    if len(about) != 1:
        return ""
    node = read_xml(package.read(about[0]), f"{package.name}: {about[0]}").first("description")
    return html_to_text(node.text) if node else ""
