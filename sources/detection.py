"""What a file is, told from its content and never from its name.

A reader of a product or file type is a module with a `PRODUCT`, a `recognise` and a `read` (see `Reader`);
the readers stand in the explicit tuple `sources.read.READERS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Protocol

from bs4 import BeautifulSoup

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.zips import office_kind

MAX_TEXT = 16 * 1024 * 1024
"""Bytes a text or page may have: the longest minutes seen have one megabyte, a saved page at most a few."""

STRAY = 0.01
"""A text layer may hold a stray control character; binary data holds far more than one in a hundred."""

CONTROL = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\uffff]")
"""Control characters that mean nothing in text (\\x02 is left: PDFium writes it for a hyphen)."""

HEAD = 20_000
"""So many characters are looked at where a look at the beginning must do."""


@dataclass(frozen=True)
class Sample:
    """A file's bytes with what can be told of any file.

    `media_type` is sniffed from the bytes: `application/pdf`, `text/html`, `application/xml`,
    `application/json` or `text/plain`; `text` is the decoded content with `\\n` line ends, empty for PDF.
    """

    content: bytes
    media_type: str
    text: str

    @cached_property
    def head(self) -> str:
        """The first characters of the text."""
        return self.text[:HEAD]

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page as parsed by lxml; only asked for where `media_type` is HTML or XML."""
        return BeautifulSoup(self.text, "lxml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a file was recognised as; `evidence` is the marker found in it, `name` says it in words."""

    product: str
    version: str | None = None
    kind: DocumentKind
    evidence: str
    name: str = ""


class Reader(Protocol):
    """A module that reads one product or file type."""

    PRODUCT: str

    def recognise(self, sample: Sample) -> Recognition | None:
        """What the sample is, or None where it is not of this product or not a page this module reads."""

    def read(self, content: bytes, document_id: str) -> Reading:
        """The reading of a recognised file; raises ReadingError."""


EMPTY = "the file is empty", "get the file again from where it was published"
LONG = "the text is too long ({} MB, at most {} MB are read)", "split it, or check that these are minutes"
ENCODING = "the text is in an unknown encoding", "save it as UTF-8 and import that"
BINARY = "the file is neither text nor PDF", "import the PDF, HTML page or text of the minutes instead"
IMAGE = "the file is an image ({})", "run text recognition (OCR) on it and import the resulting PDF or text"
OFFICE = "the file is {}", "save it as PDF or text and import that"

ZIP = "a ZIP archive"
SIGNATURES: tuple[tuple[bytes, tuple[str, str], str], ...] = (
    (b"\x89PNG\r\n", IMAGE, "PNG"),
    (b"\xff\xd8\xff", IMAGE, "JPEG"),
    (b"GIF8", IMAGE, "GIF"),
    (b"II*\x00", IMAGE, "TIFF"),
    (b"MM\x00*", IMAGE, "TIFF"),
    (b"PK\x03\x04", OFFICE, ZIP),
    (b"\xd0\xcf\x11\xe0", OFFICE, "an old office document (Word, Excel)"),
    (b"{\\rtf", OFFICE, "a rich-text document (RTF)"),
    (b"\x1f\x8b", OFFICE, "a gzip archive"),
    (b"SQLite format 3", OFFICE, "a SQLite database"),
)


def sample_of(content: bytes) -> Sample:
    """Sniff and decode; raises ReadingError for what is neither text nor PDF."""
    if not content.strip():
        raise ReadingError(*EMPTY)
    if b"%PDF-" in content[:1024]:
        return Sample(content, "application/pdf", "")
    for signature, (message, advice), name in SIGNATURES:
        if content.startswith(signature):
            name = office_kind(BytesIO(content)) or name if name == ZIP else name
            raise ReadingError(message.format(name), advice)
    text = decoded(content)
    return Sample(content, media_type_of(text), text)


def media_type_of(text: str) -> str:
    """The media type of decoded text."""
    head = text[:HEAD].lstrip("\ufeff \t\n")
    if head[:1] in ("{", "["):
        return "application/json"
    if not head.startswith("<"):
        return "text/plain"
    return "text/html" if HTML.search(head) else "application/xml"


HTML = re.compile(r"<(?:!doctype html|html|head|body|table|div|p)\b", re.IGNORECASE)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")


def decoded(content: bytes) -> str:
    """The text of the bytes: UTF-8 where they are UTF-8, else what the page declares, else Windows-1252.

    Raises ReadingError for bytes that no text has.
    """
    if len(content) > MAX_TEXT:
        raise ReadingError(LONG[0].format(len(content) // 2**20, MAX_TEXT // 2**20), LONG[1])
    for encoding in ("utf-8-sig", *declared_encodings(content), "cp1252"):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not is_binary(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ReadingError(*(BINARY if is_binary(content.decode("latin-1")) else ENCODING))


def declared_encodings(content: bytes) -> list[str]:
    """Encodings that a byte order mark or the head of a page names; ISO-8859-1 is taken as Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    names = [name.decode("ascii").lower() for name in DECLARED.findall(content[:4096])]
    return ["cp1252" if name in ("iso-8859-1", "latin-1", "us-ascii") else name for name in names]


def is_binary(text: str) -> bool:
    """Whether more control characters stand in it than slip into text by mistake."""
    head = text[:HEAD]
    return "\x00" in head or len(CONTROL.findall(head.replace("\f", ""))) > STRAY * len(head)
