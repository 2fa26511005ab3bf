"""Signs, in its words alone, that a made question was cut at the wrong place.

`soundness` reports them with the faults that any made words may have; `numeric_recall` knows those of figures.
"""

import re

YEAR = r"(?:1\d{3}|20\d{2})"
_BEGINS_A_CLAUSE = (
    r"(?:that|which|who|whom|whose|what|when|where|how|since|after|before|as|than|because|if|although|and)"
)
_WITHIN_A_CLAUSE = rf"(?:(?!\b{_BEGINS_A_CLAUSE}\b)[^“?])*"
_NEEDS_MORE = (
    "is|was|are|were|had|has|did|does|will|would|can|could|wrote|writes|said|says|told|made|took|found|felt|put|kept"
    "|gave|brought|held|meant|wanted|needed|called"
)
_NAMING = "named|called|titled|entitled|dubbed|considered|deemed"
_CALLS = "call|calls|called|dubs|dubbed|termed|labelled|labeled|nicknamed|branded"
_LENGTHS = "years|months|weeks|days|hours|decades|centuries"

SUCH = re.compile(r"(?<!\b[Nn]o )\b[Ss]uch (?!as\b)[a-z](?!.*\b(?:that|as)\b)")
"""A "such" that tells neither as what nor that what: the sentence before did."""

CUT_QUESTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a full stop stands inside a question", re.compile(r"\b(?!approx\b)[a-z]{4,}\. [a-z][^?]*\?")),
    ("it points to what “such” was before", SUCH),
    (
        "a subordinate clause has lost its main clause",
        re.compile(
            r"\bthat (?:since|because|although|though|unless|whereas) (?!of\b|then\b|the \d|\d)[^,?]*\?"
            r"|\b(?:since|because|although|though|whereas|as|if) (?:he|she|it|they) (?:\w+ly )?"
            rf"(?:{_NEEDS_MORE})\?"
        ),
    ),
    (
        "a clause has lost its subject and its “was”",
        re.compile(r"(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bwas )(?<!\bwere )\bsince [a-z]+ed by\b"),
    ),
    (
        "what happened on a date is told as if it lasted",
        re.compile(
            rf"\A(?:Why|How|Where|Who|Whom|What|Which|For|By|To|From|At|In|With)\b{_WITHIN_A_CLAUSE}"
            rf"\b(?:has|have)\b{_WITHIN_A_CLAUSE}\b(?:in|on [A-Z]\w+ \d\d?,) {YEAR}\?"
        ),
    ),
    ("an aside about the whole hangs at its end", re.compile(r", (?:something|a fact) (?:which|that)\b[^?]*\?")),
    ("a time of day hangs at its end", re.compile(r", at \d\d?[:.]\d\d\b[^,?]*\?")),
    ("a place hangs behind a “where”", re.compile(r"\AWhere\b[^“?]*, (?:in|at|near) [^?]*\?")),
    ("a name is cut in two by a year", re.compile(rf"\b{YEAR} (?:am|ob|an der|upon|sur|del?|di|von|van) [A-Z]")),
    (
        "a length of time has lost its “for”",
        re.compile(
            rf"\A(?!For\b)(?:[A-Z][a-z]+ (?:[a-z]+ )?)?[Hh]ow many (?:{_LENGTHS}) (?:has|have) "
            r"[^?]*\b(?:seen|been|had|known|lived)\b"
        ),
    ),
    ("a comparison has lost its end", re.compile(r"\bthan at any (?:time|point)\?")),
    (
        "a question word stands where its subject belongs",
        re.compile(r"\A[^“?]*\b(?:did|does|do) (?:where|when|how|why)\b"),
    ),
    ("a day has lost its month", re.compile(r"\b[Oo]n \d\d?,? (?:who|whom|which|what|where|how|did|was|were)\b")),
    (
        "a second verb has no “and”",
        re.compile(rf"\bdid\b[^“,?]*, (?!(?:{_NAMING})\b)[a-z]+ed (?:the|all|its|an?|his|her|their)\b"),
    ),
    (
        "it asks who called something so, and not what",
        re.compile(rf"\A[^“?]*(?<!\bwas )(?<!\bwere )\b(?:{_CALLS}) (?:an?|the|his|her|its|their) “[^”]*”\?"),
    ),
)
"""Faults with the words that show them, each tested on 1,800 questions: all that they found were bad."""
