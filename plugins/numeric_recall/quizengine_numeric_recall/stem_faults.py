"""Reasons not to ask about a clause although its grammar is certain: too little content, or an amount given away."""

import re
from collections.abc import Callable

from quizengine.language import (
    TENSED,
    WH_PRONOUNS,
    WH_WORDS,
    Realised,
    is_a,
    opened_by_where,
    quantities_within,
    trees,
    word_set,
)
from quizengine_numeric_recall.dispatches import changes_at_no_time, ends_in_no_year, is_of_the_day
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.lost_words import (
    ends_in_half_a_name,
    loses_a_bracketed_subject,
    loses_a_subtitle,
    loses_its_event,
    loses_its_matter,
    loses_what_is_believed,
    runs_two_statements_together,
    says_one_of_what,
)
from quizengine_numeric_recall.minor_people import is_of_a_doubtful_pronoun
from quizengine_numeric_recall.misread_figures import MISREAD
from quizengine_numeric_recall.object_complements import loses_a_complement
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.sound_clauses import WEEKDAYS
from quizengine_numeric_recall.stem_content import lacks_content
from quizengine_numeric_recall.topic_names import names_the_title
from quizengine_numeric_recall.trivia import is_trivial
from quizengine_numeric_recall.unnamed_wholes import is_of_an_unnamed_whole
from quizengine_numeric_recall.worked_out import is_worked_out
from quizengine_numeric_recall.wrong_names import names_half_a_title, names_what_moves
from quizengine_numeric_recall.year_faults import YEAR_FAULTS

_FEW = 12
_TOLD_ONE_BY_ONE = word_set(
    "reason way thing point factor step example kind type sort part question problem stage form aspect purpose theory"
)
"""Nouns that are counted so as to be told one by one: what is to be asked is what they are."""
_ALONG = word_set("finally further again subsequently additionally instead respectively latter")
"""Words that continue from what was told before."""
_OF_EACH = word_set("each either neither both")
_MOUNTING = word_set("kill injure wound arrest detain infect displace evacuate rescue expel hospitalize hospitalise")
"""Verbs for what is done to ever more people while an event goes on."""
_LEADING = word_set("lead trail draw")
_FAVOURING = word_set("support back favor favour oppose approve disapprove prefer trust")
_HOLDING = word_set("say think believe view") | _FAVOURING
_MENTIONS = word_set("cite mention say refer repeat use call tweet name quote invoke")


def figure_stem_fault(context: Context, said: Realised) -> str:
    """The name of what is wrong with asking for a figure in a clause; empty if nothing is."""
    faults = [*FAULTS, *CUTS] if said.subject else FAULTS
    return next((name for name, holds in faults if holds(context, said)), "")


def _announces_a_list(context: Context, said: Realised) -> bool:
    """Return whether a small number only announces a list: "three reasons"."""
    tree = context.tree
    head = tree.tokens[tree.tokens[context.top].head]
    return not context.quantity.unit and context.quantity.high <= _FEW and head.lemma.lower() in _TOLD_ONE_BY_ONE


def _points_along(context: Context, said: Realised) -> bool:
    """True if a word goes on from what was told before: "finally", "each side", "the then-president", "on Thursday"."""
    tree = context.tree
    for each in said.tokens:
        token = tree.tokens[each]
        form = token.form.lower()
        of_each = (
            form in _OF_EACH and token.upos == "DET" and tree.tokens[token.head].upos == "NOUN" and token.head > each
        )
        if (form in _ALONG and token.upos in ("ADV", "ADJ")) or of_each or form.startswith("then-"):
            return True
        if form in WEEKDAYS and not any(one.form.lower() in MONTHS for one in tree.tokens[each + 1 : each + 3]):
            return True
        if form == "then" and tree.tokens[min(each + 1, len(tree.tokens) - 1)].form == "-":
            return True
    return False


def _counts_from_nothing(context: Context, said: Realised) -> bool:
    """Return whether a length of time has no beginning: "After 40 days, the mill was sold" asks after what."""
    tokens, before, behind = context.tree.tokens, min(context.hedged) - 1, max(context.figure) + 1
    ends = behind < len(tokens) and tokens[behind].form == ","
    return context.quantity.kind == "duration" and ends and before >= 0 and tokens[before].form.lower() == "after"


def _counts_mentions(context: Context, said: Realised) -> bool:
    """Return whether a figure counts how often somebody said something."""
    times = any(
        context.tree.tokens[each].lemma.lower() == "time"
        for each in (context.top, context.tree.tokens[context.top].head)
    )
    return times and context.clause.verb.lemma in _MENTIONS


def _counts_beside_another(context: Context, said: Realised) -> bool:
    """Return whether it is asked how often, beside how many: "was married four times to three women"."""
    others = context.figures_shown(said.tokens)
    return context.quantity.kind == "times" and any(one.kind == "count" and one != context.quantity for one in others)


def _is_cut_badly(context: Context, said: Realised) -> bool:
    """Return whether a relative pronoun is left over, or the subject holds a clause or an aside of its own."""
    tokens = context.tree.tokens
    own = [each for each in said.tokens if each not in said.subject]
    head, subject = context.clause.head, context.clause.subject
    if subject is not None and tokens[subject.head].upos not in ("NOUN", "PROPN", "PRON", "NUM", "SYM"):
        return True
    if tokens[head].lemma == "have" and head + 1 < len(tokens) and tokens[head + 1].xpos == "VBN":
        return True
    relative = any(tokens[each].xpos in WH_WORDS and tokens[each].head == context.clause.head for each in own)
    behind = {each for part in context.clause.parts if part.tokens[0] > head for each in part.tokens}
    outside = [each for each in context.clause.tokens if each not in said.subject and each not in behind]
    outside = [each for each in outside if subject is None or each != subject.head]  # the noun stands for its "which"
    relative = relative or any(tokens[each].xpos in WH_PRONOUNS for each in outside if each < head)
    relative = relative or any(said.replaced.get(each, tokens[each].form).lower() == "whose" for each in said.subject)
    verbs = any(tokens[each].xpos in ("VB", "VBZ", "VBD", "VBP", "MD") for each in said.subject)
    commas = sum(tokens[each].form == "," for each in said.subject)
    joined = any(tokens[each].form.lower() in ("and", "or") for each in said.subject)
    clause = context.clause
    if clause.relation.startswith("acl") and clause.subject and not clause.shares_subject:
        added = tokens[clause.subject.head].xpos in WH_WORDS or opened_by_where(clause) is not None
        relative = relative or not added  # "a path, which many people walk"
    runs_on = any(tokens[each].form == "," and tokens[each + 1].xpos in TENSED for each in own if each + 1 in own)
    return relative or verbs or runs_on or (commas > 0 and not joined)


def _is_no_sentence(context: Context, said: Realised) -> bool:
    """Return whether the words are a headline, or end in the middle of a list."""
    text = context.tree.sentence.span.text.rstrip("”\"’')]")
    if (
        context.tree.sentence.span.article.title is None
        and trees(context.tree.sentence.span.article)[0] is context.tree
    ) and (
        context.clause.verb.tense == "present" and not context.clause.verb.perfect and not context.clause.verb.copular
    ):
        return True  # an article without a title begins with a headline
    tokens = context.tree.tokens
    last = said.said[-1] if said.said else 0
    dangling = tokens[last].upos in ("CCONJ", "DET") or (
        tokens[last].xpos == "VBG" and last - 1 in said.said and tokens[last - 1].upos == "CCONJ"
    )
    return (not text.endswith((".", "!", ";", ":")) and not context.tree.sentence.span.text.endswith("]")) or dangling


def _is_behind_a_dash(context: Context, said: Realised) -> bool:
    """Return whether a dash or semicolon parts what is shown, or an adverb hangs after a comma at its end."""
    first = min(context.hedged)
    before = context.tree.tokens[first - 1].form if first else ""
    tokens = context.tree.tokens
    parted = any(
        tokens[each].form in (";", "–", "—")
        or (tokens[each].form == "-" and tokens[each - 1].span.end < tokens[each].span.start)
        for each in said.tokens
        if each
    )
    hanging = (
        len(said.said) > 3
        and tokens[said.said[-1]].upos == "ADV"
        and "," in [tokens[each].form for each in said.said[-3:]]
    )
    return before in ("-", "–", "—") or parted or hanging


def _is_of_statistics(context: Context, said: Realised) -> bool:
    """True if a clause tells an average such as ".292", or a lead or a view of which no poll or source is named."""
    told = {context.tree.tokens[each].lemma.lower() for each in context.clause.tokens}
    if "average" in told and context.quantity.kind != "year":
        return True
    verb, kind = context.clause.verb.lemma.lower(), context.quantity.kind
    of_those = context.part is not None and context.part.role == "subject"
    holds = verb in (_HOLDING if of_those else _FAVOURING) and kind in ("percent", "share")
    lead = (verb in _LEADING and kind == "points") or holds
    if lead and not context.clause.said and not told & {"poll", "survey"}:
        return True
    return any(re.fullmatch(r"\.\d+", context.tree.tokens[each].form) for each in said.tokens)


def _counts_in_its_subject_without_a_time(context: Context, said: Realised) -> bool:
    """Return whether a small count of nobody named is a subject: "three critics agreed"."""
    part = context.part
    return (
        part is not None and part.role == "subject" and context.quantity.kind == "count" and context.quantity.high < 10
    )


def _counts_up_to_now(context: Context, said: Realised) -> bool:
    """True if a count of those who "have been killed" has no date, so that it holds for one day only."""
    part, verb = context.part, context.clause.verb
    counted = part is not None and part.role == "subject" and context.quantity.kind == "count"
    now = verb.passive and verb.perfect and verb.tense == "present" and verb.lemma in _MOUNTING
    dated = any(one.kind == "year" for one in quantities_within(context.tree.span(said.tokens)))
    return counted and now and not dated


def _is_found_nowhere(context: Context, said: Realised) -> bool:
    """True if "there are seven floors" is said without a name of where, or counts what a clause after it describes."""
    part, tree = context.part, context.tree
    if part is None or part.role != "existent":
        return False
    named = any(tree.tokens[each].upos == "PROPN" for each in said.tokens)
    shown = " ".join(tree.tokens[each].form for each in said.tokens)
    named = named or (context.clause.verb.tense == "present" and names_the_title(tree.sentence.span.article, shown))
    clauses = any(is_a(tree.tokens[each].relation, "acl:relcl") for each in part.tokens)
    return clauses or not named


def _repeats_itself(context: Context, said: Realised) -> bool:
    """Return whether the subject is named by the verb: "the election elects"."""
    subject, verb = context.clause.subject, context.clause.verb.lemma.lower()
    return (
        subject is not None and context.tree.tokens[subject.head].lemma.lower().startswith(verb[:5]) and len(verb) > 3
    )


def _is_said_of_a_number(context: Context, said: Realised) -> bool:
    """True if a number alone is taken for the subject: the 11 of "Ada, tall and 5-foot-11, has three children"."""
    subject, part = context.clause.subject, context.part
    beside = subject is not None and (part is None or subject.head not in part.tokens)
    return beside and subject is not None and context.tree.tokens[subject.head].form.isdecimal()


def _has_from_a_source(context: Context, said: Realised) -> bool:
    """True if "have" is told with whom it is from, which is the source of the figure: "had 391,000 people from …"."""
    clause = context.clause
    markers = {part.marker_text for part in clause.adjuncts() if set(part.tokens) & set(said.tokens)}
    return clause.verb.lemma == "have" and "from" in markers


FAULTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    *MISREAD,
    ("too-little", lacks_content),
    ("points-along", _points_along),
    ("after-what", _counts_from_nothing),
    ("mentions", _counts_mentions),
    ("two-counts", _counts_beside_another),
    ("list", _announces_a_list),
    ("no-sentence", _is_no_sentence),
    ("dash", _is_behind_a_dash),
    ("statistics", _is_of_statistics),
    ("worked-out", is_worked_out),
    ("no-whole", is_of_an_unnamed_whole),
    ("nowhere", _is_found_nowhere),
    ("echo", _repeats_itself),
    ("from", _has_from_a_source),
    ("complement", loses_a_complement),
    ("matter", loses_its_matter),
    ("belief", loses_what_is_believed),
    ("its-event", loses_its_event),
    ("bracketed", loses_a_bracketed_subject),
    ("subtitle", loses_a_subtitle),
    ("two-statements", runs_two_statements_together),
    ("half-marked", ends_in_half_a_name),
    ("pro-noun", says_one_of_what),
    ("doubtful-pronoun", is_of_a_doubtful_pronoun),
    ("of-a-number", _is_said_of_a_number),
    ("trivia", is_trivial),
    ("of-the-day", is_of_the_day),
    ("no-time", changes_at_no_time),
    ("no-year", ends_in_no_year),
    ("moves", names_what_moves),
    ("half-a-title", names_half_a_title),
    *YEAR_FAULTS,
)
"""Every fault of what is said, by name; the first that holds counts."""
CUTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    ("cut", _is_cut_badly),
    ("small-subject", _counts_in_its_subject_without_a_time),
    ("up-to-now", _counts_up_to_now),
)
"""Faults of a clause that is cut out of its sentence."""


def fault_named(name: str) -> Callable[[Context, Realised], bool]:
    """The predicate of a fault by its name."""
    return next(holds for known, holds in (*FAULTS, *CUTS) if known == name)
