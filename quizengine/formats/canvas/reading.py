"""QTI 1.2 as quizzes: packages from Canvas and others, and single files; what cannot be read is named with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizengine.errors import FormatError, QuestionError
from quizengine.extensions.records import Finding, QuestionTypes, Reading
from quizengine.formats.canvas.reading_items import read_item
from quizengine.formats.encodings.html_text import text_of
from quizengine.formats.encodings.packages import Package
from quizengine.formats.encodings.xml_tree import Node, read_xml
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

_TEST = "imsqti_xmlv1p2"
_ABOUT = "assessment_meta.xml"


def read_canvas(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """The questions of a package or of one XML file; raises FormatError when it cannot be read at all.

    A question that cannot be read is a finding with the line of its item, and the others are read.
    """
    collected = _Collected(name)
    title = description = ""
    for path, root in _tests(data, name):
        assessment = root.first("assessment", "objectbank")
        title = title or (assessment.attributes.get("title", "") if assessment else "")
        collected.add(root, path)
    if not collected.first and not collected.findings:
        raise FormatError(f"{name}: found no question, expected the items of a quiz in QTI 1.2")
    if data[:2] == b"PK":
        description = _description(Package(data, name))
    quiz = Quiz(title, tuple(collected.questions), description=description)
    return Reading(quiz, tuple(collected.findings), collected.first)


@dataclass
class _Collected:
    """The questions of a package while it is read."""

    name: str
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    """The line in which each question begins, by its id."""

    def add(self, root: Node, path: str) -> None:
        """Read every item of a file; `path` is its place in the package, empty for a file on its own."""
        for number, item in enumerate(root.all("item"), 1):
            place = f"{path}: item {number}" if path else f"item {number}"
            try:
                question, remarks = read_item(item)
            except (QuestionError, FormatError) as fault:
                self.findings.append(Finding(str(fault), self.name, item.line, path=place))
                continue
            self.findings += [Finding(one, self.name, item.line, path=place, level="note") for one in remarks]
            if question.id in self.first:
                words = f"found the same question a second time (first in line {self.first[question.id]})"
                self.findings.append(Finding(words, self.name, item.line, path=place))
            else:
                self.first[question.id] = item.line
                self.questions.append(question)


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
    return text_of(node.text) if node else ""
