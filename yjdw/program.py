"""What every command is handed: the home, the configuration, and how to answer.

The common options and the object that carries them belong here. What a command
does with them belongs to ``yjdw/commands/``.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

    from warehouse.configuration import Configuration
    from warehouse.layout import Layout


@dataclass
class Program:
    """The common options of one call, and what follows from them."""

    home: Path | None = None
    config: Path | None = None
    json: bool = False
    debug: bool = False

    @cached_property
    def layout(self) -> "Layout":
        """Return the paths of the home: ``--home``, else ``YJDW_HOME``."""
        from warehouse.configuration import home_folder
        from warehouse.layout import Layout

        return Layout(home_folder(self.home).absolute())

    @cached_property
    def configuration(self) -> "Configuration":
        """Return the service's configuration.

        Raises:
            ConfigurationError: The file cannot be used; the message says why.
        """
        from warehouse.configuration import read_configuration

        return read_configuration(self.config)

    @cached_property
    def console(self) -> "Console":
        """Return the console on standard error."""
        from yjdw.output import error_console

        return error_console()


def _remember(context: click.Context, option: click.Parameter, value: object) -> None:
    """Keep a common option wherever it was given; the later one wins."""
    if value not in (None, False):
        setattr(context.ensure_object(Program), str(option.name), value)


PATH = click.Path(path_type=Path)
COMMON: dict[str, dict[str, Any]] = {
    "--home": {"type": PATH, "help": "The data (or YJDW_HOME; default ./.yjdw)."},
    "--config": {
        "type": PATH,
        "help": "The configuration (or YJDW_CONFIG; default service.toml).",
    },
    "--json": {
        "is_flag": True,
        "help": "Answer with one JSON document on standard output.",
    },
    "--debug": {
        "is_flag": True,
        "help": "Show the full traceback of a fault; it may hold personal data.",
    },
}


def common_options() -> list[click.Parameter]:
    """Return the options that may stand before or after the command's name."""
    return [
        click.Option([name], expose_value=False, callback=_remember, **settings)
        for name, settings in COMMON.items()
    ]
