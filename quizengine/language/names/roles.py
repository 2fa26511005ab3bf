"""The role that an article gives to the bearer of a name, and the pronoun "he" or "she"."""

import re
from typing import Literal

from quizengine.language.names.bearer_index import Bearer
from quizengine.language.names.given_names import pronoun_for
from quizengine.language.names.mentions import Mention
from quizengine.language.names.name_forms import without_suffixes
from quizengine.language.names.titles import COURTESY, FEMALE_TITLES, MALE_TITLES, SAME_OFFICE, is_role_noun
from quizengine.language.word_lists import plain_form

_WORDS = r"(?:[^,.;:“”\"()—]|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\b(?:Mrs|Sen|Gov|Rep|U.S))\.|(?<=U)\.(?=S\.))"
_APPOSITION = re.compile(
    rf"(?:\s\([^()]{{1,30}}\))?,(?: \d\d,)?\s"
    rf"(?P<role>(?:an?|the|who is (?:an?|the)|now (?:an?|the))\s{_WORDS}{{3,90}}|[a-z][a-z’'-]+{_WORDS}{{0,90}})[,.;]"
)
_LONGEST_ROLE = 14


def first_role(bearer: Bearer) -> str:
    """The first title or description that the article gives, without "Mr." and "Ms."; empty if it gives none."""
    for mention in bearer.mentions:
        words = [word for word in mention.titles.split() if plain_form(word) not in COURTESY]
        if words and any(is_role_noun(word) for word in words):
            return " ".join(words)
        if found := described_after(mention):
            return found
    return ""


def offices_of(bearer: Bearer) -> frozenset[str]:
    """The offices of a person by titles and appositions, one word for each: {"senator", "candidate"}."""
    said = [f"{mention.titles} {described_after(mention)}" for mention in bearer.mentions]
    return frozenset(office for words in said for office in offices_in(words))


def offices_in(words: str) -> frozenset[str]:
    """The role nouns among some words, with abbreviations written out: "Sen." is "senator"."""
    nouns = (plain_form(word.strip(",;:()")) for word in words.split())
    return frozenset(SAME_OFFICE.get(noun, noun) for noun in nouns if is_role_noun(noun)) - COURTESY


def described_after(mention: Mention) -> str:
    """The description in apposition to a mention ("Wi Sung-lac, a South Korean lawmaker,"), or empty."""
    span = mention.span
    end = span.paragraph.end
    found = _APPOSITION.match(span.article.text, span.end, end)
    if not found or mention.possessive:
        return ""
    role = re.sub(r"\A(?:who is|now) ", "", found["role"])
    words = role.split()
    fits = len(words) <= _LONGEST_ROLE and any(is_role_noun(re.sub(r"\W", "", word)) for word in words)
    leads = words[0] in ("a", "an", "the") or is_role_noun(words[0]) or is_role_noun(words[min(1, len(words) - 1)])
    return role if fits and leads else ""


def gender_of(bearer: Bearer) -> Literal["he", "she", ""]:
    """Return "he" or "she" where titles and a common given name tell; empty if they do not, or contradict."""
    told = {gender for mention in bearer.mentions if (gender := _gender_by_titles(mention))}
    *given, _ = without_suffixes(bearer.tokens)
    first = next((token for token in given if len(plain_form(token)) > 1), "")  # after an initial: "J. Clara Moss"
    if by_name := pronoun_for(first):
        told.add(by_name)
    return told.pop() if len(told) == 1 else ""


def _gender_by_titles(mention: Mention) -> Literal["he", "she", ""]:
    last = plain_form(mention.titles.split()[-1]) if mention.titles else ""
    return "she" if last in FEMALE_TITLES else "he" if last in MALE_TITLES else ""
