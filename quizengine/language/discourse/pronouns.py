"""Who "he" and "she" are, where that is certain; measured against annotated coreference, every rule refuses in doubt.

Next: `naming`, which puts names in place of pronouns.
"""

from bisect import bisect_left
from collections.abc import Iterator

from quizengine.language.names import Name, mentioned_from
from quizengine.language.names.given_names import is_given_name
from quizengine.language.quoted import quoted
from quizengine.language.syntax.tree import Tree, is_a, trees

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
"""Pronouns of persons, with the form that they have as a subject."""
_PARAGRAPHS = 2
_OFTEN = 3
_FURTHEST = 8
"""Sentences back in which the person may be named."""


def referent(tree: Tree, index: int) -> Name | None:
    """The person whom a pronoun stands for; None where that is not certain, or it is no pronoun of a person."""
    pronoun = PRONOUNS.get(tree.tokens[index].form.lower())
    if pronoun is None or _in_a_quotation(tree, index):
        return None
    people = [(at, name) for at, name in _people(tree) if name.pronoun in ("", pronoun)]
    if any(at > index for at, _ in people):
        return None
    earlier = [at for at in range(index) if PRONOUNS.get(tree.tokens[at].form.lower()) == pronoun]
    if earlier:
        between = [at for at, _ in people if at > earlier[0]]
        return referent(tree, earlier[0]) if not between and not _is_another(tree, earlier[0], index) else None
    if people:
        subject = _subject_before(tree, index)
        known = {name.full for _, name in people} == {subject} and people[0][1].certain
        return people[0][1] if known else None
    return _from_before(tree, pronoun)


def _from_before(tree: Tree, pronoun: str) -> Name | None:
    """The person that the sentences before are about, if they name only one who may go by the pronoun.

    Sentences that name nobody are passed over. What is looked at ends with the first sentence that names somebody, and
    its paragraph: whoever else that names, before or behind, may be meant as well.
    """
    for earlier in _earlier(tree):
        people = [(at, name) for at, name in _people(earlier) if name.pronoun in ("", pronoun)]
        if not people:
            continue
        at, name = people[0]
        told = any(PRONOUNS.get(token.form.lower()) == pronoun for token in earlier.tokens[:at])
        alone = len({other.full for _, other in people}) == 1
        return name if alone and not told and name.certain and _is_topic(earlier, at) else None
    return None


def _earlier(tree: Tree) -> Iterator[Tree]:
    """The sentences before one, the nearest first, in its paragraph and the one before."""
    all_of_them = trees(tree.sentence.span.article)
    at = bisect_left(all_of_them, tree.sentence.span.start, key=lambda each: each.sentence.span.start)
    paragraphs = [tree.sentence.span.paragraph.start]
    for earlier in reversed(all_of_them[max(0, at - _FURTHEST) : at]):
        start = earlier.sentence.span.paragraph.start
        if start not in paragraphs:
            if len(paragraphs) == _PARAGRAPHS:
                return
            paragraphs.append(start)
        yield earlier


def _people(tree: Tree) -> list[tuple[int, Name]]:
    """The people named in a sentence outside quotations, with the token that each mention begins with."""
    span = tree.sentence.span
    found = []
    for mention, name in mentioned_from(span.article, span.start, span.end):
        tokens = tree.tokens_in(mention)
        if _may_be_a_person(name) and tokens and not _in_a_quotation(tree, tokens[0]):
            found.append((tokens[0], name))
    return found


def _may_be_a_person(name: Name) -> bool:
    """Whether a name is a person's, or of no known kind and either begins as a person's does or comes again."""
    if name.kind != "other":
        return name.kind == "person"
    return is_given_name(name.full.split()[0]) or len(name.mentions) >= _OFTEN


def _subject_before(tree: Tree, index: int) -> str:
    """The full name of the person who is the subject of a clause before a token, and whom its pronoun can mean."""
    for at, name in reversed(_people(tree)):
        if at < index and _is_topic(tree, at):
            return "" if _is_another(tree, at, index) else name.full
    return ""


def _is_another(tree: Tree, at: int, index: int) -> bool:
    """Whether a pronoun must be somebody else than the subject of its own verb: "Lee asked him"."""
    if tree.tokens[index].xpos == "PRP$" or tree.tokens[index].form.lower().endswith("self"):
        return False
    verb = next((each for each in tree.ancestors(at) if tree.tokens[each].upos in ("VERB", "AUX")), -1)
    above = next((each for each in tree.ancestors(index) if tree.tokens[each].upos in ("VERB", "AUX")), -2)
    return verb == above and not is_a(tree.tokens[index].relation, "nsubj")


def _is_topic(tree: Tree, at: int) -> bool:
    """Whether the mention that begins at a token is what a clause is about: its subject, and not part of one."""
    head = at
    while (
        is_a(tree.tokens[head].relation, "compound", "flat", "nmod:desc", "amod", "det") and tree.tokens[head].head >= 0
    ):
        head = tree.tokens[head].head
    return is_a(tree.tokens[head].relation, "nsubj") and tree.dependent(head, "conj") is None


def _in_a_quotation(tree: Tree, index: int) -> bool:
    """Whether a token stands between quotation marks, where "he" may be anybody whom the speaker meant."""
    place = tree.tokens[index].span.start
    paragraph = tree.sentence.span.paragraph
    before = paragraph.article.text[paragraph.start : place]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened or any(start <= place - paragraph.start < end for start, end in quoted(paragraph.text))
