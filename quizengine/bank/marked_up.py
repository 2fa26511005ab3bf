"""The texts of a bank's question that are in Markdown, each with its place, and their faults."""

from collections.abc import Callable, Iterator

from quizengine.bank.values import Fault, Number, Path, Value
from quizengine.quiz.markup import PLAIN, Medium, faults, media
from quizengine.quiz.questions import Question


def markup_faults(cls: type[Question], value: Value, path: Path, missing: Callable[[Medium], str]) -> tuple[Fault, ...]:
    """Yield the faults in the Markdown of a question and in the files that it needs; nothing for plain text."""
    content = value.content
    if not isinstance(content, dict) or "markup" not in content or content["markup"].value.content in (None, PLAIN):
        return ()
    texts = (one for name in cls.marked_up if name in content for one in _texts(content[name].value, (*path, name)))
    return tuple(
        Fault(words, at, where.line, where.column) for text, where, at in texts for words in _of(text, missing)
    )


def _of(text: str, missing: Callable[[Medium], str]) -> Iterator[str]:
    yield from faults(text)
    yield from filter(None, map(missing, media(text)))


def _texts(value: Value, path: Path) -> Iterator[tuple[str, Value, Path]]:
    match value.content:
        case Number(written=written):
            yield written, value, path
        case str(text):
            yield text, value, path
        case tuple(values):
            for index, each in enumerate(values):
                yield from _texts(each, (*path, index))
        case dict(entries):
            for name, entry in entries.items():
                yield from _texts(entry.value, (*path, name))
