"""Rules and exceptions for dictionary forms, learnt from words with their lemmas."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from quizengine.language.model.lemmas import LONGEST_ENDING, Lemmas, is_name

_LEAST_SEEN = 2
"""The number of different words in which a rule for an ending must be seen to be kept."""

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

_REGULAR = {"NNS": ("s", "n"), "VBZ": ("s", "v"), "VBD": ("ed", "v"), "VBN": ("ed", "v"), "VBG": ("ing", "v")}
"""The ending of regular forms with a tag, and the part of speech of their lemma."""


def corrected(lemmas: Lemmas, possible: Mapping[str, str], irregular: Mapping[str, str]) -> Lemmas:
    """The same lemmas, with exceptions where a rule makes what is not a word and there is one that fits.

    `possible` tells of known words what they can be (n, v, a, r): "climbed" is of "climb", as "clim" is not a verb.
    `irregular` gives the verbs of irregular forms: "upheld" is of "uphold".
    """
    found = dict(lemmas.exceptions)
    for word, verb in sorted(irregular.items()):
        for tag in ("VBG",) if word.endswith("ing") else ("VBD", "VBN"):
            if "v" not in possible.get(lemmas.lemma(word, tag), ""):
                found[f"{tag} {word}"] = verb
    for word in sorted(word for word in possible if word == word.lower()):
        for tag, (ending, part) in _REGULAR.items():
            if not word.endswith(ending) or part not in possible[word] or f"{tag} {word}" in found:
                continue
            known = [each for each in _stems(word, ending) if part in possible.get(each, "")]
            lemma = lemmas.lemma(word, tag)
            if known and lemma != word and lemma not in known and part not in possible.get(lemma, ""):
                found[f"{tag} {word}"] = known[0]
    return Lemmas(found, lemmas.rules)


def _stems(word: str, ending: str) -> list[str]:
    """The lemmas that a regular form may have, the more likely first."""
    stem = word[: len(word) - len(ending)]
    if ending == "s":
        return [stem, stem.removesuffix("e")] if not stem.endswith("ie") else [stem, stem.removesuffix("ie") + "y"]
    short = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", stem)  # "baring" is of "bare": "bar" would double its "r"
    stems = [stem + "e", stem] if short else [stem, stem + "e"]
    if stem[-2:-1] == stem[-1:] != "s":
        stems.append(stem[:-1])
    return [*stems, stem[:-1] + "y"] if stem.endswith("i") else stems


def _rule(word: str, lemma: str) -> Rule:
    """Return what to take off a word's end, and what to put there, to get its lemma."""
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return len(word) - shared, lemma[shared:]


def _rules(best: dict[tuple[str, str], str]) -> dict[str, Rule]:
    """The rule that most words need, by tag and ending, if it is not the rule of the shorter ending."""
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
