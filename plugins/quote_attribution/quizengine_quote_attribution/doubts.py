"""Verbs of saying that state nothing: denied, supposed, passive, or somebody else's inside another's report."""

import re

from quizengine import Article, Span
from quizengine_quote_attribution.cue_words import ADVERBS, TELLING, VERBS_OF_SAYING

_ADVERBS_BEFORE = re.compile(rf"(?<![\w’'-])(?:(?:{ADVERBS})(?:,? |\b))*\Z")
_UNSAID = re.compile(r"\b(?:never|would|will|is|was)\b(?! quoted as)")
_SUPPOSED = re.compile(
    r"(?i)\b(?:if|unless|whether|den(?:y|ies|ied|ying)|imagin\w+|suppos\w+|not true|untrue|refus\w+|avoid\w*)\b"
)
_WENT_ON = re.compile(r"\b(?:went|goes|gone|going) on to\s\Z|\b(?:proceeded|took \S+(?: \S+)?) to\s\Z")
_INFINITIVE = re.compile(r"\bto\s(?:\w+ly\s)?\Z")
_NESTED = re.compile(
    r"\s(?:that\s)?(?:[A-Z][\w’'-]+\s|he\s|she\s|they\s){1,3}(?:(?:had|has|have|once)\s)?(?P<verb>[a-z]+)\b"
)
_AS_SAYING = re.compile(r"[^.“”\"]{0,80}\bas (?:saying|having said|telling|writing)\b")


def is_doubtful(article: Article, start: int, verb: Span) -> bool:
    """Whether the words from `start` to the verb, or those after it, keep it from stating that its subject spoke."""
    before = article.text[start : verb.start]
    adverbs = _ADVERBS_BEFORE.search(before)
    if adverbs and _UNSAID.search(adverbs[0]):
        return True
    if _SUPPOSED.search(before) or (_INFINITIVE.search(before) and not _WENT_ON.search(before)):
        return True
    after = article.text[verb.end : verb.end + 120]
    nested = _NESTED.match(after)
    if nested and nested["verb"] in VERBS_OF_SAYING and verb.text not in TELLING:
        return True
    return bool(_AS_SAYING.match(after))
