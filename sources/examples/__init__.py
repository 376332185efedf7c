"""Example minutes of three invented towns, in the real form of three systems."""
