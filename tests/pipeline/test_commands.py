"""The command line as an administrator meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.commands import COMMANDS, ratslese
from tests.invented import folder_of_minutes, minutes
from tests.tables import count


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(ratslese, list(arguments), catch_exceptions=False)
    return result.exit_code, result.output


def test_help_groups_the_commands_in_the_order_of_the_work() -> None:
    status, output = run("--help")
    assert status == 0
    places = [output.index(f"\n{heading}:\n") for heading in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", [name for names in COMMANDS.values() for name in names])
def test_every_command_shows_an_example(command: str) -> None:
    status, output = run(command, "--help")
    assert status == 0
    assert f"Example:\n    ratslese {command}" in output


def test_help_loads_neither_spacy_nor_datasette() -> None:
    check = (
        "import sys; sys.argv = ['ratslese', '--help']\n"
        "from pipeline.commands import ratslese\n"
        "try: ratslese()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'datasette', 'pydantic', 'sqlite_utils', 'bs4'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_import_tells_what_was_taken_replaced_and_refused(tmp_path: Path) -> None:
    folder = folder_of_minutes(tmp_path / "minutes", 3)
    (folder / "leer.pdf").write_bytes(b"")
    database = str(tmp_path / "town.db")
    status, output = run("import", str(folder), "--db", database, "--workers", "1")
    assert status == 1
    assert "3 taken, 0 unchanged, 0 replaced, 1 refused" in output
    assert "leer.pdf" in output
    (folder / "leer.pdf").unlink()
    (folder / "protokoll-002.txt").write_text(minutes(2, "Das wolle er genau wissen."), encoding="utf-8")
    status, output = run("import", str(folder), "--db", database, "--workers", "1")
    assert (status, "0 taken, 2 unchanged, 1 replaced, 0 refused" in output) == (0, True)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = folder_of_minutes(tmp_path / "minutes", 2)
    database = tmp_path / "town.db"
    status, output = run("import", str(folder), "--db", str(database), "--workers", "1", "--dry-run")
    assert status == 0
    assert "dry run, nothing written: 2 documents: 2 taken" in output
    assert not database.exists()
    assert not database.with_suffix(".archive").exists()


def test_a_missing_database_is_a_wrong_call(tmp_path: Path) -> None:
    for command in ("publish", "serve", "status"):
        status, output = run(command, "--db", str(tmp_path / "none.db"))
        assert status == 2
        assert "ratslese import" in output


def test_status_tells_what_there_is_and_what_was_refused(tmp_path: Path) -> None:
    folder = folder_of_minutes(tmp_path / "minutes", 2)
    (folder / "bild.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    database = tmp_path / "town.db"
    run("import", str(folder), "--db", str(database), "--workers", "1")
    status, output = run("status", "--db", str(database))
    assert status == 0
    assert "bild.pdf" in output
    assert count(database, "documents") == 2


def test_options_beat_the_environment_and_the_environment_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.settings import settings

    monkeypatch.chdir(tmp_path)
    (tmp_path / "ratslese.toml").write_text('port = 1\nhost = "127.0.0.2"\nworkers = 3\n', encoding="utf-8")
    monkeypatch.setenv("RATSLESE_PORT", "2")
    monkeypatch.setenv("RATSLESE_WORKERS", "5")
    chosen = settings(workers=7)
    assert (chosen.host, chosen.port, chosen.workers) == ("127.0.0.2", 2, 7)
