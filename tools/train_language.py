"""Train the language model from a folder of treebanks.

python tools/train_language.py TREEBANK_FOLDER OUTPUT

Reads every *-train.conllu or *-train.conllu.xz of the folder, and the plain sentences of `plain_sentences`. The same
files give the same bytes. Each stage learns from what the stages before it say of sentences that they have not learnt
from: those stages are trained four times, each time without a quarter of the sentences.
"""

import argparse
import time
from pathlib import Path

import numpy as np

from conllu import read
from course import trained
from plain_sentences import plain_sentences
from quizengine.language.model.model_file import write_model
from stages import Stages


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path, help="folder with *-train.conllu[.xz]")
    parser.add_argument("output", type=Path, help="file to write the model to")
    parser.add_argument(
        "--keep", type=Path, help="folder for the results of each stage; those that it holds are not made anew"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many trainings to run at once (default: 1)")
    parser.add_argument(
        "--most-bits", type=int, default=32, help="no table has more than 2**BITS slots: fewer for a quick trial"
    )
    parser.add_argument(
        "--without-plain-sentences",
        action="store_true",
        help="learn from the treebanks alone, not from our own sentences",
    )
    chosen = parser.parse_args()
    files = sorted([*chosen.treebank.glob("*-train.conllu"), *chosen.treebank.glob("*-train.conllu.xz")])
    if not files:
        parser.error(f"{chosen.treebank}: found no *-train.conllu or *-train.conllu.xz")
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", flush=True)

    sentences = [sentence for file in files for sentence in read(file)]
    plain = () if chosen.without_plain_sentences else plain_sentences()
    lengths = [len(sentence.words) for sentence in (*sentences, *plain)]
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    model = trained(sentences, plain, Stages(numbers, chosen.keep, chosen.jobs, say, chosen.most_bits))
    data = write_model(model)
    chosen.output.write_bytes(data)
    say(f"{chosen.output}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
