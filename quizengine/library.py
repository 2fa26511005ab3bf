"""The quizzes on offer in a working folder: its banks, those of plugins, and drafts for articles without a bank."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quizengine.article import Article
from quizengine.errors import QuizEngineError
from quizengine.files import files_in, read_article
from quizengine.quiz import Quiz
from quizengine.records import Finding
from quizengine.shipped import shipped
from quizengine.startup import Engine
from quizengine.unread_files import unread_files

BANK_SUFFIXES = (".yaml", ".yml")
ARTICLE_SUFFIXES = (".txt",)


@dataclass(frozen=True)
class Entry:
    """One quiz on offer, with its article where that is at hand."""

    name: str
    """Unique in the library, fit for an address: the file's name without its ending."""
    quiz: Quiz
    source: Path
    """The bank file, or the article's file for a draft."""
    article: Article | None = None
    draft: bool = False
    """Made from the article when the library was opened, and seen by no teacher yet."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with plugins while a draft was made."""


@dataclass(frozen=True)
class Library:
    """Everything that can be taken, and everything that was wrong with files and plugins."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    def find(self, name: str) -> Entry | None:
        """The entry of this name, if there is one."""
        return next((entry for entry in self.entries if entry.name == name), None)


def open_library(engine: Engine, known: Library | None = None) -> Library:
    """Read every bank and article of the engine's folder, and every bank of its plugins.

    An article becomes a draft unless some bank has questions on it. A file that cannot be read is a finding, and the
    others are there. Drafts of articles that have not changed are taken from the library that is `known`.
    """
    findings = list(engine.findings)
    articles = _articles(engine, findings)
    banks = list(_banks(engine, articles, findings))
    covered = {entry.quiz.article.sha256 for entry in banks if entry.quiz.article}
    made = {entry.article: entry for entry in (known.entries if known else ()) if entry.draft and entry.article}
    drafts = [
        replace(made[article], name=path.stem) if article in made else _draft(engine, path, article)
        for path, article in articles.items()
        if article.sha256 not in covered and path.parent == folder_of(engine, "seeds")
    ]
    findings += [finding for draft in drafts for finding in draft.findings]
    findings += unread_files(engine.folder) if engine.folder else ()
    return Library(tuple(_named_apart([*banks, *(draft for draft in drafts if draft.quiz.questions)])), tuple(findings))


def folder_of(engine: Engine, name: str) -> Path:
    """The working folder's `seeds` or `question_banks`; the shipped one when the engine has no folder."""
    return engine.folder / name if engine.folder else shipped(name)


def _articles(engine: Engine, findings: list[Finding]) -> Mapping[Path, Article]:
    """The articles of the working folder, and the shipped ones, which evidence may point into as well."""
    articles: dict[Path, Article] = {}
    for folder in dict.fromkeys((folder_of(engine, "seeds"), shipped("seeds"))):
        for path in files_in(folder, *ARTICLE_SUFFIXES):
            try:
                articles[path] = read_article(path)
            except QuizEngineError as fault:
                findings.append(Finding(str(fault)))
    return articles


def _banks(engine: Engine, articles: Mapping[Path, Article], findings: list[Finding]) -> Iterator[Entry]:
    by_hash = {article.sha256: article for article in articles.values()}
    places = [folder_of(engine, "question_banks"), *engine.registry.bank_paths]
    for place in places:
        if not place.exists() and place in engine.registry.bank_paths:
            findings.append(Finding("a plugin offers this question bank, and there is none", file=str(place)))
        for path in [place] if place.is_file() else files_in(place, *BANK_SUFFIXES):
            try:
                reading = engine.read_bank(path)
            except QuizEngineError as fault:
                findings.append(Finding(str(fault)))
                continue
            findings += reading.findings
            if reading.quiz.questions:
                reference = reading.quiz.article
                yield Entry(path.stem, reading.quiz, path, by_hash.get(reference.sha256) if reference else None)


def _draft(engine: Engine, path: Path, article: Article) -> Entry:
    draft = engine.draft(article)
    return Entry(path.stem, draft.quiz, path, article, draft=True, findings=draft.findings)


def _named_apart(entries: list[Entry]) -> Iterator[Entry]:
    """The entries in order; of those with one name, the later ones get a number behind it."""
    taken: set[str] = set()
    for entry in entries:
        names = (entry.name if number == 1 else f"{entry.name}-{number}" for number in range(1, len(entries) + 1))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield replace(entry, name=name)
