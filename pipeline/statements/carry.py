"""Reading a document's sentences in order: each either names its speaker, goes on with what was being said, or ends it.

A person at the beginning of a paragraph is a new speaker; indirect speech goes on while its grammar shows it, and the
indicative goes on only within the paragraph. What the body decides, procedure, headings and new items end a speech.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.findings import PersonMention, Statement
from pipeline.people.gender import gender_of
from pipeline.people.vocabulary import speaks_as_one
from pipeline.statements.asides import caller_of, in_asides
from pipeline.statements.bodies import body_acts
from pipeline.statements.clause import Element
from pipeline.statements.frame import Frame
from pipeline.statements.frames import frame_of
from pipeline.statements.lists import begins_with_verb, is_name_alone, tells
from pipeline.statements.quotation import Quotation, begun
from pipeline.statements.quoted import LONGEST, may_begin, named_behind
from pipeline.statements.sentence import (
    Sentence,
    antecedents,
    begins_in_konjunktiv,
    in_konjunktiv,
    is_entry,
    is_transcript,
)
from pipeline.statements.signs import asks, is_own_view, is_stranger, may_be_minuted
from pipeline.statements.speech import Floor, Mode, Speech, statement
from pipeline.statements.verbatim import in_first_person, is_aside, is_salutation, is_unknown_line, speaker_of
from pipeline.statements.verdicts import verb_at
from pipeline.statements.vocabulary import is_finite, may_tell, pattern, word_set

_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÄÖÜ][^.!?:]{2,80}")
"""A numbered title that stands between speeches."""
_SUBORDINATING = frozenset(
    ["nachdem", "da", "weil", "als", "wenn", "obwohl", "während", "sofern", "falls", "bevor"]
)


@cache
def _groups() -> tuple[str, ...]:
    return tuple(word_set("groups.txt"))


def _quoting(speech: Speech, quotation: Quotation | None, paragraph: int) -> Speech:
    """The speech behind a quoted sentence: it goes on, or is a report again."""
    mode = speech.mode if quotation else "report"
    return replace(speech, mode=mode, quotation=quotation, paragraph=paragraph)


def _may_mean_another(
    elements: Sequence[Element], pronoun: str | None, speakers: Sequence[PersonMention]
) -> bool:
    """Whether the clause before a pronoun names somebody else it may mean (`Nachdem Herr Braun …, fragt er`)."""
    if not pronoun or not elements or elements[0].low not in _SUBORDINATING:
        return False
    names = {speaker.name.family_name for speaker in speakers}
    wanted = "f" if pronoun == "sie" else "m"
    before = itertools.takewhile(lambda element: element.low != pronoun, elements)
    others = (element.mention.name for element in before if element.mention)
    return any(gender_of(name) == wanted and name.family_name not in names for name in others)


_MOTION = re.compile(r"^(?:Der|Die|Das) \w+ (?:möge|wolle)\b")
"""The text of a motion that somebody reads out (`Der Rat möge beschließen`)."""


class Reader:
    """Reads sentences in order and keeps whose turn it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.floor = Floor()
        self.section = -1
        self.heckler: PersonMention | None = None
        self.transcript = False
        self.paragraph = -1
        """The paragraph of the sentence before."""
        self.quoted: PersonMention | None = None
        self.quoted_until = 0

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Statement]:
        """The statements of the sentences."""
        self.transcript = is_transcript(sentences)
        asides = in_asides([self.text[sentence.start : sentence.end] for sentence in sentences])
        for at, sentence in enumerate(sentences):
            if sentence.section != self.section:
                self._enter(sentence)
            following = sentences[at + 1] if at + 1 < len(sentences) else None
            if found := self._read(sentences, at, following, aside=at in asides):
                yield found
            self.paragraph = sentence.paragraph
            self.floor.named.extend(antecedents(sentence.elements))
            del self.floor.named[:-6]

    def _read(
        self, sentences: Sequence[Sentence], at: int, following: Sentence | None, *, aside: bool
    ) -> Statement | None:
        """What the sentence at AT tells: it may be a piece of an aside or of a quotation with its speaker behind."""
        speech = self.floor.speech
        if speech and speech.direct:
            return self._aside(sentences[at]) if aside else self._sentence(sentences[at], following)
        if at >= self.quoted_until and may_begin(self.text[sentences[at].start]):
            self._look_behind(sentences, at)
        if self.quoted and at < self.quoted_until:
            self.floor.speech = Speech((self.quoted,), "act", sentences[at].paragraph)
            return self._direct(sentences[at], (self.quoted,), "quotation", 0.85)
        return self._sentence(sentences[at], following)

    def _look_behind(self, sentences: Sequence[Sentence], at: int) -> None:
        """Find the speaker of a quotation that begins here behind its end."""
        here = sentences[at]
        ahead = itertools.takewhile(
            lambda sentence: (sentence.paragraph, sentence.section) == (here.paragraph, here.section),
            itertools.islice(sentences, at, at + LONGEST),
        )
        found = named_behind([sentence.elements for sentence in ahead], self.text)
        self.quoted = found[0] if found else None
        self.quoted_until = at + (found[1] if found else 0)

    def _enter(self, sentence: Sentence) -> None:
        """A new section ends every speech but the chair's in a transcript, and one that is read out from paper."""
        self.section = sentence.section
        speech = self.floor.speech
        given = speech and speech.mode == "line" and self.transcript
        read_out = speech and speech.mode == "aloud" and sentence.style == "verbatim"
        if not (given or read_out):
            self.floor.close()
            self.floor.named.clear()
        self.heckler = None

    def _sentence(self, sentence: Sentence, following: Sentence | None) -> Statement | None:
        wording = self.text[sentence.start : sentence.end]
        if (given := speaker_of(sentence.elements)) and self._may_head(sentence, given[0]):
            return self._take_word(sentence, wording, *given, following)
        if self.heckler:
            return self._heckling(sentence, wording, self.heckler)
        speech = self.floor.speech
        if self.transcript and is_unknown_line(sentence.elements, sentence.paragraph != self.paragraph):
            self.floor.close()
            return None
        if speech and speech.direct and not self._ends(sentence, wording, speech):
            return self._spoken(sentence, wording, speech)
        if speech and (quotation := begun(wording)) and wording[0] == quotation.opening:
            self.floor.speech = replace(
                speech, mode="aloud", quotation=quotation, paragraph=sentence.paragraph
            )
            return self._direct(sentence, speech.speakers, "quotation", 0.85)
        if speech and speech.listing and begins_with_verb(sentence.elements):
            self.floor.speech = replace(speech, paragraph=sentence.paragraph)
            span = (sentence.start, sentence.end)
            return statement(speech.speakers, self.text, span, "indirect", None, 0.8, "list-verb")
        frame = frame_of(sentence.elements, self.text)
        if (frame is None or frame.rule == "verb-person") and body_acts(sentence.elements, self.text):
            self.floor.close()
            return None
        if frame:
            return self._framed(sentence, wording, frame, following)
        if speech and speech.listing and is_entry(sentence):
            self.floor.speech = replace(speech, paragraph=sentence.paragraph)
            return self._continue(sentence, speech, 0.7, "list")
        return self._carried(sentence, wording, following)

    def _may_head(self, sentence: Sentence, mention: PersonMention) -> bool:
        """Whether a name may give somebody the word here: a mere name only at the beginning of a line."""
        name = mention.name
        told = name.form_of_address or name.title or name.office or name.role or name.faction
        before = self.text[max(0, sentence.start - 4) : sentence.start].rstrip(" (•-–—*")
        return bool(told) or not before or before.endswith("\n")

    def _heads_list(self, sentence: Sentence, following: Sentence | None) -> bool:
        """Whether a person stands above a list whose entries begin with their verbs."""
        return (
            is_name_alone(sentence.elements)
            and following is not None
            and following.section == sentence.section
            and begins_with_verb(following.elements)
        )

    def _take_word(
        self,
        sentence: Sentence,
        wording: str,
        mention: PersonMention,
        bracketed: bool,
        following: Sentence | None,
    ) -> Statement | None:
        if not bracketed and self._heads_list(sentence, following):
            self.floor.speech = Speech((mention,), "act", sentence.paragraph, listing=True)
            return None
        if bracketed:
            self.heckler = None if wording.rstrip().endswith(")") or "(" not in wording[:3] else mention
        else:
            self.floor.speech = Speech((mention,), "line", sentence.paragraph)
        rule = "heckling" if bracketed else "speaker-line"
        return self._direct(sentence, (mention,), rule, 0.95)

    def _direct(
        self, sentence: Sentence, speakers: tuple[PersonMention, ...], rule: str, confidence: float
    ) -> Statement:
        span = (sentence.start, sentence.end)
        return statement(speakers, self.text, span, "direct", None, confidence, rule)

    def _heckling(self, sentence: Sentence, wording: str, heckler: PersonMention) -> Statement:
        if wording.rstrip().endswith(")"):
            self.heckler = None
        return self._direct(sentence, (heckler,), "heckling", 0.85)

    def _aside(self, sentence: Sentence) -> Statement | None:
        """A piece of what stands in brackets: a call of somebody who is named there, else nothing."""
        if caller := caller_of(sentence.elements):
            self.heckler = caller
        elif self.text[sentence.start] in "(-–—":
            self.heckler = None
        wording = self.text[sentence.start : sentence.end]
        return self._heckling(sentence, wording, self.heckler) if self.heckler else None

    def _spoken(self, sentence: Sentence, wording: str, speech: Speech) -> Statement | None:
        if is_aside(wording):
            return self._aside(sentence)
        if not self.transcript and _TITLE.fullmatch(wording):
            self.floor.close()
            return None
        if speech.quotation:
            self.floor.speech = _quoting(speech, speech.quotation.after(wording), sentence.paragraph)
            return self._direct(sentence, speech.speakers, "quotation", 0.85)
        self.floor.speech = replace(speech, paragraph=sentence.paragraph)
        return self._direct(sentence, speech.speakers, "speech", 0.9)

    def _ends(self, sentence: Sentence, wording: str, speech: Speech) -> bool:
        """Whether the minute taker goes on: a person's sentence or a decision at the beginning of a paragraph."""
        if not sentence.elements:
            return False
        if not self.transcript and self._reported_on_new_line(sentence, wording):
            return True
        if sentence.paragraph == speech.paragraph:
            return False
        if not self.transcript and pattern("procedure.txt").search(wording):
            return True
        first = sentence.elements[0].mention
        if first is None or (self.transcript and first.name.role not in ("Vorsitzender", "Vorsitzende")):
            return False
        frame = frame_of(sentence.elements, self.text)
        return frame is not None and frame.rule == "person-verb"

    def _reported_on_new_line(self, sentence: Sentence, wording: str) -> bool:
        """Whether a sentence at the beginning of a line reports what a named person said."""
        if not self.text[: sentence.start].endswith("\n") or in_first_person(wording):
            return False
        frame = frame_of(sentence.elements, self.text)
        named = frame is not None and any(person.name.family_name for person in frame.subjects)
        return bool(frame and named and frame.verdict == "report" and frame.confidence >= 0.8)

    def _framed(
        self, sentence: Sentence, wording: str, frame: Frame, following: Sentence | None
    ) -> Statement | None:
        if self._heads_list(sentence, following) and frame.subjects:
            self.floor.speech = Speech(frame.subjects, "act", sentence.paragraph, listing=True)
            return None
        if frame.verdict == "silent":
            return self._silent(sentence, wording, frame, following)
        if frame.rule.endswith("pronoun-konjunktiv") and self.floor.speech:
            return self._by_pronoun(sentence, frame, self.floor.speech)
        speakers = frame.subjects or self.floor.resolve(frame.pronoun or "")
        if not speakers or _may_mean_another(sentence.elements, frame.pronoun, speakers):
            self.floor.close()
            return None
        self.floor.speech = self._speech_after(sentence, wording, frame, speakers, following)
        if self.floor.speech.quotation:
            return self._direct(sentence, speakers, "quotation", 0.85)
        if frame.verdict == "act":
            return None
        span = (sentence.start, sentence.end)
        return statement(speakers, self.text, span, "indirect", frame.cue, frame.confidence, frame.rule)

    def _speech_after(
        self,
        sentence: Sentence,
        wording: str,
        frame: Frame,
        speakers: tuple[PersonMention, ...],
        following: Sentence | None,
    ) -> Speech:
        """How the word is with the speakers of a frame: quoted, speaking aloud behind a colon, or reported."""
        if quotation := begun(wording):
            return Speech(speakers, "aloud", sentence.paragraph, quotation)
        if wording.rstrip().endswith(":") and following and self._aloud(following):
            return Speech(speakers, "aloud", sentence.paragraph)
        open_end = wording.rstrip()[-1:] not in (".", "!", "?")
        listing = open_end and following is not None and self._lists(frame, following)
        announced = wording.rstrip().endswith(":") and frame.cue and may_tell(frame.cue)
        presents = frame.presents or announced
        mode: Mode = "report" if frame.verdict == "report" else "account" if presents else "act"
        return Speech(speakers, mode, sentence.paragraph, listing=listing, asks=asks(frame.cue))

    def _lists(self, frame: Frame, following: Sentence) -> bool:
        """Whether a list of what was said begins: behind a mere act its entries must be sentences."""
        return is_entry(following) if frame.verdict == "report" else tells(following.elements)

    def _aloud(self, sentence: Sentence) -> bool:
        wording = self.text[sentence.start : sentence.end]
        spoken = self.transcript or in_first_person(wording) or is_salutation(wording)
        return sentence.section == self.section and spoken

    def _by_pronoun(self, sentence: Sentence, frame: Frame, speech: Speech) -> Statement:
        """Indirect speech never changes the speaker by a pronoun; of the other gender it is somebody else."""
        self.floor.speech = Speech(speech.speakers, "report", sentence.paragraph)
        wanted = "m" if frame.pronoun == "er" else "f"
        if len(speech.speakers) == 1 and gender_of(speech.speakers[0].name) in (wanted, "x"):
            span = (sentence.start, sentence.end)
            return statement(
                speech.speakers, self.text, span, "indirect", frame.cue, frame.confidence, frame.rule
            )
        return self._continue(sentence, speech, 0.8, "konjunktiv")

    def _silent(
        self, sentence: Sentence, wording: str, frame: Frame, following: Sentence | None
    ) -> Statement | None:
        """A person who does something else ends a speech; a pronoun may be a thing inside it."""
        if any(not speaks_as_one(person.name.role or "") for person in frame.subjects):
            self.floor.close()
            return None
        return self._carried(sentence, wording, following)

    def _carried(self, sentence: Sentence, wording: str, following: Sentence | None) -> Statement | None:
        speech = self.floor.speech
        if speech is None:
            return None
        same = sentence.paragraph == speech.paragraph
        if speech.mode != "report" and _MOTION.search(wording):
            self.floor.close()
            return None
        if in_konjunktiv(sentence) and (same or begins_in_konjunktiv(sentence)):
            listing = wording.endswith(":") and is_entry(following)
            self.floor.speech = replace(speech, mode="report", paragraph=sentence.paragraph, listing=listing)
            return self._continue(sentence, speech, 0.9 if same else 0.7, "konjunktiv")
        if pattern("procedure.txt").search(wording) or is_aside(wording) or is_stranger(sentence.elements):
            self.floor.close()
            return None
        if not same:
            return self._before(sentence, speech, following)
        return self._in_indicative(sentence, wording, speech)

    def _in_indicative(self, sentence: Sentence, wording: str, speech: Speech) -> Statement | None:
        """A sentence in the speaker's paragraph: behind a mere act it must say whose view it is."""
        if speech.mode == "act":
            return self._continue(sentence, speech, 0.6, "own-view") if is_own_view(wording) else None
        if may_be_minuted(sentence.elements, wording, speech.asks):
            return self._continue(sentence, speech, 0.3, "may-be-minuted")
        if speech.mode == "account":
            return self._continue(sentence, speech, 0.55, "account")
        return self._continue(sentence, speech, 0.6, "same-paragraph")

    def _before(self, sentence: Sentence, speech: Speech, following: Sentence | None) -> Statement | None:
        """The first sentence of a paragraph that names nobody: the next one may show that the speech goes on."""
        self.floor.speech = replace(speech, listing=False)
        if self.text[sentence.start : sentence.end].rstrip().endswith(":"):
            self.floor.close()
            return None
        named = any(element.mention for element in sentence.elements)
        far = sentence.paragraph > speech.paragraph + 1
        if far or named or following is None or not self._begins_paragraph(sentence, following):
            return None
        if self._is_group(sentence):
            self.floor.close()
            return None
        frame = frame_of(following.elements, self.text)
        if frame and frame.verdict == "report" and frame.pronoun in ("er", "sie"):
            same = self.floor.resolve(frame.pronoun) == speech.speakers
            return self._continue(sentence, speech, 0.6, "before-pronoun") if same else None
        if frame is None and in_konjunktiv(following):
            return self._continue(sentence, speech, 0.5, "before-konjunktiv")
        return None

    def _begins_paragraph(self, sentence: Sentence, following: Sentence) -> bool:
        together = following.paragraph == sentence.paragraph and following.section == sentence.section
        return together and sentence.paragraph != self.paragraph

    def _is_group(self, sentence: Sentence) -> bool:
        """Whether other people are the subject of a verb of saying (`Die Anlieger kritisieren`)."""
        if not any(word.text.lower().endswith(_groups()) for word in sentence.elements[:4]):
            return False
        verbs = (at for at, word in enumerate(sentence.elements) if is_finite(word.text))
        return any(verb_at(sentence.elements, at).kind == "report" for at in verbs)

    def _continue(self, sentence: Sentence, speech: Speech, confidence: float, rule: str) -> Statement:
        span = (sentence.start, sentence.end)
        return statement(speech.speakers, self.text, span, "continued", None, confidence, rule)
