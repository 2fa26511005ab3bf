"""Articles of every format on the command line: made into a bank, or refused in one line."""

from pathlib import Path

from document_writers import FORMATS, pdf_of

PARAGRAPHS = (
    "The Lantern Bridge",
    "In 1887, Edith Marlow designed the Lantern Bridge. In 1921, the Orra Water Company built 36 sluices in Senn.",
    "Figure 1. The bridge in 1903.",
    "It rained for days in the valley.",
)


def test_a_word_file_becomes_a_bank_that_finds_its_evidence_again(run, tmp_path: Path) -> None:
    place = tmp_path / "bridge.docx"
    place.write_bytes(FORMATS["word"][1](PARAGRAPHS))
    made = run("generate", str(place), "-o", "bridge.yaml")
    assert made.exit_code == 0
    assert made.stderr.splitlines()[0] == f"{place}: not asked about: 1 caption"
    assert run("check", "bridge.yaml").exit_code == 0


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_made(run, tmp_path: Path) -> None:
    scanned, whole = tmp_path / "scanned.pdf", tmp_path / "whole.pdf"
    scanned.write_bytes(pdf_of([[], []]))
    whole.write_bytes(FORMATS["pdf"][1](PARAGRAPHS))
    made = run("generate", str(scanned), str(whole), "-o", f"{tmp_path}/")
    assert made.exit_code == 1 and (tmp_path / "whole.yaml").exists()
    assert (
        sum("scanned.pdf: found a PDF file of 2 pages without text" in line for line in made.stderr.splitlines()) == 1
    )
    assert "Traceback" not in made.stderr
