"""Store a language model again in the form that the engine reads today, without training it.

python tools/repack_language.py MODEL OUTPUT

MODEL may be in this form or in one before. Weights and everything else that was learnt stay the same.
"""

import argparse
from pathlib import Path

from form_4 import MAGIC, from_form_4
from quizengine.language.model.model_file import read_model, write_model


def main() -> None:
    """Read the one file and write the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="file with a model")
    parser.add_argument("output", type=Path, help="file to write it to")
    chosen = parser.parse_args()
    data = chosen.model.read_bytes()
    try:
        packed = write_model(from_form_4(data) if data.startswith(MAGIC) else read_model(data))
    except ValueError as error:
        parser.error(f"{chosen.model}: {error}")
    chosen.output.write_bytes(packed)
    print(f"{chosen.output}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
