"""What the components find: small frozen types with half-open character offsets into the document's text.

Components hand each other these through `Doc` extensions, `doc._.<name>`, and never touch records or ids:

    sentences    sets sentence starts, `doc._.paragraphs`
    sections     `doc._.sections`, `doc._.items`, `doc._.head`, `doc._.attendees`
    people       `doc._.people`
    statements   `doc._.statements`
    decisions    `doc._.decisions`
    citations    `doc._.citations`
    following    `doc._.resolutions`, `doc._.tasks`, `doc._.amounts`, `doc._.approvals`, `doc._.relations`,
                 `doc._.proposals`
    ozg          `doc._.ozg`, `doc._.ozg_related`, `doc._.ozg_facts`
    motions      `doc._.demands`, `doc._.involved`

Whoever builds the Doc sets `doc._.kind`, `doc._.product`, `doc._.regions` and `doc._.agenda` (the agenda items that the
source states) before the first component runs, and `doc._.date` and `doc._.papers`, the day and the numbers of papers
that the source states, where it does.
Anything doubtful is appended to `doc._.doubts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from db.records.council import Outcome
from db.records.following import AmountKind, ApprovalStatus, RelationKind, TaskKind
from db.records.laws import LawKind
from db.records.ozg import FactKind, Stance

REPORTING = ("minutes", "excerpt", "agenda", "unknown")
"""Kinds of documents in which speech and decisions of a meeting are looked for; papers and motions only propose."""


SectionKind = Literal[
    "head",
    "attendance",
    "agenda",
    "heading",
    "discussion",
    "decision",
    "vote",
    "proposal",
    "attachment",
    "closing",
]
Style = Literal["konjunktiv", "indicative", "verbatim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`doc.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Span):
    """An agenda item where its minutes stand; `papers` are reference numbers as written in its heading.

    `id` is set where the source already made a record of it.
    """

    number: str | None
    title: str | None
    public: bool = True
    papers: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Span):
    """A stretch of text with one function; sections cover the text in order without overlapping.

    `item` is an index into `doc._.items`. `style` is told of discussions.
    """

    kind: SectionKind
    item: int | None = None
    public: bool = True
    style: Style | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of the minutes tells of the meeting; None where it tells nothing.

    `date` is `2021-10-28`; `start` and `end` are `18:00`; `chair` and `clerk` are names as written.
    """

    body: str | None = None
    organization: str | None = None
    name: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    room: str | None = None
    location: str | None = None
    chair: str | None = None
    clerk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person as a text names it; `form_of_address` is `Herr` or `Frau`, `title` academic, `office` as written
    (`Bürgermeister`), `role` a role that stands for a name (`Der Vorsitzende` has role `Vorsitzender`)."""

    form_of_address: str | None = None
    title: str | None = None
    office: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    faction: str | None = None
    role: str | None = None

    @property
    def key(self) -> str:
        """The shortest unambiguous form: the family name with its particles, else the role."""
        return self.family_name or self.role or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee(Span):
    """A line of the attendance list.

    `from_item` and `until_item` are as written (`TOP 7`, `18.00 Uhr`); `only_items` and `not_items` are the numbers of
    the items at which alone, or not, somebody was there or presided.
    """

    name: Name
    status: Literal["present", "excused", "absent"] = "present"
    role: str | None = None
    from_item: str | None = None
    until_item: str | None = None
    only_items: tuple[str, ...] = ()
    not_items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Span):
    """A person or role named in running text; `name` is completed from the attendance list where that is certain.

    `private` is True for citizens without an office.
    """

    name: Name
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Span):
    """A sentence that reports what somebody said.

    `speaker` is the wording that last named them (with article or form of address) and `named` its place, which may lie
    before the sentence; `speakers` is who they are, empty where that cannot be told. `addressee` is to whom it was said
    or whose question it answers, as written, `addressees` who they are. `evidence` are the words of the sentence on
    which the rule stands, None where it stands on the place of the sentence alone. `function` is what a press release
    calls the speaker.
    """

    speaker: str | None
    speakers: tuple[Name, ...]
    kind: Literal["indirect", "continued", "direct"]
    cue: str | None
    confidence: float
    rule: str
    named: Span | None = None
    evidence: Span | None = None
    addressee: str | None = None
    addressees: tuple[Name, ...] = ()
    function: str | None = None


VoteOption = Literal["yes", "no", "abstain", "not_taking_part", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Span):
    """How a group (as written) or a person voted; the span is the place that says so."""

    option: VoteOption
    organization: str | None = None
    person: PersonMention | None = None
    count: int | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy(Span):
    """What a candidate or a list received in an election; `candidate` as written."""

    candidate: str
    person: PersonMention | None = None
    count: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Span):
    """A single vote or result; counts are None where the text gives none."""

    outcome: Outcome
    unanimous: bool | None
    votes_yes: int | None
    votes_no: int | None
    votes_abstain: int | None
    confidence: float
    rule: str
    result: str
    """The words that state the result (`Bei 29 Ja-Stimmen … mehrheitlich zugestimmt`)."""
    subject: str | None = None
    """What was voted on, where a list of results names it (`Änderungsantrag SPD`, `TOP 3.1`)."""
    votes_not_taking_part: int | None = None
    votes_absent: int | None = None
    votes_invalid: int | None = None
    majority: str | None = None
    """The kind of majority in the text's words."""
    secret: bool | None = None
    ballots: tuple[Ballot, ...] = ()
    candidacies: tuple[Candidacy, ...] = ()
    again: bool = False
    """Whether another decision of the item already tells this vote: a further place to quote, no further vote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedLaw:
    """A law by its usual short form; `name` is written out where it is known, a local statute has kind `local`."""

    short: str
    name: str | None
    kind: LawKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Span):
    """A cited paper (`normalized` is its number as written) or law (`§ 34 Abs. 1 GemO`)."""

    kind: Literal["paper", "law", "statute"]
    normalized: str
    rule: str
    law: CitedLaw | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OzgFinding(Span):
    """A mention of a concept, or a fact with its value."""

    concept: str
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OzgFact(Span):
    """A fact about the OZG's implementation, as in `db.records.ozg`; `sentence` is the one it stands in.

    `stated_by` and `stated_on` are set where the sentence itself names another source and day.
    """

    kind: FactKind
    value: str | None
    stance: Stance
    sentence: tuple[int, int]
    rule: str
    unit: str | None = None
    concept: str | None = None
    stated_by: str | None = None
    stated_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Span):
    """A point of a motion; `number` as written, `addressee` who is to act."""

    number: str | None
    addressee: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Span):
    """Somebody is charged with something or promises it; `deadline` is a day where the text determines one."""

    kind: TaskKind
    charged: str | None
    task: str
    deadline: str | None
    deadline_text: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """A person who applies for something in a document or is quoted in it, with the function it gives them."""

    name: Name
    role: Literal["applicant", "quoted"]
    function: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Span):
    """A sum of money in hundredths of its currency's unit; `kind_text` is the word that names its kind."""

    cents: int
    currency: str
    kind: AmountKind | None
    kind_text: str | None
    bound: Literal["about", "at_most", "at_least"] | None
    per: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Span):
    """What is said of the minutes of the meeting on `date`."""

    date: str | None
    part: Literal["public", "non_public"] | None
    status: ApprovalStatus
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRelation(Span):
    """The paper of number `paper` belongs to the earlier one of number `related`, both as written."""

    paper: str
    related: str
    kind: RelationKind
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Span):
    """A proposed decision; `paper` is the number of the paper that proposes it, where the text tells it."""

    paper: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something an editor should look at; `advice` tells what to do."""

    message: str
    advice: str
    start: int | None = None
    end: int | None = None
