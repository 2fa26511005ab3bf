"""The bytes of a model."""

from importlib.resources import files

import numpy as np
import pytest

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import MOSTLY_CAPITAL, MOSTLY_SMALL, Lexicon
from quizengine.language.model.model_file import from_bytes, to_bytes
from quizengine.language.model.pipeline import Model
from quizengine.language.model.shipped import FILE, model
from quizengine.language.model.tables import Table

LARGEST = 5_000_000


def some_model() -> Model:
    rng = np.random.default_rng(1)
    index = np.zeros(4096, np.int32)
    used = np.sort(rng.choice(4096, 300, replace=False))
    used[used < 700] = np.arange((used < 700).sum())  # gaps of nothing, and one that is long
    index[used] = rng.integers(1, 200, len(used))
    rows = (rng.integers(-127, 128, (201, 21)) * rng.integers(0, 2, (201, 21))).astype(np.int8)
    rows[0] = 0
    tables = {"judge": Table.of(index, rows), "empty": Table.of(np.zeros(16, np.int32), np.zeros((1, 3), np.int8))}
    lemmas = Lemmas({"NN été": "été"}, {"NNS s": (1, "")})
    lexicon = Lexicon.of(["tea", "été"], {"tea": ("0110", 1, MOSTLY_SMALL), "Lee": ("11", 0, MOSTLY_CAPITAL)})
    return Model(("NOUN NN",), ("root",), (-3,), lexicon, tables, lemmas)


def test_a_model_survives_its_bytes() -> None:
    before = some_model()
    after = from_bytes(to_bytes(before))
    for name, table in before.tables.items():
        assert np.array_equal(table.rows[table.index], after.tables[name].rows[after.tables[name].index])
    assert (before.tags, before.relations, before.thresholds) == (after.tags, after.relations, after.thresholds)
    for one, other in zip(vars(before.lexicon).values(), vars(after.lexicon).values(), strict=True):
        assert np.array_equal(one, other)
    assert (before.lemmas.exceptions, before.lemmas.rules) == (after.lemmas.exceptions, after.lemmas.rules)


def test_the_same_model_gives_the_same_bytes() -> None:
    assert to_bytes(some_model()) == to_bytes(from_bytes(to_bytes(some_model())))


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="expected the bytes of a language model"):
        from_bytes(b"PK\x03\x04")


def test_the_shipped_model_is_small_and_has_its_notice_beside_it() -> None:
    folder = files("quizengine.language.model")
    assert len((folder / FILE).read_bytes()) <= LARGEST
    notice = (folder / "NOTICE.md").read_text("utf-8")
    assert all(
        words in notice
        for words in ("English EWT", "English GUM", "CC BY-SA 4.0", "spacy-lookups-data", "WordNet", FILE)
    )


def test_the_shipped_model_is_read_once() -> None:
    assert model() is model()
