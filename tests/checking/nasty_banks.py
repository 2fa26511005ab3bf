"""Banks made to be slow to check, each by its size: what grows, and in what way, is in the name."""

import hashlib
from collections.abc import Callable, Iterable, Mapping

HEAD = "format: quizengine/1\ntitle: Nasty\n"
WORDS = [
    "ferry",
    "harbour",
    "eel",
    "river",
    "captain",
    "weir",
    "mill",
    "baker",
    "rye",
    "coal",
    "oats",
    "tar",
    "island",
    "winter",
    "council",
    "engine",
    "storm",
    "bridge",
    "canal",
    "lock",
    "barge",
    "ship",
    "port",
    "town",
    "school",
    "museum",
    "garden",
    "market",
    "station",
    "tower",
]


def bank(questions: Iterable[str], head: str = HEAD) -> bytes:
    """A bank file of these questions, each a flow mapping of YAML without its braces."""
    return (head + "questions:\n" + "".join(f"  - {{{each}}}\n" for each in questions)).encode()


def one(question: str) -> bytes:
    """A bank file of one question."""
    return bank([question])


def listed(texts: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def signs(number: int) -> str:
    """The number in signs that are not tested in an answer."""
    return "".join("!?.,;:'()\u2026"[int(digit)] for digit in str(number))


def _plain(n: int) -> bytes:
    def question(i: int) -> str:
        a, b, c, d, e = (word(i * step + step) for step in (1, 3, 7, 11, 13))
        match i % 5:
            case 0:
                return (
                    f'type: choice, stem: "Which {a} did the {b} of {c} number {i} carry?", answer: "{d} {i}", '
                    f'distractors: ["{e} {i}", "{a} {i + 1}", "{b} {i + 2}"]'
                )
            case 1:
                return (
                    f'type: numeric, stem: "How many {a}s did the {b} of {c} see in {i}?", answer: {i + 7}, unit: {a}s'
                )
            case 2:
                return f'type: true_false, stem: "The {a} of the {b} carried {c} in {i}.", answer: true'
            case 3:
                return f'type: short_text, stem: "Who saw the {a} near the {b} in {i}?", answer: "Ada {c} {i}"'
            case _:
                return (
                    f'type: cloze, stem: "Fill the gap.", text: "The {a} of {b} carried {{{c} {i}}} in the year {i}."'
                )

    return bank(map(question, range(n)))


def article(n: int) -> str:
    """The text that `questions_on_an_article` is on."""
    return "".join(f"{_sentence(i)}.\n\n" for i in range(n))


def _sentence(i: int) -> str:
    return f"About {i + 1000} {word(i)}s passed the {word(i // 7)} of {word(i // 3)} in May"


def questions_on_an_article(n: int) -> bytes:
    """A question on each sentence of `article(n)`, which lies in article.txt."""
    text, places, at = article(n), [], 0
    for i in range(n):
        places.append((at, at + len(_sentence(i))))
        at = places[-1][1] + 3

    def question(i: int) -> str:
        start, end = places[i]
        return (
            f'type: numeric, stem: "How many {word(i)}s passed number {i}?", answer: {i + 1000}, unit: {word(i)}s, '
            f'tolerance: {{percent: 5}}, evidence: {{start: {start}, end: {end}, quote: "{text[start:end]}"}}'
        )

    sha256 = hashlib.sha256(text.encode()).hexdigest()
    head = f'article: {{title: A, file: article.txt, sha256: "{sha256}"}}\n'
    return bank(map(question, range(n)), HEAD + head)


def _choices(stem: str, options: Callable[[int], Iterable[str]]) -> Callable[[int], bytes]:
    def made(n: int) -> bytes:
        key, *others = options(n)
        return one(f'type: choice, stem: "{stem}", answer: "{key}", distractors: {listed(others)}')

    return made


def _stem(repeated: str, end: str = "?") -> Callable[[int], bytes]:
    def made(n: int) -> bytes:
        stem = (repeated * (n // len(repeated) + 1))[:n] + end
        return one(f'type: choice, stem: "{stem}", answer: coal, distractors: [rye, oats, tar]')

    return made


def _option(repeated: str) -> Callable[[int], bytes]:
    def made(n: int) -> bytes:
        key = (repeated * (n // len(repeated) + 1))[:n]
        return one(
            f'type: choice, stem: "What is it?", answer: "{key} x", distractors: ["{key} y", "{key} z", "{key}"]'
        )

    return made


def _statement(repeated: str) -> Callable[[int], bytes]:
    return lambda n: one(f'type: true_false, stem: "{repeated * (n // len(repeated))}", answer: false')


MANY: Mapping[str, Callable[[int], bytes]] = {
    "plain questions": _plain,
    "questions on an article": questions_on_an_article,
    "equal stems with other keys": lambda n: bank(
        f'type: short_text, stem: "What did the old ferry of the harbour carry?", answer: "cargo {i}"' for i in range(n)
    ),
    "equal stems with one key": lambda n: bank(
        f'type: choice, stem: "What did the old ferry of the harbour carry?", answer: coal, distractors: [rye, "{i}"]'
        for i in range(n)
    ),
    "one key in every stem": lambda n: bank(
        f'type: short_text, stem: "What did the harbour ferry {word(i)} {i} carry?", answer: harbour ferry'
        for i in range(n)
    ),
    "one evidence for all": lambda n: bank(
        f'type: short_text, stem: "What is {word(i)} {i}?", answer: "{word(i + 1)}", '
        f"evidence: {{start: 0, end: 20, quote: {'x' * 20}}}"
        for i in range(n)
    ),
    "every stem with every other key": lambda n: bank(
        f'type: choice, stem: "Which {" ".join(WORDS)} number {i}?", answer: "{word(i)}", distractors: ["a{i}", "b{i}"]'
        for i in range(n)
    ),
    "questions without a type": lambda n: bank(f'stem: "What is {i}?", answer: "{i}"' for i in range(n)),
    "questions of an unknown type": lambda n: bank(f'type: chioce{i}, stem: "What is {i}?"' for i in range(n)),
    "one id for all": lambda n: bank(
        f'type: short_text, id: same, stem: "What is {i}?", answer: "{i} eels"' for i in range(n)
    ),
    "questions in one line": lambda n: (
        HEAD
        + "questions: ["
        + ", ".join(f'{{type: short_text, stem: "Why did they go to {i}?", answer: "eel {i}"}}' for i in range(n))
        + "]"
    ).encode(),
    "comments that silence": lambda n: (
        HEAD
        + "# quizengine: ignore[points-back] so\n" * n
        + "questions:\n"
        + "".join(
            f'  - {{type: short_text, stem: "Why did they go to {i}?", answer: "eel {i}"}}\n'
            "    # quizengine: ignore[long-typed-answer]\n"
            for i in range(n)
        )
    ).encode(),
}
"""Banks of n questions."""

WIDE: Mapping[str, Callable[[int], bytes]] = {
    "options that differ in signs": _choices("Which?", lambda n: (f"a{signs(i)}b" for i in range(n))),
    "options that differ in capitals": _choices(
        "Which?", lambda n: (f"{'Tt' if i % 2 else 'TT'}{'!' * (i % 97)}{'?' * (i // 97)}" for i in range(n))
    ),
    "options that are numbers": _choices("How many?", lambda n: (str(i) for i in range(n))),
    "options that are ranges": _choices("How many?", lambda n: (f"{i} to {n + 1}" for i in range(n))),
    "options that go on": _choices("What?", lambda n: (f"rye and coal {i}" if i else "rye" for i in range(n))),
    "options that combine others": _choices(
        "What?", lambda n: (f"{word(i)}{i // 2}" if i % 2 else f"both {word(i)} and {word(i + 1)}{i}" for i in range(n))
    ),
    "pinned options": lambda n: one(
        f'type: choice, stem: "Which?", answer: "0", distractors: {listed(map(str, range(1, n)))}, '
        f"pinned: {listed(map(str, range(n)))}"
    ),
    "right options": lambda n: one(
        f'type: choice, stem: "Which of these?", answer: {listed(f"eel {i}" for i in range(n))}, distractors: [tar]'
    ),
    "accepted number words": lambda n: one(
        f'type: short_text, stem: "How many?", answer: five, accept: {listed(["5", *map(str, range(20, n))])}'
    ),
    "accepted texts": lambda n: one(
        'type: short_text, stem: "Who?", answer: Ada, accept: '
        + listed(f"President {word(i)} {i} (the {i})" for i in range(n))
    ),
    "distractors in the evidence": lambda n: one(
        f'type: choice, stem: "Which?", answer: coal, distractors: {listed(f"rye{i}" for i in range(n))}, '
        f'evidence: {{start: 0, end: 9, quote: "{" and ".join(["coal", *(f"rye{i}" for i in range(n // 4))])}"}}'
    ),
    "gaps of words": lambda n: one(f'type: cloze, stem: "Fill.", text: "{" a ".join("{eel}" for _ in range(n))}"'),
    "gaps of numbers": lambda n: one(f'type: cloze, stem: "Fill.", text: "{" a ".join("{1,080}" for _ in range(n))}"'),
    "variants of a gap": lambda n: one(
        f'type: cloze, stem: "Fill.", text: "{{{"|".join(f"eel {i}" for i in range(n))}}}"'
    ),
    "tags": lambda n: one(f'type: true_false, stem: "Eels swim.", answer: true, tags: {listed(map(str, range(n)))}'),
    "unknown fields": lambda n: one(
        'type: true_false, stem: "Eels swim.", answer: true, ' + ", ".join(f"field{i}: x" for i in range(n))
    ),
    "pairs of a matching": lambda n: one(
        'type: matching, stem: "Match.", pairs: ['
        + ", ".join(f'{{left: "eel {i}", right: "coal {i}"}}' for i in range(n))
        + "]"
    ),
    "texts to order": lambda n: one(f'type: ordering, stem: "Order.", answer: {listed(f"eel {i}" for i in range(n))}'),
}
"""Banks of one question with n things in it."""

_RUNS = {
    "blanks": " ",
    "hard blanks": "\u00a0",
    "dots": ".",
    "dashes": "-",
    "commas": ",",
    "underscores": "_",
    "opening brackets": "(",
    "opening marks": "“",
    "question marks": "?",
    "digits": "7",
    "letters": "n",
    "capitals": "A",
    "accents": "\u0301",
}


def _run_in_stem(sign: str) -> Callable[[int], bytes]:
    """A stem, and a statement, with one long run of a sign in it."""
    return lambda n: bank(
        [
            f'type: choice, stem: "eel {sign * n} eel a {sign * 9} rye?", answer: coal, distractors: [rye, oats, tar]',
            f'type: true_false, stem: "The eel, {sign * n} and it swam.", answer: true',
        ]
    )


def _run_in_options(sign: str) -> Callable[[int], bytes]:
    return lambda n: one(
        f'type: choice, stem: "Which eel?", answer: "eel {sign * n} rye", '
        f'distractors: ["eel a {sign * n}, rye", "coal {sign * n} and oats"]'
    )


def _run_in_typed(sign: str) -> Callable[[int], bytes]:
    return lambda n: one(f'type: short_text, stem: "Who?", answer: "eel {sign * n} rye", accept: ["1 {sign * n} 2"]')


LONG: Mapping[str, Callable[[int], bytes]] = {
    **{f"run of {name} in stems": _run_in_stem(sign) for name, sign in _RUNS.items()},
    **{f"run of {name} in options": _run_in_options(sign) for name, sign in _RUNS.items()},
    **{f"run of {name} in typed texts": _run_in_typed(sign) for name, sign in _RUNS.items()},
    "stem of and who": _stem(", and who ", "."),
    "stem of one question mark": _stem("eel and who ", "."),
    "stem with an early question mark": lambda n: one(
        f'type: choice, stem: "Who? {"eel " * (n // 4)}", answer: coal, distractors: [rye, oats, tar]'
    ),
    "options of open brackets": _option("(eel "),
    "accepted open brackets": lambda n: one(f'type: short_text, stem: "Who?", answer: "Ada {"ee (ee " * (n // 7)}"'),
    "stem of blanks": _stem("eel    "),
    "stem of which": _stem("which eel "),
    "stem of all": _stem("all of any each "),
    "stem of question marks": _stem("who? "),
    "stem of numbers": _stem("4 eels and 12 of 5 "),
    "stem of digits": _stem("7"),
    "stem of number words": _stem("one hundred and two "),
    "stem of quotation marks": _stem("“he said “"),
    "stem of straight quotation marks": _stem("''he said'' it "),
    "stem of single quotation marks": _stem("‘eel "),
    "stem of brackets": _stem("(((eel "),
    "stem of letters in a list": _stem("A. eel I. eel 1. eel "),
    "stem of underscores": _stem("__ eel _ "),
    "stem of pronouns": _stem("they these this ", " they"),
    "stem of capitals": _stem("Ada Marsh "),
    "stem of commas and": _stem("eel, and who "),
    "stem of dots": _stem("e. e. ", "…"),
    "stem of accents": _stem("é̂ä "),
    "options of words": _option("because of the eel "),
    "options of numbers": _option("12 to 13 or "),
    "options of signs": _option("+ - (x) * "),
    "options of capitals": _option("Tt TT "),
    "options of commas": _option("light, water and "),
    "options of from and to": _option("from 1 to 2 and "),
    "options of more": _option("1 or more or more "),
    "options of letters": _option("A and B and "),
    "options of brackets": _option("(eel eel) ("),
    "statement of clauses": _statement("the eel swam, and the mill was sold, but "),
    "statement of not": _statement("not only not because and this of "),
    "statement of absolutes": _statement("almost always should never "),
    "accepted words in brackets": lambda n: one(
        f'type: short_text, stem: "Who?", answer: "Ada {"(ee ee) " * (n // 8)}Marsh ("'
    ),
    "a gap of words": lambda n: one(f'type: cloze, stem: "Fill.", text: "a {{{"one hundred " * (n // 12)}}} b"'),
    "braces": lambda n: one(f'type: cloze, stem: "Fill.", text: "{"{{}}" * (n // 4)} {{eel}}"'),
    "a unit": lambda n: one(f'type: numeric, stem: "How many?", answer: 5, unit: "{"million " * (n // 8)}"'),
}
"""Banks of one question with a text of about n characters."""
