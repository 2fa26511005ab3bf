"""The person meant by the "he" or "she" of a quotation: the article's topic, named right before it and nobody else."""

from collections.abc import Iterator, Sequence

from quizengine import Article, Span
from quizengine.language import PRONOUNS, Name, Tree, is_a, mentions_between, sentence_of, tree_at, word_set
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.speaker_groups import is_principal

_THINK = word_set("think believe guess hope doubt suppose expect say tell know feel")
_SENTENCES_BACK = 3
_FURTHEST = 600
"""Characters back that are looked at."""


def topic(quotation: Quotation, sentences: Sequence[Span], open_words: Sequence[str]) -> Name | None:
    """The person whom all open words of some sentences of a quotation mean; None if that is not certain.

    Every open word has to be a "he" or every one a "she", and the first of them what its sentence is about. The nearest
    sentence before that names somebody else than the speaker whom the word may mean has to name nobody else like that,
    and this has to be a person whom the whole article is about.
    """
    sorts = {PRONOUNS.get(word, "") for word in open_words}
    if len(sorts) != 1 or not (pronoun := sorts.pop()) or not is_about(sentences[0], open_words[0]):
        return None
    for stretch in _before(quotation, sentences[0].start):
        people = {name.full: name for name in _named_in(stretch) if _may_be_meant(name, quotation, pronoun)}
        if people:
            (name, *others) = people.values()
            return name if not others and _is_certain(name) else None
    return None


def is_about(sentence: Span, pronoun: str) -> bool:
    """Return whether a pronoun is the subject of the first clause of a sentence, or is in it."""
    tree = tree_at(sentence)
    inside = tree.tokens_in(sentence) if tree else ()
    at = next((each for each in inside if tree and tree.tokens[each].form.lower() == pronoun), None)
    if tree is None or at is None:
        return False
    over = tree.tokens[at].head if tree.tokens[at].relation == "nmod:poss" else at
    verb = tree.tokens[over].head
    leads = verb not in inside or tree.tokens[verb].head not in inside or is_a(tree.tokens[verb].relation, "advcl")
    leads = leads or _is_thought(tree, verb)
    return is_a(tree.tokens[over].relation, "nsubj") and leads


def _is_thought(tree: Tree, verb: int) -> bool:
    """True if a clause is what the speaker thinks, and the sentence is about that: "I do not think that he rows"."""
    above = tree.tokens[verb].head
    own = tree.dependent(above, "nsubj") if above >= 0 else None
    mine = own is not None and tree.tokens[own].form.lower() in ("i", "we")
    return mine and tree.tokens[above].lemma.lower() in _THINK and is_a(tree.tokens[verb].relation, "ccomp")


def _named_in(stretch: Span) -> Iterator[Name]:
    """Yield who is named in a stretch, without those of whom only something is: "Lee's council"."""
    text = stretch.article.text
    for span, name in mentions_between(stretch.article, stretch.start, stretch.end):
        if not text.startswith(("'s", "’s"), span.end):
            yield name


def _may_be_meant(name: Name, quotation: Quotation, pronoun: str) -> bool:
    is_somebody = name.kind == "person" or (name.kind == "other" and not name.sure_kind)
    return is_somebody and name.full != quotation.name and name.pronoun in ("", pronoun)


def _is_certain(name: Name) -> bool:
    return name.kind == "person" and name.certain and " " in name.full and is_principal(name)


def _before(quotation: Quotation, start: int) -> Iterator[Span]:
    """The stretches before an offset: what its own sentence has before it, then the sentences before that."""
    article: Article = quotation.speaker.article
    end, least = start, max(0, start - _FURTHEST)
    for _ in range(_SENTENCES_BACK):
        text = article.text[least:end]
        last = end - (len(text) - len(text.rstrip(" \n“\"'’”‘«»`")))
        if last <= least:
            return
        begins = max(sentence_of(article.span(last - 1, last)).start, least)
        yield article.span(begins, last)
        end = begins
