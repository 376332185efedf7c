"""Expressions for the openings of the parts of minutes."""

from __future__ import annotations

import re

from pipeline.structure.vocabulary import alternatives

ATTENDANCE = re.compile(alternatives("parts", "attendance"), re.MULTILINE)
CLOSING = re.compile(alternatives("parts", "closing"), re.MULTILINE)
ATTACHMENT = re.compile(alternatives("parts", "attachment"), re.MULTILINE)
NONPUBLIC = re.compile(rf"(?:{alternatives('parts', 'nonpublic')})", re.MULTILINE)
PUBLIC = re.compile(rf"(?:{alternatives('parts', 'public')})", re.MULTILINE)
VOTE_WORDS = re.compile(alternatives("parts", "vote"))
SAYS = re.compile(rf"\b{alternatives('parts', 'says')}")
SPEAKS = re.compile(alternatives("parts", "speaks"))
