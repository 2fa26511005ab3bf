"""Words after which readers ask "of what?", "to what?" or "than what?": "he was rewarded", "a broader plan".

The complement of such a word may be in the sentence before, which a question does not show. Strict readers refused each
kind. Next: `self_containment`, which looks for all words that point outside.
"""

from quizengine.language.names.places import place_type
from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.sentence import FINITE_TAGS
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set

_AFTER_VERBS = {
    "add": word_set("to behind onto beside in into between above"),
    "reward": word_set("for"),
    "compensate": word_set("for"),
    "respond": word_set("to by"),
    "react": word_set("to against by"),
    "reply": word_set("to"),
    "retaliate": word_set("against by for"),
    "participate": word_set("in"),
    "cooperate": word_set("with in on"),
    "comply": word_set("with"),
    "contribute": word_set("to toward towards for"),
    "intervene": word_set("in on for"),
    "interfere": word_set("in with"),
}
"""Verbs with the prepositions, one of which has to follow."""
_AFTER_THE_WAY = word_set("in for to toward towards")
_NOUNS = word_set(
    """
    culpability complicity definition counterpart outreach victim survivor exposure maximum minimum selection
    assortment
    """
)
"""Nouns that say nothing without an "of", an owner or a word before them."""
_CHANGES = word_set("increase decrease reduction rise decline")
"""Nouns of which "an", or "an annual", leaves open what it is of."""
_CONSENT = word_set("approval permission consent assent blessing backing endorsement")
"""Things that people give to something: "gave his approval" (to what?)."""
_REACTIONS = word_set("reaction response reply answer initiation")
"""The same for what somebody's own one is to: "her first reaction was to laugh"."""
_PARTS_TAKEN = {"board": word_set("with"), "part": word_set("in"), "suit": frozenset()}
"""Nouns of "come on board", "take part" and "follow suit", with what follows."""
_WITH_THESE = {"come": "board", "get": "board", "take": "part", "follow": "suit"}
_COMPLETE_A_NOUN = ("nmod", "nmod:poss", "acl", "acl:relcl", "compound")
_DEGREES = word_set(
    """
    large big great small high low long short strong weak broad wide narrow deep shallow rich poor heavy light fast slow
    cheap tough hard easy close severe clear dark bright warm cold hot soft loud quiet safe full new bold mild harsh
    """
)
"""Adjectives of which a comparative compares; an "older" or a "better" says enough, and a "hamburger" is none."""
_ARISING = word_set("result arise occur happen form follow emerge exist develop appear ensue set produce create")
_FOR_WHAT = word_set("for as to with by on in against")
_OF_CHANGES = word_set("sharp slight rapid dramatic steady significant modest sudden further similar")
_GIVING = word_set("give grant refuse withhold deny")
_TOWARDS = word_set("to for of from into")
_GRIEVANCES = word_set("complaint allegation accusation objection grievance")
"""Nouns that are always about something: "a plan to look into complaints" (about what?)."""
_ABOUT = word_set("about of that against over by from at concerning regarding among")
_WEIGHING = word_set("examine consider reject study propose oppose discuss debate suggest")
"""Verbs for what people do with "the use of sand": readers then ask for what it is used."""
_DIGITS_OF_A_YEAR = 4
_HURT = word_set("wound injure")
_HURT_WHERE = word_set("in at during by when while near with from after on")
_STATISTICS = word_set("unemployment inflation employment output turnout")
"""Things that are counted for a country or a town, which a past figure has to name."""
_LEAVE = word_set("leave refuse enter join")
"""Verbs that say nothing without an object: "she left in 1912"."""
_CROSS = word_set(
    """
    cross receive reach visit attend obtain remove establish destroy accept examine discover abandon introduce earn
    cover defend hire ignore unveil reverse endorse defeat employ buy publish issue reject deny support produce provide
    offer bring contain represent marry appoint inherit
    """
)
"""The same of main clauses only; within others their object may be elsewhere: "the grain that Lee says it buys"."""
_LOST = word_set("man soldier sailor troop ship aircraft tank people life horse")
"""Things lost in a war or a disaster, which has to be named."""
_COMPLETE_A_VERB = ("obj", "ccomp", "xcomp", "obl", "advcl", "nmod")
_NOUNS_OF_RANK = word_set(
    "education house court chamber class rank level limit income bound deck brother sister sibling"
)
"""Nouns with which a comparative compares nothing that must be told: "higher education"."""


def lacks_its_complement(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if a verb, a noun or a comparative is without what it is said of: "he added a wall" (to what?)."""
    token = tree.tokens[index]
    if token.upos == "VERB":
        rules = (_is_a_verb_without, _is_only_said_to_join, _only_tells_that_it_is, _is_hurt_nowhere)
        return any(holds(tree, index, shown) for holds in rules)
    if token.upos == "AUX":
        return _stands_for_a_verb(tree, index, shown)
    if token.upos == "NOUN":
        return _is_a_noun_without(tree, index, shown)
    if token.xpos in ("JJR", "RBR") and _is_even_more(tree, index):
        return not any(tree.tokens[each].form.lower() == "than" for each in shown)
    compares = token.xpos == "JJR" and token.lemma.lower() in _DEGREES and is_a(token.relation, "amod")
    return compares and _is_a_new_one(tree, token.head) and _compares_with_nothing(tree, index, shown)


def _is_a_noun_without(tree: Tree, index: int, shown: set[int]) -> bool:
    lemma = tree.tokens[index].lemma.lower()
    if lemma in _NOUNS:
        return not _is_complete(tree, index, shown)
    if lemma in _CHANGES:
        described = [tree.tokens[each] for each in tree.dependents(index, "amod") if each in shown]
        bare = all(word.lemma.lower() in _DEGREES | _OF_CHANGES for word in described)
        return bare and _is_a_new_one(tree, index) and not _is_complete(tree, index, shown)
    if lemma in _GRIEVANCES:
        any_one = tree.dependent(index, "amod", "compound", "nmod:poss", "nmod:desc") is None
        object_of = is_a(tree.tokens[index].relation, "obj", "obl")
        return object_of and any_one and not _is_followed(tree, index, _ABOUT, shown)
    if lemma == "use" and is_a(tree.tokens[index].relation, "obj"):
        weighed = tree.tokens[tree.tokens[index].head].lemma.lower() in _WEIGHING
        return weighed and not _is_followed(tree, index, _FOR_WHAT, shown)
    if lemma == "rate":
        return _is_any_rate(tree, index, shown)
    if lemma in _STATISTICS:
        return _is_counted_nowhere(tree, index, shown)
    token = tree.tokens[index]
    if lemma == "number":
        thing = token.xpos == "NNS" and is_a(token.relation, "obj", "obl", "nmod")
        return thing and tree.dependent(index, "amod", "nummod", "nmod", "compound", "nmod:poss") is None
    if lemma in _CONSENT and token.head >= 0 and tree.tokens[token.head].lemma.lower() in _GIVING:
        given = is_a(token.relation, "obj") and tree.dependent(token.head, "iobj") is None
        return given and not _leads_on(tree, index, shown)
    owned = tree.dependent(index, "nmod:poss") is not None
    return lemma in _REACTIONS and owned and not _leads_on(tree, index, shown)


def _is_hurt_nowhere(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether somebody named is hurt, and it is left open in what or by what: "Moss was wounded twice"."""
    verb, somebody = tree.tokens[index], tree.dependent(index, "nsubj:pass")
    if verb.lemma.lower() not in _HURT or somebody is None or tree.tokens[somebody].upos not in ("PROPN", "PRON"):
        return False
    if any(tree.tokens[each].form.isdecimal() and len(tree.tokens[each].form) == _DIGITS_OF_A_YEAR for each in shown):
        return False
    behind = [each for each in shown if each > index and not place_type(tree.tokens[each].form)]
    told = {each for each in behind if each + 1 in behind or each + 1 == len(tree.tokens)}  # no "in" of "in Belgium"
    return not _is_followed(tree, index, _HURT_WHERE, told)


def _is_any_rate(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a "rate" is said to be of so much and nothing else: "a rate of 2 per cent" (of interest?)."""
    own = [each for each in tree.children[index] if each in shown]
    said = [each for each in own if not is_a(tree.tokens[each].relation, "det", "punct", "case")]
    counted = [each for each in said if is_a(tree.tokens[each].relation, "nmod") and tree.dependent(each, "nummod")]
    return _is_a_new_one(tree, index) and bool(counted) and said == counted


def _is_counted_nowhere(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a past "unemployment" is that of no place that is named: "Unemployment rose to 11 per cent"."""
    token = tree.tokens[index]
    past = is_a(token.relation, "nsubj") and tree.tokens[token.head].xpos == "VBD"
    bare = tree.dependent(index, "nmod", "compound", "amod", "nmod:poss", "det") is None
    named = any(tree.tokens[each].form[:1].isupper() for each in shown if each != min(shown))
    return past and bare and not named


def _leads_on(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a preposition after a noun tells to what something is, and no "to" of an infinitive."""
    after = [tree.tokens[each] for each in shown if each > index]
    return any(token.form.lower() in _TOWARDS and token.upos == "ADP" for token in after)


def _is_only_said_to_join(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether it is left open what somebody takes part in, or comes on board with."""
    noun = _WITH_THESE.get(tree.tokens[index].lemma.lower(), "")
    joined = [each for each in tree.dependents(index, "obj", "obl") if tree.tokens[each].form.lower() == noun]
    bare = any(tree.dependent(each, "det", "amod", "nmod", "nmod:poss") is None for each in joined)
    return bare and not _is_followed(tree, index, _PARTS_TAKEN[noun], shown)


def _only_tells_that_it_is(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a clause says no more of a thing than that there is one: "the circulation that is set up"."""
    verb = tree.tokens[index]
    said = [each for each in tree.children[index] if not is_a(tree.tokens[each].relation, "nsubj", "aux", "compound")]
    return is_a(verb.relation, "acl:relcl") and verb.lemma.lower() in _ARISING and not shown.intersection(said)


def _stands_for_a_verb(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a "does" or "will" takes up a verb that is not shown before it: "voters say Lee does not"."""
    token = tree.tokens[index]
    if token.xpos not in FINITE_TAGS or is_a(token.relation, "aux", "cop") or tree.dependent(index, *_COMPLETE_A_VERB):
        return False
    behind = next((each for each in range(index + 1, len(tree.tokens)) if tree.tokens[each].upos != "PART"), index)
    if behind in shown and tree.tokens[behind].upos not in ("PUNCT", "CCONJ", "SCONJ", "ADP"):
        return False  # "was she born", "did he"
    predicates = {each for each in shown if each < index and tree.tokens[each].upos in ("VERB", "AUX")}
    if is_a(token.relation, "ccomp"):
        predicates -= {token.head, *tree.dependents(token.head, "aux", "cop")}  # "voters say"
    return not predicates


def _is_even_more(tree: Tree, index: int) -> bool:
    """Return whether a comparative says that something was much already: "even stronger support"."""
    return index > 0 and tree.tokens[index - 1].form.lower() in ("even", "still")


def _is_a_verb_without(tree: Tree, index: int, shown: set[int]) -> bool:
    verb = tree.tokens[index]
    lemma = verb.lemma.lower()
    thing = tree.dependent(index, "obj", "nsubj:pass")
    if lemma == "lead":
        the_way = thing is not None and tree.tokens[thing].form.lower() == "way" and thing > index
        return the_way and not _is_followed(tree, index, _AFTER_THE_WAY, shown)
    if lemma == "agree":  # one alone "agreed that …": with whom?
        own = tree.dependent(index, "nsubj")
        alone = own is not None and tree.tokens[own].xpos in ("NN", "NNP") and tree.dependent(own, "conj") is None
        return alone and tree.dependent(index, "ccomp") is not None and not _is_followed(tree, index, {"with"}, shown)
    if lemma in _LEAVE or (lemma in _CROSS and is_a(verb.relation, "root", "conj", "parataxis")):
        return _leaves_its_object_out(tree, index)
    if lemma in ("use", "exchange") and tree.dependent(index, "nsubj:pass") is not None:
        told = tree.dependent(index, "xcomp", "advcl", "ccomp") is not None
        return not told and not _is_followed(tree, index, _FOR_WHAT, shown)
    if lemma == "lose":
        return _loses_people_in_nothing(tree, index, shown)
    if lemma not in _AFTER_VERBS or tree.dependent(index, "ccomp") is not None:
        return False
    counted = thing is not None and tree.dependent(thing, "nummod") is not None  # "added 300 jobs"
    is_open = lemma != "add" or (thing is not None and not counted)
    return is_open and not _is_followed(tree, index, _AFTER_VERBS[lemma], shown)


def _leaves_its_object_out(tree: Tree, index: int) -> bool:
    """Return whether a verb with a tense of its own has nothing with it but times: "she left in 1912" (left what?)."""
    verb = tree.tokens[index]
    with_it = ("obj", "nsubj:pass", "xcomp", "ccomp", "compound:prt", "advcl", "aux:pass", "advmod")
    subject = tree.dependent(index, "nsubj")
    if subject is None or is_a(verb.relation, "acl", "xcomp", "advcl") or tree.dependent(index, *with_it) is not None:
        return False
    return all(_is_a_time(tree, each) for each in tree.dependents(index, "obl"))


def _loses_people_in_nothing(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if so many people or ships are lost, and nothing says in what or when: "Brazil lost 50,000 men"."""
    lost = tree.dependent(index, "obj")
    counted = lost is not None and tree.tokens[lost].lemma.lower() in _LOST and tree.dependent(lost, "nummod")
    others = [each for each in tree.dependents(index, "obl", "advcl") if each in shown]
    return bool(counted) and tree.tokens[index].xpos == "VBD" and not others


def _is_a_time(tree: Tree, index: int) -> bool:
    return tree.tokens[index].form.isdecimal() or tree.tokens[index].lemma.lower() in TIME_NOUNS


def _is_complete(tree: Tree, noun: int, shown: set[int]) -> bool:
    """Return whether a phrase belongs to a noun, or is right after it: a parser may hang that on the verb."""
    own = any(each in shown and is_a(tree.tokens[each].relation, *_COMPLETE_A_NOUN) for each in tree.children[noun])
    behind = noun + 1
    return own or (behind in shown and behind < len(tree.tokens) and is_a(tree.tokens[behind].relation, "case"))


def _is_followed(tree: Tree, index: int, prepositions: frozenset[str] | set[str], shown: set[int]) -> bool:
    """Return whether one of some prepositions is after a word with no date, whatever a parser hangs it on."""
    after = [each for each in shown if each > index and tree.tokens[each].form.lower() in prepositions]
    return any(not tree.tokens[min(each + 1, len(tree.tokens) - 1)].form.isdecimal() for each in after)


def _is_a_new_one(tree: Tree, noun: int) -> bool:
    """True if a noun has "a": "a broader plan" is broader than one told before; "higher walls" are higher than now."""
    return any(tree.tokens[each].form.lower() in ("a", "an") for each in tree.dependents(noun, "det"))


def _compares_with_nothing(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if nothing tells than what something is larger, as "than", "from higher to lower" or "small … larger" do."""
    if tree.tokens[tree.tokens[index].head].lemma.lower() in _NOUNS_OF_RANK:
        return False
    others = [tree.tokens[each] for each in shown if each != index]
    return not any(
        each.form.lower() == "than" or each.xpos == "JJR" or (each.upos == "ADJ" and each.lemma.lower() in _DEGREES)
        for each in others
    )
