"""Decides which words of a reported statement point outside it, and which the statement tells itself.

Next: `asking_reported`, which asks for no statement that leaves anything open.
"""

from quizengine.language import PRONOUNS, Pointer, Token, Tree, is_a, name_at, tree_at, word_set
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.reported_statements import BODY_RULE, Statement

_OF_MANY = word_set("they them their themselves")
_OF_ONE = word_set("its itself")
_PEOPLE = word_set("we us our ours ourselves")
_WHILE_TOLD = word_set("now already still")
"""Words for the time of a statement, which its speaker has."""
_NOT_KNOWN = word_set("new latest previous original same proposed planned")
"""Adjectives of a noun that the title names and the statement means in one of its kinds: "the new law"."""
_IT_IS = word_set("time")
"""Nouns after "it is" that lead to a clause: "it was time to go"."""
_KNOWN = word_set("people public country nation government press media law economy internet weather world")
"""Nouns that say enough with "the" in what somebody is reported to have said."""


def tells_itself(fact: Statement, pointer: Pointer, has_own_words: bool) -> bool:
    """Return whether the words of a statement tell themselves what one of them points at.

    "They" after a subject in the plural, "its" after a noun, a noun with "the" that is in the title, "we" in
    quotation marks, or where it means people: "that we learn from others".
    """
    tree, at = tree_at(fact.content), pointer.token
    if tree is None:
        return False
    word = tree.tokens[at]
    before = [tree.tokens[each] for each in tree.tokens_in(fact.content) if each < at]
    if any(token.relation == "expl" for token in before) and pointer.kind == "who":
        return False  # "there were concerns they would stay"
    in_marks = sum(token.form in MARKS for token in before) % 2 == 1
    if pointer.kind == "speaker":
        return in_marks or (fact.rule != "partly-quoted" and word.form.lower() in _PEOPLE)
    if pointer.kind == "when" and word.form.lower() in _WHILE_TOLD:
        return True
    if has_own_words and in_marks and (word.upos == "NOUN" or pointer.kind == "what"):
        return True  # who speaks may say "the beer" where the article may not
    first = all(token.form.lower() == "that" for token in before)
    if first and (_stands_for_a_clause(tree, at) or _is_the_body(fact, word)):
        return True
    if word.form.lower() in PRONOUNS:
        return any(_may_be(token, PRONOUNS[word.form.lower()]) for token in before)
    if word.form.lower() in _OF_MANY:
        return any(_are_many(tree, each) for each in tree.tokens_in(fact.content) if each < at)
    if word.form.lower() in _OF_ONE:
        return any(token.relation == "nsubj" and _may_be_one_thing(token) for token in before)
    title = fact.cue.article.title
    if word.upos != "NOUN" or any(tree.tokens[each].lemma.lower() in _NOT_KNOWN for each in tree.children[at]):
        return False
    if word.lemma.lower() in _KNOWN:
        return True
    return title is not None and word.lemma.lower() in title.text.lower().split()


def _is_the_body(fact: Statement, word: Token) -> bool:
    """Return whether the "it" at the head of what a body says is that body: "The Harbour Board said it would row"."""
    return fact.rule == BODY_RULE and word.form.lower() == "it" and is_a(word.relation, "nsubj")


def _may_be_one_thing(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN") or token.form.lower() == "it"


def _are_many(tree: Tree, at: int) -> bool:
    """Return whether a word is a subject in the plural, or what one is a part of: "the majority of weavers"."""
    token = tree.tokens[at]
    subject = token.head if is_a(token.relation, "nmod") else at
    led = subject >= 0 and is_a(tree.tokens[subject].relation, "nsubj")
    generic = token.xpos == "JJ" and at > 0 and tree.tokens[at - 1].form.lower() == "the"
    return token.xpos == "NNPS" or ((token.xpos == "NNS" or generic) and led)


def _stands_for_a_clause(tree: Tree, at: int) -> bool:
    """Return whether an "it" only holds the place of a clause after it: "it was absurd that nobody came"."""
    following = [token for token in tree.tokens[at + 1 : at + 6] if token.form not in MARKS]
    led = following[:1] and following[0].lemma.lower() == "be"
    described = next(
        (number for number, token in enumerate(following) if token.upos == "ADJ" or token.lemma.lower() in _IT_IS), None
    )
    leads = described is not None and following[described + 1 : described + 2]
    return bool(tree.tokens[at].form.lower() == "it" and led and leads and leads[0].form in ("that", "to"))


def _may_be(token: Token, pronoun: str) -> bool:
    """Return whether a word is the name of a person who goes by a pronoun."""
    name = name_at(token.span) if token.upos == "PROPN" else None
    return name is not None and name.kind == "person" and name.pronoun in (pronoun, "")
