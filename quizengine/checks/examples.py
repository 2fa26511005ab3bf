"""The parts of a stem that are examples rather than the question: code, and sentences whose grammar is asked about."""

import re

_BACKTICKS = re.compile(r"`[^`]*`")
_IN_CODE = re.compile(r"[=(){}<>;\[\]#/]|:\s*\Z|\A\s{2}")
_SHOWN = re.compile(
    r"\b(?:codes?|programs?|programmes?|scripts?|snippets?|functions?|methods?|loops?|lines?|class(?:es)?|statements?"
    r"|expressions?|equations?|formulas?|formulae|quer(?:y|ies)|commands?|blocks?|cells?|sums?|terms?|patterns?|regex"
    r"|diagrams?|graphs?|charts?|reactions?|verbs?|nouns?|phrases?|sentences?|molecules?|structures?)\Z",
    re.IGNORECASE,
)
_OF_LANGUAGE = re.compile(
    r"\b(?:sentences?|words?|verbs?|nouns?|pronouns?|adjectives?|adverbs?|tenses?|subject|object|clauses?|phrases?)\b",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(r"[^.!?]*[.!?]\s+(?=\S)")


def without_code(stem: str) -> str:
    """The stem without code in backticks, and without the lines of code that follow its question."""
    first, *lines = _BACKTICKS.sub("``", stem).split("\n")
    if not any(map(_IN_CODE.search, lines)):
        return "\n".join([first, *lines])
    return "\n".join([first, *(line for line in lines if line.rstrip().endswith("?"))])


def shows_code(stem: str) -> bool:
    """Return whether a stem shows code, in backticks or in lines below its question."""
    return without_code(stem) != stem


def shows_its(noun: str, stem: str) -> bool:
    """True if a stem shows what "this code" is: something follows in lines of their own, in backticks or after it."""
    if not _SHOWN.search(noun):
        return False
    behind = stem.partition("?")[2].strip()
    return bool(behind) or "\n" in stem.strip() or "`" in stem or ":" in stem


def is_of_language(stem: str) -> bool:
    """Return whether a stem begins with a sentence that is an example, and asks about its words."""
    first = _FIRST_SENTENCE.match(stem)
    return first is not None and "?" not in first[0] and bool(_OF_LANGUAGE.search(stem[first.end() :]))
