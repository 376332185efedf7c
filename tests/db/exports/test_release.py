"""A release tells its version, its checksums and how to cite it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import yaml

from db.exports.release import write


def test_a_release_can_be_checked_and_cited(published: Path, tmp_path: Path) -> None:
    database, package, citation, sums = write(published, tmp_path)
    listed = dict(reversed(line.split("  ")) for line in sums.read_text("utf-8").splitlines())
    assert listed[database.name] == hashlib.sha256(published.read_bytes()).hexdigest()
    assert set(listed) == {database.name, package.name, citation.name}
    cited = yaml.safe_load(citation.read_text("utf-8"))
    assert cited["cff-version"] == "1.2.0"
    assert str(cited["version"]) in database.name
    described = json.loads(package.read_text("utf-8"))
    assert {"statements", "decisions"} <= {resource["name"] for resource in described["resources"]}


def test_the_same_collection_gives_the_same_release(published: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for out in (first, second):
        out.mkdir()
        write(published, out)
    assert (first / "SHA256SUMS").read_bytes() == (second / "SHA256SUMS").read_bytes()
