"""The "it" that means nothing and only holds the place of a clause: "It was late to ask"."""

from quizengine.language import Tree, is_a, word_set

TIMES = word_set("time day night year week month decade century hour minute moment")
"""Nouns for stretches of time."""
_SEEMS = word_set("seem appear take happen turn")
"""Verbs whose "it" may hold the place of a clause: "It takes courage to row"."""
_LEAD_A_CLAUSE = word_set("to that when if whether how why for")


def is_empty(tree: Tree, at: int) -> bool:
    """Return whether an "it" only holds the place of a clause, or tells how long ago something was.

    "It was late to ask", "It is lonely being a weaver", "It has been forty days since the ferry sank",
    "It is time for us to row".
    """
    word, tokens = tree.tokens[at], tree.tokens
    head = word.head
    if head >= 0 and tokens[head].lemma.lower() == "say" and is_a(word.relation, "obj"):
        return True  # "I hate to say it"
    if head < 0 or (tokens[head].upos == "VERB" and tokens[head].lemma.lower() not in _SEEMS):
        return is_a(word.relation, "expl")
    following = tokens[head + 1 : head + 2]
    if tokens[head].upos == "ADJ" and following and following[0].xpos == "VBG":
        return True
    clauses = [child for child in tree.children[head] if child > head]
    if tokens[head].lemma.lower() in TIMES and any("since" in _links(tree, each) for each in clauses):
        return True
    if tokens[head].lemma.lower() == "time" and any("to" in _links(tree, each) for each in clauses):
        return True
    return any(
        is_a(tokens[each].relation, "ccomp", "csubj", "xcomp", "advcl")
        and (tokens[each].xpos == "VBG" or bool(_links(tree, each) & _LEAD_A_CLAUSE))
        for each in clauses
    )


def _links(tree: Tree, clause: int) -> set[str]:
    """The words that lead a clause."""
    return {tree.tokens[each].form.lower() for each in tree.dependents(clause, "mark", "advmod")}
