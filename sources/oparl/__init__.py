"""OParl 1.0 and 1.1: objects of all types, alone, in lists and in pages of lists, with the dialects of the vendors.

An object seldom names its municipality: then its ids stand in the document's own scope (`db.records.scope`). A meeting
is the one of its organisation and day, so that it meets its minutes. What is only referred to is a link, and a
consultation with such a side is a station.
"""

from __future__ import annotations

from db.records.reading import Link, Reading, ReadingError
from sources.detection import Recognition, Sample, decoded
from sources.offered import layout_fit
from sources.oparl.dumps import TABLES
from sources.oparl.objects import PRODUCT, Objects
from sources.oparl.properties import body_of
from sources.oparl.shapes import Answer, answer_of, loaded

__all__ = ["PRODUCT", "read", "recognise"]

MEDIA_TYPE = "application/json"


def recognise(sample: Sample) -> Recognition | None:
    """An answer of an OParl server."""
    if sample.media_type != MEDIA_TYPE:
        return None
    answer = answer_of(loaded(sample.text))
    if answer is None:
        return None
    name = f"an OParl {answer.type or 'answer without objects'}"
    return Recognition(
        product=PRODUCT, version=answer.version, kind=answer.kind, evidence=answer.evidence[:120], name=name
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of an answer; raises ReadingError for an error that the server told."""
    answer = answer_of(loaded(decoded(content)))
    if answer is None:
        raise ReadingError("no OParl object", "check that this is the answer you meant")
    if answer.error:
        raise ReadingError(f"the server answered an error: {answer.error}"[:300], "ask the server again")
    objects = Objects(document_id, body_of(answer.objects))
    for name, data in answer.objects:
        objects.tell(name, data)
    if not answer.objects:
        objects.composition.paragraph("Liste ohne Einträge")
    return reading(answer, objects)


def reading(answer: Answer, objects: Objects) -> Reading:
    """The reading of what was told; a page of a list leads to the next."""
    following = (Link(kind="list", address=answer.next, label="next"),) if answer.next else ()
    council, alone = objects.council, len(answer.objects) == 1
    return Reading(
        product=PRODUCT,
        version=answer.version,
        kind=answer.kind,
        media_type=MEDIA_TYPE,
        text=objects.composition.text,
        regions=objects.composition.regions,
        records=council.records,
        title=objects.title if alone else None,
        date=objects.date if alone else None,
        body_id=council.body_id if alone or answer.dump or answer.type != "Body" else None,
        meeting_id=council.meeting_id if alone and answer.type == "Meeting" else None,
        doubts=tuple(council.doubts),
        links=(*objects.links, *following),
        told=tuple(objects.told.items()),
        gone=tuple(objects.gone),
        items=tuple(objects.items.items()),
        stations=tuple(objects.stations),
        fit=layout_fit(((name, True) for name in sorted(TABLES)) if answer.dump else objects.expected),
    )
