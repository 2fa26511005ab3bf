"""Rules about stems: they ask one clear thing, in their own words, without a negation that is easily missed."""

import re
from collections.abc import Iterator

from quizengine.checks.asking_sentence import asking_sentence
from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.examples import without_code
from quizengine.checks.exercises import BLANK, completes_equation, completes_sentence
from quizengine.checks.option_lists import only_option_list, option_lists
from quizengine.extensions.records import Check
from quizengine.language.content_stems import content_words, outside_quotations
from quizengine.language.syntax import FINITE_TAGS, analyse
from quizengine.quiz.questions import Question, fixed_key
from quizengine.quiz.self_marks import has_model_answer
from quizengine.text.article import Article

_NEGATIVE = re.compile(
    # the asking word: at the beginning or after a sign, for after a noun "which" begins a clause of its own
    r"\A(?:(?!\b(?:why|how|when|where|who|what|which)\b)[^?“”])*?"
    r"(?:(?<![^\W\d_] )\b(?:(?:in|of|on|for|to|from|by|with|at|under|during) )?(?:which|what|who|all|each|any)\b"
    r"|\b(?:all|each|any) of\b)(?!.*\bwhy\b)"
    r"(?:(?!\b(?:who|whom|whose|that|those|which(?! one)|because|if|when|where|while|although|since)\b)[^?“”])*?"
    r"\b(?P<no>not|except|cannot|isn['’]t|aren['’]t|doesn['’]t|don['’]t"
    r"|wasn['’]t|didn['’]t|won['’]t|never|least likely)\b"
    r"|\b(?P<but>all but)\b(?= which| one)",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(r"\b(?:not only|whether or not|why|if [^?]*\bnot)\b", re.IGNORECASE)
_LITERAL = re.compile(r"\bnot(?= (?:True|False|None)\b)")
_MARKED = re.compile(
    r"(?:\*+|_+|<(?:b|i|em|strong|u)>|[“\"'‘])(?:not|except|never|cannot)(?:\*+|_+|</\w+>|[”\"'’])", re.IGNORECASE
)
_FORBIDDEN = re.compile(
    r"\b(?:must|should|may|can)(?: (?:you|we|one|they|it|he|she|an?|the)(?: \w+)??)? (?:never|not)\b", re.IGNORECASE
)
"""“What must you never do?” asks for what is forbidden, and has no positive form."""
_ENDLESS = re.compile(r"\bnever (?:ends?|stops?|terminates?|halts?)\b", re.IGNORECASE)
_ODD_ONE_OUT = re.compile(
    r"\b(?:not|n['’]t) (?:belong|fit)(?: (?:in|to|with|into))?"
    r"(?: (?:the|this) (?:group|others?|list|series|row|rest))?\W*\Z",
    re.IGNORECASE,
)
"""“Which word does not belong to the group?” is the name of an exercise, and has no positive form."""
_IN_PASSING = re.compile(
    r"\b(?:and|but|or|yet)(?: [\w'’]+){0,4} (?:not|never|cannot|n['’]t)\Z"
    r"|\b(?:operators?|keywords?|words?|gates?|functions?|commands?) not\Z",
    re.IGNORECASE,
)
"""A contrast ("and not 1", "and is not yet staged"), and a "not" that is itself what is asked about."""
_OTHER_LANGUAGES = re.compile(
    r"(?:\A|[.!?:,] |¿)(?:(?:a|à|de|di|da|en|in|dans|parmi|con|bei|von|zu|auf|mit) )?(?:"
    r"(?:quels?|quelles?|lequel|laquelle|lesquel(?:le)?s)\b(?P<fr>(?:(?!\b(?:qui|que|dont|où|si|quand|parce)\b)[^?,])*?"
    r"\bn(?:e |['’])(?:[^\s?]+ ){1,3}?(?:pas|jamais|aucune?|plus)\b)"
    r"|welche[mnrs]?\b(?P<de>[^?,]*?\b(?:nicht|niemals|kein(?:e[mnrs]?)?)\b)"
    r"|(?:qué|cuál(?:es)?)\b(?P<es>(?:(?!\b(?:que|quien|donde|si|cuando|porque)\b)[^?,])*?\b(?:no|nunca)\b)"
    r"|qual[ei]\b(?P<it>(?:(?!\b(?:che|chi|cui|dove|se|quando|perché)\b)[^?,])*?\b(?:non|mai)\b))",
    re.IGNORECASE,
)
"""A stem in French, German, Spanish or Italian that asks which one is not, in its main clause."""
_UNFOCUSED = re.compile(
    r"(?:which|what) (?:one |two |three |statements? |sentences? |options? )*"
    r"(?:(?:of|among|from) (?:the following|these|the options|the statements|those below)(?: \w+)? )?(?:below )?"
    r"(?:is|are|was|were|would be) (?:most |the most |best |the )?"
    r"(?:true|correct|right|accurate|false|incorrect|wrong|untrue)(?: statements?| answers?)?\W*",
    re.IGNORECASE,
)
_OF_GRAMMAR = re.compile(r"\bsentences?\b.*\b(?:correct|right|incorrect|wrong)\b", re.IGNORECASE)
"""“Which sentence is correct?” is answered by grammar: the sentences themselves are what is asked about."""
_ASKING_SIGNS = ("?", "\uff1f", "\u061f", "=")
"""The question marks of Latin, Chinese and Arabic script, and the sign that asks for a result."""
_BEHIND_THEM = " .:\"'”’»)*_"
_TO_COMPUTE = re.compile(r"[√∫∑∏→+−×÷·^²³]|\d\s?[/*!]")
_INSTRUCTS = re.compile(
    r"(?:simplify|solve|compute|calculate|translate|conjugate|complete|factori[sz]e|factor|round|convert|name|choose|pick"
    r"|find|expand|integrate|differentiate|evaluate|write|spell|balance|count|add|subtract|multiply|divide)\b",
    re.IGNORECASE,
)
_TO_COMPLETE = re.compile(
    r"\b(?:complet\w+|fill(?:s|ed)?|missing|gaps?|blanks?|fits?|belongs?"
    r"|(?:right|correct) (?:form|word|tense|article|preposition|pronoun|verb|option)"
    r"|complétez|choisissez|ergänz\w+|einsetzen|setze(?:n sie)?|wähle?n?|elige|elija|inserisci|scegli|inserire)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:previous|preceding) question\b|\b(?:the )?question (?:above|below|before|number \d+|no\. ?\d+|#?\d+)\b"
    r"|\b(?:in|from|to|of|with) (?:question|item|exercise) (?:[A-Z]|\d+)\b|\byour (?:last|previous|earlier) answer\b",
    re.IGNORECASE,
)
_ANOTHER_ASKED = re.compile(
    r"\?[^?\w]*\w[^?]*\?|(?<!who)(?<!why)(?<!when)(?<!where)(?<!how)(?<!what),? and "
    r"(?:(?:in|on|at|with|for) )?(?:who|why|when|where|how|what|which|whose)\b(?=[^?]*\?)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r",? and which (?:one )?(?:is|are|does|do|did|was|were) not\b", re.IGNORECASE)
"""“Which is mutable, and which is not?” asks one thing."""
_RELATIVE = re.compile(r"(?<=\w) (?:who|whose|which|that|where)\b", re.IGNORECASE)
_INVERTED = re.compile(r" (?:is|are|was|were|do|does|did|has|had|have|will|would|can|could|should)\b", re.IGNORECASE)
_ASKS_BEFORE = re.compile(r"\b(?:who|why|when|where|how|what|which|whose)\b", re.IGNORECASE)
_MOST_WORDS = 50
_MOST_READ = 1_000
"""Characters of the sentence that asks; the pattern of a negative stem costs their square."""


def negative_unmarked(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem turns on a "not" or "except" that is set like any other word."""
    if (
        not any(option_lists(question))
        or _ODD_ONE_OUT.search(question.stem)
        or _FORBIDDEN.search(question.stem)
        or _ENDLESS.search(question.stem)
    ):
        return
    shown = without_code(question.stem)
    stem = _NOT_ASKED.sub("", asking_sentence(_LITERAL.sub("NOT", shown))[-_MOST_READ:])
    found = _NEGATIVE.search(_MARKED.sub("NOT", stem))
    word = found and (found["no"] or found["but"])
    if found and word and not word.isupper() and not _IN_PASSING.search(found[0]):
        if word.casefold() == "never" and shown != question.stem:
            return  # a line of code that is never run is so, and no trap
        yield f"the stem turns on “{word}”; ask for what is so, or write it in capitals: {word.upper()}"
    elif not found and (word := _no_of_other_languages(_MARKED.sub("NOT", outside_quotations(shown)[:_MOST_READ]))):
        yield f"the stem turns on “{word}”; ask for what is so, or write it in capitals: {word.upper()}"


def _no_of_other_languages(stem: str) -> str:
    """The "pas" or "nicht" that a stem turns on; empty if there is none, and where it is written in capitals."""
    found = _OTHER_LANGUAGES.search(stem)
    word = found[0].split()[-1] if found else ""
    return "" if word.isupper() else word


def unfocused(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the stem of a choice asks nothing: "Which of these is true?", or a lone noun."""
    if only_option_list(question) is None:
        return
    stem = question.stem.strip()
    if _UNFOCUSED.fullmatch(stem) and not _OF_GRAMMAR.search(stem):
        yield f"“{stem}” could be asked about anything; ask about one thing, so that it can be answered without options"
    elif (
        _INSTRUCTS.match(stem)
        or _TO_COMPUTE.search(stem)
        or stem.rstrip(_BEHIND_THEM).endswith(_ASKING_SIGNS)
        or BLANK.search(stem)
    ):
        return
    elif len(stem.split()) <= 3 and not content_words(stem)[2:] and not _states(stem):
        yield f"“{stem}” asks nothing; expected a question or an instruction"


def _states(stem: str) -> bool:
    """Return whether a stem has a finite verb, so that it is the beginning of a sentence: "Inflation means that"."""
    return any(token.xpos in FINITE_TAGS for sentence in analyse(Article(stem)) for token in sentence.tokens)


def blank_in_stem(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the stem of a choice has a hole before its end, unless grammar or an equation is the exercise."""
    stem = without_code(outside_quotations(question.stem))
    found = BLANK.search(stem) if only_option_list(question) and not _TO_COMPLETE.search(stem) else None
    if not found or not any(map(str.isalnum, stem[found.end() :])):
        return  # a quotation, and a last word, may be completed
    if not completes_equation(stem) and not completes_sentence(question):
        yield f"the stem holds the blank “{found[0]}”; ask a whole question, or make it a cloze"


def gratuitous_length(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the sentence that asks is far longer than a question needs, quotations and a case before it aside."""
    if (words := len(asking_sentence(question.stem).split())) > _MOST_WORDS:
        yield f"the sentence that asks has {words} words beside quotations; above {_MOST_WORDS} students lose it"


def _another_asked(stem: str) -> re.Match[str] | None:
    """Return the place where a stem that ends with a question mark continues to ask something else."""
    return _ANOTHER_ASKED.search(stem, 0, stem.rfind("?") + 1)


def needs_another(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem leans on another question."""
    if found := _ELSEWHERE.search(outside_quotations(question.stem)):
        yield f"the stem says “{found[0]}”; each question has to stand alone, in any order"


def asks_twice(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when one stem asks two things and takes one answer."""
    if (
        len(fixed_key(question)) != 1
        or has_model_answer(question)  # sentences have room for two answers
        or any(len(one.keys) > 1 for one in option_lists(question))
    ):
        return
    stem = _OTHERS.sub("", without_code(outside_quotations(question.stem)))
    found = _another_asked(stem)
    if found and _RELATIVE.search(stem[: found.start()]) and not _INVERTED.match(stem, found.end()):
        return  # "who ruled Egypt and whose nose is famous" tells of one queen
    if found and _ASKS_BEFORE.search(stem[: found.start()]) and (found[0][0] != "?" or _ASKS_BEFORE.search(found[0])):
        yield f"the stem asks two things (“{' '.join(found[0].strip(' ,').split())}”) and takes one answer; ask one"


STEM_CHECKS = (
    Check(
        "negative-unmarked",
        negative_unmarked,
        "Students who overlook the “not” answer the opposite question correctly.",
        "warning",
        f"{HALADYNA} (17: word the stem positively); {TARRANT} (negative stem)",
        "Which of these did the ferry not carry? = coal ~ rye ~ oats",
        "Which of these did the ferry NOT carry? = coal ~ rye ~ oats",
    ),
    Check(
        "unfocused-stem",
        unfocused,
        "A stem that asks nothing makes four true/false questions of one choice.",
        "warning",
        f"{HALADYNA} (15: the central idea is in the stem); {TARRANT} (unfocused stem)",
        "Which of the following is true? = Eels spawn at sea. ~ Eels spawn in rivers. ~ Eels spawn in lakes.",
        "Where do eels spawn? = at sea ~ in rivers ~ in lakes",
    ),
    Check(
        "blank-in-stem",
        blank_in_stem,
        "Students must keep a gap in the middle in mind while they read the options.",
        "warning",
        f"{HALADYNA} (9: ask a question); {SAQUET} (fill in the blank)",
        "The ferry first sailed in ____ from the old harbour. = 1911 ~ 1907 ~ 1920",
        "In which year did the ferry first sail? = 1911 ~ 1907 ~ 1920",
    ),
    Check(
        "gratuitous-length",
        gratuitous_length,
        "Words that the answer does not need test reading, and are unfair to slow readers.",
        "warning",
        f"{HALADYNA} (13, 16: little reading, no window dressing); {TARRANT} (gratuitous information)",
        "On a cold, wet and windy morning in the early spring of a year that nobody in the small town by the wide grey "
        "sea would ever forget, as the gulls were crying and the nets were hanging out to dry in the long rows that "
        "visitors like so much, what did the ferry carry over to the island? = rye ~ coal ~ oats",
        "What did the ferry carry to the island? = rye ~ coal ~ oats",
    ),
    Check(
        "needs-another-question",
        needs_another,
        "Students who miss the first question lose the second, too; and a quiz may contain one without the other.",
        "warning",
        f"{HALADYNA} (4: items independent of one another)",
        "Who captained the ferry in question 3? = Ada Marsh ~ Jon Hale ~ Mia Roe",
        "Who captained the ferry of 1911? = Ada Marsh ~ Jon Hale ~ Mia Roe",
    ),
    Check(
        "asks-twice",
        asks_twice,
        "One answer to two questions leaves open which of them was missed.",
        "warning",
        f"{HALADYNA} (1: one specific content in each item)",
        "When did the ferry sink, and who was its captain? = 1911 ~ 1907 ~ 1920",
        "When did the ferry of Ada Marsh sink? = 1911 ~ 1907 ~ 1920",
    ),
)
