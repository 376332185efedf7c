"""A second opinion on who speaks, from a parser of German where one is installed; without one nothing changes."""
