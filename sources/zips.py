"""The members of ZIP archives, guarded against archives made to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from zlib import error as ZlibError  # noqa: N812 - an exception with a lower-case name

from db.records.reading import ReadingError

MAX_MEMBERS = 20_000
"""More files than a large city's council publishes in ten years; beyond that the archive is not meant for us."""

MAX_TOTAL = 8 * 1024**3
"""Bytes all members may have together: they are kept in the archive of originals, which must not fill the disk."""

MAX_RATIO = 100
"""How far a member may expand: text and HTML shrink to a tenth or a thirtieth, only made-up data beyond this."""

SMALL = 1024 * 1024
"""Members below so many bytes do no harm however far they expand."""

ENCRYPTED = 0x1
SIGNATURE = b"PK\x03\x04"
OFFICE = {
    "word/": "a Word document",
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "mimetype": "an OpenDocument file",
}

DAMAGED = "the ZIP archive is damaged", "copy it again from where it came from"
NESTED = "a ZIP inside a ZIP is not opened", "unpack the outer archive and import the inner one by itself"
OUTSIDE = (
    "the member's name leads out of the archive",
    "do not trust this archive; ask for one with plain names",
)
LOCKED = "the member is encrypted", "unpack the archive with its password and import the folder"
TWICE = "the archive holds another member of this name", "unpack it and import the folder"
BOMB = (
    "the member expands more than {} times, as made-up data does",
    "unpack it by hand if you trust its source",
)
HUGE = "the member is too large ({} MB, at most {} MB are read)", "unpack it and split or shorten the file"
CROWDED = "the ZIP archive has too many members ({}, at most {})", "split it into several archives"
SWOLLEN = "the ZIP archive holds too much ({} MB unpacked, at most {} MB)", "split it into several archives"

Member = tuple[str, Callable[[], bytes]]


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP archive of files rather than an office document; raises OSError."""
    with path.open("rb") as file:
        if file.read(4) not in (SIGNATURE, b"PK\x05\x06"):
            return False
    return office_kind(path) is None


def office_kind(path: Path | BytesIO) -> str | None:
    """What office document a ZIP container is, None for an ordinary archive."""
    try:
        with zipfile.ZipFile(path) as container:
            names = container.namelist()[:100]
    except (zipfile.BadZipFile, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names and "mimetype" not in names:
        return None
    kinds = (kind for mark, kind in OFFICE.items() if any(name.startswith(mark) for name in names))
    return next(kinds, "an office document")


def members(path: Path, max_size: int) -> Iterator[Member]:
    """Name and loader of every member in order of names; an archive refused as a whole is one member named ``.

    Loaders raise ReadingError; they read through one open archive, which closes with the last of them.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        yield "", refusal(*DAMAGED)
        return
    files = [info for info in archive.infolist() if not info.is_dir()]
    if problem := excess(files):
        yield "", refusal(*problem)
        return
    seen: set[str] = set()
    for info in sorted(files, key=lambda info: info.filename):
        name = printable(info.filename)
        if name in seen:
            yield f"{name} (again)", refusal(*TWICE)
            continue
        seen.add(name)
        problem = objection(info, max_size)
        yield name, refusal(*problem) if problem else loader(archive, info, max_size)


def excess(files: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    """Why an archive is refused as a whole."""
    if len(files) > MAX_MEMBERS:
        return CROWDED[0].format(len(files), MAX_MEMBERS), CROWDED[1]
    total = sum(info.file_size for info in files)
    if total > MAX_TOTAL:
        return SWOLLEN[0].format(total // 2**20, MAX_TOTAL // 2**20), SWOLLEN[1]
    return None


def objection(info: zipfile.ZipInfo, max_size: int) -> tuple[str, str] | None:
    """Why a member is refused before a byte of it is unpacked."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in PurePosixPath(name).parts or name[1:2] == ":":
        return OUTSIDE
    if info.flag_bits & ENCRYPTED:
        return LOCKED
    if info.file_size > max_size:
        return HUGE[0].format(info.file_size // 2**20, max_size // 2**20), HUGE[1]
    if info.file_size > SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return BOMB[0].format(MAX_RATIO), BOMB[1]
    return None


def loader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, max_size: int) -> Callable[[], bytes]:
    """A function that unpacks a member, and no more of it than it says it holds."""

    def load() -> bytes:
        try:
            with archive.open(info) as file:
                content = file.read(min(info.file_size, max_size) + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ZlibError, OSError) as error:
            raise ReadingError(f"the member cannot be unpacked ({error})", DAMAGED[1]) from error
        if content.startswith(SIGNATURE) and b"[Content_Types].xml" not in content[:2000]:
            raise ReadingError(*NESTED)
        return content

    return load


def refusal(message: str, advice: str) -> Callable[[], bytes]:
    """A loader that refuses."""

    def load() -> bytes:
        raise ReadingError(message, advice)

    return load


def printable(name: str) -> str:
    """A member's name as text that every database takes, on one line."""
    return "".join(char if char.isprintable() else "�" for char in name)
