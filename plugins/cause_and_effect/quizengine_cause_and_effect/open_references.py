"""References that a sentence leaves open although it has no pronoun: "the Society", "a recent report", "Lee refused".

Next: `relation_sentences`.
"""

from quizengine.language import Clause, Realised, Token, Tree, is_a, is_given_name, names_in, stance_of, word_set


def what_is_open(clause: Clause, said: Realised, *, whole: bool = False) -> str:
    """Return why something but a pronoun needs what is around a sentence; empty if nothing does.

    `whole` tells that the words are the sentence of the article, in which nothing was cut apart.
    """
    tree = clause.tree
    if not whole and any(tree.tokens[each].form.lower() in CONCEDING for each in said.opening):
        return "its opening tells something else"
    if not whole and clause.marker.lower() in CONCEDING:
        return "it is what its sentence only concedes"
    if reason := next(filter(None, (_unclear_if_shortened(tree, each, said) for each in said.tokens)), ""):
        return reason
    if clause.subject and is_a(tree.tokens[clause.subject.head].relation, "expl"):
        return "it only tells that something is there"
    if any(has_open_reference(tree, each, said) for each in said.tokens):
        return "it compares with what is told elsewhere"
    if any(tree.tokens[each].form.lower() == "each" and tree.tokens[each].upos == "DET" for each in said.tokens):
        return "it tells of each of those that are told of elsewhere"
    if is_a_first_name(said):
        return "who it is about is named by a first name"
    if clause.verb.progressive and clause.verb.tense == "past":
        return "it does not tell when that was going on"
    if clause.verb.lemma in ANSWERING and not tells_of_what(clause):
        return "it does not tell what was answered to"
    before = [each for each in said.tokens if 0 < each < clause.verb.first and tree.tokens[each].form.isdigit()]
    if any(tree.tokens[each - 1].form == "," and tree.tokens[each + 1].upos == "PROPN" for each in before):
        return "a heading runs into it"  # "Peter Lee, 62 Lee was travelling …"
    if not whole and any(says_so_behind(tree, each) for each in said.tokens if each > clause.head):
        return "somebody says so in the middle of it"
    return ""


CONCEDING = frozenset({"although", "though", "while", "whereas"})


def _unclear_if_shortened(tree: Tree, index: int, said: Realised) -> str:
    """Return why the "'s" of a verb is not clear; empty if it is, or a word is none."""
    token = tree.tokens[index]
    if not _is_shortened(tree, index):
        return ""
    if index - 1 in said.replaced:
        return "a name stands before a shortened verb"  # "Lee's lost": of "he's lost"
    either = token.form[1:].lower() == "s" and tree.tokens[token.head].xpos == "VBN"
    return "a shortened verb may be “is” or “has”" if either else ""


def _is_shortened(tree: Tree, index: int) -> bool:
    """Return whether a word is the "'s" or "'ve" of a verb."""
    token = tree.tokens[index]
    return token.upos == "AUX" and token.form[:1] in ("'", "’")


def says_so_behind(tree: Tree, index: int) -> bool:
    """Return whether a verb tells after a comma who says so: "…, the church posted"."""
    token = tree.tokens[index]
    at = index - 1
    while at > 0 and tree.tokens[at].upos in ("NOUN", "PROPN", "DET", "ADJ", "PRON"):
        at -= 1
    told = token.xpos in ("VBD", "VBN", "VBZ", "VBP") and stance_of(token.lemma) != ""
    return told and at < index - 1 and tree.tokens[at].form == ","


def tells_of_what(clause: Clause) -> bool:
    """Return whether a verb has an object, a complement or what it is done to: what was refused, or answered to."""
    to = (part for part in clause.adjuncts() if part.marker_text == "to")
    told = bool(clause.of_role("object", "clausal complement", "open complement")) or any(to)
    return told or (clause.verb.passive and clause.subject is not None)


def is_a_first_name(said: Realised) -> bool:
    """Return whether the subject is a first name alone of somebody whom the article names in full."""
    words = said.words(said.subject)
    names = names_in(said.clause.tree.sentence.span.article)
    return is_given_name(words) and any(name.kind == "person" and name.full.startswith(f"{words} ") for name in names)


ANSWERING = word_set("refuse agree decline accept deny object consent respond react reply retaliate disagree comply")


def has_open_reference(tree: Tree, index: int, said: Realised) -> bool:
    """Return whether a word needs what went before: a "more" without "than", a "recent" report, a bare "the north"."""
    token = tree.tokens[index]
    form = token.form.lower()
    if token.xpos in ("JJR", "RBR"):
        plain = token.xpos == "JJR" and is_a(token.relation, "amod") and form not in _COUNTING and index in said.said
        plain = plain or (form == "earlier" and tree.tokens[token.head].xpos == "NNS" and index in said.said)
        plain = plain or (token.xpos == "RBR" and tree.tokens[token.head].relation == "xcomp")  # "become more common"
        plain = plain or _is_told_where(tree, token, said)
        return not plain and not any(tree.tokens[each].form.lower() == "than" for each in said.tokens)
    if form in _WEEKDAYS:
        return True
    if index > 0 and tree.tokens[index - 1].form.lower() == "the" and form in _BODIES and _is_single(tree, index, said):
        return True
    if form in _OCCASIONS and _is_of_which(tree, index):
        return True
    bare = token.form in _DIRECTIONS and index > 0 and tree.tokens[index - 1].form.lower() == "the"
    behind = tree.tokens[index + 1].upos if index + 1 < len(tree.tokens) else ""
    the = index > 0 and tree.tokens[index - 1].form.lower() == "the"
    return (form in _RECENT and (index in said.subject or the)) or (bare and behind not in ("NOUN", "PROPN", "ADP"))


def _is_told_where(tree: Tree, token: Token, said: Realised) -> bool:
    """Return whether what is "less common in warm seas" is so as a rule: it is compared with what is elsewhere."""
    verb = said.clause.verb
    timeless = verb.copular and verb.tense == "present" and not (verb.perfect or verb.progressive)
    behind = (tree.tokens[each] for each in said.said if each > token.head)
    placed = any(each.form.lower() in _PLACING and each.upos == "ADP" for each in behind)
    return token.xpos == "RBR" and token.head == said.clause.head and timeless and placed


_PLACING = frozenset({"in", "among", "at", "on", "during", "under"})


def _is_single(tree: Tree, index: int, said: Realised) -> bool:
    """Return whether "the Society" has nothing more with it, whatever its full name is."""
    behind = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    named = behind is not None and (behind.upos == "PROPN" or behind.form.lower() == "of")
    return index not in said.replaced and not named


def _is_of_which(tree: Tree, index: int) -> bool:
    """Return whether only a name before it says which one is meant: "the Florida loss", "the Twitter attention"."""
    token = tree.tokens[index]
    named = any(tree.tokens[each].upos == "PROPN" for each in tree.dependents(index, "compound"))
    definite = any(tree.tokens[each].form.lower() == "the" for each in tree.dependents(index, "det"))
    return token.upos == "NOUN" and named and definite and not tree.dependents(index, "nmod", "acl", "acl:relcl")


def when_only_its_readers_know(clause: Clause) -> set[int]:
    """The "on Wednesday morning" or "last week" of news, which tells nothing to who reads it later."""
    tokens = clause.tree.tokens
    found: set[int] = set()
    for part in clause.adjuncts():
        if len(part.tokens) > _SHORT_TIME or clause.head in part.tokens:
            continue
        forms = [tokens[each].form.lower() for each in part.tokens]
        points = bool(set(forms) & _WEEKDAYS) or (forms[0] in _NEARLY and part.circumstance == "time")
        found |= set(part.tokens) if points else set()
    return found


_NEARLY = frozenset({"last", "this", "yesterday", "recently", "today", "earlier"})
_SHORT_TIME = 4
_COUNTING = frozenset({"more", "fewer", "less", "further", "additional"})
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_BODIES = word_set(
    """
    society club company committee commission council court church party union league association foundation institute
    university college school board team agency department ministry government bank museum hospital
    """
)
"""Nouns that stand for one that was named before, also where they have a capital."""
_OCCASIONS = word_set(
    """
    loss win victory defeat attention attack speech visit meeting decision ruling report incident protest case deal
    event vote trip statement talk announcement move interview
    """
)
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_RECENT = frozenset({"recent", "current", "upcoming", "outgoing", "incoming"})
