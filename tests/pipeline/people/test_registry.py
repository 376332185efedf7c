"""Who is who in a document: namesakes apart, spellings joined, roles held by whoever presides there."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

import pipeline.people.component
from pipeline.findings import Attendee, Head, Item, Name
from pipeline.people.likeness import one_slip_apart
from pipeline.people.registry import Registry, same_given
from pipeline.people.same_party import same_faction

JAN = Name(given_name="Jan", family_name="Sturm", faction="CDU")
EVA = Name(given_name="Eva", family_name="Sturm", faction="SPD")
OLE = Name(given_name="Ole", family_name="Sturm")


def listed(name: Name, role: str | None = None, **more: tuple[str, ...]) -> Attendee:
    return Attendee(start=0, end=0, name=name, role=role, **more)  # type: ignore[arg-type]


def read(text: str, *attendees: Attendee, chair: str | None = None, items: tuple[Item, ...] = ()) -> Doc:
    """The text with its people; every line is a paragraph of one or more sentences."""
    doc = spacy.blank("de").make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in (".", "\n")
    doc._.attendees, doc._.items, doc._.head = attendees, items, Head(chair=chair)
    return pipeline.people.component.people(doc)


def whom(doc: Doc) -> list[str]:
    return [" ".join(filter(None, (m.name.given_name, m.name.key))) for m in doc._.people]


@pytest.mark.parametrize(
    ("wording", "given"),
    [
        ("Frau Sturm", "Eva"),
        ("Stadtrat Sturm (CDU)", "Jan"),
        ("Stadtrat Jan Sturm", "Jan"),
        ("Amtsleiter Sturm", "Ole"),
        ("Herr Sturm", None),
    ],
)
def test_namesakes_are_kept_apart(wording: str, given: str | None) -> None:
    office = Name(given_name="Ole", family_name="Sturm", office="Amtsleiter")
    doc = read(f"{wording} fragt nach.", listed(JAN), listed(EVA), listed(office))
    assert [m.name.given_name for m in doc._.people] == [given]
    assert [doubt.message for doubt in doc._.doubts] == (
        [] if given else ["„Herr Sturm“ may be one of several persons of this name"]
    )


def test_the_item_tells_which_namesake_is_meant() -> None:
    text = "Stadtrat Sturm (CDU) fragt. Herr Sturm dankt. Herr Sturm geht."
    items = (Item(start=0, end=46, number="1", title="Bus"), Item(start=46, end=63, number="2", title="Bahn"))
    doc = read(text, listed(JAN), listed(OLE), items=items)
    assert whom(doc) == ["Jan Sturm", "Jan Sturm", "Sturm"]


def test_bare_namesakes_of_two_factions_are_two() -> None:
    names = [
        Name(office="Stadtrat", family_name="Sturm", faction="CDU"),
        Name(office="Stadtrat", family_name="Sturm", faction="GRÜNE"),
        Name(form_of_address="Herr", family_name="Sturm", faction="Bündnis 90/Die Grünen"),
    ]
    registry = Registry((), names)
    assert len(registry.persons) == 2
    assert registry.who(names[1]) is registry.who(names[2])
    assert registry.who(Name(form_of_address="Herr", family_name="Sturm")) is None


def test_spellings_of_one_name_are_joined() -> None:
    djordan = Name(given_name="Mila", family_name="Djordanović", faction="FDP")
    registry = Registry(
        (listed(djordan),),
        [
            Name(office="Stadträtin", family_name="Djordanovic", faction="FDP"),
            Name(office="Stadträtin", family_name="Djodanovic", faction="FDP"),
            Name(form_of_address="Herr", family_name="Djodanowicz"),
        ],
    )
    assert [known.name.family_name for known in registry.persons] == ["Djordanović", "Djodanowicz"]


def test_similar_names_without_anything_else_in_common_are_two() -> None:
    registry = Registry((), [Name(family_name="Schmitter"), Name(family_name="Schmittler")])
    assert len(registry.persons) == 2


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Djordanovic", "Djodanovic", True),
        ("Brinkmann", "Brinkmnan", True),
        ("Meier", "Meyer", False),
        ("Schmidt", "Schröder", False),
        ("Brinkmann", "Brinkmann", False),
    ],
)
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert one_slip_apart(one, other) is near
    assert one_slip_apart(other, one) is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("GRÜNE", "Bündnis 90/Die Grünen", True),
        ("FDP/Aufbruch", "FDP", True),
        ("SPD-Fraktion", "SPD", True),
        ("CDU", "SPD", False),
    ],
)
def test_factions_by_any_name(one: str, other: str, same: bool) -> None:
    assert same_faction(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hans", "H.", True),
        ("Hans Peter", "Hans-Peter", True),
        ("Hans", None, True),
        ("Hans", "Heinz", False),
    ],
)
def test_given_names(one: str, other: str | None, same: bool) -> None:
    assert same_given(one, other) is same


CHAIR = Name(form_of_address="Herr", given_name="Jan", family_name="Ast")
DEPUTY = Name(form_of_address="Herr", given_name="Ole", family_name="Holm", office="Bürgermeister")


def test_a_deputy_takes_the_chair_and_gives_it_back() -> None:
    text = (
        "Der Vorsitzende eröffnet. Oberbürgermeister Ast übergibt den Vorsitz an Bürgermeister Holm. "
        "Der Vorsitzende dankt. Oberbürgermeister Ast übernimmt wieder den Vorsitz. Der Vorsitzende schließt."
    )
    doc = read(text, listed(CHAIR, "Vorsitz"), listed(DEPUTY), chair="Jan Ast")
    presiding = [m.name.family_name for m in doc._.people if m.name.role]
    assert presiding == ["Ast", "Holm", "Ast"]
    assert {m.name.role for m in doc._.people if m.name.role} == {"Vorsitzender"}


def test_the_chair_for_an_item_ends_with_it() -> None:
    text = (
        "Den Vorsitz bei diesem Punkt führte Ratsmitglied Holm. Der Vorsitzende fragt. Der Vorsitzende dankt."
    )
    items = (Item(start=0, end=78, number="1", title="A"), Item(start=78, end=99, number="2", title="B"))
    doc = read(text, listed(CHAIR, "Vorsitz"), listed(DEPUTY), chair="Jan Ast", items=items)
    assert [m.name.family_name for m in doc._.people if m.name.role] == ["Holm", "Ast"]


def test_the_list_tells_who_presides_at_which_items() -> None:
    text = "Der Vorsitzende fragt. Der Vorsitzende dankt."
    items = (Item(start=0, end=23, number="1", title="A"), Item(start=23, end=45, number="2", title="B"))
    doc = read(
        text,
        listed(CHAIR, "Vorsitz", not_items=("2",)),
        listed(DEPUTY, "Vorsitz", only_items=("2",)),
        chair="Jan Ast",
        items=items,
    )
    assert [m.name.family_name for m in doc._.people] == ["Ast", "Holm"]


def test_nobody_known_has_the_chair_where_a_deputy_without_a_name_takes_it() -> None:
    text = "Herr Ast übergibt den Vorsitz an seinen Stellvertreter. Der Vorsitzende fragt."
    doc = read(text, listed(CHAIR, "Vorsitz"), chair="Jan Ast")
    assert [m.name.family_name for m in doc._.people] == ["Ast", None]


@pytest.mark.parametrize("wording", ["Der stellvertretende Vorsitzende", "Der Vorsitzende des Heimatvereins"])
def test_another_chair_is_not_the_chair(wording: str) -> None:
    doc = read(f"{wording} dankt.", listed(CHAIR, "Vorsitz"), chair="Jan Ast")
    assert doc._.people[0].name.family_name is None


def test_an_office_is_held_by_whom_the_document_calls_by_it() -> None:
    doc = read("Landrat Holm begrüßt die Gäste. Der Landrat dankt. Der Bürgermeister schweigt.")
    assert [m.name.family_name for m in doc._.people] == ["Holm", "Holm", None]
    doc = read("Bürgermeister Holm und Bürgermeister Ast sind da. Der Bürgermeister dankt.")
    assert doc._.people[-1].name.family_name is None


def test_who_is_called_by_an_office_elsewhere_is_no_private_person_in_a_question_time() -> None:
    text = "Stadtrat Holm dankt. Herr Holm antwortet. Frau Kaul fragt. Frau Kaul geht."
    items = (Item(start=21, end=59, number="2", title="Einwohnerfragestunde"),)
    doc = read(text, items=items)
    assert [(m.name.family_name, m.private) for m in doc._.people] == [
        ("Holm", False),
        ("Holm", False),
        ("Kaul", True),
        ("Kaul", True),
    ]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Einwohnerin Ida Kaul fragt nach.", True),
        ("Als sachkundige Einwohnerin wird Ida Kaul bestellt. Sachkundige Einwohnerin Kaul dankt.", False),
        ("Gewählt sind als sonstige wählbare Bürger Ida Kaul und andere.", False),
    ],
)
def test_citizens_in_committees_are_not_private(text: str, private: bool) -> None:
    assert {m.private for m in read(text)._.people if m.name.family_name == "Kaul"} == {private}


CITIZENS = [
    "Antragsteller Herr Kaul erläutert den Plan.",
    "Der Bauantrag von Frau Kaul wird beraten.",
    "Der Antrag der Eheleute Kaul wird abgelehnt.",
    "Der vom Vorhabenträger, Herrn\nJan Kaul, vorgelegte Plan wird gebilligt.",
    "Die Verwaltung verliest eine E-Mail von Herrn Kaul.",
    "Das Schreiben der Frau Dr. Kaul liegt vor.",
    "Aus dem Publikum meldet sich Herr Kaul.",
    "Die Spende von Herrn Kaul wird angenommen.",
    "Der Käufer, Herr Kaul, zahlt sofort.",
]


@pytest.mark.parametrize("text", CITIZENS)
def test_who_applies_buys_gives_or_writes_is_private(text: str) -> None:
    assert [m.private for m in read(text)._.people if m.name.family_name == "Kaul"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Antragsteller Herr Kaul begründet den Antrag. Stadtrat Kaul (CDU) dankt.",
        "Eine E-Mail von Herrn Kaul liegt vor. Herr Kaul (CDU) dankt.",
        "Ein Schreiben von Herrn Bürgermeister Kaul liegt vor.",
    ],
)
def test_who_holds_an_office_is_not_private_where_they_apply_or_write(text: str) -> None:
    assert not any(m.private for m in read(text)._.people)


def test_a_family_is_told_from_a_noun() -> None:
    assert not any(m.private for m in read("Das Amt für Familie Bildung und Sport berichtet.")._.people)
    assert [m.private for m in read("Die Familie Sturzow hat den Hof verkauft.")._.people] == [True]


def test_a_survey_among_citizens_is_no_question_time() -> None:
    items = (Item(start=0, end=20, number="1", title="Bürgerumfrage"),)
    assert [m.private for m in read("Frau Ida Kaul dankt.", items=items)._.people] == [False]


def test_who_signs_a_motion_is_not_private() -> None:
    text = "Frau Ida Kaul fragt."
    doc = spacy.blank("de").make_doc(text)
    doc._.kind, doc._.items = "motion", (Item(start=0, end=20, number="1", title="Einwohnerfrage"),)
    assert [m.private for m in pipeline.people.component.people(doc)._.people] == [False]
