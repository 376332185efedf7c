"""What imports report, in German; messages are written in English by those who find something."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ANY = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message in German, what it says whatever it is about (to count by), and what to do."""

    says: str
    kind: str
    advice: str | None
    german: bool = True


@cache
def _known() -> tuple[tuple[re.Pattern[str], str, str | None], ...]:
    entries = tomllib.loads((files("db.site") / "messages.toml").read_text("utf-8"))["known"]
    return tuple(
        (re.compile(entry["message"], re.DOTALL), entry["says"], entry.get("do")) for entry in entries
    )


def told(message: str, advice: str | None = None) -> Told:
    """A message as readers see it; as it was reported where no German is known for it."""
    for pattern, says, do in _known():
        if match := pattern.fullmatch(message):
            kind = says.format(*(ANY for _ in match.groups())).replace(f"{ANY}.", ANY)
            return Told(says=says.format(*match.groups("")), kind=kind, advice=do or advice)
    return Told(says=message, kind=message, advice=advice, german=False)


def message_in_german(message: str | None) -> str | None:
    """For SQL: a message."""
    return told(message).says if message else message


def advice_in_german(message: str | None, advice: str | None) -> str | None:
    """For SQL: what to do about a message."""
    return told(message, advice).advice if message else advice
