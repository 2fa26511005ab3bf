"""Figures that no teacher would ask for: a day's share price, the length of a speech, the size of a crowd."""

from collections import Counter

from quizengine import Article, cache_per_article
from quizengine.language import Realised, trees, word_set
from quizengine_numeric_recall.figure_contexts import Context

_TRADED = word_set("stock share")
_TRADING = word_set("close trade open finish settle")
_MOVING = word_set(
    "rise fall climb drop gain lose jump slip slide surge soar tumble plunge slump dip rally advance add shed"
)
_SPEAKING = word_set("speak talk last wait")
_CROWDS = word_set("crowd audience arena stadium rally auditorium")
_ONLOOKERS = word_set("people person fan supporter spectator onlooker visitor")
_POLLING = word_set("survey poll interview sample canvass")
_HOLDING = word_set("hold convene take host organise organize arrange")
_GATHERINGS = word_set("meeting session hearing dinner lunch banquet reception gathering talk ceremony party")
_PRICED = word_set("cost sell fetch")
_MEANING_TO = word_set("plan hope intend aim mean")
_COMES_BACK = 3
"""Sentences that speak of what an article is about, the title counted as one."""
_A_MONTH = 1500
"""Dollars, pounds or euros."""
_TALKS = word_set("meeting speech call address interview conversation debate talk lecture sermon visit")
_SHORT_TIMES = frozenset({"minute", "second", "hour"})
_REACH = 3


def is_trivial(context: Context, said: Realised) -> bool:
    """Return whether a figure tells nothing that anybody keeps in mind."""
    return (
        _is_the_price_of_a_day(context)
        or _is_a_length_of_talk(context)
        or _is_of_service(context)
        or _is_a_crowd(context, said)
        or _is_of_a_gathering(context)
        or _is_a_sample(context)
        or _is_pocket_money(context, said)
        or _is_the_price_of_any_one(context)
        or _is_only_planned(context)
    )


def _is_only_planned(context: Context) -> bool:
    """True if somebody only means to do something so many times, as "prosecutors plan to call 25 witnesses"."""
    return context.quantity.kind == "count" and context.clause.verb.lemma in _MEANING_TO


def _is_a_crowd(context: Context, said: Realised) -> bool:
    """Return whether people are counted who came to see or hear somebody."""
    words = {context.tree.tokens[each].lemma.lower() for each in said.tokens}
    return context.quantity.kind == "count" and bool(words & _CROWDS) and bool(words & _ONLOOKERS)


def _is_pocket_money(context: Context, said: Realised) -> bool:
    """True if one person paid, earned or lost a sum that many a reader has in a month: rent, a fare, a ticket."""
    subject, quantity = context.clause.subject, context.quantity
    if quantity.kind != "money" or quantity.high >= _A_MONTH or subject is None:
        return False
    return subject.head in said.replaced or context.person is not None


def _is_the_price_of_any_one(context: Context) -> bool:
    """Return whether "a loaf", of which the article is not, cost so much, or did in that year: an illustration."""
    subject, tree = context.clause.subject, context.tree
    if (
        context.quantity.kind not in ("money", "count", "year")
        or subject is None
        or context.clause.verb.lemma not in _PRICED
    ):
        return False
    head = tree.tokens[subject.head]
    any_one = any(tree.tokens[each].form.lower() in ("a", "an") for each in tree.dependents(subject.head, "det"))
    told = _sentences_with(tree.sentence.span.article, head.lemma)
    return any_one and head.upos == "NOUN" and told < _COMES_BACK


def _is_a_sample(context: Context) -> bool:
    """Return whether people are counted whom a poll asked."""
    return context.quantity.kind == "count" and context.clause.verb.lemma in _POLLING


def _is_of_a_gathering(context: Context) -> bool:
    """Return whether a year is that of a meeting or a dinner that has no name."""
    subject, verb = context.clause.subject, context.clause.verb
    if context.quantity.kind != "year" or subject is None or verb.lemma not in _HOLDING:
        return False
    head = context.tree.tokens[subject.head]
    return head.upos == "NOUN" and head.lemma.lower() in _GATHERINGS


def _is_the_price_of_a_day(context: Context) -> bool:
    lemmas = {token.lemma.lower() for token in context.tree.tokens}
    traded = bool(lemmas & _TRADED and lemmas & _TRADING) or _moves_a_share(context)
    return context.quantity.kind in ("money", "percent") and traded


def _moves_a_share(context: Context) -> bool:
    """Return whether shares in something rise or fall: "shares in Orra Mills were up 56 pence"."""
    clause = context.clause
    head = context.tree.tokens[clause.subject.head] if clause.subject is not None else None
    shares = head is not None and (head.form.lower() == "shares" or head.lemma.lower() == "stock")
    behind = context.tree.tokens[min(max(clause.verb.tokens) + 1, len(context.tree.tokens) - 1)]
    return shares and (clause.verb.lemma.lower() in _MOVING or behind.form.lower() in ("up", "down"))


def _is_a_length_of_talk(context: Context) -> bool:
    tree = context.tree
    verbs = [each for each in tree.ancestors(context.top) if tree.tokens[each].upos == "VERB"]
    talks = bool(verbs) and tree.tokens[verbs[0]].lemma.lower() in _SPEAKING
    return (
        context.quantity.kind == "duration"
        and context.quantity.unit in _SHORT_TIMES
        and (talks or _is_of_a_talk(context))
    )


def _is_of_a_talk(context: Context) -> bool:
    """Return whether the figure is before the noun of a talk: "a 45-minute meeting"."""
    behind = context.tree.tokens[max(context.figure) + 1 : max(context.figure) + 2 + _REACH]
    return any(token.lemma.lower() in _TALKS for token in behind)


def _is_of_service(context: Context) -> bool:
    """Return whether years before a hyphen are in front of somebody's name: "the 34-year senator Lee"."""
    behind = context.tree.tokens[max(context.figure) + 1 : max(context.figure) + 3 + _REACH]
    forms = [token.form.lower() for token in behind[:2]]
    text = context.quantity.span.text.lower()
    joined = forms == ["-", "year"] or text.endswith("-year")
    return joined and any(token.upos == "PROPN" for token in behind)


def _sentences_with(article: Article, lemma: str) -> int:
    """Return in how many sentences a word occurs, the title included."""
    titled = article.title is not None and lemma.lower() in article.title.text.lower()
    return titled + _sentences_by_lemma(article)[lemma.lower()]


@cache_per_article
def _sentences_by_lemma(article: Article) -> Counter[str]:
    return Counter(lemma for tree in trees(article) for lemma in {token.lemma.lower() for token in tree.tokens})
