"""Addresses as they may be shown: a file's name without the folders of the machine it lay on."""

from __future__ import annotations

import re
import sqlite3

WEB = re.compile(r"https?://", re.IGNORECASE)
LOGIN = re.compile(r"(?<=//)[^/@\s]*@")
LOCAL_PATH = re.compile(r"(?<![\w:/.])(?:file://|[A-Za-z]:)?[\\/](?:[^\s\\/:\"'„“]+[\\/])+", re.IGNORECASE)


def shown(address: str) -> str:
    """A web address without a login, or the last part of a path."""
    if WEB.match(address):
        return LOGIN.sub("", address)
    parts = [part for part in re.split(r"[\\/]", address) if part]
    return parts[-1] if parts else ""


def without_paths(message: str, address: str) -> str:
    """A message about an address in which no folder is named."""
    if address:
        message = message.replace(address, shown(address))
    return LOCAL_PATH.sub("", LOGIN.sub("", message))


def shorten(connection: sqlite3.Connection) -> None:
    """Shorten every address and path in a database."""
    connection.create_function("shown", 1, shown, deterministic=True)
    connection.create_function("shown_lines", 1, _shown_lines, deterministic=True)
    connection.create_function("without_paths", 2, without_paths, deterministic=True)
    connection.execute("UPDATE documents SET path = shown(path)")
    connection.execute("UPDATE OR REPLACE document_sources SET address = shown(address)")
    connection.execute("UPDATE imports SET inputs = shown_lines(inputs)")
    connection.execute(
        "UPDATE issues SET message = without_paths(message, address), advice = without_paths(advice, address), "
        "address = shown(address)"
    )


def _shown_lines(inputs: str) -> str:
    return "\n".join(map(shown, inputs.splitlines()))
