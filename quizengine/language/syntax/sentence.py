"""A sentence and its tokens, each with its place in the tree.

Next: `quizengine.language.syntax.analysis`.
"""

from dataclasses import dataclass

from quizengine.text.article import Span

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verb forms that have a tense, after the Penn Treebank: "opened", "opens", "open"."""
FINITE_TAGS = TENSED | {"MD"}
"""Tags of all that can open a verb group with a tense: those, and modals."""
WH_PRONOUNS = frozenset({"WDT", "WP", "WP$"})
"""Tags of words that ask or relate, and stand for a noun or before it: "which", "who", "whose"."""
WH_WORDS = WH_PRONOUNS | {"WRB"}
"""Tags of all words that ask or relate: those, and "when", "where", "why" and "how"."""


@dataclass(frozen=True)
class Token:
    """A word, number or mark, as Universal Dependencies describes it."""

    span: Span
    form: str
    """The token as it is in the article."""
    lemma: str
    """The form that a dictionary lists, in small letters except for proper nouns."""
    upos: str
    """ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X."""
    xpos: str
    """The tag of the Penn Treebank: NNS is a plural noun, VBD a past tense, VBN a past participle."""
    head: int
    """The place of its head in the sentence, from 0; -1 for the root."""
    relation: str
    """The relation to its head: "nsubj", "obj", "nmod:poss" …; "root" for the root."""
    sure: bool
    """Head and relation may be relied on: what the tree says elsewhere is a guess."""
    certainty: int = 0
    """The score by which the model judged both; of two tokens with one relation, the higher is the likelier right."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article as a tree."""

    span: Span
    tokens: tuple[Token, ...]

    @property
    def root(self) -> Token | None:
        """The token that everything depends on; a sentence without any words has none."""
        return next((token for token in self.tokens if token.head < 0), None)

    def children(self, place: int) -> tuple[Token, ...]:
        """The tokens that depend on the token at this place, in order."""
        return tuple(token for token in self.tokens if token.head == place)

    def head(self, token: Token) -> Token | None:
        """The head of a token; the root has none."""
        return self.tokens[token.head] if token.head >= 0 else None
