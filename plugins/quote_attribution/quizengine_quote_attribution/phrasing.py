"""The words of a question about a quotation: its speaker, the verb, and the words in marks."""

from quizengine import Article, cache_per_article
from quizengine.language import name_mentions, verb_forms
from quizengine_quote_attribution.candidates import speaker_name
from quizengine_quote_attribution.quotation import Quotation


def speaker_phrase(fact: Quotation) -> str:
    """The speaker in the middle of a sentence: an organisation with "the" where the article has it so."""
    name = speaker_name(fact)
    if name is None or name.kind == "person":
        return fact.name
    return f"the {fact.name}" if name.full in _led(fact.speaker.article) else fact.name


@cache_per_article
def _led(article: Article) -> frozenset[str]:
    """The names before which the article has "the" anywhere."""
    text = article.text
    return frozenset(
        name.full
        for span, name in name_mentions(article)
        if text[max(0, span.start - 4) : span.start].lower() == "the "
    )


def verb_for(fact: Quotation) -> str:
    """Return "wrote" for words in writing, else "said"."""
    return "wrote" if fact.rule == "post" or (fact.cue and fact.cue.text in verb_forms("in writing")) else "said"


def infinitive_for(fact: Quotation) -> str:
    """The same after "did"."""
    return "write" if verb_for(fact) == "wrote" else "say"


def in_quotation_marks(words: str) -> str:
    """The words in marks at the end of a question, with one mark of punctuation between them and the reader."""
    return f"“{words}”" if words.endswith(("?", "!")) else f"“{words}”?"
