"""Two things that a sentence sets against each other: "a lock lifts boats, whereas a weir holds water back".

Next: `aspects`.
"""

from quizengine import Refusal
from quizengine.language import TENSED, Tree, name_at, surface_text
from quizengine_key_terms.aspect import Aspect, Told
from quizengine_key_terms.aspect_lists import subject_words
from quizengine_key_terms.centrality import times_named
from quizengine_key_terms.patterns.noun_phrases import NAMING
from quizengine_key_terms.patterns.states import PRESENT

_AGAINST = frozenset({"whereas", "while"})
_NO_THINGS = frozenset({"other", "others", "another", "some", "most", "many", "few", "one", "this", "these", "those"})
_LONGEST, _OFTEN = 4, 2
"""Words of a subject, and times that the article names each of two things before it is asked how they differ."""


def contrast_at(tree: Tree, index: int) -> Aspect | Refusal | None:
    """The difference between the subjects of two clauses that "whereas" or "while" joins; None at other tokens."""
    tokens = tree.tokens
    if tokens[index].form not in _AGAINST or tokens[index - 1].form != ",":
        return None
    one, other = _subject_from(tree, 0, index), _subject_from(tree, index + 1, len(tokens))
    if not one or not other:
        return None
    words = [subject_words(tree, each, {}) for each in (one, other)]
    bare = [surface_text(tree, [each for each in term if tokens[each].upos != "DET"]) for term in (one, other)]
    text = tree.sentence.span.article.text
    if not all(words) or bare[0] == bare[1] or any(times_named(text, each) < _OFTEN for each in bare):
        return None
    said = tree.trimmed(range(len(tokens)))
    return Told(tree, one, said, said, stated=True).asked(f"what is the difference between {words[0]} and {words[1]}")


def _subject_from(tree: Tree, start: int, end: int) -> tuple[int, ...]:
    """The short noun phrase that begins at a token, if a verb in the present tense is right behind it."""
    tokens = tree.tokens
    verb = next((each for each in range(start, end) if tokens[each].xpos in TENSED), start)
    term = tuple(range(start, verb))
    inside = all(tokens[each].upos in NAMING | {"DET"} or tokens[each].form == "-" for each in term)
    thing = not any(tokens[each].form.lower() in _NO_THINGS or tokens[each].upos == "PRON" for each in term)
    name = name_at(tree.span(term)) if term else None
    noun = 0 < len(term) <= _LONGEST and tokens[verb - 1].upos in ("NOUN", "PROPN")
    noun = noun and (name is None or name.kind not in ("person", "place"))
    always = tokens[verb].xpos in PRESENT or tokens[verb].form == "can"
    return term if noun and inside and thing and always else ()
