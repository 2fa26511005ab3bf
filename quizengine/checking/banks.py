"""Checks a bank against its own article and every rule."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizengine.checking.articles import ArticleLocation, locate_article
from quizengine.checking.silencing import drop_silenced
from quizengine.checks.english import analyse_made_words
from quizengine.engine import Engine
from quizengine.extensions.records import Finding, Reading
from quizengine.generation.pairs import MOST_HELD_AGAINST, review_pairs
from quizengine.generation.review import review
from quizengine.plurals import with_number
from quizengine.quiz.questions import plain_question
from quizengine.quiz.quiz import Quiz
from quizengine.system.files import read_bank_bytes

_DASH = re.compile(r"\A\s*(?:-\s+)?")


def check_bank(engine: Engine, path: str | Path) -> tuple[Quiz, tuple[Finding, ...]]:
    """Return the quiz of the bank's valid questions, and every fault of the bank, in order of lines.

    Raises BankError if the file cannot be read at all.
    """
    return check_bytes(engine, read_bank_bytes(path), path)


def check_bytes(engine: Engine, data: bytes, path: str | Path) -> tuple[Quiz, tuple[Finding, ...]]:
    """The same for the bytes of a bank; `path` is where they lie, for messages and for finding the article."""
    reading = engine.read_bank_of(data, path)
    text = data.decode("utf-8-sig")
    where = locate_article(engine, reading.quiz.article, path)
    findings = [replace(finding, check=finding.check or "bank-file") for finding in reading.findings]
    findings += [replace(finding, file=str(path)) for finding in _of_the_article(reading.quiz, where)]
    columns = [_column(line) for line in text.splitlines()]
    for question_id, finding in _of_the_questions(engine, reading, where):
        line = reading.lines.get(question_id, 0)
        column = columns[line - 1] if 0 < line <= len(columns) else 0
        findings.append(replace(finding, file=str(path), line=line, column=column, path=question_id))
    kept = drop_silenced(text, str(path), findings, engine.registry.checks)
    return reading.quiz, tuple(sorted(kept, key=lambda finding: (finding.line, finding.column)))


def _of_the_questions(engine: Engine, reading: Reading, where: ArticleLocation) -> Iterator[tuple[str, Finding]]:
    """Yield what checks find, each with the id of its question, and checks that raised."""
    checks = tuple(engine.registry.checks.values())
    analyse_made_words(map(plain_question, reading.quiz.questions))
    for question in reading.quiz.questions:
        one = review(question, checks, where.article)
        yield from ((question.id, finding) for finding in one.findings)
        yield from ((question.id, replace(fault, check="check-raised")) for fault in one.faults)
    pairs = review_pairs(reading.quiz.questions, checks)
    yield from ((question.id, finding) for question, finding in pairs.findings)
    yield from (("", replace(fault, check="check-raised")) for fault in pairs.faults)
    if pairs.cut_short:
        words = (
            f"{with_number(pairs.cut_short, 'question')} with too many others that share words: each was held against "
            f"{MOST_HELD_AGAINST} of them only; split the bank to compare them all"
        )
        yield "", Finding(words, level="note", check="not-all-compared")


def _column(line: str) -> int:
    """Return where a question begins in its first line, behind the dash."""
    found = _DASH.match(line)
    return found.end() + 1 if found else 1


def _of_the_article(quiz: Quiz, where: ArticleLocation) -> Iterator[Finding]:
    if quiz.article is None or where.article is not None:
        return
    if where.changed is not None:
        words = f"{where.place} is not the article that this bank was made from; its evidence was not checked"
        yield Finding(words, path="article.sha256", check="article-changed")
    else:
        words = f"found no file {quiz.article.file or 'for the article'}; the evidence was not checked"
        yield Finding(words, path="article.file", level="warning", check="article-missing")
