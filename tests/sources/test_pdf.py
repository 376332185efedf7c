"""PDFs, made here with invented minutes, and the recorded ones."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from db.records.reading import ReadingError
from sources import pdf
from sources.read import read

LEADING = 14.0


def drawn(draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of what is drawn."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=encrypt)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def page(canvas: Canvas, lines: list[str], *, header: str = "", footer: str = "", left: float = 70) -> None:
    """A page of 11 point text; an empty line leaves a line's space."""
    canvas.setFont("Helvetica", 11)
    if header:
        canvas.drawString(70, 810, header)
    for number, line in enumerate(lines):
        if line:
            canvas.drawString(left, 770 - number * LEADING, line)
    if footer:
        canvas.drawString(280, 40, footer)
    canvas.showPage()


FIRST = [
    "Niederschrift",
    "",
    "Sitzung des Stadtrates der Stadt Auental",
    "",
    "Herr Ahorn erklärt, die Brücke über die Aue sei seit langem baufällig. Der Bauhof habe sie ge-",
    "sperrt. Für die Sanierung brauche man einen Beschluss des Rates und auch die Zustimmung der",
    "Nachbargemeinde.",
    "",
    "Frau Birke fragt, was die Sanierung koste und wann sie beginnen solle, denn der Schulweg füh-",
]
SECOND = [
    "re über die Brücke. Sie bitte um einen Bericht des Haupt-",
    "und Bauamtes.",
    "",
    "Der Rat beschließt einstimmig den Bau der Ost-",
    "West-Querung.",
]


def two_pages(canvas: Canvas) -> None:
    for number, lines in enumerate((FIRST, SECOND), 1):
        page(
            canvas,
            lines,
            header=f"Sitzung des Stadtrates vom 03.04.2031 Seite {number} von 2",
            footer=f"- {number} -",
        )


def test_pages_become_continuous_text() -> None:
    reading = read(drawn(two_pages))
    assert reading.text == (
        "Niederschrift\n\n"
        "Sitzung des Stadtrates der Stadt Auental\n\n"
        "Herr Ahorn erklärt, die Brücke über die Aue sei seit langem baufällig. Der Bauhof habe sie gesperrt. "
        "Für die Sanierung brauche man einen Beschluss des Rates und auch die Zustimmung der\n"
        "Nachbargemeinde.\n\n"
        "Frau Birke fragt, was die Sanierung koste und wann sie beginnen solle, denn der Schulweg führe über die "
        "Brücke. Sie bitte um einen Bericht des Haupt-\n"
        "und Bauamtes.\n\n"
        "Der Rat beschließt einstimmig den Bau der Ost-West-Querung."
    )
    assert (reading.kind, reading.product, reading.media_type) == ("minutes", "PDF", "application/pdf")


def test_offsets_lead_to_the_page() -> None:
    reading = read(drawn(two_pages))
    first, second = reading.pages
    assert reading.text[first.start : first.end].endswith("Schulweg füh")
    assert reading.text[second.start : second.end].startswith("re über die Brücke")


def test_the_running_header_tells_the_day() -> None:
    reading = read(drawn(two_pages))
    assert (reading.title, reading.date) == ("Sitzung des Stadtrates vom 03.04.2031", "2031-04-03")


def test_two_columns_are_read_one_after_the_other() -> None:
    def columns(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for column, name in enumerate(("Ahorn", "Birke")):
            for line in range(8):
                canvas.drawString(
                    70 + column * 240, 770 - line * 12, f"{name} (ABC): Der Rat hat Zeile {line} gehört"
                )
        canvas.showPage()

    speakers = re.findall(r"Ahorn|Birke", read(drawn(columns)).text)
    assert speakers == ["Ahorn"] * 8 + ["Birke"] * 8


def test_a_text_without_spaced_paragraphs_is_parted_where_lines_end_early() -> None:
    full = "Herr Ahorn erklärt, die Brücke sei seit langem baufällig und der Bauhof der Stadt habe sie"
    lines = [
        "Niederschrift des Stadtrates",
        *[full, full, "gesperrt.", "Frau Birke fragt nach den Kosten."] * 6,
    ]
    text = read(drawn(lambda canvas: page(canvas, lines))).text
    assert text.count("gesperrt.\n\nFrau Birke") == 6
    assert f"{full}\n{full}\ngesperrt." in text


def test_a_page_ended_early_ends_a_paragraph() -> None:
    def chapters(canvas: Canvas) -> None:
        page(canvas, ["Niederschrift", *["Der Rat berät über die Brücke und ihre Kosten"] * 50])
        page(canvas, ["TOP 1 Brücke", "Der Rat beschließt den Bau"])
        page(canvas, ["TOP 2 Bericht", "Der Rat nimmt Kenntnis"])

    assert "den Bau\n\nTOP 2 Bericht" in read(drawn(chapters)).text


def test_pages_without_text_are_doubted() -> None:
    def partly_scanned(canvas: Canvas) -> None:
        two_pages(canvas)
        canvas.showPage()
        canvas.showPage()

    (doubt,) = read(drawn(partly_scanned)).doubts
    assert doubt.message == "2 pages have no text: 3, 4"
    assert read(drawn(two_pages)).doubts == ()


WRONG = {
    "scan": (
        drawn(lambda canvas: (canvas.rect(0, 0, 100, 100, fill=1), canvas.showPage(), None)[-1]),
        "no text",
        "OCR",
    ),
    "encrypted": (
        drawn(two_pages, StandardEncryption("geheim", strength=128)),
        "encrypted",
        "without password",
    ),
    "cut off": (drawn(two_pages)[:900], "damaged or cut off", "again"),
    "junk with a PDF's head": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged or cut off", "again"),
    "an invoice": (
        drawn(lambda canvas: page(canvas, ["Rechnung Nr. 17", "Für die Lieferung von Schrauben 20 Euro."])),
        "nothing shows a German council document",
        "check",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_pdfs_are_refused_in_words(name: str) -> None:
    content, message, advice = WRONG[name]
    with pytest.raises(ReadingError) as refusal:
        read(content)
    assert message in refusal.value.message
    assert advice in refusal.value.advice


@pytest.mark.recorded
def test_recorded_pages_keep_their_letters(shared: Path) -> None:
    for path in sorted((shared / "data/minutes_pdf").iterdir()):
        content = path.read_bytes()
        reading = pdf.read(content, "")
        document = pypdfium2.PdfDocument(content)
        assert len(reading.pages) == len(document)
        for span in reading.pages:
            printed = letters(document[span.number - 1].get_textpage().get_text_range())
            assert letters(reading.text[span.start : span.end]) in printed, (path.name, span.number)


@pytest.mark.recorded
def test_recorded_pdfs_are_minutes_without_running_headers(shared: Path) -> None:
    for path in sorted((shared / "data/minutes_pdf").iterdir()):
        reading = pdf.read(path.read_bytes(), "")
        assert reading.kind == "minutes"
        assert not re.search(r"Seite \d+( von \d+)?$", reading.text, re.M), path.name
        assert "\ufffe" not in reading.text
        assert not re.search(r"\w-\n[a-z]+(?<!und)(?<!oder)(?<!bzw)(?<!als)\b", reading.text), path.name


def letters(text: str) -> str:
    """The letters and digits alone."""
    return re.sub(r"[\W_]+", "", text)
