"""Turns what a teacher hands in by the browser into a file of the working folder: an article, or an empty quiz.

A file gets a name made from its title. It never replaces another file, and lies nowhere but in `seeds` or
`question_banks`, whatever the title or the name of an uploaded file says.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from quizengine.bank import dump_bank
from quizengine.desk.changes import alone
from quizengine.desk.edit_log import Done, Edit, note
from quizengine.desk.library import BANK_SUFFIXES, folder_of
from quizengine.desk.unread_files import advice_on, explains_its_folder
from quizengine.engine import Engine
from quizengine.errors import ArticleError, BankError
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.quiz import Quiz
from quizengine.system.file_names import file_stem
from quizengine.system.files import write_whole
from quizengine.text.article import Article

LARGEST_UPLOAD = 20_000_000
"""The most bytes of a file that is handed in by the browser."""
_NO_NAMES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def take_text(engine: Engine, text: str, title: str = "") -> Path:
    """Write a text as an article into `seeds`, under a title if one is given; raises ArticleError and WriteError."""
    plain = "\n".join(text.splitlines()).strip("\n")
    heading = " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())
    data = (f"{heading}\n\n{plain}\n" if heading else f"{plain}\n").encode(errors="replace")
    return _take(engine, engine.article_of(data), data, ".txt", "text")


def take_file(engine: Engine, name: str, data: bytes) -> Path:
    """Write an uploaded file into `seeds` as it is.

    `name` is what the browser calls it; only its ending counts. Raises ArticleError for a file that is
    empty, too large, of a kind that is not read, or not what its ending says, and WriteError.
    """
    plain = name.replace("\\", "/").rpartition("/")[2]
    suffix = Path(plain).suffix.lower()
    if not data:
        raise ArticleError("found an empty file, expected an article")
    if suffix not in engine.article_suffixes:
        kind = suffix[:12] or "without an ending"
        raise ArticleError(f"found a file of the kind {kind}: {advice_on(suffix, engine.article_suffixes)}")
    if len(data) > LARGEST_UPLOAD:
        raise ArticleError(f"found more than {LARGEST_UPLOAD:,} bytes, expected a shorter file; split it")
    return _take(engine, engine.article_of(data, f"article{suffix}"), data, suffix, Path(plain).stem)


def begin_empty(engine: Engine, title: str) -> Path:
    """Write a bank without any question, a draft, into `question_banks`; raises BankError and WriteError."""
    words = " ".join(title.split())
    if not words:
        raise BankError("found no title, expected one")
    data = dump_bank(Quiz(words, (), availability=Availability(State.DRAFT)))
    return _written(engine, "question_banks", words, BANK_SUFFIXES[0], data)


def begin_another(engine: Engine, title: str, drafted: Quiz) -> Path:
    """Write a quiz on an article, beside others on it, as a draft that nobody has read; raises BankError, WriteError.

    To undo its first edit removes it.
    """
    quiz = replace(drafted, title=title, availability=Availability(State.DRAFT))
    data = dump_bank(quiz)
    unread = tuple(question.content_id for question in quiz.questions)
    begun = Edit.between(Done("begin", "", unread=unread), None, data)
    return _written(engine, "question_banks", title, BANK_SUFFIXES[0], data, lambda place: note(place, begun))


def take_quiz(engine: Engine, quiz: Quiz) -> Path:
    """Write a quiz that came from another program, as a draft, into `question_banks`; raises BankError, WriteError."""
    drafted = replace(quiz, availability=Availability(State.DRAFT))
    return _written(engine, "question_banks", quiz.title, BANK_SUFFIXES[0], dump_bank(drafted))


def take_copy(engine: Engine, title: str, data: bytes) -> Path:
    """Write the bytes of a bank as a new file into `question_banks`; raises BankError and WriteError.

    Its questions count as read. To undo its first edit removes it.
    """
    begun = Edit.between(Done("begin", ""), None, data)
    return _written(engine, "question_banks", title, BANK_SUFFIXES[0], data, lambda place: note(place, begun))


def _take(engine: Engine, article: Article, data: bytes, suffix: str, otherwise: str) -> Path:
    """Write an article, unless the very same file is there already."""
    for path in folder_of(engine, "seeds").glob(f"*{suffix}"):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return path
    title = article.title.text if article.title else " ".join(article.text.split()[:8])
    return _written(engine, "seeds", title if file_stem(title) else otherwise, suffix, data)


def _written(
    engine: Engine,
    place: str,
    title: str,
    suffix: str,
    data: bytes,
    before: Callable[[Path], None] = lambda place: None,
) -> Path:
    """Write a new file under a stem that no article and no bank has, in the folder or in a plugin.

    Raises BankError without a working folder.

    `before` is called with its place just before that.
    """
    if engine.folder is None:
        raise BankError("this is what comes with quizengine; serve a working folder of your own to make quizzes")
    folder = folder_of(engine, place)
    with alone(folder / "any"):
        places = (*map(partial(folder_of, engine), ("seeds", "question_banks")), *engine.registry.bank_paths)
        files = (path for each in places for path in ([each] if each.is_file() else each.glob("*")))
        taken = {_folded(path.stem) for path in files}
        stem = file_stem(title) or "article"
        if _NO_NAMES.fullmatch(stem) or explains_its_folder(Path(f"{stem}{suffix}")):
            stem = f"{stem}-article"
        names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
        path = folder / f"{next(name for name in names if _folded(name) not in taken)}{suffix}"
        before(path)
        write_whole(path, data)
    return path


def _folded(stem: str) -> str:
    """A name as file systems that ignore case compare it."""
    return unicodedata.normalize("NFC", stem).casefold()
