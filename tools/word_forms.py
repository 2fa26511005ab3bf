"""The possible parts of speech of English forms, for lemmas that the treebanks do not show.

Each line of word_forms.txt.xz is a form in small letters, what it can be according to WordNet (n, v, a, r), and of what
verb it is an irregular form, with tabs between. This command made it:

python tools/word_forms.py FOLDER

FOLDER is the `data` folder of the package spacy-lookups-data 1.0.5.
"""

import gzip
import json
import lzma
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("word_forms.txt.xz")
FORMS = 150_000
"""The number of the commonest forms that are looked at."""

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
"""The parts of speech that a form can have, and the names of their lists in the package."""

_ENDINGS = {
    "n": (("s", ""), ("ies", "y"), ("es", ""), ("men", "man")),
    "v": (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")),
    "r": (),
}


def word_forms() -> dict[str, str]:
    """Return what each form can be."""
    return {form: parts for form, parts, _ in _lines()}


def irregular_verbs() -> dict[str, str]:
    """The verb of each irregular form."""
    return {form: verb for form, _, verb in _lines() if verb}


def _lines() -> list[list[str]]:
    return [line.split("\t") for line in lzma.decompress(FILE.read_bytes()).decode().splitlines()]


def main() -> None:
    """Write the file."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    index, irregular = (table(folder, f"lemma_{name}") for name in ("index", "exc"))
    listed = {part: set(index[name]) | set(irregular[name]) for part, name in PARTS.items()}
    forms = dict.fromkeys(form.lower() for form in table(folder, "lexeme_prob") if form.isalpha())
    lines = []
    for form in list(forms)[:FORMS]:
        parts = "".join(part for part in PARTS if can_be(form, part, listed[part]))
        verbs = irregular["verb"].get(form, ())
        if parts:
            lines.append(f"{form}\t{parts}\t{verbs[0] if len(verbs) == 1 else ''}\n")
    FILE.write_bytes(lzma.compress("".join(sorted(lines)).encode(), preset=9))


def table(folder: Path, name: str) -> Mapping[str, Any]:
    """A table of the package, by name."""
    with gzip.open(folder / f"en_{name}.json.gz", "rt", encoding="utf-8") as lines:
        return json.load(lines)


def can_be(word: str, part: str, listed: set[str]) -> bool:
    """Return whether a word, or that which it is a form of by its ending, is in the list of a part of speech."""
    return word in listed or any(
        word.endswith(ending) and len(word) > len(ending) + 1 and word[: len(word) - len(ending)] + other in listed
        for ending, other in _ENDINGS[part]
    )


if __name__ == "__main__":
    main()
