"""The words of a question about a quotation: the verb, and the words in marks."""

from quizengine.language import verb_forms
from quizengine_quote_attribution.quotation import Quotation


def verb_for(fact: Quotation) -> str:
    """Return "wrote" for words in writing, else "said"."""
    return "wrote" if fact.rule == "post" or (fact.cue and fact.cue.text in verb_forms("in writing")) else "said"


def infinitive_for(fact: Quotation) -> str:
    """The same after "did"."""
    return "write" if verb_for(fact) == "wrote" else "say"


def in_quotation_marks(words: str) -> str:
    """The words in marks at the end of a question, with one mark of punctuation between them and the reader."""
    return f"“{words}”" if words.endswith(("?", "!")) else f"“{words}”?"
