"""`python -m pipeline.commands` is `ratslese`."""

from pipeline.commands import ratslese

ratslese(prog_name="ratslese")
