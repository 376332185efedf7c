"""Full names as lists of attendance write them: `Herr Dr. Max von Muster`, `Erika Muster (Bauamt)`."""

from __future__ import annotations

import re

from pipeline.findings import Name

PARTICLE = r"(?:von|vom|van|de|der|den|zu|zum|zur|ten|ter|di|da|dos|el|al|Graf|Gräfin|Freiherr|Freifrau|Freiin|Edler|Ritter)"
ACADEMIC = r"(?:Dr\.|Dott\.(?:ssa)?|Prof\.|Prof\b|Dipl\.-\w+\.?|Mag\.|PD|h\.\s?c\.|med\.|jur\.|rer\.|nat\.|phil\.|-Ing\.|Ing\.|habil\.|pol\.|M\.\s?A\.|MdL|MdB)"
WORD = r"[A-ZÄÖÜÇŞŠČŽÉÓÁĆĐ][\w'’`äöüßéèêçğışćčžšđáóúñ]*(?:-\s?[A-ZÄÖÜÇŞ]?[\w'’äöüßéèç]+)*"
INITIAL = r"[A-ZÄÖÜ]\."
ADDRESS = r"(?P<address>Herrn?|Hr\.|Frau|Fr\.)"
OFFICE = r"(?P<office>(?:(?:\d\.|Erste[rn]?|stellv\.|stv\.|Ehren)\s)?[\wÄÖÜäöüß-]*(?:meister|meisterin|rat|rätin|dezernent|dezernentin|beigeordnete[rn]?|" \
         r"Beigeordnete[rn]?|präsident|präsidentin|vorsteher|vorsteherin|direktor|direktorin|leiter|leiterin|ratsmitglied|Ratsmitglied|Ratsherr|Ratsfrau|" \
         r"kämmerer|kämmerin|Kämmerer|Kämmerin|amtmann|amtfrau|inspektor|inspektorin|Landrat|Landrätin|brandmeister|RM|SRTM|StR|StRin))"
FULL = re.compile(
    rf"(?:{ADDRESS}\s+)?(?:{OFFICE}\s+)?(?:{ADDRESS.replace('address', 'address2')}\s+)?(?P<title>(?:{ACADEMIC}\s?)*)"
    rf"(?P<given>(?:(?:{WORD}|{INITIAL})\s+){{0,4}}?)(?P<particles>(?:{PARTICLE}\s+)*)(?P<family>{WORD})"
)


def name_of(words: str, addressed: bool = False) -> tuple[Name, int] | None:
    """The name at the beginning of the words and where it ends; None where none stands there.

    With `addressed` only a name with Herr, Frau, an office or an academic title counts, or one of at least two words.
    """
    longest = None
    for match in _candidates(words):
        longest = match
    if longest is None:
        return None
    address = longest["address"] or longest["address2"]
    given = " ".join(longest["given"].split()) or None
    if addressed and not (address or longest["office"] or longest["title"] or given):
        return None
    family = " ".join(f"{longest['particles']}{longest['family']}".split())
    name = Name(
        form_of_address=_address(address),
        title=" ".join(longest["title"].split()) or None,
        office=longest["office"],
        given_name=given,
        family_name=family,
    )
    return name, longest.end()


def _candidates(words: str) -> list[re.Match[str]]:
    """Matches that take in more and more words; a name ends where a small word or a sign follows."""
    found = []
    end = re.match(rf"(?:(?:{ACADEMIC}|{INITIAL}|{WORD}|{PARTICLE}|{ADDRESS}|\d\.)(?=[\s,;:()/]|$)\s*)+", words)
    reach = len(words[: end.end()].rstrip()) if end else len(words)
    first = re.match(rf".*?(?=\s*(?:[,;:()]|$))", words)
    for stop in {reach, len(first[0]) if first else 0, len(words.rstrip())}:
        match = FULL.fullmatch(words, 0, stop) if stop else None
        if match:
            found.append(match)
    return sorted(found, key=lambda match: match.end())


def _address(written: str | None) -> str | None:
    if not written:
        return None
    return "Frau" if written.startswith("Fr") else "Herr"
