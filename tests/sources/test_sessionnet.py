"""SessionNet: what pages lead to, how well they fit, what is not known in them, and the recorded pages by count."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Consultation, File, Meeting, Organization, Paper
from db.records.reading import Reading, ReadingError
from sources.detection import sample_of
from sources.markup import parsed
from sources.read import detect, read
from sources.sessionnet.page import file_name

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Reading:
    return read((PAGES / name).read_bytes())


def every(reading: Reading, kind: type[Any]) -> list[Any]:
    return [record for record in reading.records if isinstance(record, kind)]


def regions(reading: Reading, kind: str) -> int:
    return sum(region.kind == kind for region in reading.regions)


@pytest.mark.parametrize(
    ("name", "version", "kinds"),
    [
        ("sessionnet_si0040.html", "5.3.3", {"agenda": 3, "file": 2}),
        ("sessionnet_si0057.html", "5.4.7", {"agenda": 2, "file": 5, "paper": 2}),
        ("sessionnet_to0040.html", "5.3.3", {"file": 3, "paper": 1}),
        ("sessionnet_vo0050.html", "5.4.7", {"file": 1, "paper": 2}),
        ("sessionnet_6.json", "6", {}),
    ],
)
def test_pages_lead_on_but_not_to_what_is_not_public(name: str, version: str, kinds: dict[str, int]) -> None:
    reading = page(name)
    assert reading.version == version
    assert Counter(link.kind for link in reading.links) == kinds
    assert len({link.address for link in reading.links}) == len(reading.links)
    assert reading.fit is not None
    assert (reading.fit.share, reading.fit.missing) == (1.0, ())


def test_an_address_is_given_as_it_stands_in_the_page() -> None:
    (first, *_) = page("sessionnet_to0040.html").links
    assert (first.kind, first.address, first.label) == ("file", "getfile.asp?id=31&type=do&", "Anlage 1")


def test_a_file_linked_by_icon_and_text_is_one() -> None:
    files = every(page("sessionnet_si0057.html"), File)
    assert [(file.kind, file.agenda_item_id is not None) for file in files] == [
        ("paper", True),
        ("paper", True),
        ("paper", True),
        ("notice", False),
        ("minutes", False),
    ]
    assert len({file.id for file in files}) == 5


def test_a_calendar_keeps_each_meeting_of_a_day_apart() -> None:
    meetings = every(page("sessionnet_si0040.html"), Meeting)
    assert [(meeting.start, meeting.cancelled) for meeting in meetings] == [
        ("2023-05-04T18:30", None),
        ("2023-05-04T19:00", True),
        ("2023-05-09T17:00", None),
        ("2023-05-09T20:00", None),
    ]
    assert len({meeting.id for meeting in meetings}) == 4


@pytest.mark.parametrize(
    ("shown", "organ", "cancelled"),
    [
        ("Hauptausschuss", "Hauptausschuss", None),
        ("Sitzung des Hauptausschusses", "Hauptausschuss", None),
        ("ENTFÄLLT! Hauptausschuss", "Hauptausschuss", True),
        ("Hauptausschuss - abgesagt", "Hauptausschuss", True),
    ],
)
def test_a_calendar_names_the_organ_that_meets(shown: str, organ: str, cancelled: bool | None) -> None:
    markup = (PAGES / "sessionnet_si0040.html").read_text("utf-8")
    reading = read(markup.replace(">Ortsrat Weidenau</a>", f">{shown}</a>").encode())
    meeting = every(reading, Meeting)[0]
    assert (every(reading, Organization)[0].name, meeting.cancelled) == (organ, cancelled)
    assert meeting.name == shown


def test_a_calendar_without_meetings_is_no_misfit() -> None:
    markup = (PAGES / "sessionnet_si0040.html").read_text("utf-8")
    before, _, rest = markup.partition("<tbody>")
    reading = read(f"{before}<tbody></tbody></table></div></body></html>".encode())
    assert rest
    assert every(reading, Meeting) == []
    assert reading.fit is not None
    assert reading.fit.share == 1.0
    assert reading.text == "Sitzungen Mai 2023"


STRANGE = [
    (
        "sessionnet_si0057.html",
        'class="toxx">&nbsp;',
        'class="toneu">Videobeitrag',
        "item Ö 1: unknown part of the agenda: Videobeitrag",
    ),
    (
        "sessionnet_si0057.html",
        "box2_abstimmung",
        "box2_stimmkarte",
        "item Ö 2: unknown part of the agenda: stimmkarte",
    ),
    ("sessionnet_si0057.html", "siort_title", "siort_title", "item N 4 is not public"),
    (
        "sessionnet_to0040.html",
        "Abstimmung: </td>",
        "Bemerkung: </td>",
        "item 2: unknown part of the agenda: Bemerkung:",
    ),
    ("sessionnet_vo0050.html", ">Art</div>", ">Farbe</div>", "unknown field of the paper: Farbe"),
    ("sessionnet_si0040.html", "Livestream", "Livestream", "unknown part of the calendar: Livestream"),
    ("sessionnet_6.json", '"live"', '"live"', "unknown key of the agenda: live"),
    ("sessionnet_6.json", '"oSt": 2', '"oSt": 7', "unknown part of the agenda: oSt 7"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), STRANGE)
def test_what_is_not_known_is_told(name: str, old: str, new: str, message: str) -> None:
    markup = (PAGES / name).read_text("utf-8")
    assert old in markup
    doubts = read(markup.replace(old, new).encode()).doubts
    assert [doubt for doubt in doubts if doubt.message.startswith(message)]
    assert all(doubt.advice and doubt.stage == "parse" for doubt in doubts)


def test_a_changed_template_shows_in_the_fit() -> None:
    markup = (PAGES / "sessionnet_si0057.html").read_text("utf-8")
    fit = read(markup.replace('class="smc-table-cell siort"', 'class="smc-cell siort"').encode()).fit
    assert fit is not None
    assert fit.missing == ("room",)
    assert fit.found == fit.expected - 1


def test_other_json_is_no_agenda() -> None:
    items = json.loads((PAGES / "sessionnet_6.json").read_text("utf-8"))
    reading = read(json.dumps(items[0]).encode())
    assert [item.number for item in every(reading, AgendaItem)] == ["1"]
    shown = [
        (item.number, item.public, item.outcome) for item in every(page("sessionnet_6.json"), AgendaItem)
    ]
    assert shown == [
        ("1", True, "accepted"),
        ("2", True, None),
        ("2.1", True, "accepted"),
        ("3", False, "none"),
    ]


@pytest.mark.parametrize(("key", "value"), [("oSt", []), ("sort", "oben"), ("voNr", {}), ("nummer", None)])
def test_an_answer_with_other_values_is_refused(key: str, value: object) -> None:
    items = json.loads((PAGES / "sessionnet_6.json").read_text("utf-8"))
    items[1][key] = value
    with pytest.raises(ReadingError) as refusal:
        read(json.dumps(items).encode())
    assert refusal.value.message.startswith(f"1.{key}: ")
    assert "\n" not in refusal.value.message


def test_the_size_of_a_file_is_not_in_its_name() -> None:
    anchor = parsed('<a href="x">Anlage 2 <span class="smcdosize">12&nbsp;KB </span></a>').a
    assert anchor is not None
    assert file_name(anchor) == "Anlage 2"


COUNTED = [
    # page, items, results, votes, papers, files, consultations: counted in the raw files by searching for the numbered
    # rows, the labels Beschluss and Abstimmung, and the different __kvonr and getfile ids
    ("halle-to0040.html", 6, 3, 1, 2, 3, 2),
    ("koblenz-si0057-9693.excerpt.html", 3, 2, 1, 2, 4, 2),
    ("koblenz-vo0050-43205.excerpt.html", 0, 0, 0, 1, 1, 0),
    ("schiffweiler-to0040.html", 3, 0, 0, 1, 0, 1),
    ("sangerhausen-2217-tagesordnung.json", 9, 6, 0, 4, 0, 4),
]
HELD_BACK = {"halle-to0040.html": 1}
"""Papers, files and consultations of non-public items, of which a page's doubts tell; the counts above include them."""


@pytest.mark.recorded
@pytest.mark.parametrize(("name", "items", "results", "votes", "papers", "files", "consultations"), COUNTED)
def test_recorded_pages_give_all_that_was_counted(
    shared: Path, name: str, items: int, results: int, votes: int, papers: int, files: int, consultations: int
) -> None:
    reading = read((shared / "data/sessionnet" / name).read_bytes())
    held = HELD_BACK.get(name, 0)
    found = every(reading, AgendaItem)
    assert (len(found), sum(item.result is not None for item in found)) == (items, results)
    assert (regions(reading, "decision"), regions(reading, "vote")) == (results, votes)
    assert len(every(reading, Paper)) == papers - held
    assert len(every(reading, File)) == files - held
    assert len(every(reading, Consultation)) == consultations - held
    assert len(reading.doubts) == held
    assert not [item for item in found if item.outcome == "unknown"]
    assert reading.fit is not None
    assert reading.fit.share == 1.0


@pytest.mark.recorded
def test_the_recorded_calendar_gives_its_meetings(shared: Path) -> None:
    reading = read((shared / "data/sessionnet/halle-si0040.html").read_bytes())
    assert [(meeting.start, meeting.end) for meeting in every(reading, Meeting)] == [
        ("2026-09-01T17:00", "2026-09-01T18:26"),
        ("2026-09-04T16:00", None),
    ]
    assert [file.kind for file in every(reading, File)] == ["invitation"]
    assert [link.address for link in reading.links if link.kind == "agenda"] == [
        "to0040.asp?__ksinr=21804",
        "to0040.asp?__ksinr=21850",
    ]
    assert (reading.version, reading.doubts) == ("5.3.3", ())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sessionnet_si0057.html", "&Ouml; 3<", "&Ouml; 2<"),
        ("sessionnet_to0040.html", 'smc_tophn1">2<', 'smc_tophn1">1<'),
        ("sessionnet_6.json", '"nummer": "2.1"', '"nummer": "2"'),
    ],
)
def test_a_number_that_stands_twice_loses_no_item(name: str, old: str, new: str) -> None:
    markup = (PAGES / name).read_text("utf-8")
    assert old in markup
    reading = read(markup.replace(old, new).encode())
    ids = [item.id for item in every(reading, AgendaItem)]
    assert len(ids) == len(set(ids)) == len(every(page(name), AgendaItem))
    assert [doubt for doubt in reading.doubts if "stands more than once in the agenda" in doubt.message]
    assert {region.item for region in reading.regions if region.kind == "item"} == set(ids)


@pytest.mark.parametrize(
    ("page_name", "kind"),
    [
        ("si0050", "agenda"),
        ("si0056", "agenda"),
        ("to0050", "excerpt"),
        ("vo0053", "paper"),
        ("pe0051", "person"),
    ],
)
def test_pages_that_are_not_read_are_named(page_name: str, kind: str) -> None:
    markup = (PAGES / "sessionnet_vo0050.html").read_text("utf-8").replace("vo0050_", f"{page_name}_")
    recognition, reader = detect(sample_of(markup.encode()))
    assert (recognition.product, recognition.version, recognition.kind) == ("SessionNet", "5.4.7", kind)
    assert reader is None
