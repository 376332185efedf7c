"""Minutes as PDF: PDFium's text of every page, made continuous, with the paragraphs that line gaps show."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import PageSpan, Reading, ReadingError
from sources.detection import Recognition, Sample
from sources.furniture import running_title, without_furniture
from sources.moments import day_in
from sources.pages import Line, Page, continuous, line_text
from sources.paragraphs import ends_sentence, first_word
from sources.wording import kind_of

PRODUCT = "PDF"

SCANNED = 5
"""With fewer letters a page than this there is no text layer, only a stamp or a page number."""

PARAGRAPH = 1.35
"""A gap between baselines of so many times the usual one ends a paragraph (seen: 1.5 to 3)."""

SPACED = 0.03
"""With a smaller share of wide gaps a document does not set its paragraphs apart by space."""

CHARACTER = 0.4
"""A character's average width in usual line gaps (11 point on a gap of 12.6: about 5)."""

EARLY = 4
"""A page with room for so many more lines was ended on purpose, not for want of room."""


@dataclass(slots=True)
class Placed(Line):
    """A line with its place in points: where its first and last character begin (`left`, `right`) and the
    baseline of the last (`bottom`)."""

    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


def recognise(sample: Sample) -> Recognition | None:
    """Any PDF; what kind of document it is, its text tells when it is read."""
    if sample.media_type != "application/pdf":
        return None
    return Recognition(product=PRODUCT, kind="unknown", evidence="%PDF-", name="a PDF")


def read(content: bytes, document_id: str) -> Reading:  # noqa: ARG001 - the protocol of readers
    """The continuous text of a PDF's pages; raises ReadingError where there is none to be had."""
    printed = pages_of(content)
    pages = without_furniture(printed)
    mark_paragraphs(pages)
    text, spans = continuous(pages)
    title = running_title(printed)
    date = day_in(title) if title else None
    return Reading(
        product=PRODUCT,
        kind=kind_of_pages(text, len(printed)),
        media_type="application/pdf",
        text=text,
        pages=spans,
        title=title if date else None,
        date=date,
        doubts=doubts_of(printed, spans),
    )


def doubts_of(printed: Sequence[Page], spans: Sequence[PageSpan]) -> tuple[Doubt, ...]:
    """A doubt for pages without any text: they may be scans whose content is missing."""
    bare = [page.number for page in printed if not page.lines]
    if not bare:
        return ()
    start = next(span.start for span in spans if span.number == bare[0])
    numbers = ", ".join(map(str, bare[:10])) + (" …" if len(bare) > 10 else "")
    which = "page has" if len(bare) == 1 else "pages have"
    return (
        Doubt(
            stage="parse",
            message=f"{len(bare)} {which} no text: {numbers}",
            advice="look at the original; if these pages are scans, run OCR on the file and import it again",
            start=start,
            end=start,
        ),
    )


def kind_of_pages(text: str, pages: int) -> DocumentKind:
    """The kind of document its text shows; raises ReadingError for scans and for what is no council document."""
    if sum(map(len, re.findall(r"\w+", text))) < SCANNED * pages:
        raise ReadingError(
            "the PDF has pages but no text, or next to none: it is a scan",
            "it needs OCR first (for example `ocrmypdf --language deu`), then import the result",
        )
    if not (found := kind_of(text)):
        raise ReadingError(
            "a PDF in which nothing shows a German council document",
            "check that this is the file you meant; minutes are known by their heading, agenda or votes",
        )
    return found[0]


def pages_of(content: bytes) -> list[Page]:
    """The pages with their lines in PDFium's reading order."""
    document = opened(content)
    try:
        return [Page(index + 1, placed_lines(document[index])) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ReadingError(*REFUSALS[pdfium.FPDF_ERR_FORMAT]) from error
    finally:
        document.close()


REFUSALS = {
    pdfium.FPDF_ERR_PASSWORD: (
        "the PDF is encrypted",
        "ask for a copy without password, or save it without one, and import that",
    ),
    pdfium.FPDF_ERR_FORMAT: (
        "the PDF is damaged or cut off",
        "get the file again from where it was published",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "the PDF uses an encryption that cannot be opened",
        "ask for a copy without it",
    ),
}


def opened(content: bytes) -> pypdfium2.PdfDocument:
    """The PDF, opened; raises ReadingError."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        message, advice = REFUSALS.get(error.err_code, REFUSALS[pdfium.FPDF_ERR_FORMAT])
        raise ReadingError(message, advice) from error
    if len(document) == 0:
        raise ReadingError("the PDF has no pages", "get the file again from where it was published")
    return document


def placed_lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page that are not blank, with their places."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    lines: list[Line] = []
    at = 0
    for line in text.split("\r\n"):
        if cleaned := line_text(line):
            first = at + len(line) - len(line.lstrip())
            lines.append(placed(textpage, cleaned, first, at + len(line.rstrip()) - 1))
        at += len(line) + 2
    textpage.close()
    page.close()
    return lines


def placed(textpage: pypdfium2.PdfTextPage, text: str, first: int, last: int) -> Placed:
    """A line with the places of its first and last character."""
    left, top = origin(textpage, first)
    right, bottom = origin(textpage, last)
    return Placed(text, top=top, left=left, right=right, bottom=bottom)


def origin(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """Where a character stands on its baseline: points from the left and lower edge."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def mark_paragraphs(pages: Sequence[Page]) -> None:
    """Set `blank` on the lines before which a paragraph ends."""
    gaps = [gap for page in pages for gap in gaps_of(page)]
    usual = usual_gap(gaps)
    spaced = sum(gap > usual * PARAGRAPH for gap in gaps) > len(gaps) * SPACED
    for page in pages:
        own = usual_gap(gaps_of(page), usual)
        lines = placed_of(page)
        for line, following in pairwise(lines):
            following.blank = ends_paragraph(line, following, own, lines, spaced)
    mark_page_ends(pages, usual)


def mark_page_ends(pages: Sequence[Page], usual: float) -> None:
    """A page that ends early, or in a short line with the end of a sentence, ends a paragraph."""
    filled = [lines for page in pages if (lines := placed_of(page))]
    floor = min((lines[-1].bottom for lines in filled), default=0.0)
    for lines, following in pairwise(filled):
        early = lines[-1].bottom > floor + EARLY * usual and not following[0].text[:1].islower()
        following[0].blank = early or is_last_line(lines[-1], following[0], usual, lines)


def placed_of(page: Page) -> list[Placed]:
    """The page's lines as the placed lines they are."""
    return [line for line in page.lines if isinstance(line, Placed)]


def gaps_of(page: Page) -> list[float]:
    """The distances from each line down to the next, in points; ups (the next column) are left out."""
    lines = placed_of(page)
    gaps = (line.bottom - (following.top or 0.0) for line, following in pairwise(lines))
    return [gap for gap in gaps if gap > 1]


def usual_gap(gaps: Sequence[float], otherwise: float = 12.0) -> float:
    """The most frequent gap, to a point; `otherwise` where there are too few or none prevails."""
    if not gaps:
        return otherwise
    (rounded, count), *_ = Counter(round(gap) for gap in gaps).most_common(1)
    if count < 5 or count < 0.3 * len(gaps):
        return otherwise
    near = [gap for gap in gaps if abs(gap - rounded) <= 0.5]
    return sum(near) / len(near)


def ends_paragraph(line: Placed, following: Placed, usual: float, lines: list[Placed], spaced: bool) -> bool:
    """Whether a paragraph ends between two lines of a page."""
    gap = line.bottom - (following.top or 0.0)
    if gap < -1 or not spaced:
        return is_last_line(line, following, usual, lines)
    return gap > usual * PARAGRAPH


def is_last_line(line: Placed, following: Placed, usual: float, lines: list[Placed]) -> bool:
    """Whether a line ends a sentence and leaves room into which the following word would have fitted."""
    if not ends_sentence(line.text):
        return False
    edge = max(other.right for other in lines if other.left <= line.right and other.right >= line.left)
    return line.right + usual * CHARACTER * (len(first_word(following.text)) + 1) < edge
