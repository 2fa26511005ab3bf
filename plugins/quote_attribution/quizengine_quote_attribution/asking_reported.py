"""Asks who said something that the article reports in its own words: the sentence itself, turned into a question.

Next: `quizengine.language.realise`, which turns it.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, ShortTextQuestion
from quizengine.language import (
    PRONOUNS,
    Name,
    Tree,
    content_words,
    full_names,
    has_balanced_marks,
    is_a,
    name_by_full_form,
    place_type,
    pointers,
    referent,
    stance_of,
    surface_text,
    tree_at,
    verb_forms,
    word_set,
)
from quizengine_quote_attribution.candidates import FEWEST_DISTRACTORS, other_speakers
from quizengine_quote_attribution.clause_boundaries import MARKS, is_cut_clause, leads_to_main_clause
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.leaning_statements import adds_to_the_untold, takes_up_a_noun
from quizengine_quote_attribution.proof import reported_proof
from quizengine_quote_attribution.quotation_eligibility import goes_by_another_name
from quizengine_quote_attribution.reported_statements import CALLING, Statement
from quizengine_quote_attribution.speaker_groups import is_of_the_media
from quizengine_quote_attribution.substance import is_minor_remark, says_too_little
from quizengine_quote_attribution.told_inside import tells_itself
from quizengine_quote_attribution.typed_speakers import accepted_names, is_body_worth_typing, is_worth_typing

_OPENERS = word_set("that and but still also however indeed meanwhile moreover")
_ASKING = frozenset({"WRB", "WP", "WDT", "IN"})
_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_OPINIONS = frozenset({"asserts", "believes", "doubts", "predicts", "wants"})
"""Stances of verbs that tell more of somebody than what happened to that one."""
_FEWEST_TELLING = 4
"""Words that carry sense in what was said, beside the verb and "who"."""
_FEWEST_WITHOUT_A_NAME = 5
"""The same where nothing is named, and no words are the speaker's own."""
_FEWEST_CALLED = 3
_FEWEST_WORDS = 6
_MOST_WORDS = 32
_FEWEST_OWN = 4
_OWN = re.compile(r"“([^“”]+)”?")
_LAST_WORDS = re.compile(r"[.,](?=[”\"’]\Z)|, (?:for example|for instance|too|either|however)\Z")
_WHOLE_SENTENCE = re.compile(r"[“\"](?:[^”\"]*[.?!]){2,}[^”\"]*[”\"]")


def ask_reported(fact: Statement, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Ask “Who said that …?”, with other people of the article as options."""
    stem = stem_of(fact)
    reason = "" if stem else "the sentence cannot be turned into a question that stands alone"
    name = name_by_full_form(fact.cue.article, fact.name)
    distractors = other_speakers(name, stem, others, rng, _pronoun_of_the_speaker(fact)) if name and stem else ()
    told = _has_own_words(fact) or not _tells_only_of_the_speaker(fact)
    typed = told and name is not None and _may_be_typed(name)
    if not reason and not typed and len(distractors) < FEWEST_DISTRACTORS:
        reason = "the article names too few others who may have said it"
    if reason or name is None:
        yield Refusal(fact.content, fact.rule, reason)
        return
    if len(distractors) >= FEWEST_DISTRACTORS:
        yield ChoiceQuestion(stem=stem, answer=name.full, distractors=distractors, **_beside(fact, name))
        return
    accepted = accepted_names(name)
    in_full = name.kind == "person" and name.surname not in accepted
    stem += " Give the full name." if in_full else " Type the name."
    yield ShortTextQuestion(stem=stem, answer=accepted[0], accept=accepted[1:], **_beside(fact, name))


def _may_be_typed(name: Name) -> bool:
    return is_worth_typing(name) if name.kind == "person" else is_body_worth_typing(name)


def _tells_only_of_the_speaker(fact: Statement) -> bool:
    """Return whether somebody only reports what he or she did or is, and nothing to come: "said that he had rowed"."""
    tree = tree_at(fact.content)
    tokens = tree.tokens_in(fact.content) if tree else ()
    subject = next((at for at in tokens if tree and is_a(tree.tokens[at].relation, "nsubj")), None)
    if tree is None or subject is None or not _is_the_speaker(fact, tree, subject):
        return False
    verb = tree.tokens[subject].head
    words = [verb, *tree.dependents(verb, "aux")]
    return not any(tree.tokens[at].xpos == "MD" or stance_of(tree.tokens[at].lemma) in _OPINIONS for at in words)


def _beside(fact: Statement, name: Name) -> dict[str, Any]:
    """Return what a question about a statement carries beside its content."""
    return {
        "rationale": f"The article gives this statement to {name.full}.",
        "evidence": Evidence.of(reported_proof(fact, name)),
        "origin": Origin("quote_attribution", fact.rule),
        "tags": ("quote attribution",),
    }


def stem_of(fact: Statement) -> str:
    """The question for whoever said so; empty if it does not stand alone, or says too little."""
    name = name_by_full_form(fact.cue.article, fact.name)
    said = in_full(fact) if name else ""
    words = said.split()
    called = lemma_of(fact) in CALLING
    if (
        name is None
        or not (name.kind == "person" or is_a_known_body(name))
        or goes_by_another_name(name)
        or not said
        or any(part in words for part in _parts(name))
    ):
        return ""
    if "(" in said or " / " in said or re.match(r"(?!the )[a-z]+ [A-Z]\w+ [A-Z]", said):  # "no Child Left Behind"
        return ""
    if not has_balanced_marks(said) or _WHOLE_SENTENCE.search(said) or _DAY.search(said):
        return ""
    if called:
        telling = len(set(content_words(said))) >= _FEWEST_CALLED and any(word[:1].isupper() for word in words)
        return f"Who {fact.cue.text} {said}?" if telling and len(words) <= _MOST_WORDS else ""
    if _is_in_the_title(name, said if fact.rule != "partly-quoted" else ""):
        return ""
    fits = _FEWEST_WORDS <= len(words) <= _MOST_WORDS and not says_too_little(said)
    that = "that," if fact.content.text.startswith(",") else "that"  # "said that, as it was late, nobody rowed"
    who = "Who" if name.kind == "person" else "Which organisation"
    return f"{who} {reporting_verb(fact)} {that} {said}?" if fits and _is_worth_asking(fact, said) else ""


def is_a_known_body(name: Name) -> bool:
    """Return whether a name is that of an organisation which speaks for itself: no newspaper, and no place."""
    return name.kind == "organisation" and not is_of_the_media(name) and not place_type(name.full)


def _is_in_the_title(name: Name, said: str) -> bool:
    """Return whether the title names somebody, with a word that carries sense of what was said, if that is given."""
    title = name.mentions[0].article.title
    if title is None or not spoken_by_name(title.text, name.surname):
        return False
    return not said or bool(set(content_words(title.text)) & set(content_words(said)) - set(content_words(name.full)))


def lemma_of(fact: Statement) -> str:
    """The verb of saying as a dictionary lists it."""
    tree = tree_at(fact.cue)
    at = tree.tokens_in(fact.cue) if tree else ()
    return tree.tokens[at[0]].lemma.lower() if tree and at else ""


def _has_own_words(fact: Statement) -> bool:
    """Return whether enough of the speaker's own words in marks are what makes a statement worth asking about."""
    text = _curly(fact.content.text)
    called = lemma_of(fact) in CALLING and any(len(words.split()) >= _FEWEST_OWN for words in _OWN.findall(text))
    return called or fact.rule == "partly-quoted"


def _parts(name: Name) -> list[str]:
    return [part for part in name.full.split() if len(part) > 2]


def reporting_verb(fact: Statement) -> str:
    """The verb of the article where "that" may follow, else "said"."""
    form = fact.cue.text
    return form if form in verb_forms("before that") else "says" if form.endswith("s") else "said"


def _pronoun_of_the_speaker(fact: Statement) -> str:
    """The "he" or "she" that others must go by who may have said so, where somebody tells of himself; else empty."""
    tree = tree_at(fact.content)
    own = [each for each in tree.tokens_in(fact.content) if _is_the_speaker(fact, tree, each)] if tree else []
    return PRONOUNS[tree.tokens[own[0]].form.lower()] if tree and own else ""


def _is_the_speaker(fact: Statement, tree: Tree, at: int) -> bool:
    """Return whether a "he" or "she" of what was said is for certain who said it."""
    name = referent(tree, at) if tree.tokens[at].form.lower() in PRONOUNS else None
    return name is not None and name.full == fact.name


def in_full(fact: Statement, nouns: bool = False) -> str:
    """Return what was said, with full names for short ones; empty if anything in it points outside.

    A pronoun for the speaker stays as it is: "Who said that he will not row?". With `nouns`, a noun with "the" may
    point outside: whoever reads the article knows the one.
    """
    tree = tree_at(fact.content)
    tokens = tree.trimmed(tree.tokens_in(fact.content)) if tree else ()
    while tree and tokens and _only_links(tree, tokens[0]):
        tokens = tree.trimmed(tokens[1:])
    if (
        tree is None
        or not tokens
        or (_asks(tree, tokens[0]) and not leads_to_main_clause(tree, tokens))
        or tree.tokens[tokens[0]].form in MARKS
    ):
        return ""
    if tree.tokens[tokens[0]].xpos == "VBG" and tree.tokens[tokens[0] - 1].form == ",":
        return ""  # "…," Abel said, calling it a shame
    if sum(tree.tokens[each].form in MARKS for each in tokens) % 2:
        behind = range(tokens[-1] + 1, min(tokens[-1] + 3, len(tree.tokens)))
        tokens = (*tokens, *[each for each in behind if tree.tokens[each].form in MARKS][:1])
    if is_cut_clause(tree, tokens) or adds_to_the_untold(tree, tokens) or takes_up_a_noun(tree, tokens):
        return ""
    own = [each for each in tokens if _is_the_speaker(fact, tree, each)]
    replaced = full_names(tree, tokens) | {each: tree.tokens[each].form for each in own}
    if any(_owns_what_it_is_about(tree, each) for each in tokens if each in own or each not in replaced):
        return ""
    own_words = _has_own_words(fact)
    left_open = [each for each in pointers(tree, tokens, replaced) if not tells_itself(fact, each, own_words)]
    if any(not nouns or each.kind != "which" or tree.tokens[each.token].upos != "NOUN" for each in left_open):
        return ""
    return _LAST_WORDS.sub("", _curly(surface_text(tree, tokens, replaced)).rstrip(" ,.;:"))


def _asks(tree: Tree, at: int) -> bool:
    """Return whether a clause begins with a word that asks; behind "that" it tells a condition: "that if it rains"."""
    behind_that = at > 0 and tree.tokens[at - 1].form.lower() == "that"
    return tree.tokens[at].xpos in _ASKING and not (behind_that and tree.tokens[at].xpos == "IN")


def _owns_what_it_is_about(tree: Tree, at: int) -> bool:
    """True if what was said is about something of the speaker, and nobody knows which: "her members" (of what?)."""
    noun = tree.tokens[at].head
    owned = tree.tokens[at].xpos == "PRP$" and noun > at and tree.tokens[noun].upos == "NOUN"
    told = any(tree.tokens[each].relation in ("nmod", "acl:relcl") for each in tree.children[noun]) if owned else True
    return not told and is_a(tree.tokens[noun].relation, "nsubj")


def _only_links(tree: Tree, at: int) -> bool:
    """Return whether a word before what was said only leads to it: "that", "but", "still".

    Right after the verb of saying, a "that" reads the same in the question, whatever a parser takes it for.
    """
    token = tree.tokens[at]
    behind_the_verb = at > 0 and bool(stance_of(tree.tokens[at - 1].lemma.lower()))
    that = token.form.lower() == "that"
    return token.form.lower() in _OPENERS and (not that or behind_the_verb or is_a(token.relation, "mark"))


def _curly(text: str) -> str:
    """The text with double curly marks for straight ones."""
    marks = iter("“”" * len(text))
    spaced = re.sub(r"\s*\"\s*|\s*\'\'\s*|``\s*", lambda mark: _spaced(mark[0], next(marks)), text).strip()
    return re.sub(r"(?<=”) (?=[,.;:])", "", spaced)


def _spaced(found: str, mark: str) -> str:
    return f" {mark}" if mark == "“" else f"{mark} "


def _is_worth_asking(fact: Statement, said: str) -> bool:
    """Return whether what was said tells more than the day of something, and of what the article is about.

    `said` is that with full names for short ones: "the party" may be the Fishermen's Party there.
    """
    telling = set(content_words(said))
    tree = tree_at(fact.content)
    names = tree and any(tree.tokens[each].upos == "PROPN" for each in tree.tokens_in(fact.content))
    named = names or len(telling) > len(set(content_words(fact.content.text)))
    return (
        len(telling) >= (_FEWEST_TELLING if named or fact.rule == "partly-quoted" else _FEWEST_WITHOUT_A_NAME)
        and not _DAY.search(fact.content.text)
        and not is_minor_remark([fact.content])
    )
