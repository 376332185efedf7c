"""The command line: one module a command, loaded when it is called, so that `--help` answers at once."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "Try it": ("demo",),
    "Take in": ("import", "crawl"),
    "Show": ("publish", "serve", "export"),
    "Look after": ("status", "evaluate"),
}
"""The commands in the order of the work; each stands in the module `pipeline.commands.<name>_` as `command`."""


class Verbs(click.Group):
    """A group whose commands are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """All commands, in the order of the work."""
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"pipeline.commands.{name}_").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under the heading of their part of the work."""
        for heading, names in COMMANDS.items():
            rows = [
                (name, command.get_short_help_str(70))
                for name in names
                if (command := self.get_command(ctx, name))
            ]
            with formatter.section(heading):
                formatter.write_dl(rows)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ratslese")
def ratslese() -> None:
    """Turn German council minutes into a citable database.

    \b
    Example:
      ratslese import minutes/ --db town.db
      ratslese serve --db town.db
    """
