"""Questions that a reader answers without the article, or that ask for what nobody need remember of it.

Each pattern is a kind that strict readers refused. Next: `missing_names`.
"""

import re

from quizengine.language import GAP

_HONOURED = r"(?:made|created|appointed) an? (?:Dame|Knight|Baron|Baroness|Peer)|knighted|ennobled"
_HOUSE = r"[A-Z]\w+ (?:University|College|School|Institute|Academy|Museum|Hospital|Theatre|Theater|Observatory)"
_GAPS = re.compile(
    rf"\bpartner,? {GAP},? (?:\w+ )?(?:won|lost|reached|took part|competed)\b"  # who played beside somebody once
    rf"|\b(?:edition|translation|reprint)s?\b[^,]* (?:published|issued|printed) [^,]*{GAP}"
    rf"|\b(?:{_HONOURED})\b[^,]* by {GAP}"  # it was whoever ruled then
    rf"|\b(?:like (?:the )?[a-z]+|such as) (?:the )?(?:[a-z]+ ){{0,3}}{GAP}"  # one example of many
    rf"|\bincluding {GAP}"
    rf"|\b{_HOUSE}(?: of [A-Z]\w+)? in {GAP}"  # where a well-known house is
    rf"|\bthe [a-z]+ly {GAP}"  # half of a name that an adverb belongs to
    rf"|\b(?:(?:north|south)(?:east|west)?|east|west)(?:ern)? (?:of )?{GAP}"  # a map tells
    rf"|, near {GAP}"
    rf"|{GAP} (?:\d|the [A-Z])|\b(?:made|created) {GAP} of\b"  # half a name, or a title that was taken for one
    rf"|, {GAP} [a-z]+, "  # whoever says so: a question for a speaker
    rf"|\baccording to (?:the )?(?:[A-Z]\w+[’']s )?{GAP}"
    rf"|\bpress time\b.*{GAP}"  # nobody knows any more when that was
)
_RELATIVE = r"(?:father|mother|parent|(?:grand|step)\w+|brother|sister|son|daughter|wife|husband)s?"
_STEMS = re.compile(
    rf"By whom (?:was|were) .+ (?:{_HONOURED})\b.*"
    r"|To which (?:city|town|village|country) did .+ return(?: in (?:[A-Z]\w+ )?\d{4})?\?"  # it was home
    rf"|.* (?:was|were) .+[’']s? (?:[a-z]+ )?{_RELATIVE} (?:born|buried|raised)\b.*"  # a relative's home
)
_IN_A_REGION = re.compile(
    rf"\b(?:county|region|province|district|prefecture|department|canton|\w+shire)(?:,? (?:of|in)|,) {GAP}"
)
_RETURN = re.compile(rf"\breturn(?:s|ed|ing)? to {GAP}")


def is_told_by_its_region(stem: str) -> bool:
    """Return whether one of its regions tells the country of a gap: "in the Senn province of _____"."""
    return _IN_A_REGION.search(stem) is not None


def tells_where_home_is(stem: str) -> bool:
    """Return whether somebody returns to the gap, so that common sense rules out towns far away as options."""
    return _RETURN.search(stem) is not None


def asks_for_a_trifle(stem: str) -> bool:
    """Return whether a question with a gap or a plain one is of a kind that readers find trivial."""
    return _STEMS.fullmatch(stem) is not None or _GAPS.search(stem) is not None
