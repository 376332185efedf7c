"""Pages a second from PDF to database, against the naive way, and what share each stage takes.

`python -m benchmarks.throughput [FOLDER OF PDFS]`; without one, the recorded minutes beside the project are read,
else the examples.
The naive way: pdfplumber on every page, one process, every row committed by itself. Both ways store the same findings.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pdfplumber
from sqlite_utils import Database

from db.records import ids
from db.store import Store
from models.german import load
from pipeline.assembly import assemble
from pipeline.commands.import_ import import_paths
from pipeline.settings import Settings
from sources.read import read

RECORDED = Path(__file__).parents[1] / "../shared/data/minutes_pdf"
EXAMPLES = Path(__file__).parents[1] / "sources/examples/minutes/moorbeck"
WORKERS = 2


class Clock:
    """Seconds spent in each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block."""
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def shares(self) -> str:
        """The stages with their share of the whole."""
        total = sum(self.seconds.values())
        return ", ".join(f"{name} {seconds / total:.0%}" for name, seconds in self.seconds.items())


def ours(files: list[Path], folder: Path) -> tuple[int, float]:
    """Pages and seconds of an import with a pool, process start included."""
    started = time.perf_counter()
    report = import_paths(tuple(files), Settings(db=folder / "ours.db", workers=WORKERS))
    return report.pages, time.perf_counter() - started


def naive(files: list[Path], folder: Path) -> tuple[int, float]:
    """Pages and seconds of the naive way: pdfplumber, one process, row by row."""
    pages, started = 0, time.perf_counter()
    database = Database(folder / "naive.db")
    for path in files:
        content = path.read_bytes()
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            text = "\n".join(page.extract_text() or "" for page in pdf.pages)
            pages += len(pdf.pages)
        doc = load()(text)
        for name in ("statements", "decisions", "citations", "ozg"):
            for finding in getattr(doc._, name):
                row = {
                    "document": path.name,
                    "start": finding.start,
                    "text": text[finding.start : finding.end],
                }
                database[name].insert(row)
    return pages, time.perf_counter() - started


def stages(files: list[Path], folder: Path) -> Clock:
    """Where the time goes, in one process: reading, each component, assembling, storing."""
    clock, nlp = Clock(), load()
    with Store(folder / "stages.db") as store:
        run = store.begin(["stages"], "2026-01-01T00:00:00+00:00")
        set_concepts(store)
        for path in files:
            content = path.read_bytes()
            document = ids.document_id(content)
            with clock.stage("read"):
                reading = read(content)
            with clock.stage("tokenize"):
                doc = nlp.make_doc(reading.text)
                doc._.kind, doc._.product, doc._.regions = reading.kind, reading.product, reading.regions
            for name, component in nlp.pipeline:
                with clock.stage(name):
                    doc = component(doc)
            with clock.stage("assemble"):
                extraction = assemble(
                    doc, reading, document_id=document, address=str(path), first_version=document
                )
            with clock.stage("store"):
                store.store(extraction, run, "2026-01-01T00:00:00+00:00")
    return clock


def set_concepts(store: Store) -> None:
    """Make the OZG concepts known, which mentions refer to."""
    from pipeline.ozg.catalogue import concepts

    store.set_concepts(concepts())


def main() -> None:
    """Print the figures."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else RECORDED if RECORDED.is_dir() else EXAMPLES
    files = sorted(source.glob("*.pdf"))
    load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages, seconds = ours(files, folder)
        naive_pages, naive_seconds = naive(files, folder)
        clock = stages(files, folder)
    rate, naive_rate = pages / seconds, naive_pages / naive_seconds
    print(f"{len(files)} PDFs, {pages} pages, {WORKERS} workers")
    print(f"ours   {rate:7.1f} pages/s ({seconds:.1f} s, process start included)")
    print(f"naive  {naive_rate:7.1f} pages/s ({naive_seconds:.1f} s)")
    print(f"ratio  {rate / naive_rate:7.1f}")
    print(f"shares in one process: {clock.shares()}")


if __name__ == "__main__":
    main()
