"""The person that a whole article is about, as in a biography: "he" refers to them if nobody else is in sight.

Next: `coreference`, which uses this if the learnt choice is not certain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.language.discourse.antecedents import (
    Anaphor,
    DiscourseModel,
    discourse_model,
    is_person,
    syntactic_role,
)
from quizengine.language.names import Name, names_in
from quizengine.language.names.titles import gender_of_noun, is_title
from quizengine.language.normalisation import normalise
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.text.article import Article, cache_per_article

_LONGEST_NAME = 4
"""Words."""


@dataclass(frozen=True)
class SubjectPerson:
    """The person an article is about, with the pronoun that it mostly uses."""

    name: Name
    pronoun_used: str

    def is_alone(self, where: DiscourseModel, anaphor: Anaphor) -> bool:
        """True if nobody else who may go by the pronoun is before it in its sentence, or leads the one before."""
        here = range(anaphor.token)
        if any(self._is_another(where, anaphor.sentence, index) for index in here):
            return False
        before = anaphor.sentence - 1
        if before < 0 or not _in_one_paragraph(where.trees[before], where.trees[anaphor.sentence]):
            return True
        return not any(
            self._is_another(where, before, index)
            for index in range(len(where.trees[before].tokens))
            if syntactic_role(where.trees[before], index) in ("subject", "row")
        )

    def _is_another(self, where: DiscourseModel, number: int, index: int) -> bool:
        token = where.trees[number].tokens[index]
        if token.xpos == "NN" and is_person(token.lemma.lower()):
            heads = is_a(token.relation, "nsubj", "obj", "iobj", "obl", "nmod", "conj")
            return heads and gender_of_noun(token.lemma) in ("", self.pronoun_used)
        return self._is_an_unlisted_subject(where, number, index) or any(
            place.token == index
            and place.name.full != self.name.full
            and (place.name.kind == "person" or not place.name.sure_kind)
            and place.name.pronoun in ("", self.pronoun_used)
            for place in where.places[number]
        )

    def _is_an_unlisted_subject(self, where: DiscourseModel, number: int, index: int) -> bool:
        """Return whether a subject may be another's name that the index lacks, as it only begins a sentence."""
        token = where.trees[number].tokens[index]
        listed = any(place.token == index for place in where.places[number])
        own = token.form in self.name.full.split()
        return token.upos == "PROPN" and is_a(token.relation, "nsubj") and not listed and not own


def _in_one_paragraph(one: Tree, other: Tree) -> bool:
    return one.sentence.span.paragraph.start == other.sentence.span.paragraph.start


@cache_per_article
def main_person(article: Article) -> SubjectPerson | None:
    """The person whom the title names and most pronouns must mean; None if the article is about no one person."""
    where = discourse_model(article)
    he, she = where.counts
    introduced = [name for name in names_in(article) if name.introduced]
    found = introduced or list(_named_in_the_title(article))
    used = "he" if he >= 3 * she else "she" if she >= 3 * he else introduced[0].pronoun if introduced else ""
    if not used or he + she < 3 or len(found) != 1 or found[0].pronoun not in ("", used):
        return None
    return SubjectPerson(found[0], used)


def _named_in_the_title(article: Article) -> Iterator[Name]:
    """The people named most who are the whole title, or whose name fills it out: "Holt" under "Brock Holt"."""
    written = article.title.text.replace(",", " ").split() if article.title else []
    title = {normalise(word) for word in written if not is_title(word)}
    is_name = len(written) <= _LONGEST_NAME and all(word[0].isupper() for word in written)
    people = [name for name in names_in(article) if name.kind == "person"]
    most = max((len(name.mentions) for name in people), default=0)
    for name in people:
        words = normalise(name.full).split()
        fills = title <= set(words) or (is_name and set(words) <= title)
        if title and words[-1] in title and len(name.mentions) == most and fills:
            yield name
