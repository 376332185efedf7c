"""Ids that stay: made of the fewest raw and stable facts, readable where they may be.

What several documents tell of (bodies, meetings, persons, papers) gets a readable id from its natural key, so that two
documents that tell of the same thing meet in the same row. What belongs to one document gets a hash.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import lru_cache

from slugify import slugify

UMLAUTS = (("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))


@lru_cache(maxsize=10_000)
def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, umlauts written out: `Bad Münster` → `bad-muenster`."""
    return str(slugify(name, replacements=UMLAUTS))


def below(parent: str | None, *names: str | None) -> str:
    """The id of something named within a parent: the parent's id and the names' slugs, joined by underscores.

    Datasette leaves underscores as they are in addresses.
    """
    return "_".join(part for part in (parent, *(slug(name) for name in names if name)) if part)


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on every part."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def document_id(content: bytes) -> str:
    """The SHA-256 of a document's bytes."""
    return hashlib.sha256(content).hexdigest()


def body_id(name: str) -> str:
    """`Stadt Karlsruhe` → `stadt-karlsruhe`."""
    return slug(name)


def organization_id(body: str | None, name: str) -> str:
    """An organisation of a body; without a body its name alone must tell it apart."""
    return below(body, name)


def meeting_id(organization: str, date: str) -> str:
    """A meeting is its organisation and its day (`2021-10-28`).

    The time of day is left out: an excerpt often names the day only, and must meet the minutes that name both.
    """
    return below(organization, date)


def item_key(number: str, public: bool) -> str:
    """`Ö 3.2`, `3.2.` and `TOP 3.2` are one item; a non-public item 3.2 is another."""
    digits = ".".join(re.findall(r"\d+[a-z]?|\b[IVX]+\b", number)) or number
    return ("oe-" if public else "n-") + slug(digits)


def agenda_item_id(meeting: str, number: str, public: bool) -> str:
    """An agenda item is its meeting, its part of the agenda and its number."""
    return f"{meeting}_{item_key(number, public)}"


def paper_id(body: str | None, reference: str) -> str:
    """A paper is its body and its number as the body writes it."""
    return below(body, reference)


def law_id(body: str | None, short: str) -> str:
    """A law is its short form (`baugb`), a local statute its body and its name."""
    return below(body, short)


def consultation_id(paper: str, meeting: str | None, item: str | None) -> str:
    """A consultation is its paper and its meeting, so that a paper's page and an agenda meet in one row.

    Only where the meeting is not known it is its paper and its item. The scope stands once, in front, and so moves
    with the paper's.
    """
    scope = paper.partition("_")[0]
    return f"{paper}_{(meeting or item or '').removeprefix(f'{scope}_')}"


def file_id(body: str | None, address: str) -> str:
    """A file is its body and its address as the system writes it."""
    address = address.rstrip("&")  # some pages leave a separator at the end
    return f"{body}_{digest(address)}" if body else digest(address)


def person_id(body: str | None, family_name: str, given_name: str | None, form_of_address: str | None) -> str:
    """A person is named within a body; the form of address tells apart only where no given name is known."""
    return below(body, family_name, given_name or form_of_address)


class Wordings:
    """Ids for statements, decisions and other findings of one document.

    An id is made of the document's first version, the table, and the finding's own wording without regard to white
    space, with a counter for repetitions: a re-read or revised document keeps the ids of what it still says.
    """

    def __init__(self, first_version: str) -> None:
        self.first_version = first_version
        self.seen: Counter[tuple[str, str]] = Counter()

    def id(self, table: str, *wording: str) -> str:
        """The id of the next finding with this wording."""
        said = " ".join(" ".join(wording).split())
        self.seen[table, said] += 1
        return digest(self.first_version, table, said, str(self.seen[table, said]))
