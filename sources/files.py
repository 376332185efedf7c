"""Files, folders and ZIP archives as a stream of inputs; what cannot be taken is refused one by one."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.records.reading import ReadingError
from sources.zips import is_archive, members

MAX_FILE = 64 * 1024 * 1024
"""Bytes a file may have: minutes with scanned appendices stay below, and four workers of it fit into memory."""

IGNORED = ("Thumbs.db", "desktop.ini", "__MACOSX", "lost+found")
"""What operating systems leave in folders; names that begin with `.` or `~$` are theirs too."""

TRY_AGAIN = "copy it again from where it came from"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be taken, known by its absolute path (`…/archive.zip!/inner/name.pdf` inside a ZIP)."""

    address: str
    loader: Callable[[], bytes]

    def load(self) -> bytes:
        """The bytes; raises ReadingError where they cannot or must not be had."""
        return self.loader()


def walk(paths: Iterable[Path | str]) -> Iterator[Input]:
    """Every file below the paths once, sorted by name within each; refusals are inputs whose `load` raises."""
    seen: set[str] = set()
    for path in paths:
        for found in below(Path(os.path.abspath(path)), asked_for=True):  # noqa: PTH100 - links stay links
            if found.address not in seen:
                seen.add(found.address)
                yield found


def below(path: Path, *, asked_for: bool = False) -> Iterator[Input]:
    """The inputs of a path; `asked_for` is a path the administrator named, not one found in a folder."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield refused(path, *unreadable(path, error))
        return
    if stat.S_ISDIR(mode) and path.is_symlink() and not asked_for:
        yield refused(
            path, "a link to a folder is not followed", "import the folder it leads to by its own name"
        )
    elif stat.S_ISDIR(mode):
        yield from below_folder(path, asked_for)
    elif not stat.S_ISREG(mode):
        yield refused(
            path, "this is no file but a device, pipe or socket", "name files, folders or ZIP archives"
        )
    else:
        yield from of_file(path)


def below_folder(folder: Path, asked_for: bool) -> Iterator[Input]:
    """The inputs of a folder, sorted by name; system files are left out."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not is_ignored(entry.name))
    except OSError as error:
        yield refused(folder, *unreadable(folder, error))
        return
    if asked_for and not entries:
        yield refused(folder, "the folder is empty", "check that this is the folder you meant")
    for entry in entries:
        yield from below(entry)


def of_file(path: Path) -> Iterator[Input]:
    """The file itself, or the members of a ZIP archive."""
    try:
        archive = is_archive(path)
    except OSError as error:
        yield refused(path, *unreadable(path, error))
        return
    if not archive:
        yield Input(address_of(path), lambda: content_of(path))
        return
    for name, loader in members(path, MAX_FILE):
        if not any(is_ignored(part) for part in name.replace("\\", "/").split("/") if part != ".."):
            yield Input(f"{address_of(path)}!/{name}" if name else address_of(path), loader)


def content_of(path: Path) -> bytes:
    """The bytes of a file; its size is looked at before it is opened."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise ReadingError(*too_large(size))
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(*unreadable(path, error)) from error


def too_large(size: int) -> tuple[str, str]:
    """The refusal of a file of so many bytes."""
    return (
        f"the file is too large ({size // 2**20} MB, at most {MAX_FILE // 2**20} MB are read)",
        "split it, or leave out scanned appendices",
    )


def unreadable(path: Path, error: OSError) -> tuple[str, str]:
    """The refusal of what the operating system does not hand out."""
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return "the link leads nowhere", "remove it, or bring back the file it leads to"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder", "check the path"
    if isinstance(error, PermissionError):
        return "it may not be read (permission denied)", "give this account the right to read it"
    return f"it cannot be read ({error.strerror or error})", TRY_AGAIN


def refused(path: Path, message: str, advice: str) -> Input:
    """An input whose loading raises this refusal."""

    def load() -> bytes:
        raise ReadingError(message, advice)

    return Input(address_of(path), load)


def address_of(path: Path) -> str:
    """The path as text that every database takes, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_ignored(name: str) -> bool:
    """Whether a name is one of the operating system's own."""
    return name.startswith((".", "~$")) or name in IGNORED
