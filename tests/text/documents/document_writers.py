"""Writes one article in many formats: what programs, pages and clipboards make of it."""

import io
import textwrap
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from html import escape

Paragraphs = Sequence[str]
"""The title, then every other paragraph; headings are those without the end of a sentence."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(targets: dict[str, str]) -> str:
    """The file of an office document that says which of its parts is what."""
    entries = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{entries}</Relationships>'


def is_heading(paragraph: str) -> bool:
    return paragraph.rstrip("”\"'")[-1] not in ".!?…:"


def plain(paragraphs: Paragraphs) -> str:
    return "\n\n".join(paragraphs) + "\n"


def utf8(paragraphs: Paragraphs) -> bytes:
    return plain(paragraphs).encode()


def windows(paragraphs: Paragraphs) -> bytes:
    """As Notepad saved it for years: Windows-1252, CR LF."""
    return plain(paragraphs).replace("\n", "\r\n").encode("cp1252")


def utf16(paragraphs: Paragraphs) -> bytes:
    return plain(paragraphs).encode("utf-16")


def decomposed(paragraphs: Paragraphs) -> bytes:
    """As a Mac has it: accents apart from their letters, and blanks that do not break."""
    text = unicodedata.normalize("NFD", plain(paragraphs))
    return text.replace(" of ", " of\u00a0").replace("ing ", "ing\u200b ").encode()


def pasted(paragraphs: Paragraphs) -> bytes:
    """As the clipboard has it: a line for each paragraph and no empty lines."""
    return "\n".join(paragraphs).encode()


def wrapped(paragraphs: Paragraphs) -> bytes:
    """As a mail program sends it: lines of 72 characters, with words divided at their ends."""
    return "\n\n".join("\n".join(divided_lines(paragraph, 72)) for paragraph in paragraphs).encode()


def printed(paragraphs: Paragraphs) -> bytes:
    """As text taken from paper: page numbers and running heads between the lines."""
    return "\f".join("\n".join(page) for page in pages(paragraphs)).encode()


def markdown(paragraphs: Paragraphs) -> bytes:
    title, *rest = paragraphs
    body = [f"## {one}" if is_heading(one) else "\n".join(textwrap.wrap(one, 80)) for one in rest]
    return "\n\n".join([f"# {title}", *body, "```\nprint(1066)\n```"]).encode()


def fragment(paragraphs: Paragraphs) -> bytes:
    """A piece of HTML, as it lies in a database."""
    title, *rest = paragraphs
    body = [f"<h2>{escape(one)}</h2>" if is_heading(one) else f"<p>{escape(one)}</p>" for one in rest]
    return "\n".join([f"<h1>{escape(title)}</h1>", *body]).encode()


def web_page(paragraphs: Paragraphs) -> bytes:
    """A page of a newspaper, with everything that stands around an article."""
    body = fragment(paragraphs).decode().replace("“", "&ldquo;").replace("”", "&rdquo;")
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{escape(paragraphs[0])} | The Post</title>"
        "<script>var tracked = 1999;</script><style>p { margin: 12px }</style></head><body>"
        "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/local>Local news</a></li></ul></nav></header>"
        f"<main><article>{body}</article></main>"
        "<aside><h3>Most read</h3><ul><li><a href=/a>Mayor opens 3 new pools</a></li></ul></aside>"
        "<footer><p>Copyright 2024 The Post. All rights reserved.</p></footer></body></html>"
    ).encode()


def word(paragraphs: Paragraphs) -> bytes:
    """A Word file with a title and headings in their styles."""
    title, *rest = paragraphs
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1")
    )
    body = _paragraph(title, "Title")
    body += "".join(_paragraph(one, "heading1" if is_heading(one) else "") for one in rest)
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": relations({"styles": "styles.xml"}),
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


def _paragraph(text: str, style: str) -> str:
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    first, blank, rest = text.partition(" ")  # a program splits a paragraph into runs where it likes
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(run, quote=False)}</w:t></w:r>' for run in (first, blank + rest) if run
    )
    return f"<w:p>{style}{runs}</w:p>"


def open_document(paragraphs: Paragraphs) -> bytes:
    """An OpenDocument text, with a comment and a footnote in it."""
    title, *rest = paragraphs
    note = "<text:note><text:note-citation>1</text:note-citation><text:p>Report of 1999.</text:p></text:note>"
    remark = "<office:annotation><text:p>Is this so?</text:p></office:annotation>"
    body = "".join(
        f"<text:h>{escape(one)}</text:h>" if is_heading(one) else f"<text:p>{escape(one)}{note}{remark}</text:p>"
        for one in rest
    )
    content = f"<office:body><office:text><text:h>{escape(title)}</text:h>{body}</office:text></office:body>"
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:  # the first file is stored as it is
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def e_book(paragraphs: Paragraphs) -> bytes:
    """An e-book with its text in two files."""
    half = len(paragraphs) // 2
    while is_heading(paragraphs[half - 1]):
        half += 1
    first = fragment(paragraphs[:half]).decode()
    second = fragment(paragraphs[half - 1 :]).decode().partition("\n")[2]
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>'
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in ("one", "two")
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>',
            "OPS/a.opf": f"<package><manifest>{items}</manifest>"
            '<spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
            "OPS/one.xhtml": page.format(first),
            "OPS/two.xhtml": page.format(second),
        }
    )


def pdf(paragraphs: Paragraphs) -> bytes:
    """A PDF file with a running head and the page number at the foot of each page."""
    return pdf_of(pages(paragraphs))


def pdf_of(pages_of_lines: Sequence[Sequence[str]]) -> bytes:
    """A PDF file with these lines on its pages."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages_of_lines:
        shown = "\n".join(f"({_in_pdf(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}\nET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return pdf_objects(objects)


def pdf_objects(objects: Sequence[str]) -> bytes:
    """A PDF file of these objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _in_pdf(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pages(paragraphs: Paragraphs) -> list[list[str]]:
    """The lines of the article on pages of forty lines, each but the first with a head, and all with a number."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*divided_lines(paragraph, 80), ""]
    found = []
    for number, at in enumerate(range(0, len(lines), 40), 1):
        head = [f"The Valley Post   {paragraphs[0][:30].rstrip()}"] if number > 1 else []
        found.append([*head, *lines[at : at + 40], str(number)])
    return found


def divided_lines(paragraph: str, width: int) -> list[str]:
    """The paragraph in lines; a long word that does not fit goes on in the next line behind a hyphen."""
    lines, line = [], ""
    for word in paragraph.split(" "):
        room = width - len(line) - 2
        if line and len(line) + 1 + len(word) > width:
            if word.isalpha() and word.islower() and len(word) > 8 and room >= 4:
                lines.append(f"{line} {word[: room - 1]}-" if room - 1 < len(word) - 2 else f"{line} {word[:4]}-")
                line = word[room - 1 :] if room - 1 < len(word) - 2 else word[4:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


FORMATS: dict[str, tuple[str, Callable[[Paragraphs], bytes]]] = {
    "utf-8": ("article.txt", utf8),
    "windows": ("article.txt", windows),
    "utf-16": ("article.txt", utf16),
    "decomposed": ("article.txt", decomposed),
    "pasted": ("article.txt", pasted),
    "wrapped": ("article.txt", wrapped),
    "printed": ("article.txt", printed),
    "markdown": ("article.md", markdown),
    "markdown under .txt": ("article.txt", markdown),
    "fragment": ("article.txt", fragment),
    "web page": ("article.html", web_page),
    "word": ("article.docx", word),
    "OpenDocument": ("article.odt", open_document),
    "e-book": ("article.epub", e_book),
    "pdf": ("article.pdf", pdf),
}
"""By what it is called in tests: a file name, and what writes it."""
