"""The quizzes in a working folder: its banks, those of plugins, and drafts for articles without a bank."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from quizengine.bank.media_files import MediaFolders
from quizengine.checks.key_place import KEY_IS_A_PLACE, misplaced_keys
from quizengine.desk.unread_files import explains_its_folder, unread_files
from quizengine.engine import Draft, Engine
from quizengine.errors import QuizEngineError
from quizengine.extensions.records import Finding, Reading
from quizengine.extensions.shipped import shipped_folder
from quizengine.generation.usability import Usability
from quizengine.quiz.availability import State
from quizengine.quiz.markup.media import MEDIA_FOLDER
from quizengine.quiz.quiz import Quiz
from quizengine.system.files import files_in
from quizengine.text.article import Article

BANK_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Entry:
    """One quiz in the library, with its article if that is available."""

    name: str
    """Unique in the library and usable in an address: the name of the file without its ending."""
    quiz: Quiz
    source: Path
    """The bank file, or the article's file for a draft."""
    article: Article | None = None
    draft: bool = False
    """True if the quiz was generated from the article and no teacher has seen it yet."""
    findings: tuple[Finding, ...] = ()
    """Faults of plugins that occurred while the draft was made."""
    usable: Mapping[str, Usability] = field(default_factory=dict)
    """The probability that each question of a draft can be used as it stands, by id, where it is known."""
    has_wrong_key: bool = False
    """True if a key is the place of an option instead of its text; students do not see such a quiz."""


Drafts = Callable[[Article], Draft | None]
"""Returns the draft of an article; None if it has not been made yet."""
_NOT_MADE = Quiz("", ())
"""Stands for the quiz of a draft that has not been made yet."""
Stamp = tuple[int, int]
"""The time of a file's last change, in nanoseconds, and its size."""
Content = Article | Reading | Finding
"""The content of a file: an article, a bank, or the reason why it can be read as neither."""


@dataclass(frozen=True)
class Contents:
    """The files of a folder, in order: articles, then banks, then the banks of plugins."""

    files: Mapping[Path, tuple[Stamp, Content]]
    missing: tuple[Finding, ...] = ()
    """Banks that plugins offer but that do not exist."""
    media: Stamp = (0, 0)
    """The stamp of the images and recordings that banks may refer to."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults in the files."""
        contents = [content for _, content in self.files.values()]
        faults = [
            [one] if isinstance(one, Finding) else one.findings for one in contents if not isinstance(one, Article)
        ]
        return (*(finding for each in faults for finding in each), *self.missing)


@dataclass(frozen=True)
class Library:
    """All quizzes that students can take, and all faults of files and plugins."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    awaited: Mapping[str, Article] = field(default_factory=dict)
    """The articles whose drafts have not been made yet, by the names that these will have."""
    fruitless: tuple[Article, ...] = ()
    """The articles in which nothing was found that could be asked."""
    contents: Contents | None = None
    """The files that the library was made from."""

    @cached_property
    def by_title(self) -> tuple[Entry, ...]:
        """The quizzes by title; drafts last."""
        return tuple(sorted(self.entries, key=lambda entry: (entry.draft, entry.quiz.title.casefold())))

    @property
    def waiting(self) -> tuple[Article, ...]:
        """The articles whose drafts have not been made yet."""
        return tuple(self.awaited.values())

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles of the quizzes, and of drafts that have not been made yet, by their hashes."""
        of_quizzes = (entry.article for entry in self.entries if entry.article)
        return {article.sha256: article for article in (*self.waiting, *of_quizzes)}

    def find(self, name: str) -> Entry | None:
        """The entry of this name, if there is one."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def made_from(self, file: Path) -> Entry | None:
        """The entry made from a bank, or from an article without one; None if there is none."""
        return next((entry for entry in self.entries if entry.source == file), None)


def open_library(engine: Engine, drafts: Drafts | None = None) -> Library:
    """Read every bank and article of the engine's folder, and every bank of its plugins.

    An article becomes a draft unless some bank has questions about it. Without `drafts`, drafts are made at once. A
    file that cannot be read becomes a finding; the others are still available.
    """
    return library_of(engine, read_folder(engine), drafts or engine.draft)


def read_folder(engine: Engine, known: Contents | None = None) -> Contents:
    """The articles and banks of the engine's folder; files that have not changed since are taken from what is known."""
    before = known.files if known else {}
    media = _media_of(engine).stamp()
    if known and known.media != media:  # a bank may now have what it missed, or miss what it had
        before = {path: one for path, one in before.items() if isinstance(one[1], Article)}
    files: dict[Path, tuple[Stamp, Content]] = {}
    missing: list[Finding] = []
    for folder in dict.fromkeys((folder_of(engine, "seeds"), shipped_folder("seeds"))):
        for path in _article_files(engine, folder):
            _take(path, engine.read_article, files, before)
    for place in (folder_of(engine, "question_banks"), *engine.registry.bank_paths):
        if not place.exists() and place in engine.registry.bank_paths:
            missing.append(Finding("a plugin offers this question bank, and there is none", file=str(place)))
        for path in [place] if place.is_file() else files_in(place, *BANK_SUFFIXES):
            _take(path, partial(_bank, engine), files, before)
    return Contents(files, tuple(missing), media)


def _bank(engine: Engine, path: Path) -> Reading:
    """The reading of a bank; keys that are the place of an option are faults, too."""
    reading = engine.read_bank(path)
    return replace(reading, findings=(*reading.findings, *misplaced_keys(reading, str(path))))


def library_of(engine: Engine, contents: Contents, drafts: Drafts) -> Library:
    """The quizzes that the files of a folder give, with the drafts that there are; articles without one are waiting."""
    found = [(path, content) for path, (_, content) in contents.files.items()]
    articles = {path: content for path, content in found if isinstance(content, Article)}
    by_hash = {article.sha256: article for article in reversed(articles.values())}  # own ones win over shipped
    entries: list[Entry] = []
    for path, content in found:
        if isinstance(content, Reading) and (content.quiz.questions or _is_begun(content.quiz)):
            reference = content.quiz.article
            about = by_hash.get(reference.sha256) if reference else None
            wrong = any(finding.check == KEY_IS_A_PLACE for finding in content.findings)
            entries.append(Entry(path.stem, content.quiz, path, about, has_wrong_key=wrong))
    covered = {entry.quiz.article.sha256 for entry in entries if entry.quiz.article}
    findings = [
        *engine.findings,
        *contents.findings,
        *(unread_files(engine.folder, engine.article_suffixes) if engine.folder else ()),
    ]
    fruitless: list[Article] = []
    for path, article in articles.items():
        if article.sha256 in covered or path.parent != folder_of(engine, "seeds"):
            continue
        draft = drafts(article)
        if draft is None:  # it keeps its name free, so that no quiz is called otherwise once it is there
            entries.append(Entry(path.stem, _NOT_MADE, path, article, True))
            continue
        findings += draft.findings
        if draft.quiz.questions:
            entries.append(Entry(path.stem, draft.quiz, path, article, True, draft.findings, draft.usable))
        else:
            fruitless.append(article)
    named, told = tuple(_named_apart(entries)), tuple(dict.fromkeys(findings))
    awaited = {entry.name: entry.article for entry in named if entry.quiz is _NOT_MADE and entry.article}
    made = tuple(entry for entry in named if entry.quiz is not _NOT_MADE)
    return Library(made, told, awaited, tuple(fruitless), contents)


def _is_begun(quiz: Quiz) -> bool:
    """Return whether somebody has begun a quiz that is still to get its first question."""
    return quiz.availability.state is State.DRAFT


def folder_of(engine: Engine, name: str) -> Path:
    """The working folder's `seeds` or `question_banks`; the shipped one when the engine has no folder."""
    return engine.folder / name if engine.folder else shipped_folder(name)


def state_of(engine: Engine) -> tuple[tuple[Path, Stamp], ...]:
    """Stamps of all banks, articles and media of the engine's folder: if one differs from before, something is new."""
    found = [(Path(MEDIA_FOLDER), _media_of(engine).stamp())]
    banks = files_in(folder_of(engine, "question_banks"), *BANK_SUFFIXES)
    for path in (*_article_files(engine, folder_of(engine, "seeds")), *banks):
        with suppress(FileNotFoundError):  # gone since it was listed
            found.append((path, stamp_of(path)))
    return tuple(found)


def _media_of(engine: Engine) -> MediaFolders:
    """Return where the images and recordings of the folder's own banks are."""
    return MediaFolders(
        tuple(dict.fromkeys((folder_of(engine, "question_banks"), engine.folder or shipped_folder("seeds"))))
    )


def _article_files(engine: Engine, folder: Path) -> Iterator[Path]:
    return (path for path in files_in(folder, *engine.article_suffixes) if not explains_its_folder(path))


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file; raises FileNotFoundError if there is none."""
    told = path.stat()
    return told.st_mtime_ns, told.st_size


def _take(
    path: Path,
    read: Callable[[Path], Article | Reading],
    files: dict[Path, tuple[Stamp, Content]],
    before: Mapping[Path, tuple[Stamp, Content]],
) -> None:
    """Add what is in a file, or why it cannot be read, to the files."""
    try:
        stamp = stamp_of(path)
    except FileNotFoundError:  # gone since it was listed
        return
    if path in before and before[path][0] == stamp:
        files[path] = before[path]
        return
    try:
        files[path] = stamp, read(path)
    except QuizEngineError as fault:
        files[path] = stamp, Finding(str(fault))


def _named_apart(entries: list[Entry]) -> Iterator[Entry]:
    """The entries in order; if several have one name, the later ones get a number after it."""
    taken: set[str] = set()
    for entry in entries:
        names = (entry.name if number == 1 else f"{entry.name}-{number}" for number in range(1, len(entries) + 1))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield replace(entry, name=name)
