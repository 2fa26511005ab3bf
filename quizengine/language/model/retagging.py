"""A third look at the tags, once the tree is known: "that" after a verb and "that" before a noun hang differently.

Next: `quizengine.language.model.certainty`.
"""

from quizengine.language.model import tagging
from quizengine.language.model.hashing import Ids, templates

TEMPLATES = tagging.SECOND_PASS + templates(
    """l|l tag|l word|l suffix3|l th|l wh|l tag th side|l tl tag|l tr tag|wl word|wl tag|tl tag tr|l ll tag|l lr tag
    l tag second|l left right|left right tag|l lh tag|l tag tag-1|l tag tag+1|th tag side|wh word|tg th tag
    l lp tag|l ln tag
    l shape first|l suffix2 tag|l wl tag|l ll lr tag"""
)


def atoms(tag_atoms: dict[str, Ids], relation_atoms: dict[str, Ids]) -> dict[str, Ids]:
    """The atoms of a second tagging pass made with the newest tags, and those of the labelled tree."""
    return {**relation_atoms, **tag_atoms}
