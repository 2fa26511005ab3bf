"""Signs that generated words are bad English which show only in the tree of a sentence.

`soundness` has those that show in the words alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from quizengine.language.syntax import WH_PRONOUNS, WH_WORDS, Tree, is_a
from quizengine.language.word_lists import word_set

DISAGREES = "a verb does not agree with its subject"
LENGTHS = "days?|weeks?|months?|years?|hours?|minutes?|decades?"
_ANCHORS = word_set(
    """
    by before when until till after since already because once as than while although though if whereas who which whose
    that where whom
    """
)
"""Words with which "had sunk" is before something else, or in a clause of its own."""
_DURATION = re.compile(rf"\b[Ff]or (?:about )?how (?:many (?:{LENGTHS})|long)\b")
_MAY_TELL = frozenset({"VERB", "AUX"})
"""Tags of words that may be the verb of a clause. So may what is tagged as a plural ("pries"), or is in marks."""
_LAST = 2
"""Tokens from the end to the last word before a question mark."""
_SINGULAR_IN_S = word_set(
    """
    data media news means series species headquarters barracks crossroads gallows works politics economics mathematics
    physics ethics statistics athletics linguistics diabetes measles dice odds billiards
    """
)
"""Plurals that many take for one thing."""
_EVERY_ONE = frozenset({"whose", "every", "each"})
_GOES_WITH = {"did": "VB", "does": "VB", "do": "VB", "has": "VBN", "have": "VBN", "had": "VBN"}
"""The helper of a question with the tag of the verb that it goes with."""
_TAKES_AN_OBJECT = word_set(
    """
    abandon acknowledge address advise affect afford announce appreciate attract bring build buy cause collect confirm
    consider contact contain create declare defeat demand deserve determine discover discuss earn enable encourage enjoy
    ensure estimate examine experience express host include indicate inspire intend interview kill maintain make mention
    name own prefer present prevent produce promise provide publish purchase put receive recognize recommend reflect
    release represent require review seek select send spend suggest support take tell thank threaten treat urge use
    visit want wear
    """
)
"""Verbs that need an object: most had one in all their active main clauses in the treebanks EWT and GUM."""
_FINITE = frozenset({"is", "are", "was", "were", "has", "had", "will", "would"})
_OPENS_A_CLAUSE = word_set(
    "that which who whom whose what when where how why while because if although since after before as than and , “"
)
_BEGINS_A_COMPLEMENT = frozenset({"a", "an", "the", "not", "been", "be"})
_WITH_A_PREPOSITION = {
    "of": word_set("consist"),
    "on": word_set("depend focus rely insist concentrate build center centre"),
    "to": word_set("lead refer belong contribute respond adapt appeal apply react object amount"),
    "from": word_set("result stem derive arise differ suffer benefit emerge"),
    "in": word_set("result specialize specialise participate engage believe"),
    "for": word_set("stand account call allow search"),
    "with": word_set("deal begin end comply interact"),
    "at": word_set("aim"),
}
"""Verbs that a tagger takes for nouns behind one: "what does a compound consist of"."""
_RUN_IN = frozenset({"with", "by", "at", "around", "to", "of", "from", "on", "in", "for"})


def tree_faults(tree: Tree) -> Iterator[str]:
    """Yield what is wrong with a made sentence, each in a clause; nothing if no fault is found."""
    yield from (fault for fault, holds in _IN_TREES if holds(tree))


def has_a_verb_of_another_number(tree: Tree) -> bool:
    """Return whether a verb right behind its noun has another number: "these rules means", "whose glow increase"."""
    tokens = tree.tokens
    for at, verb in enumerate(tokens[1:], 1):
        noun = tokens[at - 1]
        if tree.dependents(at, "nsubj") != (at - 1,) or not _is_plain(tree, at - 1):
            continue
        if verb.xpos == "VBZ" and noun.xpos == "NNS" and noun.form.lower() not in _SINGULAR_IN_S:
            return True
        own = tree.dependent(at - 1, "det", "nmod")
        one = own is not None and tokens[own].form.lower() in _EVERY_ONE
        if verb.xpos == "VBP" and noun.xpos == "NN" and one:
            return True
    return False


def _is_plain(tree: Tree, noun: int) -> bool:
    """Return whether a noun is joined to no other, and neither behind a preposition nor with one: "a bag of coins"."""
    phrase = tree.subtree(noun)
    behind = tree.tokens[phrase[0] - 1].upos == "ADP" if phrase[0] else False
    return not behind and not any(tree.tokens[each].upos in ("ADP", "CCONJ") for each in phrase)


def is_a_sentence(tree: Tree) -> bool:
    """Return whether words tell something, with a verb in a tense and its subject: "the mill paid two pounds"."""
    root = tree.root
    return tree.tokens[root].xpos in ("VBD", "VBZ", "VBP") and tree.dependent(root, "nsubj") is not None


def _tells_that_it_disagrees(tree: Tree) -> bool:
    return not tree.sentence.span.text.endswith("?") and has_a_verb_of_another_number(tree)


def _names_twice(tree: Tree) -> bool:
    """Return whether a name of several words occurs twice, so that one was put in for a "his" that was clear."""
    tokens, names = tree.tokens, Counter[str]()
    for proper, run in groupby(range(len(tokens)), lambda at: tokens[at].upos == "PROPN"):
        own = list(run)
        if proper and len(own) > 1 and not is_a(tokens[own[-1]].relation, "compound"):
            names[" ".join(tokens[each].form for each in own)] += 1
    return max(names.values(), default=0) > 1


def _leaves_a_clause_without_a_verb(tree: Tree) -> bool:
    """Return whether a "that" or "which" within a sentence begins nothing: "a state in which power?"."""
    tags = [token.xpos for token in tree.tokens]
    first = next((at for at, tag in enumerate(tags) if tag in WH_WORDS), len(tags))
    for at, token in enumerate(tree.tokens):
        that = tags[at] == "IN" and token.form.lower() == "that"
        relative = tags[at] in WH_PRONOUNS and at > first
        behind = tree.tokens[at + 1 :]
        told = any(each.upos in _MAY_TELL or each.xpos == "NNS" or each.form == "“" for each in behind)
        if (that or relative) and not told:
            return True
    return False


def _parts_verb_and_subject(tree: Tree) -> bool:
    """Return whether one comma alone is between a verb's two words: "did the blast at Orra, kill", "has Moss, been"."""
    forms = [token.form.lower() for token in tree.tokens]
    helper = next((at for at, form in enumerate(forms) if form in _GOES_WITH), None)
    if helper is None or forms[-1] != "?":
        return False
    tag = _GOES_WITH[forms[helper]]
    verb = next((at for at in range(helper + 2, len(forms)) if tree.tokens[at].xpos == tag), None)
    return verb is not None and forms[verb - 1] == "," and "," not in forms[helper : verb - 1]


def _parts_subject_and_verb(tree: Tree) -> bool:
    """Return whether a statement has one comma alone between its subject and its verb: "the oldest mill, is"."""
    if tree.root < 0 or tree.tokens[-1].form == "?":
        return False
    subject = tree.dependent(tree.root, "nsubj")
    verb = min([tree.root, *tree.dependents(tree.root, "aux", "cop")])
    if subject is None or tree.subtree(subject)[-1] >= verb:
        return False
    between = [token.form for token in tree.tokens[tree.subtree(subject)[0] : verb]]
    return between[-1:] == [","] and between.count(",") == 1


def _strands_a_preposition(tree: Tree) -> bool:
    """Return whether a question ends with a preposition after a noun: "did Moss lead by ten points with?"."""
    tokens = tree.tokens
    if len(tokens) <= _LAST + 1 or tokens[-1].form != "?" or tokens[-_LAST].form.lower() not in _RUN_IN:
        return False
    helper = next((token.form.lower() for token in tokens if token.form.lower() in ("did", "does", "do")), "")
    used = any(token.form in ("use", "need") for token in tokens) and tokens[-_LAST].form == "for"
    if used or tokens[-_LAST - 1].form in _WITH_A_PREPOSITION.get(tokens[-_LAST].form.lower(), ()):
        return False
    return bool(helper) and tokens[-_LAST].upos == "ADP" and tokens[-_LAST - 1].upos in ("NOUN", "PROPN")


def _breaks_off_behind_an_adjective(tree: Tree) -> bool:
    """True if a question ends with a preposition and an adjective that its noun is missing from: "made of dead?"."""
    ends = tree.tokens[-_LAST - 1 :]
    if len(ends) <= _LAST or ends[-1].form != "?":
        return False
    return ends[0].upos == "ADP" and ends[1].xpos == "JJ" and ends[1].form.islower()


def _stands_before_nothing(tree: Tree) -> bool:
    """Return whether the main clause says "had sunk" and nothing that this was before."""
    tokens = tree.tokens
    had = next((at for at, token in enumerate(tokens) if token.form.lower() == "had"), None)
    if had is None or _DURATION.search(tree.sentence.span.text):
        return False
    asks = tokens[-1].form == "?" and tokens[0].xpos in ("WRB", "WP", "WDT", "IN")
    perfect = had in tree.dependents(tree.root, "aux") or (asks and any(each.xpos == "VBN" for each in tokens[had:]))
    return perfect and not {token.form.lower() for token in tokens} & _ANCHORS


def _points_to_a_place(tree: Tree) -> bool:
    """True if a "there" or "here" has no place before it: "did Ada Moss die there of pneumonia?"."""
    tokens = tree.tokens
    at = next((at for at, token in enumerate(tokens) if token.form in ("there", "here") and token.upos == "ADV"), None)
    if at is None or (at and tokens[at - 1].lemma == "be"):  # "how many wheels are there"
        return False
    return not any(one.upos == "ADP" and other.upos == "PROPN" for one, other in pairwise(tokens[:at]))


def _adds_to_a_clause(tree: Tree) -> bool:
    """Return whether a question goes on with "which" after a comma and a verb: "how many survived, which is due to"."""
    tokens = tree.tokens
    return tokens[-1].form == "?" and any(
        one.upos == "VERB" and comma.form == "," and other.form == "which" and other.xpos == "WDT"
        for one, comma, other in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _has_lost_its_object(tree: Tree) -> bool:
    """Return whether a question for a time or a reason ends with a verb that needs an object: "why has she made?"."""
    tokens = tree.tokens
    if len(tokens) <= _LAST + 1 or tokens[-1].form != "?":
        return False
    opening, follows = tokens[0].form.lower(), tokens[1].form.lower()
    for_an_adjunct = opening in ("why", "when", "where") or (tokens[0].upos == "ADP" and follows in ("which", "what"))
    helper = next((token.form.lower() for token in tokens if token.form.lower() in _GOES_WITH), "")
    verb = tokens[-_LAST]
    lemma = verb.lemma.lower()
    needs = lemma in _TAKES_AN_OBJECT or lemma.removeprefix("re") in _TAKES_AN_OBJECT
    return for_an_adjunct and needs and bool(helper) and verb.xpos in (_GOES_WITH[helper], "VBD")


def _has_a_verb_too_many(tree: Tree) -> bool:
    """Return whether a question with "did" has a second verb in its clause: "does the old mill is a ruin stand"."""
    forms = [token.form.lower() for token in tree.tokens]
    helper = next((at for at, form in enumerate(forms) if form in ("did", "does", "do")), None)
    if helper is None or forms[-1] != "?":
        return False
    for at in range(helper + 2, len(forms) - 1):
        if forms[at] in _OPENS_A_CLAUSE:
            return False
        behind_a_noun = tree.tokens[at - 1].upos in ("NOUN", "PROPN")
        if forms[at] in _FINITE and behind_a_noun and forms[at + 1] in _BEGINS_A_COMPLEMENT:
            return True
    return False


_IN_TREES: tuple[tuple[str, Callable[[Tree], bool]], ...] = (
    ("it names somebody twice in full", _names_twice),
    ("a clause in it has no verb", _leaves_a_clause_without_a_verb),
    ("a comma parts its verb from its subject", _parts_verb_and_subject),
    ("a comma parts its subject from its verb", _parts_subject_and_verb),
    ("it ends with a preposition that nothing goes with", _strands_a_preposition),
    ("it breaks off behind an adjective", _breaks_off_behind_an_adjective),
    ("“had” stands before no time and no event", _stands_before_nothing),
    ("it points to a place that it does not name", _points_to_a_place),
    (DISAGREES, _tells_that_it_disagrees),
    ("it adds to what it asks", _adds_to_a_clause),
    ("its verb has lost its object", _has_lost_its_object),
    ("it has a verb too many", _has_a_verb_too_many),
)
"""Faults that show only in the tree of a sentence."""
