"""Words of a quotation that only listeners understood: whom it addresses, a first name, what came before it.

Next: `pronouns_in_quotations`, for whom its "he" and "she" mean.
"""

import re
from collections.abc import Iterator, Sequence

from quizengine import Span
from quizengine.language import (
    Name,
    Tree,
    is_a,
    is_given_name,
    is_role_noun,
    mentions_between,
    place_type,
    tree_at,
    verbs_of,
    word_set,
)
from quizengine_quote_attribution.speaker_groups import is_principal, most_mentions

_YOU = word_set("you your yours yourself yourselves")
_GENERIC = word_set("if when whenever once unless until whether because as")
"""Words that begin a clause whose "you" is anybody: "once you have seen it"."""
_NEAR = 3
_SOMETHING = word_set("something anything nothing someone anyone")
_GOES_ON = re.compile(
    r"(?i)(?:then|also|instead|otherwise|therefore|thus|likewise|similarly|again|meanwhile|besides|which|or|"
    r"if so|if not|in other words|for example|for instance|that said|by contrast|after that|since then|"
    r"(?:on|at) the (?:other|same) (?:hand|time)|(?:sir|madam|judge|your honou?r|ladies|folks|guys)(?=,))\b"
)
"""The beginning of a sentence that continues from the one before it."""
_FIRST_PERSON = re.compile(
    r"\bAs (?:an? |the |your |his |her )?(?:[\w’'-]+ ){0,2}?(?P<role>[\w-]+),? (?:I|we|my|our)\b"
)
_OF_A_LIFE = re.compile(r"\bI(?:[’']ve| have)? (?:lived|grew up|grown up|was born|was raised|served as|ran for)\b")
"""Words that tell of a known life: "I lived in Norway my whole life"."""
_OF_US = re.compile(r"(?i)\b(?:one|both|two|neither|either|some|most) of (?:us|you)\b|\[emphasis")
_OF_A_PARTY = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|I|my)\b.*\bas (?:an? )?[A-Z]\w+s?\b|\b(?:[Ww]e|[Uu]s) [A-Z]\w+s\b")


def needs_context(sentences: Sequence[Span]) -> bool:
    """True if sentences that follow on one another speak to somebody, by a first name, or on from what was said."""
    if not sentences or _GOES_ON.match(sentences[0].text.lstrip("“‘\"'")):
        return True
    trees = [(tree, tree.tokens_in(sentence)) for sentence in sentences if (tree := tree_at(sentence))]
    if any(_OF_US.search(sentence.text) for sentence in sentences):
        return True
    if trees and _compares_with_the_untold(*trees[-1]):
        return True
    return _speaks_to_somebody(trees) or any(map(_is_a_first_name, _mentions(sentences))) or _points_with_that(trees)


def tells_what_the_speaker_is(words: str) -> bool:
    """True if words tell the office of whoever says them, or where that one lived: "As Secretary I championed …"."""
    return (
        bool(_OF_A_LIFE.search(words))
        or any(is_role_noun(found["role"].lower()) for found in _FIRST_PERSON.finditer(words))
        or bool(_OF_A_PARTY.search(words))
    )


def _compares_with_the_untold(tree: Tree, tokens: Sequence[int]) -> bool:
    """True if a sentence ends by calling something larger without telling than what: not "prices are higher than …"."""
    words = [tree.tokens[at] for at in tokens if tree.tokens[at].upos != "PUNCT"]
    if not words or words[-1].xpos != "JJR" or any(word.form.lower() == "than" for word in words):
        return False
    at = tokens[[tree.tokens[each] for each in tokens].index(words[-1])]
    return tree.dependent(at, "cop") is not None


def _speaks_to_somebody(trees: Sequence[tuple[Tree, tuple[int, ...]]]) -> bool:
    """Return whether a "you" is somebody and not anybody, by its verb, or a "your" has no such "you" beside it."""
    yours = [(tree, at) for tree, tokens in trees for at in tokens if tree.tokens[at].form.lower() in _YOU]
    subjects = [(tree, at) for tree, at in yours if is_a(tree.tokens[at].relation, "nsubj")]
    if any(_is_of_the_past(tree, tree.tokens[at].head) for tree, at in subjects):
        return True
    others = [pair for pair in yours if pair not in subjects]
    return any(_is_told(tree, at) or (_owns_a_thing(tree, at) and not subjects) for tree, at in others)


def _owns_a_thing(tree: Tree, at: int) -> bool:
    """Return whether a "your" tells whose something is; in "build your own boat" it is anybody's."""
    following = tree.tokens[at + 1].form.lower() if at + 1 < len(tree.tokens) else ""
    return tree.tokens[at].relation == "nmod:poss" and following != "own"


def _is_told(tree: Tree, at: int) -> bool:
    """True if a "you" is told something by somebody else than the speaker: not "I promise you", "let me tell you"."""
    verb = tree.tokens[at].head
    itself = tree.tokens[at].form.lower().endswith(("self", "selves"))  # "look at it and ask yourself"
    if verb < 0 or itself or tree.tokens[verb].lemma.lower() not in verbs_of("spoken to"):
        return False
    mine = any(tree.tokens[each].form in ("I", "me") for each in range(max(0, verb - _NEAR), verb))
    return is_a(tree.tokens[at].relation, "obj", "iobj", "obl") and not mine


def _is_of_the_past(tree: Tree, verb: int) -> bool:
    """Return whether a verb tells what "you" did, in no clause that supposes it: "you ignored", "you have been"."""
    if verb < 0:
        return False
    words = [tree.tokens[each] for each in (verb, *tree.dependents(verb, "aux", "cop"))]
    if any(tree.tokens[each].form.lower() in _GENERIC for each in tree.dependents(verb, "mark", "advmod")):
        return False
    if is_a(tree.tokens[verb].relation, "acl", "advcl") or any(word.xpos == "MD" for word in words):
        return False
    perfect = any(word.lemma.lower() == "have" and word is not words[0] for word in words)
    has_to = tree.tokens[verb].form.lower() == "got"
    return any(word.xpos == "VBD" for word in words) or (perfect and not has_to)


def _points_with_that(trees: Sequence[tuple[Tree, tuple[int, ...]]]) -> bool:
    """True if a word points at the scene: "here", "the three", a "that" that says how much ("something that clear")."""
    for tree, tokens in trees[:1]:
        for at in tokens:
            token = tree.tokens[at]
            over = tree.tokens[token.head] if token.head >= 0 else None
            degree = over is not None and over.upos in ("ADJ", "ADV") and token.head == at + 1
            here = token.form.lower() == "here" and not (_names_a_place(tree, at) or _is_anywhere(tree, at))
            if here or _counts_the_untold(tree, at):
                return True
            if token.form.lower() in ("that", "this") and (
                (is_a(token.relation, "advmod") and degree) or _stands_between(tree, at)
            ):
                return True
    return False


def _names_a_place(tree: Tree, at: int) -> bool:
    """Return whether "here" is followed by where that is: "here in Orra"."""
    following = tree.tokens[at + 1 : at + 3]
    return len(following) > 1 and following[0].upos == "ADP" and following[1].upos == "PROPN"


def _is_anywhere(tree: Tree, at: int) -> bool:
    """Return whether "here" is beside its opposite: "here or anywhere else", "neither here nor there"."""
    following = tree.tokens[at + 1].upos if at + 1 < len(tree.tokens) else ""
    return following == "CCONJ"


def _counts_the_untold(tree: Tree, at: int) -> bool:
    """Return whether a number stands for what it counts, after "the": "of the three"."""
    token = tree.tokens[at]
    after_the = at > 0 and tree.tokens[at - 1].form.lower() == "the"
    following = tree.tokens[at + 1].upos if at + 1 < len(tree.tokens) else "PUNCT"
    return token.xpos == "CD" and token.form.isalpha() and after_the and following in ("PUNCT", "VERB", "AUX", "ADP")


def _stands_between(tree: Tree, at: int) -> bool:
    """Return whether a word is between "something" and an adjective."""
    if not at or at + 1 >= len(tree.tokens):
        return False
    return tree.tokens[at - 1].form.lower() in _SOMETHING and tree.tokens[at + 1].xpos == "JJ"


def _mentions(sentences: Sequence[Span]) -> Iterator[tuple[Span, Name]]:
    for sentence in sentences:
        yield from mentions_between(sentence.article, sentence.start, sentence.end)


def _is_a_first_name(mention: tuple[Span, Name]) -> bool:
    """True if somebody is named by the first name alone whom the title, or else the article, does not name most."""
    span, name = mention
    first = name.full.split()[0]
    title = span.article.title
    if title is None and is_principal(name) and len(name.mentions) >= most_mentions(span.article):
        return False
    if title is not None and any(part.casefold() in title.text.casefold() for part in name.full.split()):
        return False
    if name.kind not in ("person", "other") or " " in span.text or place_type(span.text):
        return False
    alone = " " not in name.full and is_given_name(span.text)
    return alone or (" " in name.full and span.text == first and is_given_name(first))
