"""Storing a model anew."""

import subprocess
import sys
from pathlib import Path

import numpy as np

from quizengine.language.model.model_file import read_model

TOOL = Path(__file__).parents[2] / "tools" / "repack_language.py"
FORM_4 = Path(__file__).parent / "form_4.model"
"""A model of two small tables, written by the code that knew no other form."""


def repacked(model: Path, output: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), str(model), str(output)], check=False, capture_output=True, text=True
    )


def test_a_model_in_the_form_before_keeps_all_that_it_learnt(tmp_path: Path) -> None:
    assert repacked(FORM_4, tmp_path / "new").returncode == 0
    model = read_model((tmp_path / "new").read_bytes())
    few, many = model.tables["few"], model.tables["many"]
    assert few.rows[few.index].ravel().tolist() == [0, 5, -7] * 5 + [0]
    used = np.flatnonzero(many.index)
    assert used.tolist() == [*range(0, 898, 2), 4000]
    number = np.arange(450) % 300 + 1
    assert many.rows[many.index[used]].T.tolist() == [
        (number % 7 - 3).tolist(),
        (number // 7 % 7 - 3).tolist(),
        (number // 49).tolist(),
    ]
    assert (many.step, few.step, model.thresholds, model.tags, model.relations) == (
        2,
        1,
        (-3,),
        ("NOUN NN",),
        ("root",),
    )
    assert (model.lemmas.exceptions, model.lemmas.rules) == ({"NN tea": "tea"}, {"NNS s": (1, "")})
    assert model.lexicon.facts.tolist() == [0b1_0001_11]


def test_a_model_in_the_form_of_today_stays_the_same(tmp_path: Path) -> None:
    for model, output in ((FORM_4, "new"), (tmp_path / "new", "newer")):
        repacked(model, tmp_path / output)
    assert (tmp_path / "newer").read_bytes() == (tmp_path / "new").read_bytes()


def test_what_is_no_model_is_refused_in_words(tmp_path: Path) -> None:
    run = repacked(TOOL, tmp_path / "new")
    assert (run.returncode, (tmp_path / "new").exists()) == (2, False)
    assert "expected the bytes of a language model" in run.stderr
