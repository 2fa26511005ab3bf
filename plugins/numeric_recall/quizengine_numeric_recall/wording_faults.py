"""Faults in the wording of a question: broken English, a lost referent, a figure mentioned in passing."""

import re
from collections.abc import Callable

from quizengine.language import PEOPLES, has_balanced_marks, verbs_of, word_set
from quizengine_numeric_recall.cuts_in_wording import CUTS_IN_WORDING
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.gaps_in_wording import GAPS_IN_WORDING
from quizengine_numeric_recall.minor_events import STONE
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.strays_in_wording import STRAYS_IN_WORDING

_PAIRS_OF_ONE_MARK = ("''", "``")
_SOURCE = re.compile(r"(?:\A|[.?] |“)According to ([^,]+), (.*)", re.DOTALL)
_FOR_SOMEBODY = re.compile(
    r"\b(?:in|on|to|at|for) (?:his|her|its|their) (?:favou?r|behalf|aid|defen[cs]e|request|honou?r)\b"
)
"""A pronoun that never means the subject: "the pope issued bulls in their favour"."""
_CONSENT = re.compile(
    r"\b(?:give|gave|given|grant|granted|refuse|refused|withhold|withheld) (?:(?:his|her|its|their|the|an?) )?"
    r"(?:\w+ )?(?:approval|consent|permission|assent|blessing|agreement)\b(?! (?:to|for|of|that|on)\b)"
)
"""Consent to a thing that is not told."""
_UNTOLD_USE = re.compile(r"\b(?:have|has|had) been (?:used|employed|in use) since\b")
_ATTEMPT = re.compile(
    r"“(?:The|An?) (?:[a-z]+ )?(?:attempt|effort|plan|bid|decision|proposal|campaign|project|scheme|move) to [a-z]+ "
    r"(?:it|them|him|her)\b"
)
_TWO_STOPS = re.compile(r"[.!?]['\"’]+\.”")
_BARE_RELATIVE = re.compile(r"“The ([a-z]+), (?:which|who|whose|where)\b([^,]*),")
_OF_A_PEOPLE = re.compile(r"\bthe ([A-Z]\w+) (?:province|town|village|city|region)\b(?! (?:of|called|named|[A-Z]))")
_CHANGES = word_set("rise fall grow drop climb soar increase decrease decline shrink jump double sink peak")
_RECORDS = word_set("record document figure file paper statement account email letter result test")
_BY_THEN = re.compile(r"\b(?:by|before|when|until|after|since|\d{4})\b")
_PLUPERFECT = re.compile(
    r"\bhow (?:many|much) (?!.*\b(?:years|months|weeks|days|hours)\b.* had).*\bhad\b", re.IGNORECASE
)
_HONOURS = re.compile(
    r"\bbelonged to the (?:district|county|municipality|parish)\b"
    r"|\btwinned\b|\b(?:sister|partner) (?:city|town)\b"
    r"|\bbeen (?:listed|registered|scheduled|protected) (?:as|in|since)\b"
    r"|\b(?:listed|protected|registered|scheduled) (?:monument|building|structure|landmark)\b"
)
_SEATS = re.compile(
    r"\b(?:council|committee|board) (?:of|has|with|had) _____ (?:members|councillors)\b"
    r"|how many (?:members|councillors) .*\b(?:council|committee|board)\b",
    re.IGNORECASE,
)

_OF_A_VOTE = re.compile(
    r"\bpopular vote\b|\b(?:percentage|share|percent|_____%?) of (?:the|all) (?:votes?|ballots?)\b"
    r"|\bcast (?:[a-z]+ )?(?:votes|ballots)\b"
)
_WHICH_VOTE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b"
    r"|\b[A-Z][\w’'-]+ (?:[a-z]+ )?(?:elections?|primar(?:y|ies)|caucus(?:es)?|referendum|run-?off|by-election)\b"
)
"""A year or a name, which tells in which election votes were cast."""
_TITLED_VOTE = re.compile(r"\b(?:elections?|primar(?:y|ies)|caucus(?:es)?|referendum|run-?off|votes?)\b", re.IGNORECASE)

_PARTICLES = word_set("through out up down off apart away over")
_GOVERNS_NOTHING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
_OPENS_A_CLAUSE = word_set("when after as because before while since until if although though where")
_SPANS = re.compile(r"\b[Ff]rom (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d[\d,.]*(?= (?:to|until|till) )")
"""The first half of "from May 1902 to June 1904"."""
_POPULATION = re.compile(r"\bpopulation\b(?! density)", re.IGNORECASE)
_POPULATION_OF = re.compile(
    rf"{_POPULATION.pattern}[^.!?\n]{{0,60}}?(?<![\w.,])(?!(?:1\d{{3}}|20\d\d)\b)\d[\d,]+", re.IGNORECASE
)
"""The same with a number that is no year."""

_OF_ONE_OF_MANY = re.compile(
    r"(?:“|According to |\b(?:did|do|does|were|was|are|is|had|have|has) )"
    r"(?:party|government|company|council|union|club|campaign|ministry|department|embassy|army|hospital|school"
    r"|university|church|prison|airline|airport|bank|team|firm|court) "
    r"(?:officials|leaders|members|strategists|sources|spokesmen|managers|bosses|chiefs|executives|advisers|aides"
    r"|activists|workers|staff|economists|organisers|organizers|ministers|figures|records|documents)\b"
    r"(?! (?:of|in|at) )",
    re.IGNORECASE,
)
"""People of a party or a company that is not named: "Party leaders say that …"."""
_ATTACKED_NOWHERE = re.compile(
    r"\bhow many \w+ did [^?]*\b(?:attackers|bombers|fighters|forces|gunmen|guards|insurgents|men|militants"
    r"|officers|police|protesters|rebels|rioters|soldiers|terrorists|troops)"
    r" (?:kill|injure|wound|shoot|arrest|detain|capture)\?",
    re.IGNORECASE,
)
"""An attack of which neither the place nor the time is told: "How many sailors did rebels kill?"."""
_KNOWN_TO_ALL = re.compile(
    r"\bas (?:every|any|all|most|we all|everyone|everybody)\b[^,]*\b(?:know|knows|knew|learn|learns|learned|learnt)\b"
    r"|\b(?:well|widely|commonly) known that\b",
    re.IGNORECASE,
)
"""Words that say that nobody needs the article to know it: "as every child learns"."""


_AFTERWARDS = re.compile(
    r"\b(?:shortly|soon|immediately|not long) (?:afterwards?|thereafter)\b"
    r"|(?:“|\A)(?:(?:shortly|soon|not long) after,|(?:afterwards?|thereafter)\b)",
    re.IGNORECASE,
)
"""Words that count from what the sentence before tells."""


_OF_WHAT = re.compile(
    r"\b(?:subsection|sub-?group|subdivision|subset|offshoot)\b(?! (?:of|from)\b)"
    r"|\ban? (?:related|similar|separate) (?:case|study|incident|trial|ruling|attack|survey|experiment)\b"
    r"(?! (?:to|from)\b)"
)
"""A part of what is not told, or something beside what is not told."""
_COMPARED = re.compile(
    r"\b(?:how many|_____) times (?!.*\b(?:than|as)\b)[^?]*"
    r"\b(?:more|less|(?:larg|great|bigg|small|heavi|bright|hott|fast|high|strong)er)\b",
    re.IGNORECASE,
)
"""A comparison with what is not told: "how many times is Orra more massive?"."""
_MONTH_ALONE = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS))}) alone\b", re.IGNORECASE)
"""A month of no year that is set against others: "in January alone"."""


def is_worded_badly(context: Context, stem: str) -> bool:
    """True if a reader of the words alone would stop at them, or would ask why anybody should know the figure."""
    return any(holds(context, stem) for _, holds in FAULTS)


def _has_a_mark_too_few(context: Context, stem: str) -> bool:
    odd = any(stem.count(mark) % 2 for mark in _PAIRS_OF_ONE_MARK)
    return odd or not has_balanced_marks(stem) or _TWO_STOPS.search(stem) is not None


def _is_its_own_source(context: Context, stem: str) -> bool:
    found = _SOURCE.search(stem)
    return found is not None and found[1] in found[2]


def _is_a_participle(context: Context, stem: str) -> bool:
    """Return whether the verb is a participle before its noun: "a string of seven paid speeches"."""
    tokens, head = context.tree.tokens, context.clause.head
    if head == 0 or head + 1 >= len(tokens) or not tokens[head].form.endswith(("ed", "id")):
        return False
    before, behind = tokens[head - 1], tokens[head + 1]
    return before.xpos in ("CD", "DT", "PRP$", "JJ", "IN") and behind.xpos in ("NN", "NNS")


def _leaves_out_to_what(context: Context, stem: str) -> bool:
    return any(pattern.search(stem) for pattern in (_FOR_SOMEBODY, _CONSENT, _UNTOLD_USE, _ATTEMPT))


def _is_told_by_an_aside(context: Context, stem: str) -> bool:
    """True if "the trial" is followed by a clause that does not tell which: it names nothing, nor does the title."""
    found = _BARE_RELATIVE.search(stem)
    title = context.tree.sentence.span.article.title
    if found is None or (title is not None and found[1] in title.text.lower()):
        return False
    return re.search(r"[A-Z]", found[2]) is None


def _is_one_of_many_places(context: Context, stem: str) -> bool:
    """Return whether "the Canadian province" may be any of them."""
    return any(people.lower() in PEOPLES for people in _OF_A_PEOPLE.findall(stem))


def _changes_nowhere(context: Context, stem: str) -> bool:
    """Return whether a level rises or falls of which neither a place nor a date is told."""
    verb = context.clause.verb.lemma.lower()
    shown = stem.split("“")[-1]
    placed = re.search(r"(?<!\A)\b[A-Z]\w+|\b\d{4}\b", shown)
    return verb in _CHANGES and placed is None


def _is_of_somebodys_records(context: Context, stem: str) -> bool:
    """Return whether records show a figure of which nothing says whose they are: "bank records showed"."""
    tree, tokens = context.tree, context.tree.tokens
    shows = next(
        (each for each in range(len(tokens)) if tokens[each].lemma.lower() in verbs_of("of documents")), len(tokens)
    )
    subject = next((each for each in range(shows) if tokens[each].lemma.lower() in _RECORDS), None)
    if subject is None or subject + 1 != shows or tokens[subject].form not in stem:
        return False
    return not any(tokens[each].upos in ("PROPN", "ADP", "DET") for each in tree.subtree(subject) if each < shows)


def _is_before_no_time(context: Context, stem: str) -> bool:
    """Return whether "had given" is before no time or event."""
    verb, tokens = context.clause.verb, context.tree.tokens
    had = any(tokens[each].form.lower() == "had" for each in verb.tokens) and verb.perfect
    told = had and context.clause.relation == "root" and context.quantity.kind == "count"
    return (told or _PLUPERFECT.search(stem) is not None) and _BY_THEN.search(stem) is None


def _is_told_in_passing(context: Context, stem: str) -> bool:
    """Return whether the figure is the date of an honour that many a town has, or the seats of a council."""
    honours = context.quantity.kind == "year" and _HONOURS.search(stem) is not None
    return honours or _SEATS.search(stem) is not None


def _loses_a_particle(context: Context, stem: str) -> bool:
    """Return whether a verb lost the particle that makes it another verb: "did the plans fall" of "fell through"."""
    tokens, last = context.tree.tokens, max(context.clause.verb.tokens)
    if last + 2 >= len(tokens) or tokens[last + 1].form.lower() not in _PARTICLES:
        return False
    behind = tokens[last + 2]
    alone = behind.upos in _GOVERNS_NOTHING or behind.form.lower() in _OPENS_A_CLAUSE
    particle = alone or tokens[last + 1].relation == "compound:prt"
    return particle and re.search(rf"\b{tokens[last + 1].form}\b", stem, re.IGNORECASE) is None


def _halves_a_span(context: Context, stem: str) -> bool:
    """Return whether a stem has one end of a span of time and not the other: "from 1902" of "from 1902 to 1904"."""
    halves = _SPANS.findall(context.tree.sentence.span.text)
    return any(re.search(rf"{re.escape(half)}(?! (?:to|until|till)\b)", stem, re.IGNORECASE) for half in halves)


def _is_one_of_many_values(context: Context, stem: str) -> bool:
    """Return whether a stem gives no year, and the article another value of what it asks for: a second population."""
    sentence = context.tree.sentence.span
    if not _POPULATION.search(stem) or re.search(r"\b(?:1\d{3}|20\d\d)\b", stem) or context.quantity.kind == "year":
        return False
    others = _POPULATION_OF.finditer(sentence.article.text)
    return any(not sentence.start <= each.start() < sentence.end for each in others)


def _is_of_an_untold_vote(context: Context, stem: str) -> bool:
    """Return whether votes are counted, and neither the stem nor the title tells in which election they were cast."""
    title = context.tree.sentence.span.article.title
    told = _WHICH_VOTE.search(stem) or (title is not None and _TITLED_VOTE.search(title.text))
    return context.quantity.kind != "year" and _OF_A_VOTE.search(stem) is not None and not told


def _is_of_people_of_what(context: Context, stem: str) -> bool:
    return any(pattern.search(stem) for pattern in (_OF_ONE_OF_MANY, _OF_WHAT, STONE))


def _is_done_nowhere(context: Context, stem: str) -> bool:
    return _ATTACKED_NOWHERE.search(stem) is not None


def _is_known_to_all(context: Context, stem: str) -> bool:
    return _KNOWN_TO_ALL.search(stem) is not None


def _follows_what(context: Context, stem: str) -> bool:
    return _AFTERWARDS.search(stem) is not None


def _compares_with_what(context: Context, stem: str) -> bool:
    return _COMPARED.search(stem) is not None


def _is_of_a_month_alone(context: Context, stem: str) -> bool:
    return _MONTH_ALONE.search(stem) is not None


FAULTS: tuple[tuple[str, Callable[[Context, str], bool]], ...] = (
    ("mark", _has_a_mark_too_few),
    ("source", _is_its_own_source),
    ("participle", _is_a_participle),
    ("to-what", _leaves_out_to_what),
    ("which", _is_told_by_an_aside),
    ("which-place", _is_one_of_many_places),
    ("where", _changes_nowhere),
    ("whose", _is_of_somebodys_records),
    ("by-when", _is_before_no_time),
    ("in-passing", _is_told_in_passing),
    ("particle", _loses_a_particle),
    ("half-a-span", _halves_a_span),
    ("undated", _is_one_of_many_values),
    ("which-vote", _is_of_an_untold_vote),
    ("of-what", _is_of_people_of_what),
    ("attack", _is_done_nowhere),
    ("known", _is_known_to_all),
    ("afterwards", _follows_what),
    ("than-what", _compares_with_what),
    ("month-alone", _is_of_a_month_alone),
    *CUTS_IN_WORDING,
    *GAPS_IN_WORDING,
    *STRAYS_IN_WORDING,
)
"""Every fault of the words of a question, by name."""
