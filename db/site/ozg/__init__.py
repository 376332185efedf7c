"""The OZG observatory: what municipalities announced, demanded and reported on the Onlinezugangsgesetz."""
