"""The features for the kind of a name: its own form, and the trees that it occurs in.

Each feature is a text; the table that `tools/train_names.py` learns has its weight for each kind. Next:
`quizengine.language.model.linear_table`.
"""

from collections.abc import Callable, Iterator, Sequence

from quizengine.language.names.given_names import is_given_name
from quizengine.language.names.kinds import (
    CALENDAR,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PEOPLES,
    PLACE_HEADS,
    PLACE_LEADS,
    is_acronym,
    kind_by_words,
)
from quizengine.language.names.mentions import Mention
from quizengine.language.names.places import is_place
from quizengine.language.names.titles import NAME_SUFFIXES, is_role_noun, is_title
from quizengine.language.syntax.tree import Tree, is_a, tree_at
from quizengine.language.word_lists import plain_form

_LISTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("given", is_given_name),
    ("place", is_place),
    ("organisation", ORGANISATION_HEADS.__contains__),
    ("geography", PLACE_HEADS.__contains__),
    ("before-place", PLACE_LEADS.__contains__),
    ("thing", OTHER_HEADS.__contains__),
    ("people", PEOPLES.__contains__),
    ("calendar", CALENDAR.__contains__),
    ("role", is_role_noun),
    ("title", is_title),
)
MOST_MENTIONS = 8
"""More mentions of one name tell hardly anything new."""
_OPENING, _CLOSING = ('"', "“", "‘"), ('"', "”", "’", ",")


def name_features(tokens: tuple[str, ...], mentions: Sequence[Mention], by_rule: str) -> frozenset[str]:
    """All that tells of a name with these words and mentions, which the rules of `bearers` take for this kind."""
    found = set(form_features(tokens))
    words = kind_by_words(tokens)
    found |= {f"rule {by_rule}", f"words {words}", f"rules {by_rule} {words}"}
    found |= {f"rule {by_rule} {min(len(tokens), 3)}", f"times {min(len(mentions), 4)} {by_rule}"}
    for mention in mentions[:MOST_MENTIONS]:
        found.update(_of_mention(mention))
    return frozenset(found)


def form_features(tokens: Sequence[str]) -> Iterator[str]:
    """Yield what the words of a name tell."""
    words = [plain_form(token) for token in tokens]
    full = " ".join(tokens)
    yield from (f"words {min(len(words), 5)}", f"full {' '.join(words)}", f"last {words[-1]}", f"first {words[0]}")
    yield from (f"holds {word}" for word in words[:-1])
    yield f"head {head_word(words)}"
    yield from (f"ends {words[-1][-size:]}" for size in (2, 3, 4))
    yield from (f"begins {words[-1][:3]}", f"begins {words[-1][:4]}", f"first ends {words[0][-2:]}")
    if is_acronym(full):
        yield "acronym"
    if any(character.isdigit() for character in full):
        yield "digit"
    if is_place(full):
        yield "is a place"
    if any(len(token) == 2 and token[1] == "." for token in tokens[:-1]):
        yield "initial"
    if len(words) > 1:
        yield f"shape {'-'.join(_shape(token) for token in tokens[:4])}"
    yield from _of_lists(words)


def head_word(words: Sequence[str]) -> str:
    """The word that tells what the name names: "battle" of Battle of Hastings, "war" of World War II."""
    end = next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words))
    while end > 1 and (
        words[end - 1] in NAME_SUFFIXES or words[end - 1] in ("i", "v", "vi") or words[end - 1].isdigit()
    ):
        end -= 1
    return words[end - 1]


def _of_lists(words: Sequence[str]) -> Iterator[str]:
    """Yield which lists hold the last word, the first and those between."""
    single = "only" if len(words) == 1 else "last"
    for name, holds in _LISTS:
        if holds(words[-1]):
            yield f"{single} in {name}"
        if len(words) > 1 and holds(words[0]):
            yield f"first in {name}"
        if any(holds(word) for word in words[1:-1]):
            yield f"inner in {name}"


def _shape(token: str) -> str:
    if token.isupper():
        return "A." if "." in token else "A" if len(token) == 1 else "AA"
    return "a" if token[0].islower() else "1" if token[0].isdigit() else "Aa"


def _of_mention(mention: Mention) -> Iterator[str]:
    """Yield what is around one mention, and what it is to its clause."""
    for word in mention.titles.split()[-1:]:
        yield f"titled {plain_form(word)}"
        yield "titled" if is_role_noun(word) or is_title(word) else "described"
    if mention.possessive:
        yield "possessive"
    text, span = mention.span.article.text, mention.span
    if text.startswith(" (", span.end):
        yield "bracket follows"
    if text[span.start - 1 : span.start] in _OPENING:
        yield "quoted" if text[span.end : span.end + 1] in _CLOSING else "quote before"
    tree = tree_at(span)
    inside = tree.tokens_in(span) if tree else ()
    if tree and inside:
        yield from context_features(tree, inside)


def context_features(tree: Tree, inside: Sequence[int]) -> Iterator[str]:
    """Yield what its sentence tells of a noun with its parts, named by their tokens."""
    head = next((each for each in inside if tree.tokens[each].head not in inside), inside[0])
    yield from _of_neighbours(tree, inside)
    yield from _of_following_pronoun(tree, inside[-1])
    yield from _of_dependents(tree, head, inside)
    yield from _of_head(tree, head)


def _of_neighbours(tree: Tree, inside: Sequence[int]) -> Iterator[str]:
    before, after = inside[0] - 1, inside[-1] + 1
    if before >= 0:
        yield f"after {tree.tokens[before].form.lower()}"
    if before > 0:
        yield f"after {tree.tokens[before - 1].form.lower()} {tree.tokens[before].form.lower()}"
    if after < len(tree.tokens):
        yield f"before {tree.tokens[after].lemma.lower()}"
    yield "plural" if tree.tokens[inside[-1]].xpos == "NNPS" else "singular"
    yield f"tagged {tree.tokens[inside[-1]].xpos}"


def _of_following_pronoun(tree: Tree, last: int) -> Iterator[str]:
    """The next personal pronoun of the sentence, or the first one of the next sentence."""
    found = next((token for token in tree.tokens[last + 1 :] if token.xpos in ("PRP", "PRP$")), None)
    if found:
        yield f"later {found.form.lower()}"
        return
    article, end = tree.sentence.span.article, tree.sentence.span.end
    following = tree_at(article.span(end + 1, end + 2)) if end + 2 < len(article.text) else None
    found = next((token for token in following.tokens if token.xpos in ("PRP", "PRP$")), None) if following else None
    if found:
        yield f"then {found.lemma.lower()}"


def _of_dependents(tree: Tree, head: int, inside: Sequence[int]) -> Iterator[str]:
    """Yield what describes it, the preposition and the article before it."""
    token = tree.tokens[head]
    for child in tree.children[head]:
        if child in inside:
            continue
        other = tree.tokens[child]
        if is_a(other.relation, "case", "det"):
            yield f"has {other.lemma.lower()} {token.relation.partition(':')[0] if other.upos == 'ADP' else ''}"
        elif other.relation == "nmod:poss":
            yield "has owner"
        elif is_a(other.relation, "appos", "acl", "amod", "compound", "nmod:desc"):
            yield f"has {other.relation} {other.lemma.lower()}"
            yield f"has {other.relation}"
        if is_a(other.relation, "appos", "nmod:desc", "compound") and is_role_noun(other.lemma):
            yield "is a role"
        if other.relation == "acl:relcl":
            yield from (f"which {tree.tokens[each].lemma.lower()}" for each in tree.subtree(child)[:2])


def _of_head(tree: Tree, head: int) -> Iterator[str]:
    """Yield what it is to its head, and what it is in a row with."""
    token = tree.tokens[head]
    yield f"is {token.relation}"
    siblings = [*tree.dependents(head, "conj"), *([token.head] if is_a(token.relation, "conj") else [])]
    for each in siblings:
        sibling = tree.tokens[each]
        yield f"beside {'a name' if sibling.upos == 'PROPN' else sibling.lemma.lower()}"
        yield from (f"beside {name}" for name, holds in _LISTS if holds(plain_form(sibling.form)))
    if token.head < 0:
        return
    above = tree.tokens[token.head]
    lemma = above.lemma.lower()
    yield f"of {token.relation} {lemma}"
    if is_a(token.relation, "compound", "appos", "nmod:desc", "nsubj") and is_role_noun(lemma):
        yield f"{token.relation} of role"
    case = next((tree.tokens[child].lemma for child in tree.dependents(head, "case")), "")
    if case and token.relation != "conj":
        yield f"{case} {above.upos}"
        yield f"{lemma} {case}"
