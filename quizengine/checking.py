"""A bank held against its own article and against every check: what `quizengine check` reports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizengine.article import Article
from quizengine.errors import ArticleError
from quizengine.files import STANDARD, read_article
from quizengine.quiz import ArticleReference, Quiz
from quizengine.records import Finding
from quizengine.review import review
from quizengine.shipped import shipped
from quizengine.startup import Engine


def check_bank(engine: Engine, path: str | Path) -> tuple[Quiz, tuple[Finding, ...]]:
    """The quiz of the bank's good questions, and everything wrong with the bank, in order of lines.

    Raises BankError when the file cannot be read at all.
    """
    reading = engine.read_bank(path)
    article, findings = _article(engine, reading.quiz.article, path)
    for question in reading.quiz.questions:
        line = reading.lines.get(question.id, 0)
        one = review(question, engine.registry.checks.values(), article)
        for finding in one.findings + one.faults:
            findings.append(replace(finding, file=str(path), line=line, path=question.id))
    ordered = sorted((*reading.findings, *findings), key=lambda finding: finding.line)
    return reading.quiz, tuple(ordered)


def _article(
    engine: Engine, reference: ArticleReference | None, bank: str | Path
) -> tuple[Article | None, list[Finding]]:
    """The article that a bank's evidence points into, as it was when the bank was made; or what is in the way."""
    if reference is None:
        return None, []
    others: list[Path] = []
    for place in _places(engine, reference, bank):
        try:
            article = read_article(place)
        except ArticleError:
            continue
        if article.sha256 == reference.sha256:
            return article, []
        others.append(place)
    if others:
        changed = f"{others[0]} is not the article that this bank was made from; its evidence was not checked"
        return None, [Finding(changed, str(bank), path="article.sha256")]
    missing = f"found no file {reference.file or 'for the article'}; the evidence was not checked"
    return None, [Finding(missing, str(bank), path="article.file", level="warning")]


def _places(engine: Engine, reference: ArticleReference, bank: str | Path) -> Iterator[Path]:
    """Where the article's file may lie: as written, then by the bank, the working folder and the shipped seeds."""
    if not reference.file:
        return
    yield Path(reference.file)
    beside = [] if str(bank) == STANDARD else [Path(bank).parent, Path(bank).parent.parent]
    folders = [*beside, engine.folder, shipped("seeds").parent]
    yield from (folder / reference.file for folder in folders if folder)
