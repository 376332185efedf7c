"""What the ParlaMint specification and its schema allow, as far as the export uses it.

For each element: its children as a regular expression over their names, each followed by a blank; the attributes it
must have and those it may have; and whether it holds text. The licence and the availability's status are left free: the
specification fixes them to those of its own corpora.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

GLOBAL = "xml:id xml:lang n"
COMMENT = "(note|gap|kinesic|incident|vocal)"
WHEN = "when from to notBefore notAfter"


@dataclass(frozen=True, slots=True)
class Rule:
    children: str = ""
    must: str = ""
    may: str = ""
    text: bool = False


HEADER = {
    "titleStmt": Rule("(title )+(meeting )*(respStmt )*(funder )*"),
    "title": Rule(may="xml:lang type", text=True),
    "meeting": Rule(must="ana", may=f"{GLOBAL} corresp", text=True),
    "respStmt": Rule("((persName )+(resp )+)+"),
    "resp": Rule(may="xml:lang", text=True),
    "funder": Rule("(orgName )+(ref )?"),
    "fileDesc": Rule("titleStmt editionStmt extent publicationStmt sourceDesc ", may=GLOBAL),
    "editionStmt": Rule("edition "),
    "edition": Rule(may="xml:lang", text=True),
    "extent": Rule("(measure )+"),
    "measure": Rule(must="unit quantity", may="xml:lang", text=True),
    "publicationStmt": Rule("publisher idno availability date "),
    "publisher": Rule("(orgName )+(ref )?", may="xml:lang"),
    "idno": Rule(must="type", may="xml:lang subtype", text=True),
    "availability": Rule("licence (p )+", must="status"),
    "licence": Rule(text=True),
    "p": Rule("(ref )*", may=GLOBAL, text=True),
    "date": Rule(may=f"{GLOBAL} {WHEN} ana", text=True),
    "sourceDesc": Rule("(bibl )+"),
    "bibl": Rule("(title )+(edition )*(publisher )?(idno )+(date )*"),
    "projectDesc": Rule("(p )+"),
    "tagsDecl": Rule("namespace "),
    "namespace": Rule("(tagUsage )+", must="name"),
    "tagUsage": Rule(must="gi occurs", text=True),
    "settingDesc": Rule("setting "),
    "setting": Rule("(name )+date "),
    "name": Rule(may="type key xml:lang", text=True),
    "orgName": Rule(may=f"xml:lang full {WHEN}", text=True),
    "desc": Rule("(term )?", may="xml:lang", text=True),
    "term": Rule(text=True),
}

COMPONENT = HEADER | {
    "TEI": Rule("teiHeader text ", must="xml:id xml:lang ana"),
    "teiHeader": Rule("fileDesc encodingDesc profileDesc (revisionDesc )?", may=GLOBAL),
    "titleStmt": Rule("(title )+(meeting )+(respStmt )*(funder )*"),
    "encodingDesc": Rule("projectDesc tagsDecl ", may=GLOBAL),
    "profileDesc": Rule("settingDesc ", may=GLOBAL),
    "text": Rule("body ", must="ana", may=GLOBAL),
    "body": Rule("(div )+"),
    "div": Rule(rf"(head )*({COMMENT} )*(u ({COMMENT} |u )*)?", must="type", may=f"{GLOBAL} corresp"),
    "head": Rule(may=f"{GLOBAL} type", text=True),
    "u": Rule(rf"((seg|{COMMENT}) )+", must="ana", may=f"{GLOBAL} who prev next source corresp"),
    "seg": Rule(rf"({COMMENT} )*", may=f"{GLOBAL} corresp", text=True),
    "note": Rule("(time )*", may=f"{GLOBAL} type", text=True),
    "time": Rule(may=f"{GLOBAL} {WHEN}", text=True),
    "gap": Rule("(desc )+", must="reason"),
    "vocal": Rule("(desc )+", must="type", may="who"),
}

ROOT = HEADER | {
    "teiCorpus": Rule("teiHeader (include )+", must="xml:id xml:lang"),
    "include": Rule(must="href"),
    "teiHeader": Rule("fileDesc encodingDesc profileDesc (revisionDesc )?", may=GLOBAL),
    "titleStmt": Rule("(title )+(meeting )*(respStmt )+(funder )+"),
    "encodingDesc": Rule("(projectDesc )+editorialDecl tagsDecl classDecl ", may=GLOBAL),
    "editorialDecl": Rule("correction normalization hyphenation quotation segmentation "),
    **{
        name: Rule("(p )+")
        for name in ("correction", "normalization", "hyphenation", "quotation", "segmentation")
    },
    "classDecl": Rule("(taxonomy )+"),
    "taxonomy": Rule("(desc )+(category )+", must="xml:id"),
    "category": Rule("(catDesc )+(category )*", must="xml:id", may="ana"),
    "catDesc": Rule("term (ref )*", may="xml:lang", text=True),
    "profileDesc": Rule("settingDesc (textClass )?particDesc langUsage ", may=GLOBAL),
    "particDesc": Rule("(listOrg )+(listPerson )+"),
    "listOrg": Rule("(head )*(org )+(listRelation )?"),
    "org": Rule("(orgName )+(event )*(idno )*(desc )?(listEvent )?(state )*", must="role xml:id", may=f"{GLOBAL} ana"),
    "listPerson": Rule("(head )*(person )+"),
    "person": Rule("(persName )+sex ((affiliation|occupation|education|idno|figure) )*", must="xml:id", may=GLOBAL),
    "persName": Rule("(term |(surname )+(forename )+(addName )*(roleName )*)?", may=f"{GLOBAL} ref", text=True),
    "surname": Rule(may="full", text=True),
    "forename": Rule(may="full", text=True),
    "roleName": Rule(may="full xml:lang", text=True),
    "sex": Rule(must="value"),
    "affiliation": Rule("(roleName )*", must="role", may=f"ana ref {WHEN}"),
    "langUsage": Rule("(language )+"),
    "language": Rule(must="ident", may="xml:lang usage", text=True),
}  # fmt: skip

VALUES = {
    ("div", "type"): {"debateSection", "commentSection"},
    ("gap", "reason"): {"editorial", "inaudible", "foreign"},
    ("measure", "unit"): {"speeches", "words", "tokens"},
    ("title", "type"): {"main", "sub"},
    ("sex", "value"): {"M", "F", "U", "O", "N"},
    ("orgName", "full"): {"yes", "abb"},
    ("org", "role"): {"government", "parliament", "parliamentaryGroup", "committee", "institution"},
    ("affiliation", "role"): {"member", "head", "deputyHead"},
    ("vocal", "type"): {"interruption"},
}
"""Values of attributes; where the specification allows many, those an export of councils may use."""

WORDS = re.compile(r"\S|\S[\S ]*\S")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?")


def broken(root: Any, rules: dict[str, Rule]) -> list[str]:
    """Each rule that an element below the root breaks."""
    return [
        f"{etree.QName(element).localname} {dict(element.attrib)}: {message}"
        for element in root.iter(etree.Element)
        for message in _broken(element, rules)
    ]


def _broken(element: Any, rules: dict[str, Rule]) -> list[str]:
    name = etree.QName(element).localname
    if name not in rules:
        return ["not allowed"]
    rule = rules[name]
    told = {
        key.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): value for key, value in element.items()
    }
    children = "".join(f"{etree.QName(child).localname} " for child in element)
    texts = [text for text in (element.text, *(child.tail for child in element)) if text]
    found = []
    if not re.fullmatch(rule.children, children):
        found.append(f"children {children}")
    if set(rule.must.split()) - set(told) or set(told) - set(rule.must.split()) - set(rule.may.split()):
        found.append("attributes")
    if texts and not rule.text:
        found.append("text")
    if rule.text and len(element) == 0 and not WORDS.fullmatch(element.text or "-"):
        found.append("white space")
    found += [
        f"{key}={value}"
        for key, value in told.items()
        if value not in VALUES.get((name, key), {value}) or not value
    ]
    found += [f"{key}={told[key]}" for key in WHEN.split() if key in told and not DAY.fullmatch(told[key])]
    if "to" in told and "from" not in told:
        found.append("to without from")
    return found
