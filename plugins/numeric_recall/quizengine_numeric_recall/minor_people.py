"""Years of people whom the article is not about: their births and deaths, and what relatives and others did.

Next: `year_faults`, all reasons not to ask for a year.
"""

import re

from quizengine import Article
from quizengine.language import Realised, Tree, central_names, is_person, name_at, names_in, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.topic_names import is_of_a_person

_LIFE = word_set("bear die bury marry divorce christen baptise baptize")
_KILLING = word_set(
    "kill murder shoot drown poison wound injure bite arrest imprison jail convict sentence execute hang"
)


def is_of_a_minor_life(context: Context, said: Realised) -> bool:
    """Return whether a year is that of a birth, death or wedding of somebody whom the title does not name."""
    if context.clause.verb.lemma not in _LIFE:
        return False
    title = context.tree.sentence.span.article.title
    tree, subject = context.tree, context.clause.subject
    own = set(subject.tokens) if subject is not None else set()
    own -= {inner for each in own for owner in tree.dependents(each, "nmod:poss") for inner in tree.subtree(owner)}
    words = {tree.tokens[each].form for each in own if tree.tokens[each].upos == "PROPN"}
    words |= {word for each in own for word in said.replaced.get(each, "").split()}
    return title is None or not words & set(re.findall(r"\w+", title.text)) or is_of_a_relative(context, said)


def is_of_a_relative(context: Context, said: Realised) -> bool:
    """Return whether somebody acts who only shares the surname of whom the title names: Tom Moss in "Ada Moss"."""
    full, article = _who_acts(context, said), context.tree.sentence.span.article
    if article.title is None or not is_of_a_person(article) or full in central_names(article)[:1]:
        return False
    first, *others = full.split() or [""]
    words = re.findall(r"\w+", article.title.text)
    return bool(others) and first not in words and others[-1] in words[1:]


def is_of_a_titled_namesake(context: Context, said: Realised) -> bool:
    """True if a title is before the surname of whom the article is about, and may be another's: "Captain Moss"."""
    article, subject = context.tree.sentence.span.article, context.clause.subject
    if subject is None or article.title is None or not is_of_a_person(article):
        return False
    words = article.title.text.split()
    shown = [context.tree.tokens[each].form for each in subject.tokens]
    full, *others = shown[-1:] if len(shown) > 1 else [""]
    titled = not others and full == words[-1] and shown[0][:1].isupper() and not set(shown[:-1]) & set(words)
    namesake = any(name.full == article.title.text.strip() and not name.certain for name in names_in(article))
    return titled and (namesake or context.person is None or context.person.full not in central_names(article)[:1])


def is_of_a_minor_victim(context: Context, said: Realised) -> bool:
    """Return whether a year is that of the death or the arrest of somebody's dog or brother, or of their suicide."""
    tree, clause = context.tree, context.clause
    verbs = (each for each in tree.ancestors(context.top) if tree.tokens[each].upos == "VERB")
    if next(verbs, clause.head) != clause.head:
        return False  # the figure belongs to another verb
    suicide = clause.object is not None and tree.tokens[clause.object.head].lemma.lower() == "suicide"
    found = clause.subject if clause.verb.passive or suicide else clause.object
    if (clause.verb.lemma not in _KILLING and not suicide) or found is None:
        return False
    return tree.tokens[found.head].upos == "NOUN" and bool(tree.dependents(found.head, "nmod:poss"))


def is_of_a_minor_person(context: Context, said: Realised) -> bool:
    """Return whether somebody acts whom the article is not about."""
    person, article = context.person, context.tree.sentence.span.article
    if person is None:
        return False
    title = article.title.text if article.title else ""
    told_of = central_names(article) if is_of_a_person(article) else ()
    return bool(told_of) and person.full not in told_of and person.full.split()[-1] not in title


def is_of_whose_age(context: Context, said: Realised) -> bool:
    """Return whether an age may be another's than the subject's, or that is no person: "taught him at age ten"."""
    tree, subject, first = context.tree, context.clause.subject, min(context.figure)
    if subject is None:
        return True
    head = tree.tokens[subject.head]
    if not (_is_a_person(tree, subject.head) or head.xpos == "PRP" or is_person(head.lemma.lower())):
        return True
    if context.clause.verb.lemma == "marry":
        return False  # the subject's own, as everybody takes it
    behind = [each for each in said.tokens if max(context.clause.verb.tokens) < each < first]
    return any(_is_a_person(tree, each) or tree.tokens[each].xpos == "PRP" for each in behind)


def _is_a_person(tree: Tree, index: int) -> bool:
    """Return whether a token is of the name of a person."""
    token = tree.tokens[index]
    name = name_at(token.span) if token.upos == "PROPN" else None
    return name is not None and name.kind == "person"


def is_of_half_a_name(context: Context, said: Realised) -> bool:
    """True if somebody acts of whom the article gives one name and is not about: "Joseph found it"."""
    person, article = context.person, context.tree.sentence.span.article
    if person is None or " " in person.full or not is_of_a_person(article):
        return False
    return person.full not in central_names(article)[:1] and not (article.title and person.full in article.title.text)


def is_of_a_short_name(context: Context, said: Realised) -> bool:
    """True if somebody acts who has two names in the article, and one of them is shown: "Oslo" for "Ines Oslo"."""
    full, article = _who_acts(context, said), context.tree.sentence.span.article
    if not full or " " in full or (article.title is not None and full in article.title.text):
        return False
    return any(name.full.endswith(f" {full}") for name in names_in(article))


def _who_acts(context: Context, said: Realised) -> str:
    """The name of the person whom the subject names, or of whom it means by "he" or "she"; empty if there is none."""
    subject, tokens = context.clause.subject, context.tree.tokens
    if context.person is not None:
        return context.person.full
    pronoun = subject is not None and tokens[subject.head].form.lower() in ("he", "she")
    return said.replaced.get(subject.head, "") if subject is not None and pronoun else ""


def is_of_a_doubtful_pronoun(context: Context, said: Realised) -> bool:
    """True if "he" or "his" is taken for somebody else in the article on a person, whom it may well mean.

    Not where the sentence names either of them: "Moss charged Dahl with it and jailed him".
    """
    article, tokens = context.tree.sentence.span.article, context.tree.tokens
    if article.title is None or not (is_of_a_person(article) or _is_of_a_surname(article)):
        return False
    about = {*central_names(article)[:1], article.title.text}
    meant = {
        said.replaced[each] for each in said.tokens if tokens[each].xpos in ("PRP", "PRP$") and each in said.replaced
    }
    people = {re.sub(r"[’']s?$", "", one) for one in meant if one[:1].isupper()}
    shown = {tokens[each].form for each in said.tokens}
    people = {one for one in people if not shown & {*one.split(), *article.title.text.split()}}
    return any(not any(one in name or name in one for name in about) for one in people)


def _is_of_a_surname(article: Article) -> bool:
    """Return whether the last word of a title of several names is what the article keeps coming back to: a surname."""
    first, *others = article.title.text.split() if article.title else [""]
    return bool(others) and first.istitle() and first != "The" and others[-1] in central_names(article)
