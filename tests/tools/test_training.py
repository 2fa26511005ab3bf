"""The training of the language model and its measurement, whole, on a treebank of a few sentences."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from perceptron import Choice
from quizengine.language.model.model_file import read_model
from stages import Stages
from thresholds import NEVER, threshold

pytestmark = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler here")

TOOLS = Path(__file__).parents[2] / "tools"
SUBJECTS = ("cats", "dogs", "birds", "children", "teachers", "farmers")
VERBS = (("see", "see"), ("saw", "see"), ("like", "like"), ("fed", "feed"), ("chase", "chase"))
SENTENCE = """# text = The {0} {1} old {2}.
1	The	the	DET	DT	_	2	det	_	_
2	{0}	{0}	NOUN	NNS	_	3	nsubj	_	_
3	{1}	{3}	VERB	VBP	_	0	root	_	_
4	old	old	ADJ	JJ	_	5	amod	_	_
5	{2}	{2}	NOUN	NNS	_	3	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

"""


def tool(name: str, *arguments: object) -> str:
    command = [sys.executable, str(TOOLS / name), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def treebank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("treebank")
    sentences = [
        SENTENCE.format(subject, form, thing, lemma)
        for subject in SUBJECTS
        for form, lemma in VERBS
        for thing in SUBJECTS
        if thing != subject
    ]
    (folder / "tiny-train.conllu").write_text("".join(sentences[::2]), "utf-8")
    (folder / "tiny-dev.conllu").write_text("".join(sentences[1::2]), "utf-8")
    return folder


def test_the_same_treebank_gives_the_same_bytes(treebank: Path) -> None:
    for name in ("one", "two"):
        tool("train_language.py", treebank, treebank / name, "--most-bits", 12, "--without-plain-sentences")
    data = (treebank / "one").read_bytes()
    assert data == (treebank / "two").read_bytes()
    assert read_model(data).tags == ("ADJ JJ", "DET DT", "NOUN NNS", "PUNCT .", "VERB VBP")


def test_a_classifier_learns_what_sets_its_classes_apart() -> None:
    slots = np.array([[0, 1], [0, 2], [0, 3]] * 40, np.int32)
    gold = np.array([0, 1, 2] * 40)
    stages = Stages(np.arange(120), None, 2, print, most_bits=4)
    _, answers = stages.classifier("tag_first", np.ascontiguousarray(slots.T), gold)
    assert answers.best.tolist() == gold.tolist()


def test_a_choice_is_learnt_by_what_tells_its_candidates() -> None:
    slots = np.array([[[1], [2]], [[2], [1]]] * 40, np.int32)
    choice = Choice(slots, np.ones((80, 2), np.uint8), np.array([0, 1] * 40), or_none=False)
    _, scores = Stages(np.arange(80), None, 1, print, most_bits=4).chooser("head", choice)
    assert scores.argmax(1).tolist() == [0, 1] * 40


def test_a_threshold_reaches_its_precision() -> None:
    scores = np.array([9, 8, 8, 7, 5, 5, 1])
    right = np.array([True, True, True, False, True, True, False])
    assert threshold(scores, right, 0.99) == 8
    assert threshold(scores, right, 0.8) == 5
    assert threshold(scores, right, 0.1) == 1
    assert threshold(scores[:0], right[:0], 0.9) == NEVER
    assert threshold(scores[:1], ~right[:1], 0.9) == NEVER


def test_the_measurement_prints_one_line_for_each_file_and_one_for_all(treebank: Path) -> None:
    dev = treebank / "tiny-dev.conllu"
    lines = tool("evaluate_language.py", dev, dev).splitlines()
    assert [line for line in lines if line.startswith("UPOS")] == [lines[2], lines[5], lines[8]]
    share, both = r"\d+\.\d", r"P \d+\.\d R \d+\.\d"
    assert re.fullmatch(
        rf"UPOS {share} UAS {share} LAS {share} · sure subjects {both} · sure objects {both}"
        rf" · sure adverbial clauses {both}",
        lines[-1],
    )
    numbers = [float(number) for number in re.findall(share, lines[-1])]
    assert min(numbers[:3]) > 70, "sentences of five plain words"


def test_a_folder_without_a_treebank_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, str(TOOLS / "train_language.py"), str(tmp_path), str(tmp_path / "model")]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert found.returncode == 2
    assert "found no *-train.conllu" in found.stderr
