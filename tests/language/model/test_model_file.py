"""The bytes of a model."""

from dataclasses import replace
from importlib.resources import files
from mmap import ACCESS_READ, mmap
from pathlib import Path

import numpy as np
import pytest

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import MOSTLY_CAPITAL, MOSTLY_SMALL, Lexicon
from quizengine.language.model.model_file import read_model, write_model
from quizengine.language.model.pipeline import Model
from quizengine.language.model.shipped import FILE, shipped_model
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
    after = read_model(write_model(before))
    for name, table in before.tables.items():
        assert np.array_equal(table.rows[table.index], after.tables[name].rows[after.tables[name].index])
    assert (before.tags, before.relations, before.thresholds) == (after.tags, after.relations, after.thresholds)
    for one, other in zip(vars(before.lexicon).values(), vars(after.lexicon).values(), strict=True):
        assert np.array_equal(one, other)
    assert (before.lemmas.exceptions, before.lemmas.rules) == (after.lemmas.exceptions, after.lemmas.rules)


def test_the_same_model_gives_the_same_bytes() -> None:
    assert write_model(some_model()) == write_model(read_model(write_model(some_model())))


def test_a_model_without_exceptions_to_its_rules_survives_its_bytes() -> None:
    plain = replace(some_model(), lemmas=Lemmas({}, {"NNS s": (1, "")}))
    assert read_model(write_model(plain)).lemmas.exceptions == {}


def test_a_model_that_was_read_no_longer_needs_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(write_model(some_model()))
    with (
        (tmp_path / "model").open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as mapped,  # which refuses to be closed while an array looks at it
        memoryview(mapped) as data,
    ):
        read = read_model(data)
    assert write_model(read) == write_model(some_model())


@pytest.mark.parametrize("other", [b"", b"PK\x03\x04", b"quizengine language model 4\n"])
def test_other_bytes_are_refused(other: bytes) -> None:
    with pytest.raises(ValueError, match="expected the bytes of a language model"):
        read_model(other)


def test_a_file_that_is_cut_off_is_refused() -> None:
    data = write_model(some_model())
    with pytest.raises(ValueError, match=f"found {len(data) - 1:,} bytes of a language model, expected {len(data):,}"):
        read_model(data[:-1])


def test_the_shipped_model_is_small_and_has_its_notice_beside_it() -> None:
    folder = files("quizengine.language.model")
    assert len((folder / FILE).read_bytes()) <= LARGEST
    notice = (folder / "NOTICE.md").read_text("utf-8")
    assert all(
        words in notice
        for words in ("English EWT", "English GUM", "CC BY-SA 4.0", "spacy-lookups-data", "WordNet", FILE)
    )


def test_the_shipped_model_is_read_once() -> None:
    assert shipped_model() is shipped_model()
