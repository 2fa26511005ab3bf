"""Decides whether words say enough to be remembered as somebody's: neither small talk nor official phrases."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    PRONOUNS,
    THIRD_PERSON,
    Tree,
    content_words,
    is_a,
    mentions_between,
    sentences_in,
    stance_of,
    tree_at,
    word_set,
)
from quizengine_quote_attribution.pronouns_in_quotations import is_about

_FILLER = re.compile(
    r"(?i)(?:let me tell you|thank(?:s| you)|good (?:morning|evening|night)|welcome|i (?:dis)?agree|no comment)\b"
)
_FORMULA = re.compile(
    r"""(?ix) \b(?:
        (?:we|i)(?:[’']d|[ ]would|[ ]want[ ]to|[ ]am|[’']m|[ ]are|[’']re)?[ ](?:also[ ]|very[ ]|incredibly[ ]|so[ ])*
            (?:like[ ]to[ ])?(?:thank|thankful|grateful|congratulate|welcome|appreciate)
        | (?:pleased|proud|honou?red|delighted|excited|happy|glad|thrilled|looking[ ]forward|look[ ]forward)[ ]to
        | (?:is|am|are|[’'](?:m|re|s))[ ](?:very[ ]|so[ ]|incredibly[ ]|deeply[ ])?grateful
        | in[ ](?:close[ ])?contact[ ]with | (?:all|with)[ ](?:the[ ])?(?:relevant|interested|other)[ ]parties
        | thoughts[ ]and[ ]prayers | condolences | (?:working|work)[ ](?:closely|together)[ ]with
        | (?:additional|further|more|greater)[ ](?:efforts?|actions?|steps|measures|work)[ ](?:is|are)[ ]
            (?:urgently[ ]|still[ ]|badly[ ])?(?:needed|required|necessary)
        | cooperat(?:e|ing)[ ](?:fully|with) | (?:not|no|decline[sd]?[ ]to)[ ]comment | monitoring[ ]the[ ]situation
    )\b"""
)
"""Formulas that officials use on every occasion."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*")
_SAYS_LITTLE = word_set(
    """
    a about after again all also always am an and any anybody anyone anything are as ask at back bad be because
    been before being better big both but by call can can't cannot come could course day did didn't do does
    doesn't doing don't done down each else even ever every everybody everyone everything feel few find first for
    from get give go goes going gone gonna good got great guy guys had happen happened happening happens happy
    hard has have haven't having he he'll he's hear her here here's him his honestly how i i'd i'll i'm i've if in
    into is isn't it it'll it's its itself just keep kind knew know known let let's like little look lot lots made
    make many may maybe me mean might more most much must my myself need never new next no nobody none not nothing
    now of off oh ok okay on once one only or other our out over own people put quite rather ready really right
    said same saw say saying says see seem seen shall she she's should so some somebody someone something
    sometimes sorry still stuff such sure take talk talking tell than thank thanks that that's the their them then
    there there's these they they'll they're they've thing things think this those though thought time to today
    together told too totally tried true truly try trying two until up us use used very want wanted wants was
    wasn't way we we'd we'll we're we've well went were weren't what what's when where which while who whom whose who's
    why will wish with without won't word words work worked works would wouldn't yes yet you you'd you'll you're
    you've your actually clearly simply absolutely certainly obviously definitely basically literally
    long longer bit
    """
)
_OPINION = word_set("oppose support like hate love favor favour prefer back endorse want need doubt care trust reject")
_OFTEN = 5
_COMES_BACK = 2
_MANY_WORDS = 4
"""The number of words that carry sense which say enough without a name."""
_FEWEST_SENTENCES = 12
_FEWEST_BESIDE_OPEN_WORDS = 8
_ACTORS = word_set("that this it these those")
_A_LONG_SENTENCE = 20
_POINTS_BACK = word_set("that that's this these those")


def says_too_little(text: str) -> bool:
    """True if so few of its words carry sense that nobody could tell by whom it is: “Well, let me put it this way”.

    Three words that carry sense are enough in twenty words, four in thirty and five in more; five, too, when the first
    word points at something said before ("That’s"). Thanks and greetings say nothing, and nor do official formulae with
    few other words.
    """
    if _FILLER.match(text) or (_FORMULA.search(text) and len(_carrying(_FORMULA.sub(" ", text))) <= _MANY_WORDS):
        return True
    words, carrying = _words(text), _carrying(text)
    leading = next((word for word in words if word not in ("and", "but", "so", "well", "because")), "")
    return len(carrying) < (5 if leading in _POINTS_BACK else min(5, 3 + max(0, len(text.split()) - 11) // 10))


def says_enough_anyway(words: str, spans: Sequence[Span], pointing: Collection[str]) -> bool:
    """True if words say so much that what they leave open does not matter: a reader of the article knows them again.

    A sentence that is all about a "they" has to say more. One that tells of a "he" or "she" whom it does not name never
    does, nor one that tells what a "that" or an "it" does: "That will help the farmers".
    """
    carrying = _carrying(words) - set(pointing)
    if len(words.split()) < _FEWEST_BESIDE_OPEN_WORDS or _acts_untold(spans[0], pointing):
        return False
    persons = [word for word in pointing if word in PRONOUNS]
    if persons and (any(is_about(spans[0], word) for word in persons) or not any(map(_names_somebody, spans))):
        return False
    leading = any(THIRD_PERSON.get(word) == "they" and is_about(spans[0], word) for word in pointing)
    return len(carrying) > _MANY_WORDS + leading - _only_as_an_object(spans, pointing)


def _names_somebody(span: Span) -> bool:
    """True if somebody is named in full in a stretch: "If Satan were ahead of him, I might vote for Ruth Abel"."""
    named = mentions_between(span.article, span.start, span.end)
    return any(name.kind == "person" and " " in mention.text for mention, name in named)


def _only_as_an_object(spans: Sequence[Span], pointing: Collection[str]) -> bool:
    """True if only an "it" is left open, which nothing is told of: "I would not let my children ride across it"."""
    trees = [(tree, at) for span in spans if (tree := tree_at(span)) for at in tree.tokens_in(span)]
    own = [tree.tokens[at] for tree, at in trees if tree.tokens[at].form.lower() == "it"]
    return set(pointing) == {"it"} and not any(is_a(token.relation, "nsubj", "expl") for token in own)


def _acts_untold(sentence: Span, pointing: Collection[str]) -> bool:
    """Return whether a sentence of few words is about a "that" that does something: not "That was a long night"."""
    tree = tree_at(sentence)
    tokens = tree.tokens_in(sentence) if tree else ()
    if tree is None or len(tokens) > _A_LONG_SENTENCE:
        return False
    untold = [word for word in _ACTORS & set(pointing) if is_about(sentence, word)]
    verbs = [tree.tokens[at].head for at in tokens if tree.tokens[at].form.lower() in untold]
    return any(verb >= 0 and tree.tokens[verb].upos == "VERB" for verb in verbs)


def _names_anything(words: str) -> bool:
    """Return whether a word after the first has a capital, other than "I"."""
    return any(word[:1].isupper() and re.split("[’']", word)[0] != "I" for word in words.split()[1:])


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _carrying(text: str) -> set[str]:
    """The words that carry sense, and the parts of those with a hyphen."""
    found = {word for word in _words(text) if word not in _SAYS_LITTLE}
    return found | {part for word in found for part in word.split("-") if part not in _SAYS_LITTLE}


def is_private(spans: Sequence[Span]) -> bool:
    """True if somebody only tells what he or she did or is, and no word of the title: "I have two brothers in Peru"."""
    article = spans[0].article
    tree = tree_at(spans[0])
    tokens = tree.tokens_in(spans[0]) if tree else ()
    subjects = [at for at in tokens if tree and is_a(tree.tokens[at].relation, "nsubj")]
    if tree is None or not subjects or tree.tokens[subjects[0]].form != "I":
        return False
    if any(_gives_an_opinion(tree, tree.tokens[at].head) for at in subjects if tree.tokens[at].form == "I"):
        return False
    if article.title is None and len(sentences_in(article)) < _FEWEST_SENTENCES:
        return False
    told = _told(article)
    words = " ".join(span.text for span in spans)
    if len(_carrying(words)) >= _MANY_WORDS and _names_anything(words):
        return False
    return not any(told[word] >= _OFTEN for word in content_words(words))


def _gives_an_opinion(tree: Tree, verb: int) -> bool:
    """True if a verb of "I" tells what the speaker thinks or wants, itself or by what it leads to ("have to say")."""
    if any(tree.tokens[each].xpos == "MD" for each in tree.dependents(verb, "aux")):
        return True
    lemmas = [tree.tokens[each].lemma.lower() for each in (verb, *tree.dependents(verb, "xcomp"))]
    return any(lemma in _OPINION or stance_of(lemma) for lemma in lemmas)


def is_minor_remark(spans: Sequence[Span]) -> bool:
    """True if none of the words that carry sense comes back in the title, or in two other sentences of the article.

    In an article of a few sentences nothing has to come back.
    """
    article = spans[0].article
    if len(sentences_in(article)) < _FEWEST_SENTENCES:
        return False
    told = _told(article)
    own = {word for span in spans for word in content_words(span.text) if "'" not in word}
    if len(own) >= _MANY_WORDS:
        return False
    return all(told[word] < _COMES_BACK for word in own)


def comes_back_often(word: Span) -> bool:
    """Return whether an article speaks of something in five sentences, or in its title."""
    told = _told(word.article)
    return any(told[each] >= _OFTEN for each in content_words(word.text))


@cache_per_article
def _told(article: Article) -> Counter[str]:
    """The number of sentences with each word that carries sense; words of the title count as coming back."""
    counted = Counter(word for one in sentences_in(article) for word in set(content_words(one.text)))
    for word in content_words(article.title.text) if article.title else ():
        counted[word] += _OFTEN
    return counted
