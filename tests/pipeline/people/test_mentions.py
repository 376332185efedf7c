from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.findings import Attendee, Item, Name
from pipeline.people.gender import gender_of
from pipeline.people.mentions import find_mentions
from pipeline.people.privacy import mark_private
from pipeline.people.registry import Registry
from pipeline.people.roster import Roster, build_roster
from pipeline.people.vocabulary import is_courtesy

NAMES = [
    ("Herr Tannert erklärt, …", "Herr Tannert", "Tannert"),
    ("Frau Prof. Quell schlägt vor", "Frau Prof. Quell", "Quell"),
    ("Herr SRTM Ostrowka wies hin", "Herr SRTM Ostrowka", "Ostrowka"),
    ("Frau von Ahlsdorf teilte mit", "Frau von Ahlsdorf", "von Ahlsdorf"),
    ("Frau Ilm-Brache merkt an", "Frau Ilm-Brache", "Ilm-Brache"),
    ("Stadtrat Dr. Paul Zindel (AfD) fragt", "Stadtrat Dr. Paul Zindel (AfD)", "Zindel"),
    ("Stadträtin Gerlach (DIE LINKE.) fragt", "Stadträtin Gerlach (DIE LINKE.)", "Gerlach"),
    ("Der Ortsbürgermeister, Herr Sturm, eröffnet", "Der Ortsbürgermeister, Herr Sturm", "Sturm"),
    ("Der Kreispräsident spricht", "Der Kreispräsident", "Kreispräsident"),
    ("Der Vorsitzende schließt", "Der Vorsitzende", "Vorsitzender"),
    ("Die Vorsitzende schließt", "Die Vorsitzende", "Vorsitzende"),
    ("Die Verwaltung teilt mit", "Die Verwaltung", "Verwaltung"),
    ("RM Schorn (CDU) fragt", "RM Schorn (CDU)", "Schorn"),
    ("Bgm. Tannert informiert", "Bgm. Tannert", "Tannert"),
    ("Herr Abg. Quell erklärt", "Herr Abg. Quell", "Quell"),
    ("Herr Dr. med. Lauer sagt", "Herr Dr. med. Lauer", "Lauer"),
    ("Petentin fragt", "Petentin", "Petentin"),
    ("Bernd Lorbach (CDU): Meine Damen", "Bernd Lorbach (CDU)", "Lorbach"),
    ("Carla Di Sano (CDU): Dann", "Carla Di Sano (CDU)", "Di Sano"),
    ("Nuria Maria Velasch (KLIMA LISTE): Ja", "Nuria Maria Velasch (KLIMA LISTE)", "Velasch"),
    ("Jurek Ostrowka (Innenstadt): Ja", "Jurek Ostrowka (Innenstadt)", "Ostrowka"),
    ("Dr. Ilja van der Quell (CDU): Ja", "Dr. Ilja van der Quell (CDU)", "van der Quell"),
    ("Bernd Lorbach (Die MITTE): Ja", "Bernd Lorbach (Die MITTE)", "Lorbach"),
    ("Herr Freiherr von Ahlsdorf sagt", "Herr Freiherr von Ahlsdorf", "Freiherr von Ahlsdorf"),
    ("Ida Freifrau von Quell (CDU): Ja", "Ida Freifrau von Quell (CDU)", "Freifrau von Quell"),
    ("Herr Graf fragt nach", "Herr Graf", "Graf"),
    ("(Lena Hamm [Bündnis 90/Die Grünen]: Nein!)", "Lena Hamm [Bündnis 90/Die Grünen]", "Hamm"),
]


@pytest.mark.parametrize(("text", "wording", "key"), NAMES)
def test_a_person_is_read_with_everything_that_names_them(text: str, wording: str, key: str) -> None:
    (mention,) = find_mentions(text, Roster())
    assert text[mention.start : mention.end] == wording
    assert mention.name.key == key


def test_parts_of_a_name_are_told_apart() -> None:
    (mention,) = find_mentions("Stadträtin Dr. Zoe Ilm-Brache (KAL/DIE PARTEI) meint", Roster())
    assert mention.name == Name(
        title="Dr.", office="Stadträtin", given_name="Zoe", family_name="Ilm-Brache", faction="KAL/DIE PARTEI"
    )


@pytest.mark.parametrize(
    "text", ["Der Gemeinderat beschließt", "Die Mitglieder stimmen zu", "Ein Antrag liegt vor"]
)
def test_bodies_and_things_are_no_persons(text: str) -> None:
    assert find_mentions(text, Roster()) == []


@pytest.mark.parametrize(
    "text",
    ["Die Landesregierung und Chief Digital Officer (CDO) laden ein", "Jugendamt (JA) stellt klar, dass"],
)
def test_offices_in_brackets_make_no_names(text: str) -> None:
    assert [mention.name.family_name for mention in find_mentions(text, Roster())] in ([], [None])


def test_a_full_name_between_commas_is_a_person() -> None:
    (_, mention) = find_mentions("Für den Minister, Frank Lorbach, ist das neu", Roster())
    assert (mention.name.given_name, mention.name.family_name) == ("Frank", "Lorbach")


def test_several_persons_share_a_form_of_address() -> None:
    mentions = find_mentions(
        "Die Herren Weiß und Braun nehmen die Wahl an. Herr und Frau Kern danken.", Roster()
    )
    assert [(m.name.form_of_address, m.name.family_name) for m in mentions] == [
        ("Herr", "Weiß"),
        ("Herr", "Braun"),
        ("Herr", "Kern"),
        ("Frau", "Kern"),
    ]


def test_a_heading_in_the_genitive_does_not_swallow_the_name_below() -> None:
    mentions = find_mentions("Mitteilungen des Bürgermeisters\nHerr Neumeyer teilt mit", Roster())
    assert [m.name.key for m in mentions] == ["Bürgermeister", "Neumeyer"]


def attendee(name: Name, role: str | None = None) -> Attendee:
    return Attendee(start=0, end=1, name=name, role=role)


def test_the_attendance_list_completes_a_name_and_resolves_a_role() -> None:
    eva = Name(given_name="Eva", family_name="Sturm", faction="SPD")
    chair = Name(form_of_address="Herr", given_name="Jan", family_name="Weber")
    roster = build_roster([attendee(eva), attendee(chair, "Vorsitzender")], None)
    sturm, head = find_mentions("Frau Sturm dankt. Der Vorsitzende schließt.", roster)
    assert sturm.name.given_name == "Eva"
    assert sturm.name.faction == "SPD"
    assert (head.name.family_name, head.name.role) == ("Weber", "Vorsitzender")


def test_two_persons_of_one_name_are_not_mixed_up() -> None:
    roster = build_roster(
        [
            attendee(Name(given_name="Eva", family_name="Sturm")),
            attendee(Name(given_name="Ida", family_name="Sturm")),
        ],
        None,
    )
    (mention,) = find_mentions("Frau Sturm dankt.", roster)
    assert mention.name.given_name is None


def test_a_chair_of_the_other_gender_is_not_taken() -> None:
    roster = build_roster([], Name(office="Bürgermeisterin", given_name="Eva", family_name="Sturm"))
    (mention,) = find_mentions("Der Vorsitzende schließt die Sitzung.", roster)
    assert mention.name.family_name is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (Name(form_of_address="Frau", family_name="Quell"), "f"),
        (Name(office="Stadträtin", family_name="Quell"), "f"),
        (Name(office="Ratsmitglied", family_name="Quell"), "x"),
        (Name(role="Vorsitzender"), "m"),
        (Name(given_name="Bettina", family_name="Quell"), "f"),
    ],
)
def test_gender_comes_from_what_the_name_tells(name: Name, gender: str) -> None:
    assert gender_of(name) == gender


def test_who_asks_in_a_question_time_without_an_office_is_private() -> None:
    text = "Herr Kaul fragt. Bürgermeister Ast antwortet. Herr Braun ergänzt."
    mentions = find_mentions(text, Roster())
    listed = [attendee(Name(form_of_address="Herr", family_name="Braun"))]
    item = Item(start=0, end=len(text), number="8", title="Einwohnerfragestunde")
    marked = mark_private(mentions, text, (item,), Registry(listed, [mention.name for mention in mentions]))
    assert [m.private for m in marked] == [True, False, False]


@settings(deadline=None)  # the first word asks for the dictionary
@given(
    st.lists(
        st.sampled_from(
            [text for text, _, _ in NAMES] + ["(", "Dr.", "Herr", "und", ",", "von", "\n\n", "B."]
        )
    )
)
def test_mentions_are_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = find_mentions(text, Roster())
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))


def test_a_number_before_a_person_ends_the_sentence_before() -> None:
    text = "Das gilt für Phase 1. Herr Quast fragt nach. Der 1. Bürgermeister Lindner antwortet."
    found = [text[mention.start : mention.end] for mention in find_mentions(text, Roster())]
    assert found == ["Herr Quast", "Der 1. Bürgermeister Lindner"]


def test_a_thing_with_a_number_in_brackets_is_nobody() -> None:
    assert find_mentions("Geänderte Vorlage (2031/0123): mehrheitlich angenommen", Roster()) == []


def test_colleagues_have_no_office_by_that() -> None:
    assert is_courtesy("Kollegin")
    assert is_courtesy("Ratskollegen")
    assert not is_courtesy("Stadträtin")
    assert not is_courtesy("Kollege Stadtrat")
