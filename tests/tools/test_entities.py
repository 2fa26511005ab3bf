"""The entities that people marked in a treebank, the training on them, and its measurement."""

import subprocess
import sys
from pathlib import Path

from entities import documents
from linear import NEVER, threshold
from quizengine.language.model.linear_table import read_table

TOOLS = Path(__file__).parents[2] / "tools"
DOCUMENT = """# newdoc id = GUM_test_one
# meta::title = A bakery
# newpar
# text = Ana Lopes left Lisbon.
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-1-coref
2	Lopes	Lopes	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	Lisbon	Lisbon	PROPN	NNP	_	3	obj	_	Entity=(2-place-new-cf2-1-sgl)|SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# text = She sold her shop.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-cf1-1-ana)
2	sold	sell	VERB	VBD	_	0	root	_	_
3	her	her	PRON	PRP$	_	4	nmod:poss	_	Entity=(3-place-new-cf2-2-sgl(1-person-giv-cf1-1-ana)
4	shop	shop	NOUN	NN	_	2	obj	_	Entity=3)|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

"""


def treebank(folder: Path, count: int = 1) -> Path:
    path = folder / "test.conllu"
    path.write_text("".join(DOCUMENT.replace("one", f"number{number}") for number in range(count)), "utf-8")
    return path


def test_a_document_is_an_article_with_its_mentions(tmp_path: Path) -> None:
    [document] = documents(treebank(tmp_path))
    text = document.article.text
    assert text == "A bakery\n\nAna Lopes left Lisbon. She sold her shop.\n"
    assert [(text[one.start : one.end], one.kind, one.entity) for one in document.mentions] == [
        ("Ana Lopes", "person", "1"),
        ("Lisbon", "place", "2"),
        ("She", "person", "1"),
        ("her shop", "place", "3"),
        ("her", "person", "1"),
    ]
    shop = document.mentions[3]
    assert text[shop.head_start :].startswith("shop")


def test_a_threshold_is_the_least_lead_that_is_right_often_enough() -> None:
    leads = [(9, True), (8, True), (7, False), (6, True), (5, False)]
    assert threshold(leads, 0.75, 2) == 6
    assert threshold(leads, 0.9, 2) == 8
    assert threshold(leads, 0.9, 6) == NEVER


def test_the_same_treebank_gives_the_same_tables_and_they_can_be_measured(tmp_path: Path) -> None:
    path = treebank(tmp_path, 4)
    for tool in ("train_names", "train_coreference"):
        made = [tmp_path / f"{tool}.{number}" for number in (1, 2)]
        for output in made:
            subprocess.run([sys.executable, TOOLS / f"{tool}.py", path, output], check=True, capture_output=True)
        assert made[0].read_bytes() == made[1].read_bytes()
        assert read_table(made[0].read_bytes()).classes
    for tool, line in (("evaluate_names", "8 names"), ("evaluate_coreference", "she       8")):
        done = subprocess.run([sys.executable, TOOLS / f"{tool}.py", path], check=True, capture_output=True, text=True)
        assert line in done.stdout
