"""OParl objects as vendors send them: every field of 1.0 and 1.1, and lenient where their dialects need it.

A list may come as one object, one object as a list of one, nothing as `[]` or `""`, a number as text and text as a
number; an object that is only referred to is its address. What no field takes stays in `model_extra`.
"""

# ruff: noqa: N815  (the fields are named as OParl names its properties)
from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from sources.lenient import Reference, References, Text, Texts, Truth

NONE: Any = Field(default_factory=list)


class Thing(BaseModel):
    """What all objects have."""

    model_config = ConfigDict(extra="allow")

    id: Text = None
    type: Text = None
    name: Text = None
    shortName: Text = None
    license: Text = None
    keyword: Texts = NONE
    web: Text = None
    created: Text = None
    modified: Text = None
    deleted: Truth = None


class System(Thing):
    """The server itself."""

    oparlVersion: Text = None
    otherOparlVersions: Texts = NONE
    body: References = NONE
    contactEmail: Text = None
    contactName: Text = None
    website: Text = None
    vendor: Text = None
    product: Text = None


class Body(Thing):
    """A municipality; the lists of its objects are addresses."""

    system: Reference = None
    website: Text = None
    licenseValidSince: Text = None
    oparlSince: Text = None
    ags: Text = None
    rgs: Text = None
    equivalent: Texts = NONE
    contactEmail: Text = None
    contactName: Text = None
    organization: References = NONE
    person: References = NONE
    meeting: References = NONE
    paper: References = NONE
    legislativeTerm: References = NONE
    legislativeTermList: Reference = None
    agendaItem: References = NONE
    agendaItems: References = NONE
    consultation: References = NONE
    consultations: References = NONE
    file: References = NONE
    files: References = NONE
    location: Reference = None
    locationList: Reference = None
    membership: References = NONE
    memberships: References = NONE
    locations: References = NONE
    classification: Text = None
    mainOrganization: References = NONE


class LegislativeTerm(Thing):
    """A term of the council."""

    body: Reference = None
    startDate: Text = None
    endDate: Text = None


class Organization(Thing):
    """A council, committee, faction or office."""

    body: Reference = None
    membership: References = NONE
    meeting: References = NONE
    consultation: References = NONE
    post: Texts = NONE
    subOrganizationOf: Reference = None
    organizationType: Text = None
    classification: Text = None
    startDate: Text = None
    endDate: Text = None
    website: Text = None
    location: Reference = None
    externalBody: Reference = None


class Person(Thing):
    """Somebody in the council or the administration."""

    body: Reference = None
    familyName: Text = None
    givenName: Text = None
    formOfAddress: Text = None
    affix: Text = None
    title: Texts = NONE
    gender: Text = None
    phone: Texts = NONE
    email: Texts = NONE
    location: Reference = None
    locationObject: Reference = None
    status: Texts = NONE
    membership: References = NONE
    life: Text = None
    lifeSource: Text = None


class Membership(Thing):
    """A person in an organisation."""

    person: Reference = None
    organization: Reference = None
    role: Text = None
    votingRight: Truth = None
    startDate: Text = None
    endDate: Text = None
    onBehalfOf: Reference = None


class Meeting(Thing):
    """A meeting with its agenda."""

    body: Reference = None
    meetingState: Text = None
    cancelled: Truth = None
    start: Text = None
    end: Text = None
    location: Reference = None
    organization: References = NONE
    participant: References = NONE
    invitation: References = NONE
    resultsProtocol: References = NONE
    verbatimProtocol: References = NONE
    auxiliaryFile: References = NONE
    agendaItem: References = NONE


class AgendaItem(Thing):
    """An item of an agenda; `result` is free text."""

    meeting: Reference = None
    number: Text = None
    order: Text = None
    public: Truth = None
    consultation: References = NONE
    result: Text = None
    resolutionText: Text = None
    resolutionFile: References = NONE
    auxiliaryFile: References = NONE
    start: Text = None
    end: Text = None


class Paper(Thing):
    """A paper with its consultations."""

    body: Reference = None
    reference: Text = None
    date: Text = None
    publishedDate: Text = None
    paperType: Text = None
    relatedPaper: References = NONE
    superordinatedPaper: References = NONE
    subordinatedPaper: References = NONE
    subordinatePaper: References = NONE
    mainFile: References = NONE
    auxiliaryFile: References = NONE
    location: References = NONE
    originatorPerson: References = NONE
    originatorOrganization: References = NONE
    underDirectionOf: References = NONE
    underDirectionof: References = NONE
    consultation: References = NONE


class Consultation(Thing):
    """A paper on an agenda."""

    paper: Reference = None
    agendaItem: Reference = None
    meeting: Reference = None
    organization: References = NONE
    authoritative: Truth = None
    role: Text = None


class File(Thing):
    """A file; `downloadUrl` brings its bytes."""

    body: Reference = None
    fileName: Text = None
    mimeType: Text = None
    date: Text = None
    size: Text = None
    sha1Checksum: Text = None
    sha512Checksum: Text = None
    text: Text = None
    accessUrl: Text = None
    downloadUrl: Text = None
    externalServiceUrl: Text = None
    masterFile: Reference = None
    derivativeFile: References = NONE
    fileLicense: Text = None
    meeting: References = NONE
    agendaItem: References = NONE
    paper: References = NONE


class Location(Thing):
    """A place."""

    description: Text = None
    geojson: Any = None
    streetAddress: Text = None
    room: Text = None
    postalCode: Text = None
    subLocality: Text = None
    locality: Text = None
    bodies: References = NONE
    body: Reference = None
    organizations: References = NONE
    organization: References = NONE
    persons: References = NONE
    meetings: References = NONE
    meeting: References = NONE
    papers: References = NONE
    paper: References = NONE


MODELS: dict[str, type[Thing]] = {
    model.__name__: model
    for model in (
        System,
        Body,
        LegislativeTerm,
        Organization,
        Person,
        Membership,
        Meeting,
        AgendaItem,
        Paper,
        Consultation,
        File,
        Location,
    )
}
