"""One process, a pool, a Dask cluster, and runs that were killed: the rows are always the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.invented import folder_of_minutes
from tests.tables import count, rows_of

RATSLESE = [sys.executable, "-m", "pipeline.commands"]
DOCUMENTS = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of_minutes(tmp_path_factory.mktemp("running") / "minutes", DOCUMENTS)


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("undisturbed") / "town.db"
    run_import(folder, database, "--workers", "1")
    return database


def run_import(folder: Path, database: Path, *options: str) -> None:
    done = subprocess.run(
        [*RATSLESE, "import", str(folder), "--db", str(database), *options],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_folder_is_read(undisturbed: Path) -> None:
    assert count(undisturbed, "documents") == DOCUMENTS
    assert count(undisturbed, "decisions") >= DOCUMENTS
    assert count(undisturbed, "statements") >= 3 * DOCUMENTS


def test_a_pool_gives_the_same_rows(folder: Path, undisturbed: Path, tmp_path: Path) -> None:
    run_import(folder, tmp_path / "pool.db", "--workers", "2")
    assert rows_of(tmp_path / "pool.db") == rows_of(undisturbed)


def test_a_second_run_changes_nothing(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "twice.db"
    run_import(folder, database, "--workers", "1")
    before = rows_of(database)
    run_import(folder, database, "--workers", "1")
    assert rows_of(database) == before
    assert count(database, "imports", f"unchanged = {DOCUMENTS} and taken = 0") == 1


PRELOAD = """
import sys

def dask_setup(worker):
    def forbid(event, arguments):
        if event == "open" and str(arguments[0]).startswith({folder!r}):
            raise PermissionError("a worker must not look into the input folder")
    sys.addaudithook(forbid)
"""


def test_dask_workers_that_cannot_see_the_folder_give_the_same_rows(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `distributed` is not installed")
    preload = tmp_path / "blind.py"
    preload.write_text(PRELOAD.format(folder=str(folder)), encoding="utf-8")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        preload=[str(preload)],
    ) as cluster:
        run_import(folder, tmp_path / "dask.db", "--scheduler", cluster.scheduler_address)
    assert rows_of(tmp_path / "dask.db") == rows_of(undisturbed)


def test_ten_kills_lose_nothing(folder: Path, undisturbed: Path, tmp_path: Path) -> None:
    database = tmp_path / "killed.db"
    for kill in range(1, 11):
        committed = kill_after(folder, database, documents=3 * kill)
        assert 0 < committed < DOCUMENTS
    run_import(folder, database, "--workers", "1")
    assert rows_of(database) == rows_of(undisturbed)


def kill_after(folder: Path, database: Path, documents: int) -> int:
    """Kill an import, with its whole process group, as soon as so many documents are stored; how many are."""
    run = subprocess.Popen(
        [*RATSLESE, "import", str(folder), "--db", str(database), "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while stored(database) < documents:
        assert run.poll() is None, "the import ended before it could be killed"
        assert time.monotonic() < until, "the import does not get on"
        time.sleep(0.002)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    return stored(database)


def stored(database: Path) -> int:
    """Documents stored so far; 0 while there is no schema yet."""
    import sqlite3

    if not database.exists():
        return 0
    try:
        return count(database, "documents")
    except sqlite3.OperationalError:
        return 0
