"""Makes the example minutes from their texts: `python -m sources.examples.build` (needs reportlab).

The pages are true to the form of the real systems: an ALLRIS 3 excerpt carries its minutes as complete documents nested
in the page, with words broken over spans; a SessionNet agenda shows results and votes in its item rows; a PDF has a
running header and words hyphenated at line ends.
"""

from __future__ import annotations

import html
import io
import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TEXTS = FOLDER / "texts"
MINUTES = FOLDER / "minutes"

EXCERPT = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
<title>Auszug</title>
<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
</head><body><div>
<div id="allriscontainer" class="to020">
<div id="risleft"><div id="rismenu"><ul id="menu"><li><a href="pa021.asp">Kreistag</a></li>
<li><a href="au010.asp">Ausschüsse</a></li><li><a href="si010_e.asp">Kalender</a></li></ul></div></div>
<div id="risright"><div id="rishead"><p class="topHeadline">{headline}</p></div>
<div id="risname"><h1>Auszug - {title}&nbsp;&nbsp;</h1></div>
<div id="rismain"><table class="tk1" cellspacing="0" cellpadding="3" border="0">
<tr valign="top"><td></td><td class="text1" colspan="3"><a href="to010.asp?SILFDNR=2041">{meeting}</a></td></tr>
<tr valign="top"><td class="kb1">TOP:</td><td class="text1" colspan="3">{number}</td></tr>
<tr valign="top"><td class="kb1">Gremium:</td><td class="text1"><a href="au020.asp?AULFDNR=7">{organization}</a></td>
<td class="kb1">Beschlussart:</td><td class="text3">{result}</td></tr>
<tr valign="top"><td class="kb1">Datum:</td><td class="text2" nowrap="nowrap">{date}</td>
<td class="kb1">Status:</td><td class="text3">{meeting_status}</td></tr>
<tr valign="top"><td class="kb1">Zeit:</td><td class="text2" nowrap="nowrap">{time}</td>
<td class="kb1">Anlass:</td><td class="text4">Sitzung</td></tr>
<tr valign="top"><td class="kb1">Raum:</td><td colspan="3" class="text2">{room}</td></tr>
<tr valign="top"><td class="kb1">Ort:</td><td colspan="3" class="text2">{location}</td></tr>
{paper}</table>
<hr />
{sections}</div>
</div></div></div></body></html>
"""

EXCERPT_PAPER = """<tr><td><form action="vo020.asp" method="post"><input type="submit" class="il1_vo" value="VO" \
title="Vorlage" /></form></td><td class="text1"><a href="vo020.asp?VOLFDNR={position}">{paper} {title}</a></td></tr>
<tr><td class="kb1">Status:</td><td class="text3">{status}</td><td class="kb1">Vorlage-Art:</td>\
<td class="text4">{paper_type}</td></tr>
<tr><td class="kb1">Verfasser/in:</td><td class="text4">{author}</td></tr>
"""

NESTED = """<!-- ### {anchor}{position}.rtf -->
<a name="allris{anchor}"></a>
<?xml version="1.0" encoding="iso-8859-1" standalone="no"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 \
Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html \
xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />\
<meta name="generator" content="Aspose.Words for .NET" /><title></title></head><body>\
<div>{paragraphs}</div></body></html>
"""

AGENDA = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="author" \
content="Somacos GmbH & Co. KG, SessionNet Version 5.4.7 bi (Layout 6)"><meta name="sessionnet" content="V:050407"/>\
<title>SessionNet | {organization} - {date} - {time}&nbsp;Uhr</title></head><body id="smc_body" class="smc-body">
<div id="wrapper" class="smclayout smc_page_si0057_layout">
<header><a href="info.php" class="navbar-brand">Bürgerinformationssystem der {body}</a></header>
<div class="page-title"><h1 class="smc_h1">{organization} - {date} - {time}&nbsp;Uhr</h1></div>
<div id="smc_page_si0057_contenttable1" class="smc-table smccontenttable smc_page_si0057_contenttable">
<div class="smc-table-row"><div class="smc-table-cell smc-cell-head siname_title">Sitzung</div>\
<div class="smc-table-cell siname">{name}</div></div>
<div class="smc-table-row"><div class="smc-table-cell smc-cell-head sigrname_title">Gremium</div>\
<div class="smc-table-cell sigrname">{organization}</div></div>
<div class="smc-table-row"><div class="smc-table-cell smc-cell-head siort_title">Raum</div>\
<div class="smc-table-cell siort">{room}</div></div>
<div class="smc-table-row"><div class="smc-table-cell smc-cell-head sidat_title">Datum</div>\
<div class="smc-table-cell sidat">{date}</div></div>
<div class="smc-table-row"><div class="smc-table-cell smc-cell-head yytime_title">Zeit</div>\
<div class="smc-table-cell yytime">{time}&nbsp;Uhr</div></div>
</div>
<table id="smc_page_si0057_contenttable2" class="table table-striped smc-table smctablesitzung"><tbody>
{rows}
</tbody></table>
</div></body></html>
"""

PART = '<tr class="smc-t-r-l"><td class="totrenn" colspan="4"><h2>{part}</h2></td></tr>'
ROW = """<tr class="smc-t-r-l"><td class="tofnum"><span class="badge">{number}</span></td><td class="tobetr">\
<div class="margin-bottom smc-card-header-title-simple">{title}</div>{box}</td>{paper}</tr>"""
RESULT = '<p class="smc_field_smcdv0_box2_{field}"><strong>{label}:</strong> {value}</p>'


def excerpts() -> Iterator[tuple[str, bytes]]:
    """The ALLRIS 3 excerpts of Kreis Auental by file name, as ISO-8859-1."""
    meeting = tomllib.loads((TEXTS / "auental.toml").read_text(encoding="utf-8"))
    for position, item in enumerate(meeting.pop("items"), start=1):
        page = EXCERPT.format(
            **_escaped(meeting),
            title=html.escape(item["title"]),
            number=item["number"].replace(" ", "&nbsp;"),
            result=item["result"],
            meeting_status="öffentlich/nichtöffentlich",
            paper=_excerpt_paper(item, position),
            sections="".join(_nested_sections(item, position)),
        )
        # typographic marks outside of Latin-1 stand in such pages as character references
        yield f"to020-{position}.html", page.encode("iso-8859-1", "xmlcharrefreplace")


def _escaped(values: dict[str, Any]) -> dict[str, str]:
    return {name: html.escape(str(value)) for name, value in values.items()}


def _excerpt_paper(item: dict[str, Any], position: int) -> str:
    if "paper" not in item:
        return ""
    status = "öffentlich" if item.get("public", True) else "nichtöffentlich"
    return EXCERPT_PAPER.format(**(_escaped(item) | {"status": status, "position": str(position)}))


def _nested_sections(item: dict[str, Any], position: int) -> Iterator[str]:
    for anchor, field in (("WP", "minutes"), ("BS", "decision"), ("AE", "vote")):
        if text := item.get(field, "").strip():
            paragraphs = "".join(f"<p><span>{_broken(part)}</span></p>" for part in text.split("\n\n"))
            yield NESTED.format(anchor=anchor, position=position, paragraphs=paragraphs)


def _broken(text: str) -> str:
    """The text with every ninth word broken over two spans, as the system's converter does."""
    words = html.escape(text).split(" ")
    for at in range(8, len(words), 9):
        if len(words[at]) > 5 and words[at].isalpha():
            words[at] = f"{words[at][:4]}</span><span>{words[at][4:]}"
    return " ".join(words)


def agenda() -> bytes:
    """The SessionNet agenda of Stadt Lindenfurt."""
    meeting = tomllib.loads((TEXTS / "lindenfurt.toml").read_text(encoding="utf-8"))
    rows = []
    for public, items in itertools.groupby(meeting.pop("items"), key=lambda item: item.get("public", True)):
        rows.append(PART.format(part="Öffentlicher Teil:" if public else "Nichtöffentlicher Teil:"))
        rows += map(_agenda_row, items)
    return AGENDA.format(**_escaped(meeting), rows="\n".join(rows)).encode()


def _agenda_row(item: dict[str, Any]) -> str:
    results = [
        RESULT.format(field=field, label=label, value=html.escape(item[key]))
        for key, field, label in (
            ("decision", "beschluss", "Beschluss"),
            ("vote", "abstimmung", "Abstimmung"),
        )
        if key in item
    ]
    box = f'<div class="smc-table-cell-box-normal">{"".join(results)}</div>' if results else ""
    paper = ""
    if "paper" in item:
        reference = html.escape(item["paper"])
        paper = f'<td class="tovo"><a class="smc-link-procedure smc_datatype_vo" href="vo0050.php">{reference}</a></td>'
    return ROW.format(
        number=item["number"].replace(" ", "&nbsp;"), title=html.escape(item["title"]), box=box, paper=paper
    )


def minutes_pdf() -> bytes:
    """The minutes of Gemeinde Moorbeck; the same text always gives the same bytes."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A5,
        topMargin=24 * mm,
        bottomMargin=18 * mm,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        title="Niederschrift Rat Moorbeck 15.03.2022",
        author="Gemeinde Moorbeck",
        invariant=1,
    )
    document.build(list(_flowables()), onFirstPage=_header, onLaterPages=_header)
    return target.getvalue()


def _header(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(
        57, 560, f"Sitzung des Rates der Gemeinde Moorbeck vom 15.03.2022 Seite {document.page}"
    )


def _flowables() -> Iterator[Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    body = ParagraphStyle(
        "body", fontName="Helvetica", fontSize=9, leading=12, spaceAfter=8, embeddedHyphenation=1
    )
    title = ParagraphStyle("title", parent=body, fontName="Helvetica-Bold", fontSize=11, spaceBefore=6)
    heading = ParagraphStyle("heading", parent=body, fontName="Helvetica-Bold", spaceBefore=6)
    styles = {"=": title, ">": heading}
    for block in _blocks((TEXTS / "moorbeck.txt").read_text(encoding="utf-8")):
        style = styles.get(block[0], body)
        lines = block.lstrip("=> ").replace("|", "\u00ad").split("\n")
        yield Paragraph("<br/>".join(map(html.escape, lines)), style)


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs; a title or heading may be followed directly by lines that belong to it."""
    lines = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    for block in lines.split("\n\n"):
        if block.strip():
            yield block.strip()


def build() -> dict[Path, bytes]:
    """Every generated example by its path below the folder of minutes."""
    built = {Path("auental") / name: content for name, content in excerpts()}
    built[Path("lindenfurt") / "si0057.html"] = agenda()
    minutes = minutes_pdf()
    built[Path("moorbeck") / "niederschrift-rat-2022-03-15.pdf"] = minutes
    # a download that broke off, as every folder of protocols has one: it is refused, and the site says why
    built[Path("moorbeck") / "abgebrochener-download.pdf"] = minutes[: len(minutes) // 3]
    return built


if __name__ == "__main__":
    for path, content in build().items():
        (MINUTES / path).parent.mkdir(parents=True, exist_ok=True)
        (MINUTES / path).write_bytes(content)
