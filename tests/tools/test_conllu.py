"""Reading treebanks."""

import lzma
from pathlib import Path

import pytest

from conllu import read

TWO_SENTENCES = """# sent_id = 1
# text = I don't.
1	I	I	PRON	PRP	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
3.1	go	go	VERB	VB	_	_	_	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

# text = Go!
1	Go	go	VERB	VB	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

1	_	_	NOUN	NN	_	0	root	_	_

"""


def test_words_carry_their_annotation(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(TWO_SENTENCES, "utf-8")
    first, second = read(path)
    assert [(word.form, word.lemma, word.upos, word.xpos, word.head, word.relation) for word in first.words] == [
        ("I", "I", "PRON", "PRP", 2, "nsubj"),
        ("do", "do", "AUX", "VBP", 0, "root"),
        ("n't", "not", "PART", "RB", 2, "advmod"),
        (".", ".", "PUNCT", ".", 2, "punct"),
    ]
    assert [word.space_after for word in first.words] == [True, False, False, True]
    assert second.text == "Go!"


def test_compressed_files_are_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu.xz"
    path.write_bytes(lzma.compress(TWO_SENTENCES.encode()))
    assert len(read(path)) == 2


def test_a_line_that_is_no_word_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text("1\tI\tI\n", "utf-8")
    with pytest.raises(ValueError, match=r"x\.conllu:1: found 3 columns, expected 10"):
        read(path)
