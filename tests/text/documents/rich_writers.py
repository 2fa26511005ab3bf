"""Writes one article with headings, bold terms, a list, a block quotation and footnotes in ten formats."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from html import escape

from document_writers import TYPES, WORD, pdf_objects, relations, zipped

Blocks = Sequence[tuple[str, str]]
"""Each paragraph with its kind: title, heading, text, item, quote, note.

Words in **two stars** are bold, and ^1 is the mark of a footnote.
"""
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_MARK = re.compile(r"\^(\d)")
_RAISED = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")


def body_of(blocks: Blocks) -> list[str]:
    """The paragraphs that are to be read as prose."""
    return [_bare(text) for kind, text in blocks if kind in ("text", "item", "quote")]


def terms_of(blocks: Blocks) -> list[str]:
    return [term for kind, text in blocks if kind == "text" for term in _BOLD.findall(text)]


def _bare(text: str) -> str:
    return _MARK.sub("", _BOLD.sub(r"\1", text))


def plain(blocks: Blocks) -> str:
    """As an editor of plain text has it: nothing is bold, and footnotes are raised figures."""
    before = {"item": "• ", "quote": "    "}
    return "\n\n".join(
        before.get(kind, "") + _BOLD.sub(r"\1", words)
        for kind, text in blocks
        for words in [_MARK.sub(lambda mark: mark[1].translate(_RAISED), text)]
    )


def markdown(blocks: Blocks) -> bytes:
    before = {"title": "# ", "heading": "## ", "item": "- ", "quote": "> "}
    lines = [
        f"[^{text[1]}]: {text[3:]}" if kind == "note" else before.get(kind, "") + _MARK.sub(r"[^\1]", text)
        for kind, text in blocks
    ]
    return "\n\n".join(lines).encode()


_ELEMENTS = {"title": "h1", "heading": "h2", "text": "p", "item": "li", "quote": "blockquote"}


def fragment(blocks: Blocks, mark: str = '<sup><a href="#fn{0}">{0}</a></sup>') -> str:
    """HTML of the article, its notes at the end."""
    found, notes = [], []
    for kind, text in blocks:
        words = _BOLD.sub(r"<strong>\1</strong>", escape(text, quote=False))
        if kind == "note":
            notes.append(f'<li id="fn{text[1]}">{escape(text[3:], quote=False)}</li>')
            continue
        words = _MARK.sub(lambda found: mark.format(found[1]), words)
        element = _ELEMENTS[kind]
        found.append(f"<{element}>{f'<p>{words}</p>' if kind == 'quote' else words}</{element}>")
    body = re.sub(r"(?:<li>.*?</li>\n?)+", lambda items: f"<ul>{items[0]}</ul>", "\n".join(found))
    return f"{body}\n<section role='doc-endnotes'><h2>Notes</h2><ol>{''.join(notes)}</ol></section>"


def web_page(blocks: Blocks) -> bytes:
    title = blocks[0][1]
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title} - The Post</title></head><body>"
        "<header><nav><a href=/>Home</a> <a href=/local>Local news</a></nav></header>"
        f"<main><article>{fragment(blocks)}</article></main>"
        "<aside><h3>Most read</h3><ul><li><a href=/a>Mayor opens 3 new pools</a></li></ul></aside>"
        "<footer><p>Copyright 2024 The Post. All rights reserved.</p></footer></body></html>"
    ).encode()


def xhtml(blocks: Blocks) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>{blocks[0][1]}</title></head><body>{fragment(blocks)}</body></html>"
    ).encode()


def e_book(blocks: Blocks) -> bytes:
    page = xhtml(blocks).decode()
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
            "a.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
            "a.xhtml": page,
        }
    )


_STYLES = {"title": "Title", "heading": "heading 1", "quote": "Quote", "item": "List Paragraph", "text": "Normal"}


def word(blocks: Blocks) -> bytes:
    """A Word file with real footnotes and a real list."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in _STYLES.values()
    )
    body = "".join(_word_paragraph(kind, text) for kind, text in blocks if kind != "note")
    notes = "".join(
        f'<w:footnote w:id="{text[1]}"><w:p><w:r><w:t>{escape(text[3:])}</w:t></w:r></w:p></w:footnote>'
        for kind, text in blocks
        if kind == "note"
    )
    parts = {"styles": styles, "footnotes": notes, "numbering": _NUMBERING}
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": relations({part: f"{part}.xml" for part in parts}),
            **{f"word/{part}.xml": f'<w:{part} xmlns:w="{WORD}">{xml}</w:{part}>' for part, xml in parts.items()},
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _word_paragraph(kind: str, text: str) -> str:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if kind == "item" else ""
    runs = "".join(
        f'<w:r><w:footnoteReference w:id="{run}"/></w:r>'
        if is_mark
        else f'<w:r>{"<w:rPr><w:b/></w:rPr>" * is_bold}<w:t xml:space="preserve">{escape(run, quote=False)}</w:t></w:r>'
        for run, is_bold, is_mark in _runs(text)
    )
    style = _STYLES[kind].replace(" ", "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbered}</w:pPr>{runs}</w:p>'


def open_document(blocks: Blocks) -> bytes:
    """An OpenDocument text as LibreOffice writes it: bold by an automatic style, titles by styles of paragraphs."""
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
    )
    notes = {text[1]: text[3:] for kind, text in blocks if kind == "note"}
    body = "".join(_open_paragraph(kind, text, notes) for kind, text in blocks if kind != "note")
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:  # the first file is stored as it is
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def _open_paragraph(kind: str, text: str, notes: dict[str, str]) -> str:
    words = "".join(
        f"<text:note><text:note-citation>{run}</text:note-citation><text:note-body><text:p>{escape(notes[run])}"
        "</text:p></text:note-body></text:note>"
        if is_mark
        else f'<text:span text:style-name="T1">{escape(run)}</text:span>'
        if is_bold
        else escape(run)
        for run, is_bold, is_mark in _runs(text)
    )
    if kind == "heading":
        return f'<text:h text:outline-level="1">{words}</text:h>'
    if kind == "item":
        return f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
    style = {"title": "P1", "quote": "P2"}.get(kind, "Text_20_body")
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def _runs(text: str) -> Iterator[tuple[str, bool, bool]]:
    """The pieces of a paragraph, each with whether it is bold and whether it is the mark of a footnote."""
    for at, piece in enumerate(_BOLD.split(text)):
        for within, run in enumerate(_MARK.split(piece)):
            if run:
                yield run, at % 2 == 1, within % 2 == 1


_SIZES = {"title": 18.0, "heading": 14.0, "note": 8.0}
_WIDTH = 92


def pdf(blocks: Blocks) -> bytes:
    """A PDF file of one page: headings in larger letters, terms in a bold font, notes small at its foot."""
    shown: list[str] = []
    y = 800.0
    for kind, text in blocks:
        size = _SIZES.get(kind, 11.0)
        for at, line in enumerate(_lines({"item": "• "}.get(kind, "") + text)):
            y -= size * 1.25
            shown.append(_pdf_line(line, 70 if kind == "quote" else 62 if kind == "item" and at else 50, y, size, kind))
        y -= 10
    return _pdf_page(shown)


def pdf_of_runs(lines: Sequence[str]) -> bytes:
    """A PDF file of one page with these lines, all in letters of one size."""
    return _pdf_page([_pdf_line(line, 50, 800.0 - 14 * at, 11, "text") for at, line in enumerate(lines)])


def _pdf_page(shown: Sequence[str]) -> bytes:
    stream = "\n".join(shown)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding /WinAnsiEncoding >>"
    return pdf_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            font.format(""),
            font.format("-Bold"),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    )


def _lines(text: str) -> list[str]:
    """The paragraph in lines; a term that goes on in the next line is bold in both."""
    lines = [""]
    bold = False
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _WIDTH:
            lines[-1] += "**" * bold
            lines.append("**" * bold + word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
        bold ^= word.count("**") % 2 == 1
    return lines


def _pdf_line(line: str, x: float, y: float, size: float, kind: str) -> str:
    pieces = [f"BT 1 0 0 1 {x} {y:.2f} Tm"]
    for run, is_bold, is_mark in _runs(line):
        words = run.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        font = "F2" if is_bold or kind in ("title", "heading") else "F1"
        small = is_mark and kind != "note"
        pieces.append(f"/{font} {size * (0.6 if small else 1):g} Tf {4 * small} Ts ({words}) Tj")
    return " ".join([*pieces, "ET"])


def rich_text(blocks: Blocks) -> bytes:
    """A file in Rich Text Format, as a word processor writes it."""
    notes = {text[1]: text[3:] for kind, text in blocks if kind == "note"}
    before = {"item": r"{\listtext\'95\tab }"}
    paragraphs = "".join(
        rf"\pard {before.get(kind, '')}{_rich_runs(text, notes, kind in ('title', 'heading'))}\par" + "\n"
        for kind, text in blocks
        if kind != "note"
    )
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}{\stylesheet{\s1\b heading 1;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{paragraphs}}}".encode("ascii")


def _rich_runs(text: str, notes: dict[str, str], all_bold: bool) -> str:
    found = "".join(
        rf"{{\super\chftn{{\footnote \pard {_escaped(notes[run])}}}}}"
        if is_mark
        else rf"{{\b {_escaped(run)}}}"
        if is_bold
        else _escaped(run)
        for run, is_bold, is_mark in _runs(text)
    )
    return rf"\b {found}\b0 " if all_bold else found


def _escaped(text: str) -> str:
    return "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in text)


PLAIN: dict[str, tuple[str, Callable[[Blocks], bytes]]] = {
    "UTF-8": ("article.txt", lambda blocks: plain(blocks).encode()),
    "UTF-16": ("article.txt", lambda blocks: plain(blocks).encode("utf-16")),
    "Windows-1252": ("article.txt", lambda blocks: plain(blocks).replace("\n", "\r\n").encode("cp1252")),
}
MARKED: dict[str, tuple[str, Callable[[Blocks], bytes]]] = {
    "Markdown": ("article.md", markdown),
    "HTML": ("article.html", web_page),
    "XHTML": ("article.xhtml", xhtml),
    "Word": ("article.docx", word),
    "OpenDocument": ("article.odt", open_document),
    "Rich Text": ("article.rtf", rich_text),
    "PDF": ("article.pdf", pdf),
    "e-book": ("article.epub", e_book),
}
"""By what it is called in tests: a file name, and what writes it. The first three say nothing of what is bold."""
