"""Files, folders and ZIPs: everything is taken once or refused by itself."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from db.records.reading import ReadingError
from sources import files, zips
from sources.files import MAX_FILE, Input, walk


def names(inputs: list[Input], root: Path) -> list[str]:
    """The addresses below a folder."""
    return [found.address.removeprefix(f"{root}/") for found in inputs]


def refusal(found: Input) -> str:
    """The message with which an input is refused; one line, like its advice."""
    with pytest.raises(ReadingError) as refused:
        found.load()
    assert "\n" not in refused.value.message + refused.value.advice
    assert refused.value.advice
    return refused.value.message


def archive(path: Path, members: dict[str, bytes]) -> Path:
    """A ZIP with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_folders_are_walked_in_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.txt",
        "a.txt",
        ".DS_Store",
        "Thumbs.db",
        "__MACOSX/x",
        ".git/config",
        "~$a.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = list(walk([tmp_path, tmp_path / "b"]))
    assert names(found, tmp_path) == ["a.txt", "b/1.txt", "b/2.txt"]
    assert found[0].load() == b"a.txt"


def test_addresses_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert [found.address for found in walk(["a.txt", "./a.txt"])] == [str(tmp_path / "a.txt")]


def test_a_zip_is_walked_whatever_its_name(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "minutes.dat", {"b/2": b"two", "a/1": b"one", "__MACOSX/x": b"", "b/.DS_Store": b""}
    )
    found = list(walk([tmp_path]))
    assert [entry.address for entry in found] == [f"{path}!/a/1", f"{path}!/b/2"]
    assert [entry.load() for entry in found] == [b"one", b"two"]


def test_what_cannot_be_read_is_refused_by_itself(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("x")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe")
    gone, good, loop, pipe, missing = walk([tmp_path, tmp_path / "missing"])
    assert good.load() == b"x"
    assert "leads nowhere" in refusal(gone)
    assert "link to a folder" in refusal(loop)
    assert "no file" in refusal(pipe)
    assert "no such file" in refusal(missing)


def test_permission_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr(files, "is_archive", denied)
    (found,) = walk([tmp_path])
    assert "permission denied" in refusal(found)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (found,) = walk([tmp_path])
    assert "empty" in refusal(found)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)

    def never(self: Path) -> bytes:
        raise AssertionError("the file was read")

    monkeypatch.setattr(Path, "read_bytes", never)
    (found,) = walk([path])
    assert "too large (200 MB" in refusal(found)


def test_bad_members_are_refused_and_the_others_taken(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("x", "y")
    path = tmp_path / "mixed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("../evil.txt", "x")
        file.writestr("/absolute.txt", "x")
        file.writestr("bomb.txt", b"0" * (8 * 2**20))
        file.writestr("good.txt", "Niederschrift")
        file.writestr("inner.zip", inner.getvalue())
    found = {entry.address.split("!/")[1]: entry for entry in walk([path])}
    assert "leads out" in refusal(found["../evil.txt"])
    assert "leads out" in refusal(found["/absolute.txt"])
    assert "expands" in refusal(found["bomb.txt"])
    assert "ZIP inside a ZIP" in refusal(found["inner.zip"])
    assert found["good.txt"].load() == b"Niederschrift"


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "locked.zip", {"a": b"secret"})
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path.write_bytes(bytes(content))
    (found,) = walk([path])
    assert "encrypted" in refusal(found)


def test_a_second_member_of_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("a.txt", "two")
    one, two = walk([path])
    assert one.load() == b"one"
    assert "another member of this name" in refusal(two)


def test_damaged_archives_and_members_are_refused(tmp_path: Path) -> None:
    cut = archive(tmp_path / "cut.zip", {"a": b"x" * 500})
    cut.write_bytes(cut.read_bytes()[:60])
    flipped = archive(tmp_path / "flipped.zip", {"a": os.urandom(500)})
    content = bytearray(flipped.read_bytes())
    content[100] ^= 0xFF
    flipped.write_bytes(bytes(content))
    first, second = walk([tmp_path])
    assert "damaged" in refusal(first)
    assert "cannot be unpacked" in refusal(second)


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [("MAX_MEMBERS", 1, "too many members (2"), ("MAX_TOTAL", 1, "holds too much")],
)
def test_swollen_archives_are_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, message: str
) -> None:
    path = archive(tmp_path / "swollen.zip", {"a": b"one", "b": b"two"})
    monkeypatch.setattr(zips, limit, value)
    (found,) = walk([path])
    assert found.address == str(path)
    assert message in refusal(found)


def test_a_member_larger_than_a_file_may_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 4)
    (found,) = walk([archive(tmp_path / "large.zip", {"a": b"12345"})])
    assert "too large" in refusal(found)
    assert MAX_FILE > 4


def test_an_office_document_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", "<x/>")
    (found,) = walk([path])
    assert found.address == str(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only there names are any bytes")
def test_any_name_becomes_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"B\xfcrger.txt")).write_text("x")
    (found,) = walk([tmp_path])
    assert found.address.encode("utf-8").endswith(b"B\\xfcrger.txt")
    assert found.load() == b"x"
