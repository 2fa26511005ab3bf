"""Open questions about terms: "What is osmosis?", answered by what the article says of it.

Next: `explanations`.
"""

from collections.abc import Sequence

from quizengine import Fact, OpenQuestion, Refusal
from quizengine.language import capitalised, content_words, surface_text
from quizengine_key_terms.broken_meanings import is_a_list_of_credits, leaves_a_part_out
from quizengine_key_terms.centrality import is_central
from quizengine_key_terms.definition import defining_sentences
from quizengine_key_terms.entries import UNMARKED, Entry
from quizengine_key_terms.named_terms import NamedTerm, named_term
from quizengine_key_terms.questions_in_words import MOST_WORDS, TOO_LONG, question_in_words
from quizengine_key_terms.retold import Way, is_told_again
from quizengine_key_terms.shared_words import shared_words

_NO_ANSWERS = (" an example", " examples", " an illustration", " a model", " an exception", " evidence", " a clue")
"""Ends of clauses that say that something does so for what is told around them: "a dog show provides an example"."""


def open_term_question(entry: Entry, facts: Sequence[Fact]) -> OpenQuestion | Refusal:
    """The open question for what a term means; a refusal where the term is passing or the answer is not clear.

    `facts` are all of its article.
    """
    stem, answer = _stem_and_answer(entry, named_term(entry))
    reason = _fault(entry, answer, facts)
    if reason:
        return Refusal(entry.definition.term, "what it is", reason)
    return question_in_words(stem, answer, defining_sentences(entry.definition), "what it is")


def _fault(entry: Entry, answer: str, facts: Sequence[Fact]) -> str:
    """Return why a term is not asked about openly; empty if it can be."""
    if entry.meaning.unclear_openly:
        return entry.meaning.unclear_openly
    if entry.definition.flaw == UNMARKED and " " not in entry.term.words:
        return UNMARKED
    tokens = entry.meaning.tokens
    if tokens[-1] > entry.term.tokens[-1] and leaves_a_part_out(entry.candidate.tree, tokens):
        return "what it means goes on behind the words that were read"
    if _names_something_behind(entry):
        return "what is said behind its name may be a part of what it means"
    if entry.definition.rule == "does" and entry.meaning.words.endswith(_NO_ANSWERS):
        return "what it does is told elsewhere"
    if _is_circular(entry):
        return "its meaning says its own words again"
    read = entry.candidate.source or entry.candidate
    if is_a_list_of_credits(read.tree, read.head, tokens):
        return "it tells who made it, and not what it is"
    if _says_more_elsewhere(entry):
        return "another sentence says what it does, too"
    if is_told_again(entry.definition.term.article, entry.term.words, defining_sentences(entry.definition), Way.IS):
        return "another sentence says what it is, too"
    if not is_central(entry, facts):
        return "the article names it once, by the way"
    if len(answer.split()) > MOST_WORDS:
        return TOO_LONG
    return ""


def _names_something_behind(entry: Entry) -> bool:
    """Return whether a participle is behind a name: "bundles of axons, called nerves, carrying messages"."""
    tree, last = entry.candidate.tree, entry.term.tokens[-1]
    behind = tree.tokens[last + 1 : last + 3]
    participle = len(behind) > 1 and behind[0].form == "," and behind[1].xpos == "VBG"
    return entry.definition.rule == "called" and participle and entry.meaning.tokens[-1] < last


def _is_circular(entry: Entry) -> bool:
    """Return whether a thing is explained by its own words: "an acoustic guitar is a guitar with acoustic sound"."""
    if entry.meaning.genus.lower() != entry.term.noun.lower():
        return False
    words = {word for word in entry.term.words.replace("-", " ").split() if content_words(word)}
    return len(words) > 1 and not entry.term.proper and shared_words(entry.term.words, entry.meaning.words) >= words


def _says_more_elsewhere(entry: Entry) -> bool:
    """Return whether the article says "also" with the verb of what something does: "it also compares …"."""
    verb = entry.candidate.tree.tokens[entry.candidate.head].form
    return entry.definition.rule == "does" and f"also {verb} " in entry.definition.term.article.text


def _stem_and_answer(entry: Entry, term: NamedTerm) -> tuple[str, str]:
    """The words of the question and of its model answer."""
    stem, answer = _by_rule(entry, term)
    setting = entry.meaning.setting
    stop = "" if answer.endswith((".”", '."')) else "."  # a full stop inside of quotation marks is enough
    return (f"{capitalised(setting)}, {stem}?" if setting else f"{capitalised(stem)}?"), f"{capitalised(answer)}{stop}"


def _by_rule(entry: Entry, term: NamedTerm) -> tuple[str, str]:
    """The question and its answer as clauses, by the way in which the sentence defines the term."""
    meaning, rule = entry.meaning, entry.definition.rule
    said = meaning.words.removeprefix(entry.candidate.frame).strip()
    if term.is_word:
        return f"what does the term “{entry.term.words}” mean", meaning.words
    if rule == "consists of":
        verb = "consist" if term.plural else "consists"
        return f"what {term.do} {term.words} consist of", f"{term.words} {verb} of {said}"
    if rule == "occurs when":
        return f"when {term.do} {term.words} occur", f"{term.words} {'occur' if term.plural else 'occurs'} when {said}"
    if rule == "states that":
        return f"what does {term.words} state", f"{term.words} states that {said}"
    if rule == "does":
        verb, asks = _verb(entry)
        return f"what does {term.words} {verb}" if asks else f"what is {term.words}", f"{term.words} {said}"
    if verb := _saying_verb(entry):
        return f"what {term.be} {term.words}", f"{term.words} {verb} {meaning.words}"
    be = ("were" if term.plural else "was") if entry.candidate.past or _is_of_the_past(entry) else term.be
    return f"what {be} {term.words}", f"{term.words} {be} {meaning.words}"


def _is_of_the_past(entry: Entry) -> bool:
    """Return whether a noun beside a term tells what it did: "the sieve, a device that sorted grain"."""
    tree, inside = entry.candidate.tree, set(entry.meaning.tokens)
    relative = [each for each in tree.dependents(entry.candidate.head, "acl:relcl") if each in inside]
    return entry.definition.rule == "apposition" and any(tree.tokens[each].xpos == "VBD" for each in relative)


def _saying_verb(entry: Entry) -> str:
    """The verb between a term and its meaning if it is another than "to be": "refers to", "involves"."""
    tree, first, last = entry.candidate.tree, entry.meaning.tokens[0], entry.term.tokens[-1]
    between = [each for each in range(last + 1, first) if each not in entry.meaning.tokens]
    verb = next((each for each in between if tree.tokens[each].lemma in ("refer", "involve")), None)
    told = entry.definition.rule == "means" and verb is not None and tree.tokens[verb].upos == "VERB"
    return surface_text(tree, range(verb, first)) if told and verb is not None and first - verb <= 2 else ""


def _verb(entry: Entry) -> tuple[str, bool]:
    """The verb of what something does, and whether it can be asked for by it: not with a preposition behind."""
    tree, verb = entry.candidate.tree, entry.candidate.head
    behind = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    return tree.tokens[verb].lemma.lower(), behind is not None and behind.upos != "ADP"
