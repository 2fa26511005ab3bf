"""Rules and exceptions for dictionary forms, learnt from words with their lemmas."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from quizengine.language.model.lemmas import LONGEST_ENDING, Lemmas, is_name

_LEAST_SEEN = 2
"""How often a rule for an ending must be seen, in different words, to be kept."""

Rule = tuple[int, str]


def learn_lemmas(words: Iterable[tuple[str, str, str]]) -> Lemmas:
    """The lemmas of words, each given as form, Penn tag and lemma; of a word in small letters, those count alone."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    small: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in words:
        word = form.translate(_STRAIGHT)
        seen[tag, word.lower()][lemma] += 1
        if word == word.lower():
            small[tag, word][lemma] += 1
    seen.update(small)
    best = {key: min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) for key, lemmas in seen.items()}
    rules = _rules(best)
    general = Lemmas({}, rules)
    exceptions = {
        f"{tag} {word}": lemma
        for (tag, word), lemma in sorted(best.items())
        if not is_name(tag) and general.lemma(word, tag) != lemma
    }
    return Lemmas(exceptions, rules)


_STRAIGHT = str.maketrans("’‘", "''")


def _rule(word: str, lemma: str) -> Rule:
    """What to take off a word's end, and what to put there, to get its lemma."""
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return len(word) - shared, lemma[shared:]


def _rules(best: dict[tuple[str, str], str]) -> dict[str, Rule]:
    """For each tag and ending the rule that most words need, where the shorter ending's rule says otherwise."""
    counts: dict[tuple[str, str], Counter[Rule]] = defaultdict(Counter)
    for (tag, word), lemma in best.items():
        rule = _rule(word, lemma.lower())
        for size in range(min(LONGEST_ENDING, len(word)) + 1):
            counts[tag, word[len(word) - size :]][rule] += 1
    found: dict[str, Rule] = {}
    for tag, ending in sorted(counts, key=lambda key: (key[0], len(key[1]), key[1])):
        rules = counts[tag, ending]
        rule = min(rules, key=lambda one: (-rules[one], one))
        shorter = next(
            (f"{tag} {ending[at:]}" for at in range(1, len(ending) + 1) if f"{tag} {ending[at:]}" in found), None
        )
        if not ending or (rules[rule] >= _LEAST_SEEN and (shorter is None or found[shorter] != rule)):
            found[f"{tag} {ending}"] = rule
    return found
