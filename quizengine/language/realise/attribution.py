"""Adds the source to a statement or a question: "According to Wi Sung-lac, …"."""

from collections.abc import Sequence

from quizengine.language.discourse.references import full_names
from quizengine.language.discourse.self_containment import stands_alone
from quizengine.language.names import names_in
from quizengine.language.realise.pruning import phrase_tokens
from quizengine.language.realise.surface_text import surface_text
from quizengine.language.syntax.clauses import Clause
from quizengine.language.syntax.tree import Tree
from quizengine.language.word_lists import word_set

_LONGEST = 10
"""Tokens; a longer source is a sentence of its own."""
_SHARES = word_set("percent % percentage majority half third quarter respondent")


def with_source(clause: Clause, text: str | None) -> str | None:
    """A statement or question with whoever says so before it; as it is where the article says so itself.

    None if somebody says so who cannot be named in a few words that stand alone, or where two say so in turn.
    """
    if text is None or not clause.said:
        return text
    source = clause.said[0].source
    if len(clause.said) > 1 or source is None:
        return None
    tokens = [each for each in phrase_tokens(source) if each not in source.marker]
    full = full_names(source.tree, tokens)
    if _is_a_share(source.tree, tokens) or len(tokens) > _LONGEST or not stands_alone(source.tree, tokens, full):
        return None
    opening = text.split()[0]
    rest = text[len(opening) :]
    begins = opening if _is_a_name(clause.tree, opening) else opening.lower()
    return f"According to {surface_text(source.tree, tokens, full)}, {begins}{rest}"


def _is_a_share(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a source is so many of some people, who said "yes" to something: "75 percent of Democrats"."""
    return any(tree.tokens[each].lemma.lower() in _SHARES for each in tokens)


def _is_a_name(tree: Tree, word: str) -> bool:
    """True if a word keeps its capital inside a sentence: as in the sentence itself, or as a full name begins."""
    there = any(token.form == word and token.upos == "PROPN" for token in tree.tokens)
    article = tree.sentence.span.article
    return there or word == "I" or any(name.full.split()[0] == word for name in names_in(article))
