"""Measures how many of the questions that people wrote about textbook sections the generators ask, too.

    python benchmarks/coverage.py SECTIONS.jsonl [--only key_terms --only fact_recall] [--kind recall --kind definition]

Each line of the file is an object with `title`, `text` and `questions`; a question has `question`, `options`, `answer`
(the letter of an option, or words where there are no options) and `kind`. No text is part of the project.

A question of ours counts as the same fact as one of theirs where its key is their answer and its stem shares two words
with theirs, or where its evidence is the sentence of the section that shares most words, three at least, with their
question and answer.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quizengine import Article, Question, start
from quizengine.language import sentences_in
from quizengine.language.content_stems import content_words

_MANY = 100
_SHARED = 3
_IN_STEM = 2


def main() -> None:
    """Print what was asked too, section by section, and the share."""
    options = _options()
    engine = start(only=options.only)
    asked = same = words = ours = 0
    for line in options.sections.read_text("utf-8").splitlines():
        section = json.loads(line)
        article = Article(f"{section['title']}\n\n{section['text']}\n", section.get("id", ""))
        made = engine.draft(article, count=_MANY).quiz.questions
        theirs = [one for one in section["questions"] if one["kind"] in options.kind]
        found = [one for one in theirs if _is_asked(one, made, article)]
        asked, same, ours, words = asked + len(theirs), same + len(found), ours + len(made), words + _length(article)
        print(f"{article.name}: {len(made)} questions, {len(found)} of {len(theirs)} asked too")
        for one in found:
            print(f"    {one['question']}")
    print(f"{same} of {asked} ({same / max(1, asked):.0%}); {1000 * ours / max(1, words):.1f} questions in 1,000 words")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", type=Path)
    parser.add_argument("--only", action="append", default=[], help="a generator; all by default")
    parser.add_argument("--kind", action="append", help="a kind of their questions; recall and definition by default")
    found = parser.parse_args()
    found.kind = found.kind or ["recall", "definition"]
    return found


def _length(article: Article) -> int:
    return len(article.text.split())


def _is_asked(theirs: Mapping[str, Any], made: Iterable[Question], article: Article) -> bool:
    """Return whether one of our questions asks for the same fact."""
    answer = _answer(theirs["answer"], theirs["options"])
    wanted = frozenset(content_words(f"{theirs['question']} {answer}"))
    sentences = [(len(wanted & frozenset(content_words(each.text))), each) for each in sentences_in(article)]
    most = max((shared for shared, _ in sentences), default=0)
    proofs = [each for shared, each in sentences if shared == most and most >= _SHARED]
    key = frozenset(content_words(answer))
    told = [one for one in made if len(wanted & frozenset(content_words(one.stem))) >= _IN_STEM]
    return any(_has_key(one, key) for one in told) or any(
        _rests_on(one, [each.text for each in proofs]) for one in made
    )


def _answer(answer: str, options: Sequence[str]) -> str:
    """Their answer in words."""
    letter = "ABCDEFG".find(answer) if len(answer) == 1 else -1
    return options[letter] if 0 <= letter < len(options) else answer


def _has_key(one: Question, key: frozenset[str]) -> bool:
    found = getattr(one, "answer", "")
    forms = [found, *getattr(one, "accept", ())] if isinstance(found, str) else []
    return bool(key) and any(frozenset(content_words(form)) == key for form in forms)


def _rests_on(one: Question, proofs: Sequence[str]) -> bool:
    return one.evidence is not None and any(proof in one.evidence.quote for proof in proofs)


if __name__ == "__main__":
    main()
