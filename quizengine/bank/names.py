"""Suggests the name that was probably meant by a misspelt one."""

from collections.abc import Sequence
from difflib import get_close_matches

_ALSO_CALLED = {
    "stem": "prompt question statement title ask task",
    "answer": "correct correct_answer right right_answer key solution order items answers true_answer",
    "distractors": "options choices wrong wrong_answers incorrect alternatives",
    "rationale": "explanation feedback why comment reason because",
    "evidence": "source reference proof",
    "pairs": "matches matching",
    "locale": "language lang",
    "markup": "format markdown text_format syntax",
    "accept": "variants synonyms accepted also other_answers alternatives",
    "tolerance": "margin error precision",
    "absolute": "plus_minus distance",
    "range": "min max between low high",
    "questions": "items quiz",
    "choice": "multiple_choice single_choice mcq radio select multiple_answer",
    "true_false": "boolean bool yes_no tf",
    "numeric": "number numerical integer calculated",
    "short_text": "text short_answer string",
    "open": "essay long_text extended_text free_text open_ended",
    "cloze": "gap gaps gap_fill fill_in fill_in_the_blank fill_in_the_gap blanks",
    "matching": "match",
    "ordering": "sort sequence rank order",
}


def nearest_name(found: str, names: Sequence[str]) -> str:
    """Return the name that was probably meant; empty if none is similar."""
    plain = found.strip().casefold().replace(" ", "_").replace("-", "_")
    close = get_close_matches(plain, names, n=1, cutoff=0.7)
    called = [name for name in names if plain in _ALSO_CALLED.get(name, "").split()]
    return next(iter(close + called), "")


def suggestion(found: str, names: Sequence[str]) -> str:
    """Return the end of a message about an unknown name: the most similar name, or all names."""
    near = nearest_name(found, names)
    return f"did you mean `{near}`?" if near else f"expected one of: {', '.join(names)}"
