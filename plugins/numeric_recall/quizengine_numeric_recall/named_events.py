"""Years that belong to the name of an event: "the Orra Act of 1965", "Moss v. Reed (1954)", "the 1863 Orra Edict".

The kind of the event says what is asked: an act was passed, a treaty signed, a case decided.
Next: `bracketed_works`, years behind works.
"""

import re

from quizengine.language import Quantity, sentence_of, word_set

_WORD = r"[A-ZÀ-Ý][\w’'-]*\w"
_SMALL = r"of|the|and|in|on|to|for|against|de|la|with"
_NAME = rf"{_WORD}(?: (?:(?:{_SMALL}) ){{0,2}}{_WORD})*"
_SIDE = rf"{_WORD}\.?(?:,? (?:(?:of|the|and|&|for) )*{_WORD}\.?)*"
_CASE = re.compile(rf"(?P<name>{_SIDE} vs?\. (?:the )?{_SIDE}),? \(\Z")
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?P<link> of | \()\Z")
_FOUGHT = re.compile(rf"(?P<name>(?:Battle|Siege|Sack|Massacre) of (?:the )?{_NAME})(?P<link>,? in )\Z")
_BEHIND = re.compile(rf" (?P<name>{_NAME})")
_ASKED = (
    ("Act|Law|Statute|Ordinance", "was {} passed"),
    ("Treaty|Accord|Pact|Armistice|Protocol|Peace", "was {} signed"),
    ("Accords|Articles", "were {} signed"),
    ("Proclamation|Edict|Decree", "was {} issued"),
    ("Amendment", "was {} ratified"),
    ("Battle", "was {} fought"),
    ("Massacre|Uprising|Revolt|Coup", "did {} take place"),
    ("Rebellion|Revolution", "did {} begin"),
)
"""The last noun of a name, or the noun before its "of", and what is asked of it."""
_GENERAL = frozenset(
    map(str.capitalize, word_set("constitutional basic organic electoral civil penal public federal national general"))
)
"""Words that many acts and laws of one country bear, so that they alone do not tell which."""
_OPENS_A_NAME = ("The", "In", "At", "After", "Before", "By", "Under", "With", "Since", "On", "When", "While", "Until")


def named_event_question(quantity: Quantity) -> str | None:
    """The question for the year in or behind the name of an event; None if the name or its kind is not certain."""
    if quantity.kind != "year" or quantity.ranged or quantity.approximate:
        return None
    text, sentence = quantity.span.article.text, sentence_of(quantity.span)
    before, behind = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    bracketed = before.endswith("(") and behind.startswith(")")
    case = _CASE.search(before) if bracketed else None
    if case is not None:
        return _unless_dated_twice(quantity, " ".join(_without_an_opening(case["name"].split())), "was {} decided")
    found = _FOUGHT.search(before) or _BEFORE.search(before)
    if (
        found is not None
        and (bracketed or found["link"] != " (")
        and not behind.startswith((" and", "–", "-", " or", "/"))
    ):
        return _asked(quantity, found["name"])
    ahead = _BEHIND.match(behind) if re.search(r"\b[Tt]he \Z", before) else None
    return _asked(quantity, ahead["name"]) if ahead is not None else None


def _asked(quantity: Quantity, name: str) -> str | None:
    """The question for an event by the noun that says its kind."""
    words = _without_an_opening(name.split())
    kind = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
    asking = next((asked for kinds, asked in _ASKED if re.fullmatch(kinds, kind)), None)
    told = set(words) - {kind} - _GENERAL
    return _unless_dated_twice(quantity, " ".join(words), asking) if asking and told else None


def _without_an_opening(words: list[str]) -> list[str]:
    """The words of a name without an "At the" that opens its sentence."""
    while words and words[0] in (*_OPENS_A_NAME, "the"):
        words = words[1:]
    return words


def _unless_dated_twice(quantity: Quantity, name: str, asking: str) -> str | None:
    """The question for a name; None if the article names such an event with another year, or the title names it."""
    article = quantity.span.article
    title = article.title.text if article.title else ""
    years = set(re.findall(rf"{re.escape(name)} (?:of |\(|in )(\d{{4}})\b", article.text))
    years |= set(re.findall(rf"\b(\d{{4}}) {re.escape(name)}\b", article.text))
    if len(years) != 1 or name in title:
        return None
    called = name if " v. " in name or " vs. " in name else f"the {name}"
    return f"In which year {asking.format(called)}?"
