"""Nouns for events that happen once, and the verbs that a question asks about them with: "abolition", "death".

Next: `dated_nouns`, which finds their years.
"""

from quizengine.language import word_set


def _pairs(words: str) -> dict[str, tuple[str, str]]:
    """The verb of each noun, and its participle: "noun verb participle" on each line."""
    return {noun: (verb, participle) for noun, verb, participle in (line.split() for line in words.split("\n") if line)}


DONE_TO = _pairs(
    """\
abolition abolish abolished
acquisition acquire acquired
adoption adopt adopted
annexation annex annexed
assassination assassinate assassinated
canonization canonize canonized
conquest conquer conquered
coronation crown crowned
creation create created
defeat defeat defeated
demolition demolish demolished
discovery discover discovered
dissolution dissolve dissolved
enactment enact enacted
establishment establish established
execution execute executed
formation form formed
founding found founded
invasion invade invaded
invention invent invented
liberation liberate liberated
murder murder murdered
overthrow overthrow overthrown
passage pass passed
publication publish published
ratification ratify ratified
repeal repeal repealed
signing sign signed
unification unify unified
unveiling unveil unveiled"""
)
"""Nouns for what is done to something: "the abolition of slavery", "its founding"."""
DONE_TO_OR_BY = _pairs(
    """\
completion complete completed
introduction introduce introduced
launch launch launched
premiere premiere premiered
release release released"""
)
"""The same of things only: nobody is completed or released into a history."""
HAPPENING = {
    "abdication": "abdicate",
    "collapse": "collapse",
    "closure": "close",
    "death": "die",
    "eruption": "erupt",
    "fall": "fall",
    "opening": "open",
    "outbreak": "break out",
    "resignation": "resign",
    "retirement": "retire",
    "surrender": "surrender",
}
"""Nouns for what somebody or something does without an object: "the death of Ada Moss", "its collapse"."""
OF_A_LIFE = word_set("death retirement resignation abdication")
"""Events of a person, of which only those of whom the article is about are asked."""
HARMLESS = word_set("official formal final eventual own sudden early untimely successful subsequent")
"""Adjectives that may be left out of what is asked."""
