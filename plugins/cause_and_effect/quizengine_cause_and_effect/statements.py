"""True/false statements: about half are false, each by one name of the same kind.

Next: `name_slots`, the names that can replace each other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizengine import Article, Evidence, Origin, Question, Span, TrueFalseQuestion, cache_per_article
from quizengine.language import (
    Clause,
    Realised,
    Tree,
    capitalised,
    central_names,
    content_words,
    mentions_between,
    name_at,
    names_in,
    names_the_topic,
    salience,
    sentence_of,
    trees,
    uncapitalised,
)
from quizengine_cause_and_effect.name_slots import Slot, name_slots, shown_words
from quizengine_cause_and_effect.question_parts import question_tags, relation_evidence, relation_rationale
from quizengine_cause_and_effect.quotations import quoted_statement
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told, relation_sentence
from quizengine_cause_and_effect.relations import NAME, CausalRelation
from quizengine_cause_and_effect.replacement_names import other_names
from quizengine_cause_and_effect.signals import CHANGING, NATIONS
from quizengine_cause_and_effect.source_sentences import in_its_sentence

_LONGEST = 25
_LONGEST_WHOLE = 30
_MOST = 4
"""Statements of an article; guessing is right half of the time."""
_TELLING_NAMES = 2
_SHARED = 3
"""One in so many words of a statement may be in a sentence about somebody else, and be chance."""


@dataclass(frozen=True)
class Statement:
    """A statement about a relation."""

    told: Told
    slot: Slot | None = None
    """The name that another one takes the place of, where the statement is false."""
    name: str = ""
    """The other one."""


def stated(relation: CausalRelation) -> Told:
    """The sentence that can be judged; raises CannotBe."""
    try:
        sentence = worth_telling(relation)
    except CannotBe:
        sentence = _as_it_stands(relation)
        if not _is_worth_knowing(sentence):
            raise
    if len(sentence.text.split()) > (_LONGEST_WHOLE if sentence.whole else _LONGEST):
        raise CannotBe("it is too short or too long")
    if _is_a_definition(sentence.clause):
        raise CannotBe("it is a definition, which everybody takes for true")
    verbs = [
        token.lemma for each in sentence.said.tokens if (token := sentence.clause.tree.tokens[each]).upos == "VERB"
    ]
    if verbs.count(sentence.clause.verb.lemma) > 1:
        raise CannotBe("it tells the same of both")  # "What creates a gap here creates one there."
    return sentence


def _is_a_definition(clause: Clause) -> bool:
    """Return whether a clause tells what something is in general: "A tide is a rise of the sea caused by the Moon"."""
    if clause.subject is None or not clause.verb.copular or clause.verb.tense != "present":
        return False
    tokens = clause.tree.tokens
    determiner = clause.tree.dependent(clause.subject.head, "det")
    general = determiner is None or tokens[determiner].form.lower() in ("a", "an")
    named = any(tokens[each].upos in ("PROPN", "PRON", "NUM") for each in clause.subject.tokens)
    return general and not named and tokens[clause.head].upos == "NOUN"


def _as_it_stands(relation: CausalRelation) -> Told:
    """The sentence of the article, or the quotation that it begins with; raises CannotBe."""
    try:
        return in_its_sentence(relation)
    except CannotBe:
        if relation.signal.article.text[sentence_of(relation.signal).start] not in _QUOTES:
            raise
        return quoted_statement(relation)


_QUOTES = "“\"'"


def worth_telling(relation: CausalRelation) -> Told:
    """The sentence that tells of a relation, however long, where it is worth asking about; raises CannotBe."""
    sentence = relation_sentence(relation)
    if not _is_worth_knowing(sentence):
        raise CannotBe("it names nothing that the article keeps coming back to")
    return sentence


def _is_worth_knowing(sentence: Told) -> bool:
    """True if a statement names what the article keeps coming back to, so that common sense cannot tell if it is so."""
    tree = sentence.clause.tree
    span = tree.span(sentence.said.tokens)
    article = span.article
    named = {name.full for _, name in mentions_between(article, span.start, span.end)}
    named |= {name.full for name in names_in(article) if name.full in sentence.text}
    known = named & set(central_names(article)) or (named and names_the_topic(tree, sentence.said.tokens))
    if not named and sentence.clause.verb.lemma in CHANGING:
        return False  # common sense tells that care improves quality
    return bool(known) or len(named) >= _TELLING_NAMES or _tells_of_the_matter(article, sentence)


def _tells_of_the_matter(article: Article, sentence: Told) -> bool:
    """Return whether a statement has a word of the title, or enough of those that the article uses again and again."""
    own = frozenset(content_words(sentence.text))
    title = frozenset(content_words(article.title.text)) if article.title else frozenset()
    return bool(own & title) or len(own & _used_often(article)) >= _TELLING_WORDS


_TELLING_WORDS = 2
_OFTEN = 4
"""Times that an article uses a word of what it is about."""


@cache_per_article
def _used_often(article: Article) -> frozenset[str]:
    counts = Counter(content_words(article.text))
    return frozenset(word for word, count in counts.items() if count >= _OFTEN)


def statements(tried: Iterable[tuple[CausalRelation, Told]]) -> dict[Span, Statement]:
    """The statements of some relations by their places: the weightiest, false where a name makes them so.

    None is true without one beside it that is false, or all could be taken for true.
    """
    found = [(-salience(sentence.clause.tree), relation.place, relation, sentence) for relation, sentence in tried]
    found.sort(key=lambda each: (each[0], each[1].start))
    chosen: dict[Span, Statement] = {}
    left: list[tuple[Span, Told]] = []
    told_of: set[Span] = set()
    for _, place, relation, sentence in found:
        if relation_evidence(relation) in told_of:
            continue
        told_of.add(relation_evidence(relation))
        changed = _changed(sentence) if len(chosen) < _MOST // 2 else Statement(sentence)
        if changed.slot:
            chosen[place] = changed
        else:
            left.append((place, sentence))
    false, true = len(chosen), 0
    for place, sentence in left:
        if len(chosen) == _MOST:
            break
        if 0 < false > true - _MORE_TRUE:
            chosen[place], true = Statement(sentence), true + 1
    return chosen


_MORE_TRUE = 2
"""Statements than false ones may be true; each is easy to guess."""


def _changed(sentence: Told) -> Statement:
    """The statement with another name where that makes it false for certain; else as it is."""
    article = sentence.clause.tree.sentence.span.article
    for slot in name_slots(sentence):
        if slot.full in sentence.lead:
            continue
        names = [name for name in other_names(article, slot, sentence) if _is_told_of_nowhere(article, name, sentence)]
        if names:
            return Statement(sentence, slot, _likeliest(slot, names, article))
    return Statement(sentence)


def _likeliest(slot: Slot, names: Sequence[str], article: Article) -> str:
    """The name that readers would believe most: of the same office, then mentioned most often."""
    known = {name.full: name for name in names_in(article)}
    offices = known[slot.full].offices if slot.full in known else frozenset()
    found = [known[name] for name in names if name in known]
    if not found:
        return names[0]
    return max(found, key=lambda name: (bool(offices & name.offices), len(name.mentions))).full


def _is_told_of_nowhere(article: Article, name: str, sentence: Told) -> bool:
    """True if no sentence that names somebody tells much of what a statement says, so that it is not true of them."""
    said = _lemmas(sentence.clause.tree, sentence.said.tokens)
    most = max(1, len(said) // _SHARED)
    return all(len(said & _lemmas(tree, range(len(tree.tokens)))) <= most for tree in _naming(article).get(name, ()))


@cache_per_article
def _naming(article: Article) -> dict[str, list[Tree]]:
    """The sentences that name somebody or something, by its full name."""
    found: dict[str, list[Tree]] = {}
    for tree in trees(article):
        span = tree.sentence.span
        named = {name.full for _, name in mentions_between(article, span.start, span.end)}
        named |= {token.form for token in tree.tokens if token.form[:1].isupper()}
        for name in named:
            found.setdefault(name, []).append(tree)
    return found


def _lemmas(tree: Tree, tokens: Sequence[int]) -> frozenset[str]:
    content = (tree.tokens[each] for each in tokens)
    return frozenset(token.lemma.lower() for token in content if token.upos in ("NOUN", "VERB", "ADJ"))


def judged(relation: CausalRelation, statement: Statement) -> Question:
    """The question whether a statement is true."""
    sentence, slot = statement.told, statement.slot
    text = sentence.text
    if slot:
        text = capitalised(text.replace(shown_words(sentence, slot.tokens), statement.name, 1))
    sourced = bool(sentence.said.opening) or re.match("According to ", text)
    return TrueFalseQuestion(
        stem=sentence.lead + (text if sourced else f"According to {_named(sentence)}, {inside(sentence.said, text)}"),
        answer=slot is None,
        rationale=relation_rationale(relation),
        evidence=Evidence.of(relation_evidence(relation)),
        origin=Origin(NAME, "true or false"),
        tags=question_tags(),
    )


def _named(sentence: Told) -> str:
    """The article, by its title where only that tells what a statement is about."""
    title = sentence.clause.tree.sentence.span.article.title
    return f"the article “{' '.join(title.text.split())}”" if sentence.by_title and title else "the article"


def inside(said: Realised, text: str) -> str:
    """A text that begins with the subject, as it is inside a sentence: in small letters unless a name begins it."""
    tree = said.clause.tree
    first = tree.tokens[min(said.subject)]
    own = first.form.lower() == text.split()[0].lower()
    small = first.upos in ("DET", "PRON", "ADP", "ADV", "SCONJ", "ADJ")
    plain = first.upos != "PROPN" and not first.form[1:2].isupper() and name_at(first.span) is None
    known = first.form in _capitals_within_sentences(first.span.article) and not (
        small and first.form.lower() not in NATIONS
    )
    return uncapitalised(text) if own and plain and not known else text


@cache_per_article
def _capitals_within_sentences(article: Article) -> frozenset[str]:
    """The words with a capital inside a sentence of an article, with those of nations."""
    found = {token.form for tree in trees(article) for token in tree.tokens[1:] if token.form[:1].isupper()}
    return frozenset(found | {word.capitalize() for word in NATIONS})
