"""Words that a question loses and cannot do without: of what somebody was told, what they believed, or half a name.

Next: `stem_faults`, all reasons not to ask about a clause.
"""

from quizengine.language import FINITE_TAGS, Realised, Tree, bracketed_tokens, is_a, verbs_of, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.name_brackets import inside_a_name
from quizengine_numeric_recall.question_words import MONTHS

_TOLD_OR_HURT = word_set(
    "tip tip-off alert inform notify warn advise brief question interrogate consult contact injure wound hurt"
)
"""Verbs that say nothing in the passive without of what, by whom or in which event."""
_BELIEVING = verbs_of("asserts", "believes") | word_set("fear hope know")
"""Verbs that are mostly followed by a clause, the subject of which may be taken for their object."""
_DECLARED = word_set("independence war bankruptcy neutrality sovereignty")
"""Nouns for what is declared or proclaimed, which no clause follows."""
_LEARNING = word_set("discover learn realise realize recognise recognize notice understand")
_WHEN = frozenset({"when", "as", "after", "because"})
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM", "PRON")


def loses_its_matter(context: Context, said: Realised) -> bool:
    """True if somebody was only "tipped off" or "injured": of what, or in which battle, is not shown."""
    verb, subject = context.clause.verb, context.clause.subject
    if not verb.passive or verb.lemma.lower().partition(" ")[0] not in _TOLD_OR_HURT:
        return False
    days = {each for each in said.tokens if context.tree.tokens[each].form.isdecimal()}
    own = {*said.subject, *(subject.tokens if subject else ()), *verb.tokens, *context.hedged, *days}
    told = [context.tree.tokens[each] for each in said.tokens if each not in own]
    return not any(token.upos in _CONTENT and token.form.lower() not in MONTHS for token in told)


def loses_what_is_believed(context: Context, said: Realised) -> bool:
    """True if a verb of believing keeps the subject of what is believed, and loses its verb: "believed their freedom".

    Of "settlers believed their freedom had come under attack".
    """
    tree, shown = context.tree, set(said.tokens)
    for verb in said.tokens:
        if tree.tokens[verb].upos != "VERB" or tree.tokens[verb].lemma.lower() not in _BELIEVING:
            continue
        thing = tree.dependent(verb, "obj")
        if thing is not None and tree.tokens[thing].lemma.lower() in _DECLARED:
            continue
        end = max(tree.subtree(thing)) if thing is not None and thing > verb else verb
        behind = range(end + 1, len(tree.tokens))
        stop = next((each for each in behind if tree.tokens[each].upos == "PUNCT"), len(tree.tokens))
        if thing in shown and any(tree.tokens[each].xpos in FINITE_TAGS for each in range(end + 1, stop)):
            return True
    return False


def loses_its_event(context: Context, said: Realised) -> bool:
    """True if somebody learned something when an event showed it, of which the year is to be asked."""
    tree, head = context.tree, context.clause.head
    if context.quantity.kind != "year" or context.clause.verb.lemma.lower() not in _LEARNING:
        return False
    whens = (each for each in tree.dependents(head, "advcl") if each > head)
    return any(tree.tokens[one].form.lower() in _WHEN for each in whens for one in tree.children[each])


def loses_a_bracketed_subject(context: Context, said: Realised) -> bool:
    """True if the subject stands in brackets, as a mark of a table does: "[Table 2] compares the rates"."""
    subject = context.clause.subject
    return subject is not None and set(subject.tokens) <= bracketed_tokens(context.tree)


def loses_a_subtitle(context: Context, said: Realised) -> bool:
    """True if a name in the stem is only the first half of a title: "The Mill: The Last Year"."""
    text = context.tree.sentence.span.article.text
    ends = (context.tree.tokens[each].span.end for each in said.tokens if context.tree.tokens[each].upos == "PROPN")
    return any(text[end : end + 2] == ": " and text[end + 2 : end + 3].isupper() for end in ends)


def runs_two_statements_together(context: Context, said: Realised) -> bool:
    """True if another statement is joined on inside a clause: "will starve before 2030 and grants are half as high"."""
    tree, own = context.tree, {context.clause.head, *context.clause.verb.tokens}
    for each in said.tokens:
        token = tree.tokens[each]
        if token.xpos not in FINITE_TAGS or each in own or each in said.subject:
            continue
        before = [one for one in said.tokens if one < each]
        joined = next((one for one in reversed(before) if tree.tokens[one].upos == "CCONJ"), None)
        between = [tree.tokens[one] for one in before if joined is not None and one > joined]
        plain = bool(between) and all(one.upos in ("NOUN", "PROPN", "ADJ", "DET") for one in between)
        if plain and between[-1].upos in ("NOUN", "PROPN") and not _is_relative(tree, joined, own):
            return True
    return False


def _is_relative(tree: Tree, joined: int | None, own: set[int]) -> bool:
    """Return whether an "and" joins within a clause that a pronoun or a conjunction opens: "when the mill and …"."""
    before = range(max(own) + 1, joined or 0)
    return any(tree.tokens[each].xpos.startswith("W") or is_a(tree.tokens[each].relation, "mark") for each in before)


def ends_in_half_a_name(context: Context, said: Realised) -> bool:
    """True if the mark after the last word may be of its name, as in "a company called ORRA!"."""
    tokens, last = context.tree.tokens, max(said.tokens)
    if last not in inside_a_name(context.tree) and last + 1 in inside_a_name(context.tree):
        return True
    marked = last + 1 < len(tokens) and tokens[last + 1].form in ("!", "?")
    return marked and (tokens[last].upos == "PROPN" or tokens[last].form.isupper())


def says_one_of_what(context: Context, said: Realised) -> bool:
    """True if "one" stands for a noun that another sentence has: "Orra Motors offers one"."""
    tokens = context.tree.tokens
    for each in said.tokens:
        if tokens[each].form.lower() not in ("one", "ones") or each in context.hedged:
            continue
        behind = tokens[each + 1].form.lower() if each + 1 < len(tokens) else ""
        if is_a(tokens[each].relation, "obj", "nsubj", "obl") and behind != "of" and tokens[each].form.islower():
            return True
    return False
