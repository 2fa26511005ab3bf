"""Rules about a bank file as a whole, each with a name, so that they can be explained and selected."""

from collections.abc import Iterable

from quizengine.extensions.records import Check
from quizengine.quiz.questions import Question
from quizengine.text.article import Article


def _found_elsewhere(question: Question, article: Article | None) -> Iterable[str]:
    """Found in the file as a whole."""
    return ()


RULES = {
    check.name: check
    for check in (
        Check("bank-file", _found_elsewhere, "What cannot be read is not asked: the other questions of the file are."),
        Check("article-changed", _found_elsewhere, "Evidence proves its key in the very text that it was taken from."),
        Check("article-missing", _found_elsewhere, "Without the article nobody can look the evidence up.", "warning"),
        Check("check-raised", _found_elsewhere, "What a check looks for was not looked for."),
        Check(
            "not-all-compared", _found_elsewhere, "In a very large bank no question is held against all others.", "note"
        ),
        Check("ignore-unused", _found_elsewhere, "A comment that silences nothing hides what comes later.", "note"),
        Check("ignore-unreasoned", _found_elsewhere, "Whoever reads it next wants to know why.", "warning"),
        Check(
            "ignore-unknown", _found_elsewhere, "A comment that names no warning or note silences nothing.", "warning"
        ),
    )
}
"""All rules, by name."""
