"""The topic of a reported statement: what it is about, in words that a question can give without giving the answer.

Next: `asking_about`, which asks what somebody said about it.
"""

from collections.abc import Iterator

from quizengine import Span
from quizengine.language import (
    Certainty,
    Name,
    Tree,
    central_names,
    content_words,
    full_names,
    is_a,
    mentions_between,
    pointers,
    surface_text,
    tree_at,
    word_set,
)

_LONGEST = 10
"""Words of a topic."""
_FEWEST = 2
"""Words that carry sense in a topic with a noun that only the title tells."""
_ABOUT = 8
"""Names that an article is about: those that it has most often."""
_VAGUE = word_set(
    """
    people anyone everyone someone anybody everybody somebody nobody none nothing something anything everything many
    some most few others one ones number thing way lot part reason point question fact man woman person group kind sort
    case times time day year all both each majority
    """
)
_LEADING = word_set("any some many most few no other another such all both each every several these those this that")
_CLAUSES = ("acl", "advcl", "ccomp", "appos", "parataxis", "csubj")


def topics_of(content: Span, speaker: Name) -> Iterator[str]:
    """Yield what a statement may be said to be about: its subject, then the people in it whom the article is about."""
    tree = tree_at(content)
    inside = tree.tokens_in(content) if tree else ()
    if tree is None or not inside:
        return
    subject = _subject(tree, inside)
    tokens = _repeated(tree, subject) if subject is not None else ()
    tokens = tokens if _begins_a_clause(tree, inside, tokens) else ()
    replaced = full_names(tree, tokens)
    topic = surface_text(tree, tokens, replaced)
    left_open = [each.token for each in pointers(tree, tokens, replaced)]
    if tokens and not any(_is_open(tree, each) for each in left_open) and not (left_open and _is_bare(topic)):
        yield topic
    about = set(central_names(content.article)[:_ABOUT])
    for mention, name in mentions_between(content.article, content.start, content.end):
        fits = name.kind == "person" and " " in name.full and name.certain and name is not speaker
        if fits and name.full in about and mention.start > content.start:
            yield name.full


def _subject(tree: Tree, inside: tuple[int, ...]) -> int | None:
    """The subject of what is said; None if it is not certain."""
    heads = [at for at in inside if tree.tokens[at].head not in inside and tree.tokens[at].upos != "PUNCT"]
    found = [at for head in heads for at in tree.dependents(head, "nsubj", "csubj") if at in inside and at < head]
    return found[0] if len(found) == 1 and tree.tokens[found[0]].certainty >= Certainty.EVEN_ODDS else None


def _repeated(tree: Tree, subject: int) -> tuple[int, ...]:
    """The tokens of a subject as a question repeats them; none if it is vague, long or a pronoun."""
    head, every = tree.tokens[subject], tree.trimmed(tree.subtree(subject))
    mark = next((at for at in every if at > subject and tree.tokens[at].upos == "PUNCT"), len(tree.tokens))
    tokens = tree.trimmed([at for at in every if at < mark])  # "boats from Peru, such as ferries"
    if not tokens or head.upos not in ("NOUN", "PROPN") or head.lemma.lower() in _VAGUE or len(tokens) > _LONGEST:
        return ()
    if tokens[-1] - tokens[0] >= len(tokens) or tree.tokens[tokens[0]].form.lower() in _LEADING:
        return ()
    broken = any(is_a(tree.tokens[at].relation, *_CLAUSES) or tree.tokens[at].upos == "PUNCT" for at in tokens)
    return () if broken else tokens


def _begins_a_clause(tree: Tree, inside: tuple[int, ...], tokens: tuple[int, ...]) -> bool:
    """Return whether a subject is the first of what is said, or behind a comma: not in "the winter when Orra slept"."""
    before = [tree.tokens[at] for at in inside if tokens and at < tokens[0]]
    words = [token for token in before if token.upos not in ("SCONJ", "CCONJ", "ADV")]
    return not words or words[-1].upos == "PUNCT"


def _is_open(tree: Tree, at: int) -> bool:
    """Return whether a word points at what a reader of the title does not know."""
    title = tree.sentence.span.article.title
    token = tree.tokens[at]
    return token.upos != "NOUN" or title is None or not set(content_words(token.form)) <= set(content_words(title.text))


def _is_bare(topic: str) -> bool:
    """Return whether a topic is one noun, of which there may be many: "the plans"."""
    return len(content_words(topic)) < _FEWEST
