"""Losses in programs that compare typed words letter by letter and read numbers as figures: rows for their tables."""

from quizengine.formats.content.loss_tables import LossTable, changes_marks, weakens

ALWAYS_LOST: LossTable = {
    "article": weakens("the article that the questions are about"),
    "seed": weakens("the random seed"),
    "blanks around texts": weakens("blanks before and after texts"),
    "origin": weakens("the rule that made the question"),
}
"""Fields for which only our own format has a place."""

TYPED_ANSWERS: LossTable = {
    "tolerance in percent": weakens("a tolerance in percent", "written as a margin in numbers"),
    "numbers as people write them": changes_marks("numbers in words, fractions and powers", "only figures are right"),
    "spelling as people write it": changes_marks(
        "other spellings of an answer", "compared letter by letter with what is accepted; capitals do not count"
    ),
    "every character counts": changes_marks("an answer of which every character counts", "capitals do not count"),
    "code": changes_marks("an answer in code", "every blank counts, and capitals do not"),
    "half marks for one wrong letter": changes_marks("marks for one wrong letter", "a misspelt word is wrong"),
}
"""Losses with readers that compare words letter by letter, and numbers with a margin in numbers."""

OTHER_BLANKS = weakens("tabs and no-break spaces", "they become spaces")
"""The loss in formats whose texts are HTML."""

BARE_NUMBERS: LossTable = {
    "unit": changes_marks("the unit", "shown in the stem; only the bare number is right"),
    "required unit": changes_marks("the required unit", "shown in the stem; only the bare number is right"),
}
"""Losses with readers that know no units."""
