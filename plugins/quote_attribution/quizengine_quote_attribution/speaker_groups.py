"""Groups of similar people: politicians and officials, scholars, business people …, by what the article calls them.

A politician among three scholars is recognised by the topic of the words, and so are the dead among the living.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

from quizengine import Article, cache_per_article
from quizengine.language import Name, Token, Tree, is_a, name_at, names_in, tree_at, word_set
from quizengine_quote_attribution.display_text import spoken_by_name

Camp = Literal["politics", "police", "counsel", "learning", "business", "media", "public", "stage", ""]

_CAMPS: tuple[tuple[Camp, frozenset[str]], ...] = (
    (
        "politics",
        word_set(
            """
            president vice-president senator sen representative rep governor gov mayor minister premier chancellor
            secretary undersecretary candidate nominee frontrunner front-runner lawmaker legislator politician mp
            councillor councilman councilwoman assemblyman assemblywoman congressman congresswoman democrat republican
            delegate whip speaker ambassador diplomat consul envoy spokesman spokeswoman spokesperson general colonel
            admiral commander commissioner administrator sheriff king queen prince judge justice chairman chairwoman
            leader             parliamentary presidential congressional senatorial gubernatorial legislative
            """
        ),
    ),
    ("police", word_set("detective inspector superintendent constable sergeant police policeman policewoman coroner")),
    ("counsel", word_set("attorney prosecutor lawyer solicitor barrister strategist consultant lobbyist treasurer")),
    (
        "learning",
        word_set(
            """
            professor scholar researcher scientist historian economist expert analyst fellow lecturer pollster
            physicist chemist biologist sociologist psychologist anthropologist linguist archaeologist astronomer
            engineer doctor physician surgeon nurse psychiatrist philosopher author writer university institute
            college
            """
        ),
    ),
    (
        "business",
        word_set("businessman businesswoman ceo owner founder co-founder banker entrepreneur investor"),
    ),
    (
        "media",
        word_set(
            """
            journalist editor host columnist blogger anchor publisher broadcaster correspondent reporter commentator
            photographer moderator
            """
        ),
    ),
    (
        "public",
        word_set(
            """
            resident activist teacher schoolteacher veteran student farmer worker contractor volunteer fan parent
            pastor driver witness victim coach player supporter voter
            """
        ),
    ),
    ("stage", word_set("singer actor actress star musician composer artist comedian poet playwright novelist")),
)
_BY_THEIR_WORDS: frozenset[Camp] = frozenset({"politics", "police"})
"""Groups whose words tell their speaker's sort: how the thieves fled is told by the police, and by no singer."""
_OF_A_POLITICIAN = word_set(
    """
    campaign administration rally presidency policy nomination candidacy ticket cabinet supporter voter rhetoric
    favorability rating nominee platform surrogate delegate opponent rival base speech plan proposal camp
    """
)
"""Nouns for what politicians have: "Lee’s campaign", "Lee supporters"."""
_DONE_BY_POLITICIANS = word_set("vote elect nominate campaign govern veto inaugurate appoint")
_BEHIND_THE_NOUN = re.compile(r"\s(?:of|to|at|in|for|on|from|with|who|whose|which|that|under|and)\s")
_NAMING = ("appos", "compound", "nmod:desc", "flat")
_LATE = frozenset({"late", "murdered", "slain", "assassinated", "deceased"})
_DIES = word_set("die perish bury assassinate murder kill")
_LIVES_NO_MORE = word_set("death funeral grave assassination murder legacy")
_ENDS = word_set("death funeral assassination murder")
_MEDIA = word_set(
    """
    times post news press journal agency herald tribune guardian observer telegraph gazette chronicle reuters bbc cnn
    abc cbs nbc cbc npr magazine network television radio tv
    """
)
_YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20[0-2]\d\b")
_LONG_AGO = 15
"""Years before the latest that the article speaks of."""
_FEWEST_OF_A_PRINCIPAL = 6
_MOST_MENTIONS = 40
"""The number of mentions examined for each name: enough to tell, and it bounds the work."""


def speaker_group(name: Name) -> Camp:
    """Return what most of the words that the article calls a person by belong to; empty if nothing tells.

    Who is not called anything but is in a list with a politician is taken for one.
    """
    known = _camps(name.mentions[0].article)
    if name.full not in known:
        own = _told(name)
        beside = (other for other in _named_beside(name) if not own and _told(other) == "politics")
        known[name.full] = own or ("politics" if any(beside) else "")
    return known[name.full]


def _told(name: Name) -> Camp:
    counted = Counter(_camps_told(name))
    return max(counted, key=lambda camp: counted[camp], default="")


def _named_beside(name: Name) -> Iterator[Name]:
    """The people in one list with somebody: "Lee, Park and Kim"."""
    for tree, at in _heads(name):
        first = tree.tokens[at].head if tree.tokens[at].relation == "conj" else at
        for each in (first, *tree.dependents(first, "conj")):
            other = name_at(tree.tokens[each].span)
            if other and other.kind == "person" and other.full != name.full:
                yield other


def may_be_in_group(speaker: Name, other: Name) -> bool:
    """Return whether somebody may be of the speaker's sort, and is nobody better known.

    Only another politician is of a politician's sort for certain, and the same holds for the police.
    """
    mine, its = speaker_group(speaker), speaker_group(other)
    if mine != its and is_principal(other) and not is_principal(speaker):
        return False
    return mine == its or ("" in (mine, its) and not _BY_THEIR_WORDS & {mine, its})


def is_of_the_media(name: Name) -> bool:
    """Return whether an organisation is by its name a newspaper, a broadcaster or an agency."""
    return any(word.lower() in _MEDIA for word in name.full.split())


def is_principal(name: Name) -> bool:
    """True if an article is about a person, by its title or by how often it names each: known beside lesser ones."""
    article = name.mentions[0].article
    titled = article.title is not None and spoken_by_name(article.title.text, name.surname)
    return titled or len(name.mentions) >= max(_FEWEST_OF_A_PRINCIPAL, most_mentions(article) / 2)


@cache_per_article
def most_mentions(article: Article) -> int:
    """Return how often the article names whom it names most."""
    return max((len(name.mentions) for name in names_in(article) if name.kind == "person"), default=0)


@cache_per_article
def _camps(article: Article) -> dict[str, Camp]:
    """Filled by `speaker_group`."""
    return {}


def is_of_the_past(name: Name) -> bool:
    """True if the article tells of somebody's death, or only of a time long before the latest that it speaks of."""
    told = list(_heads(name))
    if any(_is_dead(tree, at) for tree, at in told):
        return True
    latest = _latest_year(name.mentions[0].article)
    years = [_years(tree.sentence.span.text) for tree, _ in told]
    return any(found and max(found) <= latest - _LONG_AGO for found in years)


@cache_per_article
def _latest_year(article: Article) -> int:
    return max(_years(article.text), default=0)


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _camps_told(name: Name) -> Iterator[Camp]:
    """The camp of each word that the article calls somebody by, and of what it says is somebody's."""
    for word in _BEHIND_THE_NOUN.split(name.role)[0].split():
        yield from _camps_of(re.sub(r"\W", "", word).lower())
    for tree, at in _heads(name):
        for child in tree.dependents(at, *_NAMING):
            for each in (child, *tree.dependents(child, "compound", "amod")):
                yield from _camps_of(tree.tokens[each].lemma.lower())
        above = tree.tokens[at].head
        noun, relation = tree.tokens[above], tree.tokens[at].relation
        if above < 0:
            continue
        owned = _owned(tree, at)
        own = [owned] if owned else [noun] if is_a(relation, "nmod:poss", "compound", "amod") else []
        if any(each.lemma.lower() in _OF_A_POLITICIAN for each in own):
            yield "politics"
        if is_a(relation, "nsubj", "obj", "obl") and noun.lemma.lower() in _DONE_BY_POLITICIANS:
            yield "politics"
        is_one = is_a(relation, "nsubj") and noun.upos == "NOUN" and tree.dependent(above, "cop") is not None
        if is_one or is_a(relation, "appos", "flat", "nmod:desc"):
            yield from _camps_of(noun.lemma.lower())


def _owned(tree: Tree, at: int) -> Token | None:
    """The noun after "Lee’s", wherever the name itself hangs: the "plan" of "Lee’s new plan"."""
    mark = next((each for each in tree.dependents(at, "case") if tree.tokens[each].xpos == "POS"), None)
    behind = takewhile(lambda token: token.upos in _IN_A_PHRASE, tree.tokens[mark + 1 :] if mark is not None else ())
    return next(reversed([token for token in behind if token.upos == "NOUN"]), None)


_IN_A_PHRASE = frozenset({"ADJ", "NUM", "ADV", "NOUN", "PROPN"})


def _camps_of(word: str) -> Iterator[Camp]:
    return (camp for camp, nouns in _CAMPS if word in nouns)


def _heads(name: Name) -> Iterator[tuple[Tree, int]]:
    """The word of each mention that the others of the name depend on."""
    for mention in name.mentions[:_MOST_MENTIONS]:
        tree = tree_at(mention)
        tokens = tree.tokens_in(mention) if tree else ()
        if tree and tokens:
            yield tree, next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[-1])


def _describes(token: Token) -> bool:
    """Return whether a word before a name belongs to its description: "murdered" of "murdered sea hero Ruth Abel"."""
    return token.upos in _IN_A_PHRASE or token.xpos == "VBN"


def _is_dead(tree: Tree, at: int) -> bool:
    words = {tree.tokens[each].form.lower() for each in tree.dependents(at, "amod", "compound")}
    words |= {token.form.lower() for token in takewhile(_describes, reversed(tree.tokens[:at]))}
    above = tree.tokens[at].head
    over = tree.tokens[above].lemma.lower() if above >= 0 else ""
    relation = tree.tokens[at].relation
    shot = over == "shoot" and any(token.form.lower() == "dead" for token in tree.tokens[above + 1 : above + 2])
    dies = (shot and relation == "nsubj:pass") or (
        is_a(relation, "nsubj") and over in _DIES and (over in ("die", "perish") or relation == "nsubj:pass")
    )
    owns = relation == "nmod:poss" or (is_a(relation, "nmod") and over in _ENDS)  # "the death of Lee"
    return bool(words & _LATE) or dies or (owns and over in _LIVES_NO_MORE)
