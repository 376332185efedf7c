"""Wrong files in a batch: each is refused in words, and the rest of the batch is taken."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.commands import ratslese
from tests.invented import folder_of_minutes, minutes
from tests.tables import count

EXAMPLES = Path(__file__).parents[1] / "sources/examples/minutes/moorbeck"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 200
OTHER_SITE = (
    "<!DOCTYPE html><html><head><title>Rezepte</title></head><body><p>Man nehme Mehl.</p></body></html>"
)


def encrypted_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption("geheim"))
    canvas.drawString(72, 720, "Niederschrift")
    canvas.save()
    return target.getvalue()


def zip_with_escaping_path() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../../ausbruch.txt", "x")
        archive.writestr("innen/protokoll.txt", minutes(25))
    return target.getvalue()


def zip_bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bombe.txt", b"0" * 50_000_000)
    return target.getvalue()


def test_each_wrong_file_is_refused_and_the_rest_is_taken(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    folder = folder_of_minutes(tmp_path / "eingang", 3)
    pdf = (EXAMPLES / "niederschrift-rat-2022-03-15.pdf").read_bytes()
    (folder / "leer.txt").write_bytes(b"")
    (folder / "abgeschnitten.pdf").write_bytes(pdf[: len(pdf) // 2])
    (folder / "bild.pdf").write_bytes(PNG)
    (folder / "verschluesselt.pdf").write_bytes(encrypted_pdf())
    (folder / "fremd.html").write_text(OTHER_SITE, encoding="utf-8")
    (folder / "ausbruch.zip").write_bytes(zip_with_escaping_path())
    (folder / "bombe.zip").write_bytes(zip_bomb())
    with (folder / "riesig.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    database = tmp_path / "town.db"
    result = CliRunner().invoke(ratslese, ["import", str(folder), "--db", str(database), "--workers", "1"])
    assert result.exit_code == 1, result.output
    for name, reason in {
        "leer.txt": "empty",
        "abgeschnitten.pdf": "damaged or cut off",
        "bild.pdf": "image",
        "verschluesselt.pdf": "encrypted",
        "fremd.html": "no known council information system",
        "ausbruch.zip!/../../ausbruch.txt": "leads out of the archive",
        "bombe.zip!/bombe.txt": "expands",
        "riesig.txt": "too large",
    }.items():
        (line,) = (at for at, line in enumerate(result.output.splitlines()) if line.endswith(f"/{name}"))
        message, advice = result.output.splitlines()[line + 1 : line + 3]
        assert reason in message.lower(), (name, message)
        assert advice.strip().startswith("→ "), name
    assert "4 taken, 0 unchanged, 0 replaced, 8 refused" in result.output
    assert count(database, "documents") == 4
    assert count(database, "issues", "level = 'error'") == 8
    assert not (tmp_path / "ausbruch.txt").exists()
