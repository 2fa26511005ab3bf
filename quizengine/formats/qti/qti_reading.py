"""QTI 2 and 3 as quizzes: packages, and single items; what cannot be read is named with its line."""

from collections.abc import Iterator

from quizengine.errors import FormatError
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.collecting import collected_reading, take_items
from quizengine.formats.content.read_questions import Questions
from quizengine.formats.encodings.packages import Package
from quizengine.formats.encodings.xml_tree import Node, read_xml
from quizengine.formats.qti.dialects import qti_name
from quizengine.formats.qti.qti_items import read_qti_item

_ITEM = ("imsqti_item_xmlv2", "imsqti_item_xmlv3", "imsqti_apipitem")


def read_qti(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """The questions of a package or of one item; raises FormatError if it cannot be read at all."""
    found, title = Questions(name), ""
    for path, root in _documents(data, name):
        if root.name == "assessmentTest":
            title = title or root.attributes.get("title", "")
        elif root.name == "assessmentItem":
            found.name = f"{name}: {path}" if path else name
            take_items(found, [root], read_qti_item)
    return collected_reading(found, name, "the items of a package in QTI 2 or 3", title)


def _documents(data: bytes, name: str) -> Iterator[tuple[str, Node]]:
    """The test and the items, with the names of 2.1, and their places in the package."""
    if data[:2] != b"PK":
        root = _with_plain_names(read_xml(data, name))
        if root.name != "assessmentItem":
            raise FormatError(f"{name}: found XML with the root <{root.name}>, expected <assessmentItem> (QTI 2 or 3)")
        yield "", root
        return
    package = Package(data, name)
    names = package.names()
    for path in _in_order(package, names):
        if path.endswith(".xml") and path.rpartition("/")[2] != "imsmanifest.xml":
            yield path, _with_plain_names(read_xml(package.read(path), f"{name}: {path}"))


def _in_order(package: Package, names: tuple[str, ...]) -> list[str]:
    """The test first, then the items as the manifest has them; all files where there is no manifest."""
    if "imsmanifest.xml" not in names:
        return list(names)
    manifest = read_xml(package.read("imsmanifest.xml"), f"{package.name}: imsmanifest.xml")
    resources = [one.attributes for one in manifest.all("resource")]
    tests = [one.get("href", "") for one in resources if one.get("type", "").startswith("imsqti_test")]
    return [*tests, *(one.get("href", "") for one in resources if one.get("type", "").startswith(_ITEM))]


def _with_plain_names(node: Node) -> Node:
    node.name = qti_name(node.name)
    node.attributes = {qti_name(name): value for name, value in node.attributes.items()}
    for child in node.children:
        _with_plain_names(child)
    return node
