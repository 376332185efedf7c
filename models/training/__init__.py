"""What was trained to see whether it helps, and how: nothing of it is loaded when minutes are read."""
