"""Motions: what they demand, point by point, and which persons apply."""
