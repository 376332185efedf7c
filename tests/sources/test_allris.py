"""Where pages of ALLRIS 3 and 4 lead, what is doubtful in them, and how a changed template shows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from db.records.council import AgendaItem, File, Meeting, Membership
from db.records.reading import Reading, ReadingError
from sources.allris3.offers import lasting as lasting_copy
from sources.allris4.offers import lasting as lasting_address
from sources.detection import sample_of
from sources.read import detect, read

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Reading:
    return read((PAGES / name).read_bytes())


def changed(name: str, old: str, new: str) -> Reading:
    encoding = "cp1252" if name.startswith("allris3") else "utf-8"
    markup = (PAGES / name).read_bytes().decode(encoding)
    assert old in markup
    return read(markup.replace(old, new).encode(encoding))


KINDS = [
    ("allris3/si010.html", "ALLRIS 3", "3.9.5", "calendar"),
    ("allris3/to010_files.html", "ALLRIS 3", "3.9.5", "agenda"),
    ("allris3/au020.html", "ALLRIS 3", "3.9.5", "organization"),
    ("allris3/fr020.html", "ALLRIS 3", "3.9.5", "organization"),
    ("allris3/fr010.html", "ALLRIS 3", "3.9.5", "organization"),
    ("allris3/vo040.html", "ALLRIS 3", "3.9.5", "paper"),
    ("allris4/si010.xml", "ALLRIS 4", "4.1.7", "calendar"),
    ("allris4/to010_40.html", "ALLRIS 4", "4.0.9", "agenda"),
    ("allris4/to010_41.html", "ALLRIS 4", "4.1.7", "agenda"),
    ("allris4/to020.html", "ALLRIS 4", "4.0.9", "excerpt"),
    ("allris4/vo020.html", "ALLRIS 4", "4.1.7", "paper"),
]


@pytest.mark.parametrize(("name", "product", "version", "kind"), KINDS)
def test_a_page_is_told_with_its_version(name: str, product: str, version: str, kind: str) -> None:
    found, _ = detect(sample_of((PAGES / name).read_bytes()))
    assert (found.product, found.version, found.kind) == (product, version, kind)
    assert page(name).version == version


LINKS = [
    (
        "allris3/si010.html",
        {"calendar": 4, "agenda": 2, "file": 1, "organization": 1, "list": 3},
    ),
    ("allris3/to010_files.html", {"organization": 1, "agenda": 1, "excerpt": 1, "paper": 1, "file": 3}),
    ("allris3/au020.html", {"person": 3}),
    ("allris3/fr010.html", {"organization": 3}),
    ("allris3/vo040.html", {"paper": 2, "list": 1}),
    ("allris4/si010.xml", {"agenda": 1}),
    (
        "allris4/to010_40.html",
        {"organization": 1, "calendar": 1, "excerpt": 6, "agenda": 1, "paper": 2, "file": 4},
    ),
    ("allris4/vo020.html", {"file": 3, "agenda": 2, "excerpt": 2}),
    ("allris4/to020.html", {"agenda": 1, "paper": 1, "file": 1}),
]


@pytest.mark.parametrize(("name", "kinds"), LINKS)
def test_a_page_leads_on(name: str, kinds: dict[str, int]) -> None:
    assert Counter(link.kind for link in page(name).links) == kinds


def test_files_of_allris_3_are_posted_for() -> None:
    forms = [link for link in page("allris3/to010_files.html").links if link.kind == "file"]
    assert [(form.address, form.label, form.form) for form in forms] == [
        ("do027.asp", "Einladung", (("DOLFDNR", "901"), ("options", "64"))),
        ("do027.asp", "Niederschrift öffent. Teil", (("DOLFDNR", "902"), ("options", "64"))),
        ("do027.asp", "Niederschrift öffent. Teil", (("DOLFDNR", "903"), ("options", "64"))),
    ]


def test_minutes_of_an_earlier_meeting_are_no_minutes_of_this_one() -> None:
    reading = page("allris3/to010_files.html")
    minutes = [record for record in reading.records if isinstance(record, File) and record.kind == "minutes"]
    assert sorted(file.meeting_id is None for file in minutes) == [False, True]


@pytest.mark.parametrize(
    ("name", "messages"),
    [
        (
            "allris3/to010_files.html",
            ["a field „Windrichtung:“", "a cell „bei Regen im Saal“", "leads to zz099.asp"],
        ),
        ("allris3/si010.html", ["whose meeting „Begehung am Quellteich“"]),
        ("allris3/au020.html", []),
        ("allris3/fr020.html", ["counts 3 members, 2 were read", "have no name"]),
        ("allris4/to010_40.html", ["a field „Gezeiten:“", "a cell „knietief“"]),
        ("allris4/to020.html", ["the section „Froschgesang“"]),
        ("allris4/si010.xml", ["whose meeting „Moorwanderung“"]),
        ("allris4/vo020.html", []),
    ],
)
def test_what_is_not_known_is_doubted(name: str, messages: list[str]) -> None:
    doubts = page(name).doubts
    assert len(doubts) == len(messages)
    for doubt, message in zip(doubts, messages, strict=True):
        assert message in doubt.message


@pytest.mark.parametrize(
    ("name", "old", "new", "missing"),
    [
        ("allris3/to010_files.html", 'class="tl1"', 'class="tl9"', "table.tl1"),
        ("allris3/to010_files.html", "Gremium:", "Runde:", "Gremium:"),
        ("allris3/si010.html", "M&auml;rz&nbsp;2023", "Lenz", "h2 with month and year"),
        ("allris3/au020.html", "Art der Mitarbeit", "Dienst", "column Art der Mitarbeit"),
        ("allris4/to010_40.html", "toTable", "agendaTable", "table.toTable"),
        ("allris4/to010_41.html", 'id="sigremium"', 'id="gremium"', "#sigremium"),
        ("allris4/vo020.html", "docPart", "part", ".compFull .docPart"),
        ("allris4/to020.html", 'id="toBeschlussart"', 'id="art"', "#toBeschlussart"),
        ("allris4/si010.xml", 'class="dom"', 'class="day"', ".dom"),
    ],
)
def test_a_changed_template_shows_in_the_fit(name: str, old: str, new: str, missing: str) -> None:
    before, after = page(name).fit, changed(name, old, new).fit
    assert before is not None
    assert after is not None
    assert after.share < before.share
    assert missing in after.missing


def test_a_calendar_that_names_no_month_lists_no_meetings() -> None:
    reading = changed("allris4/si010.xml", "21.10.2026 um", "demnächst um")
    assert not [record for record in reading.records if isinstance(record, Meeting)]
    assert "of which month the calendar's 4 meetings are" in reading.doubts[0].message


def test_a_calendar_without_meetings_fits() -> None:
    reading = changed("allris3/si010.html", 'name="SILFDNR"', 'name="X"')
    assert reading.fit is not None
    assert reading.fit.share == 1


def test_a_second_meeting_of_the_day_is_another() -> None:
    meetings = [record.id for record in page("allris4/si010.xml").records if isinstance(record, Meeting)]
    assert len(meetings) == len(set(meetings)) == 4


def test_an_item_without_a_number_is_kept() -> None:
    items = [r for r in page("allris4/to010_40.html").records if isinstance(r, AgendaItem)]
    assert [(item.number, item.title) for item in items if item.number is None] == [
        (None, "Außerhalb der Tagesordnung")
    ]
    assert [item.public for item in items] == [True] * 5 + [False]


def test_the_page_of_a_faction_has_no_private_numbers() -> None:
    reading = page("allris3/au020.html")
    assert "0123" not in reading.text
    assert {r.role for r in reading.records if isinstance(r, Membership)} == {
        "Vorsitz",
        "Ausschussmitglied, Sprecher Vereine",
        "Stellvertretendes Mitglied",
    }


def test_days_of_a_membership_are_read_where_they_are_listed() -> None:
    markup = (PAGES / "allris3/au020.html").read_bytes().decode("cp1252")
    markup = markup.replace('<th width="3%"></th><th width="3%"></th>', '<th colspan="2"></th>')
    markup = markup.replace('<span title="">Funktion</span>', "seit").replace("SPD-Fraktion", "01.07.2021")
    found = [r for r in read(markup.encode("cp1252")).records if isinstance(r, Membership)]
    assert [(member.start_date, member.on_behalf_of) for member in found] == [
        ("2021-07-01", ""),
        ("", ""),
        ("", ""),
    ]


def test_addresses_made_for_one_visit_keep_their_end() -> None:
    assert lasting_copy("___tmp/tmp/45-1/aB3/cD4/13-Anlagen/01/Plan.pdf") == "13-Anlagen/01/Plan.pdf"
    first, second = (
        f"https://ris.moorfurt.example/public/to010?{visit}-anlagenHeaderPanel-attachmentsList-0-attachment-link&SILFDNR=4"
        for visit in ("14-", "3-")
    )
    assert lasting_address(first) == lasting_address(second)


@pytest.mark.parametrize("name", ["allris4/to010_40.html", "allris4/vo020.html"])
def test_a_page_without_heading_is_refused(name: str) -> None:
    with pytest.raises(ReadingError, match="no heading"):
        changed(name, 'class="title"', 'class="headline"')
