"""The archive of originals: every document's bytes, kept by their hash beside the database."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from db.records.ids import document_id


class Archive:
    """A folder that holds each document once, as `ab/abcdef…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their document id; a file is either there whole or not at all.

        A kept file of another size was damaged from outside and is written anew.
        """
        name = document_id(content)
        place = self.place(name)
        if not place.exists() or place.stat().st_size != len(content):
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, content)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of a document; raises KeyError where they are not kept or no longer what they were."""
        try:
            content = self.place(name).read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None
        if document_id(content) != name:
            raise KeyError(f"{name} is damaged in {self.folder}")
        return content

    def __contains__(self, name: str) -> bool:
        return self.place(name).exists()

    def place(self, name: str) -> Path:
        """Where a document lies or would lie."""
        return self.folder / name[:2] / name


def write_whole(place: Path, content: bytes) -> None:
    """Write beside the place and move there: nobody ever sees half a file."""
    handle, temporary = tempfile.mkstemp(prefix=".", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
