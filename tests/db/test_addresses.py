from __future__ import annotations

import pytest

from db.addresses import shown, without_paths


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/home/somebody/in/a b.pdf", "a b.pdf"),
        ("in/a.pdf", "a.pdf"),
        ("a.pdf", "a.pdf"),
        ("/home/somebody/in/", "in"),
        (r"C:\Users\somebody\a.pdf", "a.pdf"),
        ("file:///home/somebody/a.pdf", "a.pdf"),
        ("/srv/all.zip/2031/a.pdf", "a.pdf"),
        ("https://ris.example/to010.asp?SILFDNR=7", "https://ris.example/to010.asp?SILFDNR=7"),
        ("https://user:word@ris.example/a.pdf", "https://ris.example/a.pdf"),
    ],
)
def test_addresses_as_shown(address: str, expected: str) -> None:
    assert shown(address) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("in/a.pdf: kein Text", "a.pdf: kein Text"),
        ("No such file: '/home/somebody/b.pdf'", "No such file: 'b.pdf'"),
        (r"No such file: C:\Users\somebody\b.pdf", "No such file: b.pdf"),
        ("siehe https://ris.example/x/y.html", "siehe https://ris.example/x/y.html"),
        ("Vorlage 12/2031 und/oder TOP 3/4", "Vorlage 12/2031 und/oder TOP 3/4"),
    ],
)
def test_messages_name_no_folders(message: str, expected: str) -> None:
    assert without_paths(message, "in/a.pdf") == expected
