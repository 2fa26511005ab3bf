"""Relatives without a name of whom a paragraph goes on to speak: "His father was a miller. His work was known."."""

from quizengine.language.discourse.antecedents import Anaphor, DiscourseModel, syntactic_role
from quizengine.language.discourse.subject_continuity import in_one_paragraph
from quizengine.language.names.relatives import KINSHIP
from quizengine.language.names.titles import gender_of_noun


def speaks_of_a_relative_before(where: DiscourseModel, anaphor: Anaphor) -> bool:
    """Return whether a relative who is the subject of a sentence before may be meant, as no person is named since."""
    tree = where.trees[anaphor.sentence]
    if _names_a_person(where, anaphor.sentence, anaphor.token):
        return False
    for sentence in range(anaphor.sentence - 1, -1, -1):
        if not in_one_paragraph(where.trees[sentence], tree):
            return False
        if _is_about_a_relative(where, sentence, anaphor.sort):
            return True
        if _names_a_person(where, sentence):
            return False
    return False


def _is_about_a_relative(where: DiscourseModel, sentence: int, sort: str) -> bool:
    tree = where.trees[sentence]
    return any(
        token.lemma.lower() in KINSHIP
        and token.upos == "NOUN"
        and syntactic_role(tree, index) == "subject"
        and gender_of_noun(token.lemma.lower()) == sort
        for index, token in enumerate(tree.tokens)
    )


def _names_a_person(where: DiscourseModel, sentence: int, before: int | None = None) -> bool:
    return any(
        place.name.kind == "person" and (before is None or place.token < before) for place in where.places[sentence]
    )
