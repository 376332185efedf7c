"""Press releases: who is quoted in which function, and what they are quoted with."""
