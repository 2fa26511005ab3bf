"""The claims about banks, question types, formats, readers of articles and checks that a plugin offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quizengine.checks.notation import parse_notation
from quizengine.errors import ArticleError
from quizengine.extensions.records import Check, Format
from quizengine.extensions.shipped import shipped_folder
from quizengine.generation.pairs import review_pairs
from quizengine.generation.review import review
from quizengine.plurals import with_number
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.testing.contracts import check_format, check_question, check_shown_text
from quizengine.testing.format_trips import survives_every_format
from quizengine.testing.loaded_plugin import LoadedPlugin
from quizengine.text.article import Article
from quizengine.text.documents import ArticleReader

PluginAndBank = tuple[LoadedPlugin, Path]
PluginAndFormat = tuple[LoadedPlugin, Format]


def _quiz_of(pair: PluginAndBank) -> Quiz:
    plugin, bank = pair
    return plugin.reading_of(bank).quiz


def _is_read(pair: PluginAndBank) -> str:
    plugin, bank = pair
    reading = plugin.reading_of(bank)
    assert not reading.findings, f"{reading.findings[0]}"
    assert reading.quiz.questions, f"{bank}: found no question, expected one at least"
    return with_number(len(reading.quiz.questions), "question")


def _is_fair(pair: PluginAndBank) -> str:
    for question in _quiz_of(pair).questions:
        check_question(question)
        check_shown_text(question)
    return "each key earns full marks, an empty response none, and nothing shown gives the key away"


def _keeps_rules(pair: PluginAndBank) -> str:
    checks = pair[0].registry.checks.values()
    found = [each for question in _quiz_of(pair).questions for each in review(question, checks).findings]
    errors = [each for each in found if each.level == "error"]
    assert not errors, f"{pair[1]}: {errors[0]}"
    return with_number(len(found), "warning or note", "warnings or notes") if found else "no rule is broken"


def _travels(pair: PluginAndBank) -> str:
    return survives_every_format(_quiz_of(pair).questions, pair[0].registry)


@dataclass(frozen=True)
class TypeExamples:
    """A question type, and the banks in which questions of this type are looked for."""

    plugin: LoadedPlugin
    kind: type[Question]
    banks: tuple[Path, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the type; raises AssertionError if there is none."""
        every = [one for bank in self.banks for one in self.plugin.reading_of(bank).quiz.questions]
        found = tuple(one for one in every if type(one) is self.kind)
        assert found, f"found no question of type {self.kind.type}; give a bank that has one"
        return found


def _types_are_fair(examples: TypeExamples) -> str:
    for question in examples.questions:
        check_question(question)
        check_shown_text(question)
    return f"{with_number(len(examples.questions), 'example')}: keys earn full marks, and nothing gives them away"


def _types_travel(examples: TypeExamples) -> str:
    return survives_every_format(examples.questions, examples.plugin.registry)


def _format_travels(pair: PluginAndFormat) -> str:
    """Write and read the shipped bank that has every question type that a key marks."""
    plugin, form = pair
    [bank] = shipped_folder("plugins").glob("news_literacy/*/banks/news-literacy.yaml")
    quiz = plugin.reading_of(bank).quiz
    assert form.write or form.read, "it neither writes nor reads, expected one of the two at least"
    if form.write is None:
        return "it reads only; test it with files of its own"
    check_format(form, quiz, plugin.registry.question_types)
    dropped = {loss.number for loss in form.losses(quiz) if loss.effect == "drops"}
    return f"holds {len(quiz.questions) - len(dropped)} of {with_number(len(quiz.questions), 'question')}"


def _finds_its_hit(check: Check) -> str:
    assert check.hit and check.miss, "found no `hit` and `miss`, expected an example of each"
    assert _found(check, check.hit), f"it finds nothing in its hit: {check.hit}"
    assert not _found(check, check.miss), f"it finds fault with its miss: {check.miss}"
    return "finds its hit and leaves its miss alone"


def _found(check: Check, line: str) -> list[str]:
    questions = parse_notation(line)
    alone = [str(each) for question in questions for each in review(question, [check]).findings]
    return alone + [str(each) for _, each in review_pairs(questions, [check]).findings]


def _reads_its_sample(reader: ArticleReader) -> str:
    assert reader.sample, "found no `sample`, expected the bytes of a small file in its format"
    article = _article_of(reader, reader.sample)
    assert _article_of(reader, reader.sample) == article, "it reads its sample differently each time"
    words = with_number(len(article.text.split()), "word")
    return f"{words} in {with_number(len(article.paragraphs), 'paragraph')}"


def _refuses_damage(reader: ArticleReader) -> str:
    """Check the reader with half of its sample, with nothing, and with bytes of no format."""
    files = (reader.sample[: len(reader.sample) // 2], b"", bytes(range(256)) * 4)
    said = [words for data in files if (words := _why_refused(reader, data))]
    failed = [words for words in said if _FAILED in words]
    assert not failed, f"it fails instead of raising ArticleError: {failed[0]}"
    return f"of {len(files)} damaged files it refused {len(said)} in words, and read the rest"


def _why_refused(reader: ArticleReader, data: bytes) -> str:
    try:
        _article_of(reader, data)
    except ArticleError as fault:
        return str(fault)
    return ""


def _article_of(reader: ArticleReader, data: bytes) -> Article:
    return Article.from_bytes(data, f"sample{reader.suffixes[0]}", [reader])


_FAILED = "cannot be read: "
"""The beginning of a message about a reader that failed, after the file's name."""
BANK_CLAIMS: Mapping[str, Callable[[PluginAndBank], str]] = {
    "is read without fault": _is_read,
    "asks fairly": _is_fair,
    "keeps the rules of item writing": _keeps_rules,
    "goes through YAML and every file format": _travels,
}
TYPE_CLAIMS: Mapping[str, Callable[[TypeExamples], str]] = {
    "asks fairly": _types_are_fair,
    "goes through YAML and every file format": _types_travel,
}
READER_CLAIMS: Mapping[str, Callable[[ArticleReader], str]] = {
    "reads its sample": _reads_its_sample,
    "says what it cannot read": _refuses_damage,
}
FORMAT_CLAIMS: Mapping[str, Callable[[PluginAndFormat], str]] = {"gives back what it was given": _format_travels}
CHECK_CLAIMS: Mapping[str, Callable[[Check], str]] = {"finds what it is for": _finds_its_hit}
