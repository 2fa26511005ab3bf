"""Words before a question that make it stand alone: the source, or a short sentence with the context."""

import re
from collections.abc import Mapping, Sequence

from quizengine.language import (
    PRONOUNS,
    Clause,
    Constituent,
    Tree,
    capitalised,
    clauses_of,
    full_names,
    is_a,
    lead_in,
    mentions_between,
    name_at,
    names_in,
    phrase_tokens,
    place_type,
    pointers,
    stands_alone,
    surface_text,
    uncapitalised,
    with_source,
    word_set,
)
from quizengine_numeric_recall.question_words import MONTHS

_ITS_OWN_HEDGE = word_set("allegedly reportedly supposedly apparently")
_NEW = word_set("recent new latest")
_LEAD = 5
_NEAR = 6
"""Tokens after a noun in which a name may say which."""
_SEASONS = word_set("spring summer autumn fall winter weekend")
_LONGEST_SOURCE = 10
_UNTOLD = re.compile(r"According to (?:a|the|some|one) (?:recent|new|latest|separate|another)\b")
"""A source of which a reader asks: which poll, and of when?"""
_EXPLAINS_NOTHING = re.compile(
    r"[’']s? own \w|\b(?:has|have|had) been (?:in|under) (?:development|production|use|service|operation)\b"
)
"""A sentence that tells how long something was made or used, or sets it apart from others, and not what it is."""
_TELL_WHICH = word_set("of in at near between against over")
"""Prepositions that go with the noun before them, as "to" and "with" do where a parser says so only."""
_OF_VERBS = word_set("from with into")
"""Prepositions that more often go with the verb: "came to the city from Lagos", "linked the port with Vienna"."""
_OF_A_COUNTRY = word_set("military army navy government parliament police legislature constitution treasury monarchy")


def with_context_sentence(
    clause: Clause,
    shown: Sequence[int],
    replaced: Mapping[int, str],
    text: str | None,
    *,
    answer: Sequence[str] = (),
    lean: bool = False,
) -> str | None:
    """A question or statement with its source before it, and with a short sentence that tells what its open words mean.

    None if no such sentence is before it. `shown` are the tokens that the text shows, `answer` what no sentence
    may give away; `lean` says that the words say too little.
    """
    if text is None:
        return None
    tree = clause.tree
    alone = only_person(tree, shown)
    open_words = [
        each
        for each in pointers(tree, shown, replaced)
        if not is_told_behind(tree, each.token, shown)
        and not _is_of_a_country(tree, each.token, shown)
        and not _is_compared(tree, each.token)
        and not _tells_a_quality(tree, each.token)
        and not (tree.tokens[each.token].form.lower() in alone and each.token > first_named(tree, shown))
    ]
    if clause.said and clause.said[0].source is not None:
        text = _lead_last(text)
        if _names_itself(clause, text):
            text = _with_own_pronouns(tree, shown, replaced, text)
            if _names_itself(clause, text):
                return None
    if clause.said and open_words and [each.token for each in open_words] == _subject_of_a_report(clause):
        return with_source(clause, text)
    hedged = any(tree.tokens[each].form.lower() in _ITS_OWN_HEDGE for each in shown)
    told = text if hedged else _attributed(clause, text)
    if not open_words and not lean:
        return told
    lead = lead_in(tree, shown, replaced, answer) if told else None
    if lead and (_EXPLAINS_NOTHING.search(lead) or leaves_open_who(tree, lead, f"{told}")):
        return None
    return f"{lead} {told}" if lead and told and lead.split()[:2] != told.split()[:2] else None


def leaves_open_who(tree: Tree, lead: str, told: str) -> bool:
    """Return whether "he" or "she" in a question may be either of two whom the sentence before it names."""
    if not re.search(r"\b(?:he|she)\b", told):
        return False
    named = {name.full for name in names_in(tree.sentence.span.article) if name.kind in ("person", "other")}
    words = [name.split()[-1] for name in named]
    return sum(re.search(rf"\b{re.escape(word)}\b", lead) is not None for word in {*words}) > 1


def _attributed(clause: Clause, text: str) -> str | None:
    """The text with whoever says so before it; None if nobody can be named.

    What something suggests, or somebody by saying it, is said by the subject of the clause above: "A report cites Lee,
    suggesting that …".
    """
    if not clause.said or any(said.source is not None for said in clause.said):
        told = with_source(clause, text)
        return None if told and _UNTOLD.match(told) else told
    verb = clause.said[0].verb
    tree = clause.tree
    if verb is None or tree.tokens[verb].xpos != "VBG" or len(clause.said) > 1:
        return None
    above = {one.head: one for one in clauses_of(tree) if one.verb.finite and one.is_fact and not one.said}
    host = next((above[each] for each in tree.ancestors(verb) if each in above), None)
    source = _source(host.subject) if host is not None and host.subject is not None else None
    return f"According to {source}, {uncapitalised(text)}" if source and re.match(r"[A-Z][a-z]+ ", text) else None


def _source(subject: Constituent) -> str | None:
    """A named source in few words, without "recent"; None if it is long or leaves open who it is."""
    tree = subject.tree
    tokens = [each for each in phrase_tokens(subject) if tree.tokens[each].form.lower() not in _NEW]
    names = full_names(tree, tokens)
    named = any(tree.tokens[each].upos == "PROPN" for each in tokens)
    fits = named and len(tokens) <= _LONGEST_SOURCE and stands_alone(tree, tokens, names)
    return surface_text(tree, tokens, names) if fits else None


def _lead_last(text: str) -> str:
    """The question with a phrase that opens it after it, where something else goes first: "In 2012, how much …?"."""
    lead, comma, rest = text.partition(", ")
    if (
        not comma
        or not text.endswith("?")
        or len(lead.split()) > _LEAD
        or not re.match(r"(?:In|On|At|By|Since) ", lead)
    ):
        return text
    if not re.match(r"(?:how|what|which|in which|about|at least|more than|up to|by)\b", rest):
        return text
    return f"{capitalised(rest[:-1])} {uncapitalised(lead)}?"


def _names_itself(clause: Clause, text: str) -> bool:
    """Return whether whoever says so is named in what they say: "According to Lee, Lee sells shoes"."""
    source = clause.said[0].source
    article = clause.tree.sentence.span.article
    if source is None:
        return False
    people = {name.full for _, name in mentions_between(article, source.span.start, source.span.end)}
    return any(name in text for name in people)


def _with_own_pronouns(tree: Tree, shown: Sequence[int], replaced: Mapping[int, str], text: str) -> str:
    """The text with the pronouns of the article in place of the names that stand for them: "how much had he paid"."""
    for each in shown:
        form = tree.tokens[each].form.lower()
        if form in PRONOUNS and replaced.get(each):
            text = re.sub(rf"(?<!\w){re.escape(replaced[each])}(?![\w’'])", form, text, count=1)
    return text


def only_person(tree: Tree, shown: Sequence[int]) -> tuple[str, ...]:
    """The pronouns that stand for the one person whom the words name, so that nobody asks who that is; or none."""
    span = tree.span(shown)
    people = {
        name.full: name
        for mention, name in mentions_between(span.article, span.start, span.end)
        if name.kind == "person" and set(tree.tokens_in(mention)) & set(shown)
    }
    if len(people) != 1:
        return ()
    pronoun = next(iter(people.values())).pronoun
    return tuple(form for form, subject in PRONOUNS.items() if subject == pronoun or not pronoun)


def first_named(tree: Tree, shown: Sequence[int]) -> int:
    """The first token of a name among the words: no pronoun before it stands for whoever bears it."""
    return next((each for each in shown if tree.tokens[each].upos == "PROPN"), len(tree.tokens))


def _subject_of_a_report(clause: Clause) -> list[int]:
    """The "it" or "they" that stands for whoever says so: "According to Ford, how many cars did it sell?"."""
    subject, source = clause.subject, clause.said[0].source
    if subject is None or source is None or clause.relation != "ccomp" or len(clause.said) > 1 or clause.verb.copular:
        return []
    token, named = clause.tree.tokens[subject.head], clause.tree.tokens[source.head]
    person = (name := name_at(named.span)) is not None and name.kind == "person"
    alike = token.form.lower() == ("they" if named.xpos in ("NNS", "NNPS") else "it") and not person
    return [subject.head] if alike and named.upos == "PROPN" else []


def _is_of_a_country(tree: Tree, index: int, shown: Sequence[int]) -> bool:
    """True if "the military" or "the parliament" is that of a country, or a state, that the words name before it."""
    if tree.tokens[index].lemma.lower() not in _OF_A_COUNTRY:
        return False
    places = (name_at(tree.tokens[each].span) for each in shown if each < index and tree.tokens[each].upos == "PROPN")
    return any(place is not None and place_type(place.full) in ("country", "state") for place in places)


def _is_compared(tree: Tree, index: int) -> bool:
    """Return whether what "the same" is the same as is right after it: "the same pay as White soldiers"."""
    behind = [token.form.lower() for token in tree.tokens[index + 1 : index + 5]]
    return tree.tokens[index].form.lower() == "same" and "as" in behind


def _tells_a_quality(tree: Tree, index: int) -> bool:
    """True if an adverb belongs to an adjective before a noun, and dates nothing: "previously unknown damage"."""
    head = tree.tokens[index].head
    return tree.tokens[index].upos == "ADV" and head > index and is_a(tree.tokens[head].relation, "amod")


def is_told_behind(tree: Tree, index: int, shown: Sequence[int]) -> bool:
    """Return whether a place or a name right after a noun with "the" says which: "the strike at Leeds Hospital".

    Seasons need none: "the winter" is that of the article.
    """
    if tree.tokens[index].upos != "NOUN":
        return False
    if tree.tokens[index].lemma.lower() in _SEASONS:
        return True
    behind = [each for each in shown if index < each <= index + _NEAR]
    forms = [tree.tokens[each].form.lower() for each in behind]
    names = (at for at, each in enumerate(behind) if tree.tokens[each].upos == "PROPN" and forms[at] not in MONTHS)
    named = next(names, None)
    own = named is not None and behind[named] in tree.subtree(index) and forms[0] not in _OF_VERBS
    if named is None or not (forms[0] in _TELL_WHICH or "of" in forms[:named] or own):
        return False
    return not any(tree.tokens[each].upos in ("VERB", "PUNCT", "SCONJ") for each in behind[:named])
