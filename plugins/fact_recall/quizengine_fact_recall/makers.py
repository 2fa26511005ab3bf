"""People by what the article says that they made: "the Orra Mill, designed by Ada Moss" and "Ada Moss, who founded …".

Next: `event_facts`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from quizengine import Article, Span
from quizengine.language import (
    Name,
    Tree,
    full_names,
    has_balanced_marks,
    is_a,
    is_inside_quotation,
    mentions_between,
    name_at,
    pointers,
    referent,
    salience,
    surface_text,
    trees,
    word_set,
)
from quizengine_fact_recall.agent_nouns import deeds_told_by_nouns
from quizengine_fact_recall.coinages import coinages
from quizengine_fact_recall.eligibility import LIGHTEST, is_news
from quizengine_fact_recall.event_faults import GARBLED, RELATIVE, RUN_TOGETHER
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.named_phrases import named_in
from quizengine_fact_recall.participant_kinds import PERSON, askable_kind
from quizengine_fact_recall.participant_options import is_dominant, is_in_the_title
from quizengine_fact_recall.short_names import with_full_names
from quizengine_fact_recall.typed_participants import can_be_typed

RULE = "who-made"
_MOST_QUESTIONS = 4
_FEWEST, _MOST = 1, 12
"""Words of what was made."""
MAKING = {
    "found": "founded",
    "establish": "established",
    "invent": "invented",
    "discover": "discovered",
    "write": "wrote",
    "compose": "composed",
    "paint": "painted",
    "design": "designed",
    "create": "created",
    "coin": "coined",
    "devise": "devised",
    "patent": "patented",
    "author": "wrote",
    "direct": "directed",
    "popularize": "popularized",
    "popularise": "popularised",
    "propose": "proposed",
    "formulate": "formulated",
    "pioneer": "pioneered",
    "choreograph": "choreographed",
    "sculpt": "sculpted",
    "illustrate": "illustrated",
    "translate": "translated",
    "develop": "developed",
    "introduce": "introduced",
    "build": "built",
}
"""Acts that are done once, and what somebody did."""
_ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "!", "?", "[", "]"})
_HEDGED = re.compile(
    r"\b(?:may|might|could|would|should|must|if|allegedly|reportedly|probably|perhaps|possibly|supposedly|purportedly"
    r"|apparently|traditionally|legends?|myths?|rumou?rs?|is said|are said|was said|believed|thought|attributed|claims?"
    r"|claimed|often|sometimes|usually|generally|partly|jointly|not|never|no|n[’']t)\b"
)
_ADVERBS = frozenset({"first", "originally"})
"""Adverbs of an act that a question keeps; others may say that somebody did so only in part, or again."""
_INDEFINITE = word_set(
    """
    a an some many several few two three four five six seven various numerous another one any each all other most
    his her its their our my your this that these those such
    """
)
_GOES_ON = frozenset({"and", "or", "&", "of", "who", "whose", "-", "’s", "'s", "’", "'"})
_FILM = re.compile(r"\b(?:films?|movies?|play|documentary|episode|musical|series|video|short|drama|comedy|thriller)\b")
_YEAR_BEHIND = re.compile(r"\( ?[12]\d{3} ?\)")
_DATED = re.compile(r" ?\([^()]*\)")


def makers(article: Article, known: Collection[str]) -> Iterator[Gloss]:
    """Yield the people who made something with a name and can be asked for, each once, the first four in order.

    `known` are the names that are asked for by another description.
    """
    found: dict[str, Gloss] = {}
    for tree in trees(article):
        if not tree.sentence.span.text.rstrip("”\"’' ").endswith("."):
            continue
        told = () if salience(tree) < LIGHTEST else _told(tree)
        for each in (*told, *_by_coinages(tree)):
            if each.name.full not in known:
                found.setdefault(each.name.full, each)
    stems = [each.stem for each in found.values()]
    unique = [each for each in found.values() if stems.count(each.stem) == 1]
    yield from unique[:_MOST_QUESTIONS]


def _told(tree: Tree) -> Iterator[Gloss]:
    yield from _by_agents(tree)
    yield from _who_made(tree)
    yield from _beside_another_deed(tree)
    yield from _by_nouns(tree)


def _by_agents(tree: Tree) -> Iterator[Gloss]:
    """Yield whoever something was made by: "the Orra Mill, designed by Ada Moss"."""
    for verb, token in enumerate(tree.tokens):
        if token.xpos not in ("VBN", "VBD") or token.lemma.lower() not in MAKING:
            continue
        agents = [each for each in tree.dependents(verb, "obl") if _marker(tree, each) == ["by"]]
        done = _done_to(tree, verb)
        if len(agents) == 1 and done and (name := _somebody(tree, agents[0])):
            yield from _asked(tree, name, verb, done)


def _who_made(tree: Tree) -> Iterator[Gloss]:
    """Yield whoever is said to have made something in a clause with "who": "Ada Moss, who founded the Orra Mill"."""
    for verb, token in enumerate(tree.tokens):
        subjects = tree.dependents(verb, "nsubj")
        if token.xpos != "VBD" or token.lemma.lower() not in MAKING or len(subjects) != 1:
            continue
        who = subjects[0]
        if (
            tree.tokens[who].form.lower() != "who"
            or not is_a(token.relation, "acl")
            or tree.tokens[who - 1].form != ","
        ):
            continue
        name = name_at(tree.tokens[token.head].span)
        objects = tree.dependents(verb, "obj")
        before = name_at(tree.tokens[who - 2].span)
        done = _phrase(tree, objects[0], frozenset()) if len(objects) == 1 else ()
        if name is not None and name is before and _can_be_asked(name) and done and done[0] == verb + 1:
            yield from _asked(tree, name, verb, done)


def _beside_another_deed(tree: Tree) -> Iterator[Gloss]:
    """Yield whoever made something by what else is told: "Ada Moss left the town, founding the Orra Mill"."""
    for verb, token in enumerate(tree.tokens):
        plain = token.xpos == "VBG" and token.lemma.lower() in MAKING and tree.tokens[verb - 1].form == ","
        if not plain or not is_a(token.relation, "advcl") or token.head < 0 or token.head > verb:
            continue
        main = tree.tokens[token.head]
        subjects, objects = tree.dependents(token.head, "nsubj"), tree.dependents(verb, "obj")
        if main.relation != "root" or main.xpos != "VBD" or len(subjects) != 1 or len(objects) != 1:
            continue
        name = referent(tree, subjects[0]) or name_at(tree.tokens[subjects[0]].span)
        alone = not tree.dependents(subjects[0], "conj")
        done = _phrase(tree, objects[0], frozenset())
        if alone and name is not None and _can_be_asked(name) and done and done[0] == verb + 1:
            yield from _asked(tree, name, verb, done)


def _marker(tree: Tree, head: int) -> list[str]:
    return [tree.tokens[each].form.lower() for each in tree.dependents(head, "case")]


def _somebody(tree: Tree, agent: int) -> Name | None:
    """The one person of a phrase with "by"; None if there are several, or somebody else may be in it."""
    tokens = [each for each in tree.subtree(agent) if tree.tokens[each].form.lower() != "by"]
    first = tokens[0]
    own = list(takewhile(lambda each: tree.tokens[each].form not in _ENDS, range(first, len(tree.tokens))))
    name = name_at(tree.tokens[agent].span)
    mention = next((each for each in name.mentions if each.overlaps(tree.tokens[agent].span)), None) if name else None
    if name is None or mention is None or not _can_be_asked(name):
        return None
    inside = [each for each in own if tree.tokens[each].span.start < mention.end]
    if not inside:
        return None
    behind = [token.form for token in tree.tokens[inside[-1] + 1 : inside[-1] + 3]]
    joined = bool(behind) and behind[0].lower() in _GOES_ON
    listed = behind[:1] == [","] and len(behind) > 1 and (behind[1] == "and" or behind[1][:1].isupper())
    if joined or listed or tree.dependents(agent, "conj"):
        return None
    return name if named_in(tree, inside) is name else None


def _can_be_asked(name: Name) -> bool:
    article = name.mentions[0].article
    return (
        name.certain
        and askable_kind(name) == PERSON
        and (" " in name.full or not is_news(article))
        and not is_in_the_title(article, name.full)
        and not is_dominant(name)
        and can_be_typed(name)
    )


def _done_to(tree: Tree, verb: int) -> tuple[int, ...]:
    """The tokens of what was made, before a participle or as the subject of a passive; none if that is left open."""
    token = tree.tokens[verb]
    kept = [each for each in tree.dependents(verb, "advmod") if tree.tokens[each].form.lower() not in _ADVERBS]
    passive = tree.dependents(verb, "aux")
    if kept or len(passive) > 1 or tree.dependents(verb, "mark"):
        return ()
    if is_a(token.relation, "acl") and not passive and token.head >= 0 and token.head < verb:
        return _phrase(tree, token.head, frozenset(tree.subtree(verb)))
    subjects = tree.dependents(verb, "nsubj")
    was = len(passive) == 1 and tree.tokens[passive[0]].form.lower() in ("was", "were")
    if token.relation == "root" and was and len(subjects) == 1 and subjects[0] < verb:
        return _phrase(tree, subjects[0], frozenset())
    return ()


def _phrase(tree: Tree, head: int, without: frozenset[int]) -> tuple[int, ...]:
    """The unbroken words of a noun with a name in it, up to the first mark behind it; none if no name is certain."""
    own = [each for each in tree.subtree(head) if each not in without]
    while own and tree.tokens[own[0]].upos in ("ADP", "PUNCT", "SCONJ", "CCONJ"):
        own = own[1:]
    tokens = tuple(takewhile(lambda each: tree.tokens[each].form not in _ENDS, own))
    whole = tokens and head in tokens and tokens == tuple(range(tokens[0], tokens[-1] + 1))
    if not whole or tree.tokens[head].upos not in ("NOUN", "PROPN") or tree.dependents(head, "conj"):
        return ()
    first = tree.tokens[tokens[0]]
    if first.form.lower() in _INDEFINITE or not _FEWEST <= len(tokens) <= _MOST:
        return ()
    inner = [tree.tokens[each] for each in tokens if each != tokens[0] or first.upos == "PROPN"]
    named = any(token.form[:1].isupper() for token in inner)
    person = name_at(tree.tokens[head].span)
    if person is not None and person.kind == PERSON:
        return ()
    definite = first.form.lower() == "the" and len(tokens) > _FEWEST + 1
    return tokens if (named or definite) and not pointers(tree, tokens) else ()


def _asked(tree: Tree, name: Name, verb: int, done: Sequence[int]) -> Iterator[Gloss]:
    what = surface_text(tree, done, full_names(tree, done))
    what = f"the{what[3:]}" if what.startswith("The ") else what
    if tree.tokens[verb].lemma.lower() == "direct" and not _may_be_a_film(tree, done):
        return
    early = [tree.tokens[each].form for each in tree.dependents(verb, "advmod")]
    did = " ".join([*early, MAKING[tree.tokens[verb].lemma.lower()], _DATED.sub("", what)])
    mention = next((each for each in name.mentions if tree.sentence.span.contains(each)), None)
    if mention is not None:
        yield from _worded(tree, name, mention, tree.span(done), did)


def _may_be_a_film(tree: Tree, done: Sequence[int]) -> bool:
    """Return whether something is called a film or the like, or has its year behind it: a laboratory is led."""
    behind = " ".join(token.form for token in tree.tokens[done[-1] + 1 : done[-1] + 4])
    return _FILM.search(tree.span(done).text.lower()) is not None or _YEAR_BEHIND.match(behind) is not None


def _by_nouns(tree: Tree) -> Iterator[Gloss]:
    """Yield whoever a noun beside the name says to have made something: "Ada Moss, founder of the Orra Mill"."""
    span = tree.sentence.span
    for mention, name in mentions_between(span.article, span.start, span.end):
        if _can_be_asked(name):
            for said, did in deeds_told_by_nouns(tree, mention):
                yield from _worded(tree, name, mention, said, did)


def _by_coinages(tree: Tree) -> Iterator[Gloss]:
    """Yield whoever coined a word: "Ada Moss coined the term sour loaf"."""
    span = tree.sentence.span
    for subject, said, did in coinages(tree):
        name = referent(tree, subject) or name_at(tree.tokens[subject].span)
        mention = next((each for each in name.mentions if span.contains(each)), None) if name else None
        if name is not None and mention is not None and _can_be_asked(name):
            yield from _worded(tree, name, mention, said, did)


def _worded(tree: Tree, name: Name, mention: Span, said: Span, did: str) -> Iterator[Gloss]:
    """Yield the question who did what some words say, if nothing in the sentence leaves that open."""
    span = tree.sentence.span
    if _HEDGED.search(span.text) or is_inside_quotation(span.paragraph, mention.start):
        return
    stem = with_full_names(f"Who {did}?", span.article, name.full)
    if stem is None or shares_word(stem, name.full) or not has_balanced_marks(stem):
        return
    if not any(pattern.search(stem) for pattern in (GARBLED, RELATIVE, RUN_TOGETHER)):
        yield Gloss(term=mention, said=said, name=name, stem=stem, rule=RULE)
