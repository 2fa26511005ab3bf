"""The measurement of main clauses against the trees that people drew."""

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "evaluate_clauses.py"
RIGHT = """# text = The farmers sold the land in May.
1	The	the	DET	DT	_	2	det	_	_
2	farmers	farmer	NOUN	NNS	_	3	nsubj	_	_
3	sold	sell	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	land	land	NOUN	NN	_	3	obj	_	_
6	in	in	ADP	IN	_	7	case	_	_
7	May	May	PROPN	NNP	_	3	obl	_	SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

"""
OF_THE_LAND = RIGHT.replace("3\tobl", "5\tnmod")
AN_ADJUNCT = RIGHT.replace("3\tobj", "3\tobl")


def figures(folder: Path, *sentences: str) -> str:
    path = folder / "test.conllu"
    path.write_text("".join(sentences), "utf-8")
    arguments = [sys.executable, TOOL, "--conditions", "--errors", path]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def test_a_main_clause_is_right_where_every_part_is(tmp_path: Path) -> None:
    told = figures(tmp_path, RIGHT)
    assert told.startswith("1 main clauses\n  sure       1 (100.0 %)   right 100.0 %")


def test_a_phrase_that_hangs_elsewhere_is_let_pass(tmp_path: Path) -> None:
    told = figures(tmp_path, RIGHT, OF_THE_LAND)
    assert "right 50.0 % (100.0 % with what one lets pass)" in told
    assert "object: the land in May" in told


def test_another_part_is_not_let_pass(tmp_path: Path) -> None:
    assert "right 0.0 % (0.0 % with what one lets pass)" in figures(tmp_path, AN_ADJUNCT)
