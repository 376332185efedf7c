"""A municipality's meetings as a ParlaMint TEI corpus: a root with persons and organisations, a file for each meeting.

https://clarin-eric.github.io/ParlaMint/ — where the specification has no value for councils, ours stand in taxonomies
beside its own: whether words are given or reported, and speakers of whom nothing tells what part they have.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

from db.exports.meetings import PERSONS, meetings
from db.exports.meetings import grown as last_grown
from db.exports.parlamint_component import Component, speaking
from db.exports.published import Published, Row, grouped, opened, the_body
from db.exports.tei import (
    ID,
    LANG,
    OURS,
    file_description,
    file_name_of,
    name_of,
    plain,
    project,
    tags,
    tei,
    titles,
)
from db.records.ids import slug

XINCLUDE = "http://www.w3.org/2001/XInclude"

TAXONOMIES = {
    "ParlaMint-taxonomy-parla.legislature": (
        "Legislature",
        {
            "parla.local": "Local legislature",
            "parla.uni": "Unicameralism",
            "parla.sitting": "Sitting: sitting day",
            "parla.committee": "Committee",
        },
    ),
    "ParlaMint-taxonomy-speaker_types": (
        "Types of speakers",
        {
            "chair": "Chairperson: chairs the meeting",
            "regular": "Regular: a member of the council or committee",
            "guest": "Guest: administration, experts, citizens",
            "unknown": "Unknown: the minutes do not tell",
        },
    ),
    "ParlaMint-taxonomy-subcorpus": ("Subcorpora", {"reference": "Reference: the corpus is not divided"}),
    "Ratslese-taxonomy-speech": (
        "How the minutes give what was said",
        {
            "indirect": "Reported: a sentence that reports what somebody said, not the words",
            "continued": "Continued: a sentence that goes on with what somebody said",
            "direct": "Verbatim: the words as the minutes give them",
        },
    ),
}
"""Ids of our categories with their English terms and, after the colon, explanations."""

ROLES_OF_ORGANIZATIONS = {"Rat": "parliament", "Ausschuss": "committee", "Fraktion": "parliamentaryGroup"}
"""Our classifications and the specification's; all others are institutions."""

MEMBERSHIPS = """
    select memberships.* from memberships join persons on persons.id = person_id
    where persons.body_id = :body and not persons.private
    order by person_id, organization_id, role, on_behalf_of, start_date
"""

EDITORIAL = {
    "correction": "No corrections were made.",
    "normalization": "White space is normalised; words are those of the minutes.",
    "hyphenation": "Hyphens at the ends of lines are removed.",
    "quotation": "Quotation marks are left as they are.",
    "segmentation": "A segment is a sentence that the minutes attribute to somebody, or several short ones.",
}

AFFILIATIONS = (
    "Days of affiliations are those a document states; where none does, the first and the last meeting whose documents "
    "attest the affiliation."
)


def write(published: Path, out: Path, body: str | None) -> list[Path]:
    """The root `ParlaMint-DE-<body>.xml` and a file for each meeting in the folder of its year.

    A municipality without meetings has no corpus. Raises ValueError where no municipality is named.
    """
    with opened(published) as database:
        town = the_body(database, body)
        corpus = "ParlaMint-DE-" + file_name_of(town["id"])
        day = last_grown(database)
        found = list(meetings(database, town["id"]))
        if not found:
            return []
        groups = {
            speaking(told): [row["person_id"] for row in told.speakers]
            for meeting in found
            for told in meeting.told()
            if len(told.speakers) > 1
        }
        components = [Component(corpus, town, meeting, day) for meeting in found]
        root = _Root(database, corpus, town, day, components, groups).element()
    written = [out / f"{corpus}.xml", *(out / component.path for component in components)]
    for file, element in zip(
        written, [root, *(component.element() for component in components)], strict=True
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        etree.ElementTree(element).write(file, encoding="utf-8", xml_declaration=True)
    return written


class _Root:
    """The corpus root; `groups` are the ids of those who said something together, with their persons."""

    def __init__(
        self,
        database: Published,
        corpus: str,
        town: Row,
        grown: str,
        components: list[Component],
        groups: dict[str, list[str]],
    ) -> None:
        self.corpus, self.town, self.grown, self.components = corpus, town, grown, components
        self.groups = groups
        self.persons = {row["id"]: row for row in database.rows(PERSONS, body=town["id"])}
        self.memberships = grouped(database.rows(MEMBERSHIPS, body=town["id"]), "person_id")
        self.organizations = database.rows(
            "select * from organizations where body_id = :body order by classification <> 'Rat', id",
            body=town["id"],
        )
        self.days = sorted(component.day for component in components) or [grown]

    def element(self) -> Any:
        """The root element: the header and a pointer to each file."""
        utterances = sum(component.utterances for component in self.components)
        words = sum(component.words for component in self.components)
        counts = sum((component.tags for component in self.components), Counter[str]())
        header = tei.teiHeader(
            file_description(self._title(), self.corpus, self.grown, utterances, words, self._source()),
            tei.encodingDesc(
                project(AFFILIATIONS), _editorial(), tags(counts), tei.classDecl(*map(_taxonomy, TAXONOMIES))
            ),
            tei.profileDesc(
                self._setting(),
                tei.particDesc(self._organizations(), self._persons()),
                tei.langUsage(
                    tei.language("Deutsch", {LANG: "de"}, ident="de"),
                    tei.language("German", {LANG: "en"}, ident="de"),
                ),
            ),
        )
        include = f"{{{XINCLUDE}}}include"
        parts = (etree.Element(include, href=component.path) for component in self.components)
        return tei.teiCorpus(header, *parts, {ID: self.corpus, LANG: "de"})

    def _title(self) -> Any:
        name = self.town["name"]
        return tei.titleStmt(
            *titles(f"{name}: Niederschriften {self.corpus}", f"{name}: council minutes {self.corpus}"),
            tei.respStmt(
                tei.persName("Ratslese"), tei.resp("Automatic annotation and encoding", {LANG: "en"})
            ),
            tei.funder(tei.orgName("not stated", {LANG: "en"})),
        )

    def _source(self) -> Any:
        url = self.town["url"] or ""
        address = url if url.startswith(("http://", "https://")) else f"{OURS}/kommune/{self.town['id']}"
        bibl = tei.bibl(tei.title(f"Niederschriften: {self.town['name']}", {LANG: "de"}))
        bibl.append(tei.idno(plain(address), type="URI"))
        bibl.append(tei.date({"from": self.days[0], "to": self.days[-1]}))
        return tei.sourceDesc(bibl)

    def _setting(self) -> Any:
        return tei.settingDesc(
            tei.setting(
                tei.name(plain(self.town["name"]), type="city"),
                tei.name("Deutschland", type="country", key="DE"),
                tei.date({"from": self.days[0], "to": self.days[-1]}),
            )
        )

    def _organizations(self) -> Any:
        """The administration first, as the specification wants the government; councils; the others; factions."""
        listed = tei.listOrg(_org("government", "government", f"Verwaltung: {self.town['name']}"))
        for row in self.organizations:
            role = ROLES_OF_ORGANIZATIONS.get(row["classification"], "institution")
            org = _org(name_of("org", row["id"]), role, row["name"])
            if role == "parliament":
                org.set("ana", "#parla.local #parla.uni")
            listed.append(org)
        factions = {row["on_behalf_of"] for rows in self.memberships.values() for row in rows} - {""}
        named: dict[str, str] = {}
        for faction in sorted(factions):
            named.setdefault(_faction(faction), faction)
        listed.extend(_org(id, "parliamentaryGroup", faction) for id, faction in named.items())
        return listed

    def _persons(self) -> Any:
        listed = tei.listPerson()
        for row in self.persons.values():
            person = tei.person(_person_name(row), tei.sex(value=(row["gender"] or "U").upper()))
            person.set(ID, name_of(row["id"]))
            person.set("n", row["id"])
            for membership in self.memberships[row["id"]]:
                person.extend(_affiliations(membership))
            listed.append(person)
        if not self.persons:
            nobody = tei.person(
                tei.persName(tei.term("ohne Angabe")), tei.sex(value="U"), {ID: "persons.unknown"}
            )
            listed.append(nobody)  # the specification wants at least one
        for id, members in sorted(self.groups.items()):
            names = "; ".join(plain(self.persons[member]["name"]) for member in members)
            group = tei.person(tei.persName(tei.term(names)), tei.sex(value="U"))
            group.set(ID, id)
            group.set("n", " ".join(members))
            listed.append(group)
        return listed


def _person_name(row: Row) -> Any:
    """Surname and forenames, which the specification wants together; without either, the name as a term."""
    if not row["family_name"] or not row["given_name"]:
        return tei.persName(tei.term(plain(row["name"])))
    name = tei.persName(tei.surname(plain(row["family_name"])), tei.forename(plain(row["given_name"])))
    if row["title"]:
        name.append(tei.roleName(plain(row["title"])))
    return name


def _affiliations(membership: Row) -> list[Any]:
    """A membership as that of the body and, where it is told, that of the faction."""
    told = membership["start_date"] or membership["end_date"]
    since = membership["start_date"] if told else membership["first_seen"]
    until = membership["end_date"] if told else membership["last_seen"]
    found = [_affiliation(name_of("org", membership["organization_id"]), membership["role"], since, until)]
    if membership["on_behalf_of"]:
        found.append(_affiliation(_faction(membership["on_behalf_of"]), "", since, until))
    return found


def _affiliation(organization: str, role: str, since: str | None, until: str | None) -> Any:
    """`from` may be missing; the specification has no `to` without it."""
    kind = "member"
    if "vorsitz" in role.lower():
        kind = "deputyHead" if "stell" in role.lower() else "head"
    affiliation = tei.affiliation(ref=f"#{organization}", role=kind)
    if since:
        affiliation.set("from", since)
        if until:
            affiliation.set("to", until)
    if role:
        affiliation.append(tei.roleName(plain(role), {LANG: "de"}))
    return affiliation


def _faction(name: str) -> str:
    return name_of("faction", slug(name))


def _org(id: str, role: str, name: str) -> Any:
    return tei.org(tei.orgName(plain(name), {LANG: "de"}, full="yes"), {ID: id}, role=role)


def _editorial() -> Any:
    return tei.editorialDecl(*(tei(name, tei.p(text, {LANG: "en"})) for name, text in EDITORIAL.items()))


def _taxonomy(id: str) -> Any:
    title, categories = TAXONOMIES[id]
    taxonomy = tei.taxonomy(tei.desc(tei.term(title), {LANG: "en"}), {ID: id})
    for name, described in categories.items():
        term, _, explained = described.partition(": ")
        element = tei.term(term)
        element.tail = f": {explained}" if explained else None
        taxonomy.append(tei.category(tei.catDesc(element, {LANG: "en"}), {ID: name}))
    return taxonomy
