"""What a file is, told from its content: own samples, wrong files, and everything recorded under random names."""

from __future__ import annotations

import gzip
import io
import random
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from db.records.reading import ReadingError
from sources.detection import sample_of
from sources.files import walk
from sources.read import detect, read

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
NOVEL = "Es war einmal ein Müller, der hatte drei Söhne und eine Mühle, und die Mühle stand am Bach. " * 20


def office() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", "<x/>")
    return buffer.getvalue()


WRONG: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blank": (b" \n\r\n\t", "empty"),
    "an image": (PNG, "an image (PNG)"),
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(50), "an image (JPEG)"),
    "an office document": (office(), "a Word document"),
    "an old office document": (b"\xd0\xcf\x11\xe0" + bytes(50), "old office document"),
    "rich text": (b"{\\rtf1 Niederschrift}", "rich-text document"),
    "a gzip": (gzip.compress(b"Niederschrift"), "gzip"),
    "a database": (b"SQLite format 3\x00" + bytes(50), "SQLite"),
    "junk": (random.Random(1).randbytes(4000), "neither text nor PDF"),
    "zeros": (bytes(4000), "neither text nor PDF"),
    "an old encoding": ("Niederschrift über die Bücher".encode("cp850"), "unknown encoding"),
    "a novel": (NOVEL.encode(), "nothing shows a German council document"),
    "English": (
        b"Minutes of the council. The motion was carried by the council and the mayor. " * 9,
        "nothing shows",
    ),
    "a shop": (
        b"<!DOCTYPE html><html><body><p>Schrauben 20 Euro</p></body></html>",
        "no known council information",
    ),
    "a feed": (b'<?xml version="1.0"?><rss><channel/></rss>', "XML of no known"),
    "broken JSON": (b'{"type": "https://schema.oparl.org/1.1/Meeting", ', "damaged JSON"),
    "other JSON": (b'{"name": "Schrauben", "price": 20}', "JSON of no council information system"),
    "a table": (b"name\tprice\nscrew\t20\nnail\t10\nnut\t5\n", "tab-separated"),
    "a treebank": (
        b"# sent_id = 1\n1\tEs\tes\tPRON\tPPER\t_\t2\tnsubj\t_\t_\n2\tist\tsein\tAUX\tVAFIN\t_\t0\troot\t_\t_\n",
        "CoNLL-U",
    ),
    "a long text": (b"Niederschrift\n" * (2 * 2**20), "too long"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_files_are_refused_in_one_clear_line(name: str) -> None:
    content, message = WRONG[name]
    with pytest.raises(ReadingError) as refusal:
        read(content)
    assert message in refusal.value.message
    assert "\n" not in refusal.value.message
    assert refusal.value.advice


TEXTS = [
    ("N i e d e r s c h r i f t\nüber die Sitzung des Rates", "minutes"),
    ("N I E DE RSC HRI FT\nüber die Sitzung des Rates", "minutes"),
    ("Stadt Auental\n\nErgebnisprotokoll über die 4. Sitzung des Rates", "minutes"),
    (
        "Niederschrift 4. Sitzung Gemeinderat\nPunkt 2\nAnfrage: ABC-Fraktion\nund die Antwort der Verwaltung",
        "minutes",
    ),
    ("Auszug aus der Niederschrift über die 4. Sitzung des Rates\nund der Ausschüsse", "excerpt"),
    ("Tagesordnung der 4. Sitzung des Rates\nTOP 1 Bericht und die Lage der Stadt", "agenda"),
    (
        "Tagesordnung der 4. Sitzung des Rates\nTOP 1 Bericht\nDer Rat beschließt einstimmig die Vorlage",
        "minutes",
    ),
    ("Gemeinde Auental - Niederschrift über die 4. Sitzung des Rates und der Ausschüsse", "minutes"),
    (
        "Antrag der ABC-Fraktion\nAnwesend: Herr Ahorn\nTOP 1 Die Brücke\nDer Rat stimmt einstimmig zu",
        "minutes",
    ),
    ("BESCHLUSSVORLAGE\nVorlage Nr. 17\nDer Rat möge die Sanierung beschließen", "paper"),
    ("Stellungnahme zum Antrag\nDie Verwaltung hat den Antrag geprüft", "paper"),
    ("Antrag der ABC-Fraktion\nDie Verwaltung wird gebeten, die Brücke zu sanieren", "motion"),
    (
        "4. Sitzung des Rates\nAnwesend: Herr Ahorn\nBeginn: 17 Uhr\nTOP 1 Bericht über die Lage der Stadt",
        "minutes",
    ),
    ("\n".join(f"Erika Ahorn (ABC): Das ist Rede {n}." for n in range(9)), "minutes"),
    ("Liste der Stellen\nDie Verwaltung der Stadt hat dem Ausschuss die Satzung vorgelegt", "unknown"),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_texts_are_told_by_how_they_begin_and_speak(text: str, kind: str) -> None:
    recognition, _ = detect(sample_of(text.encode()))
    assert recognition.kind == kind
    assert recognition.evidence


ALLRIS = (
    '<meta name="description" content="ALLRIS net Version 3.9.5 (1)"><div id="allriscontainer" class="{}">'
)


@pytest.mark.parametrize(
    ("page", "kind"), [("si018", "calendar"), ("gr020", "organization"), ("pa020", "person")]
)
def test_pages_that_are_not_imported_are_named(page: str, kind: str) -> None:
    content = f"<html>{ALLRIS.format(page)}Übersicht</div></html>".encode("latin-1")
    recognition, reader = detect(sample_of(content))
    assert (recognition.product, recognition.version, recognition.kind) == ("ALLRIS 3", "3.9.5", kind)
    assert reader is None
    with pytest.raises(
        ReadingError, match=r"ALLRIS 3 \(version 3\.9\.5\): recognised, but not imported \[.*allris"
    ):
        read(content)


def test_an_old_page_is_decoded_as_it_declares() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body>Größe „5 €“</body></html>'
    assert "Größe „5 €“" in sample_of(page.encode("cp1252")).text


EXPECTED = {
    "allris3": {
        ("ALLRIS 3", "organization"): 9,
        ("ALLRIS 3", "agenda"): 4,
        ("ALLRIS 3", "excerpt"): 3,
        ("ALLRIS 3", "paper"): 4,
        ("ALLRIS 3", "calendar"): 1,
    },
    "allris4": {("ALLRIS 4", "agenda"): 10, ("ALLRIS 4", "calendar"): 1, ("ALLRIS 4", "paper"): 1},
    "minutes_pdf": {("PDF", "unknown"): 18},
    "minutes_text/karlsruhe": {("text", "minutes"): 412},
    "minutes_text/nordstemmen": {("text", "minutes"): 54},
    "morerubin": {("more!rubin", "calendar"): 5, ("more!rubin", "agenda"): 1},
    "oparl/karlsruhe": {("OParl", "agenda"): 32, ("OParl", "paper"): 34, ("OParl", "organization"): 1},
    "oparl/nordstemmen": {("OParl", "agenda"): 13, ("OParl", "paper"): 10},
    "oparl/other": {("OParl", "unknown"): 60, ("JSON", "unknown"): 2},
    "papers": {
        ("Vorlage", "paper"): 7,
        ("text", "paper"): 1,
        ("text", "unknown"): 2,
        ("Vorlage", "motion"): 1,
    },
    "parlis": {("PARLIS", "minutes"): 1},
    "sdnet": {("SD.NET RIM", "calendar"): 3, ("SD.NET RIM", "agenda"): 1, ("SD.NET RIM", "paper"): 1},
    "sessionnet": {("SessionNet", "calendar"): 1, ("SessionNet", "agenda"): 4, ("SessionNet", "paper"): 1},
    "treebanks": {("CoNLL-U", "unknown"): 3, ("refused", "nothing shows"): 4},
}


@pytest.mark.recorded
@pytest.mark.parametrize("folder", EXPECTED)
def test_recorded_files_are_recognised_under_any_name(shared: Path, tmp_path: Path, folder: str) -> None:
    names = random.Random(folder)
    for path in (shared / "data" / folder).rglob("*"):
        if path.is_file():
            shutil.copyfile(path, tmp_path / f"{names.getrandbits(64):x}")
    assert Counter(told(found.load()) for found in walk([tmp_path])) == EXPECTED[folder]


def told(content: bytes) -> tuple[str, str]:
    """Product and kind."""
    try:
        recognition, _ = detect(sample_of(content))
    except ReadingError as error:
        return "refused", "nothing shows" if "nothing shows" in error.message else error.message
    return recognition.product, recognition.kind


@pytest.mark.recorded
def test_no_recorded_file_breaks_the_reading(shared: Path) -> None:
    for found in walk([shared / "data", shared / "gold"]):
        try:
            text, message = read(found.load()).text, "taken"
        except ReadingError as error:
            text, message = "refused", error.message
        assert text.strip()
        assert message
        assert "\n" not in message
