"""How minutes name the body that decides (`Der Ausschuss für Umwelt und Planung`)."""

from __future__ import annotations

from pipeline.decisions.vocabulary import alternatives, lines

ARTICLE = r"(?:[Dd](?:er|ie|as)|De(?=\s[A-Z])|[Aa]lle)"  # as a subject; a letter may have been lost
ADJECTIVE = r"(?:\s+[a-zäöü]+(?:e|en|er))?"
NOUNS = alternatives(lines("bodies"))
# A rest of the name ("der Stadt Neustadt", "für Bau, Umwelt und Verkehr") holds no finite verb and no clause.
AUXILIARIES = (
    r"(?:hat|habe|haben|hatte|hatten|ist|sind|war|waren|wird|werde|werden|wurde|wurden|soll|solle|sollte|sollen|kann|"
    r"könne|könnte|muss|müsse|müsste|möge|mögen|darf|dürfe|will|wolle|wollte|würde|sei|seien|fühlt|fühlen|dass|ob|wenn|weil|damit)"
)
NAME = rf"(?:(?!\b{AUXILIARIES}\b)[^.:;!?]){{0,180}}?"
BODY = rf"\b{ARTICLE}{ADJECTIVE}\s+{NOUNS}"
