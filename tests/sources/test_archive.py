"""Originals are kept once, whole, by their hash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.records.ids import document_id
from sources.archive import Archive


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "rat.archive")
    name = archive.put(b"Niederschrift")
    assert name == document_id(b"Niederschrift") == archive.put(b"Niederschrift")
    assert archive.get(name) == b"Niederschrift"
    assert [path for path in (tmp_path / "rat.archive").rglob("*") if path.is_file()] == [archive.place(name)]
    assert archive.place(name).parent.name == name[:2]
    assert name in archive


def test_what_is_missing_or_damaged_is_told(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with pytest.raises(KeyError):
        archive.get("0" * 64)
    name = archive.put(b"Niederschrift")
    archive.place(name).write_bytes(b"Nieder")
    with pytest.raises(KeyError, match="damaged"):
        archive.get(name)
    archive.put(b"Niederschrift")
    assert archive.get(name) == b"Niederschrift"


def test_a_broken_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        Archive(tmp_path).put(b"Niederschrift")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
