"""What the readers of pages and documents take, and what they leave to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.records.council import AgendaItem, Consultation, Paper
from db.records.reading import Reading, ReadingError
from sources import allris3, excerpt, motion, paper, press, sessionnet
from sources.council import Council
from sources.detection import sample_of
from sources.read import detect, read

PAGES = Path(__file__).parent / "pages"
READERS = (allris3, sessionnet, excerpt, paper, motion, press)


def page(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def items(reading: Reading) -> list[AgendaItem]:
    return [record for record in reading.records if isinstance(record, AgendaItem)]


@pytest.mark.parametrize(
    ("name", "product", "kind"),
    [
        ("allris3_to010.html", "ALLRIS 3", "agenda"),
        ("allris3_to020.html", "ALLRIS 3", "excerpt"),
        ("allris3_vo020.html", "ALLRIS 3", "paper"),
        ("sessionnet_si0057.html", "SessionNet", "agenda"),
        ("sessionnet_to0040.html", "SessionNet", "agenda"),
        ("sessionnet_vo0050.html", "SessionNet", "paper"),
        ("excerpt_allris3.txt", "ALLRIS 3", "excerpt"),
        ("excerpt_allris4.txt", "ALLRIS 4", "excerpt"),
        ("motion_sentence.txt", "Antrag", "motion"),
        ("motion_letter.txt", "Antrag", "motion"),
        ("paper_form.txt", "Vorlage", "paper"),
        ("paper_motion.txt", "Vorlage", "motion"),
        ("press_dated.txt", "Pressemitteilung", "press"),
        ("press_dateline.txt", "Pressemitteilung", "press"),
    ],
)
def test_each_page_is_known_by_its_content(name: str, product: str, kind: str) -> None:
    recognition, _ = detect(sample_of(page(name)))
    assert (recognition.product, recognition.kind) == (product, kind)
    assert recognition.evidence


MINUTES = """Niederschrift über die 3. Sitzung des Rates der Stadt Auental

Anwesend: Frau Beck, Herr Lorenz

TOP 1 Antrag der SPD-Fraktion: Trinkbrunnen

Frau Beck sagte: „Wir brauchen einen Brunnen, und zwar noch in diesem Sommer, denn die Hitze nimmt zu.“ Die Verwaltung
wird gebeten, zu berichten. Die Fraktion beantragt dies seit Jahren, und sie wird es wieder tun, wenn nichts geschieht.

Abstimmungsergebnis: einstimmig
"""

REPLY = "Antrag der Gruppe\n\nDanke für alles, wir sehen uns am Montag im Verein."
LETTER = (
    "04.11.2021\n\nSehr geehrte Frau Beck,\n\n" + "vielen Dank für Ihre Nachricht zu unserem Treffen. " * 6
)


@pytest.mark.parametrize(
    "text", [MINUTES, REPLY, LETTER, "Auszug - aus einem Buch\n\nEs war einmal.", "TOP: 3"]
)
def test_other_texts_are_left_to_others(text: str) -> None:
    sample = sample_of(text.encode())
    assert [reader.PRODUCT for reader in READERS if reader.recognise(sample)] == []


def test_press_words_do_not_make_minutes_a_press_release() -> None:
    assert press.recognise(sample_of(f"Pressemitteilung\n\n{MINUTES}".encode())) is None


def test_unknown_wording_is_kept_and_shown() -> None:
    unknown = [item for item in items(read(page("allris3_to010.html"))) if item.outcome == "unknown"]
    assert [(item.number, item.result) for item in unknown] == [("Ö 3.1", "in die Fraktionen gegeben")]


@pytest.mark.parametrize("name", ["allris3_to010.html", "sessionnet_si0057.html", "sessionnet_to0040.html"])
def test_papers_of_nonpublic_items_stay_out(name: str) -> None:
    reading = read(page(name))
    hidden = {item.id for item in items(reading) if not item.public}
    assert hidden
    assert not hidden & {r.agenda_item_id for r in reading.records if isinstance(r, Consultation)}
    assert all(not region.public for region in reading.regions if region.item in hidden)
    shown = {r.reference for r in reading.records if isinstance(r, Paper)}
    assert not shown & {"VO/2023/030", "BV/0090/2022", "V/2023/0050"}


def test_a_refused_page_says_so() -> None:
    markup = page("allris3_to020.html").decode("cp1252")
    title = markup[markup.index('<div id="risname">') : markup.index('<div id="rismain">')]
    refused = markup.replace(title, "<p>Zugriff verweigert (Programm to020.asp).</p>")
    with pytest.raises(ReadingError) as error:
        allris3.read(refused.encode("cp1252"), "0" * 64)
    assert error.value.message == "the system refused this page"


def test_an_agenda_without_items_is_refused() -> None:
    empty = page("sessionnet_si0057.html").decode().replace("smctablesitzung", "smctable")
    with pytest.raises(ReadingError):
        sessionnet.read(empty.encode(), "0" * 64)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Gemeinde Quellwald", "Gemeinde Quellwald"),
        ("Bürgerinformationssystem", None),
        ("Bürgerinfo", None),
        ("Ratsinformationssystem", None),
        ("", None),
    ],
)
def test_a_headline_that_names_the_system_names_no_municipality(headline: str, body: str | None) -> None:
    markup = (
        page("allris3_to020.html")
        .decode("cp1252")
        .replace('<p class="topHeadline">Gemeinde Quellwald</p>', f'<p class="topHeadline">{headline}</p>')
    )
    reading = read(markup.encode("cp1252"))
    assert reading.body_id == (body and "gemeinde-quellwald")


def test_a_button_between_sections_is_no_text() -> None:
    reading = read(page("excerpt_allris4.txt"))
    assert "Reduzieren" not in reading.text
    assert [region.kind for region in reading.regions] == [
        "head",
        "item",
        "decision",
        "discussion",
        "decision",
    ]


def test_breaks_and_attachments_are_no_discussion() -> None:
    reading = read(page("excerpt_allris3.txt"))
    discussed = "".join(reading.text[r.start : r.end] for r in reading.regions if r.kind == "discussion")
    assert "Herr Quast begrüßt" in discussed
    assert "Pause" not in discussed
    assert "Lageplan" not in discussed
    (item,) = items(reading)
    assert "Lageplan" not in reading.text[item.start : item.end]


def test_an_example_of_another_town_is_not_the_motions_own() -> None:
    text = (
        page("motion_sentence.txt").decode().replace("Auch die Stadt Rosenau", "Auch die Gemeinde Quellwald")
    )
    assert read(text.encode()).body_id is None


@pytest.mark.parametrize(
    ("text", "name", "originator", "date"),
    [
        (
            "Anfrage für die Stadtverordnetenversammlung vom 19. Mai 2022 betreffend Brunnen\n\n"
            "Hiermit bittet die Fraktion den Magistrat um Auskunft.",
            "Brunnen",
            None,
            "2022-05-19",
        ),
        (
            "Brunnen in Au\n\nAntrag (von SPD, Bündnis 90/Die Grünen, FWG):\nDer Magistrat wird gebeten, zu berichten.",
            "Brunnen in Au",
            "SPD, Bündnis 90/Die Grünen, FWG",
            None,
        ),
        (
            "Offene Brunnen\n\nEingereicht am: 02.02.2022\n\nAntragstext:\n\nWir bitten die Verwaltung um eine Liste.",
            "Offene Brunnen",
            None,
            "2022-02-02",
        ),
        (
            "Mehr Brunnen für Au\n\nDie Fraktionen von SPD und FWG stellen zur Sitzung des Rates am 24.06.2021 "
            "folgenden Antrag:\n\nDie Verwaltung wird gebeten, Brunnen zu bauen.",
            "Mehr Brunnen für Au",
            "SPD, FWG",
            "2021-06-24",
        ),
        (
            "Anfrage: Brunnen in Au\n\nDaher möchten wir über den Stand informiert werden.",
            "Brunnen in Au",
            None,
            None,
        ),
        (
            "Antrag der SPD-Fraktion zum Haushalt\n\nDie Fraktion beantragt mehr Geld. Zur Sitzung des Rates am "
            "Dienstag, den 3. Mai 2022, wird gebeten, dies aufzunehmen.",
            "Antrag der SPD-Fraktion zum Haushalt",
            "SPD-Fraktion",
            "2022-05-03",
        ),
    ],
)
def test_motions_in_other_forms(text: str, name: str, originator: str | None, date: str | None) -> None:
    reading = read(text.encode())
    (moved,) = (record for record in reading.records if isinstance(record, Paper))
    assert (reading.kind, reading.date) == ("motion", date)
    assert (moved.name, moved.originator) == (name, originator)


PROSE = (
    "Der Brunnen steht seit heute allen offen und wird aus Mitteln des Landes bezahlt, wie es lange geplant war. "
    * 2
)


@pytest.mark.parametrize(
    ("text", "title", "date", "body"),
    [
        (
            f"Pressemitteilung der Stadt Au vom 12.03.2023\n\nNeuer Brunnen\n\n{PROSE}",
            "Neuer Brunnen",
            "2023-03-12",
            "stadt-au",
        ),
        (
            f"Neuer Brunnen\nAu (ots)\n{PROSE}\n„Das freut uns sehr“, sagte Jan Muster.",
            "Neuer Brunnen",
            None,
            None,
        ),
        (f"Au, 3. Mai 2022. {PROSE}\n„Das freut uns sehr“, so Jan Muster.", None, "2022-05-03", None),
    ],
)
def test_press_releases_in_other_forms(
    text: str, title: str | None, date: str | None, body: str | None
) -> None:
    reading = read(text.encode())
    assert (reading.kind, reading.title, reading.date, reading.body_id) == ("press", title, date, body)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.name)
def test_no_words_of_a_pasted_text_are_lost(path: Path) -> None:
    furniture = {*excerpt.TOGGLES, *excerpt.MENU, "seiteninhalt", "zum antrag →"}
    lines = (" ".join(line.split()) for line in path.read_text("utf-8").splitlines())
    kept = [line for line in lines if line.casefold() not in furniture]
    words = "".join(kept).replace(" ", "").replace("Lüf-tungs", "Lüftungs")
    assert "".join(read(path.read_bytes()).text.split()) == words


def test_a_paper_under_two_items_of_a_meeting_is_consulted_twice() -> None:
    council = Council("d" * 64, "Stadt Lindau")
    council.meeting("Rat", "2024-03-12")
    paper = council.paper("V 12/26")
    items = [council.item_id("2", True), council.item_id("7", False)]
    for item in (*items, items[0]):
        council.consult(paper, item, "zur Kenntnis genommen")
    told = [record for record in council.records if isinstance(record, Consultation)]
    assert [(c.id, c.agenda_item_id, c.outcome) for c in told] == [
        ("stadt-lindau_v-12-26_rat_2024-03-12", items[0], "noted"),
        ("stadt-lindau_v-12-26_rat_2024-03-12_n-7", items[1], "noted"),
    ]
