"""External things that assets are handed, and the default wiring of each.

Paths and configuration belong here, read when a run asks for them. Logic does not.
"""

from contextlib import AbstractContextManager
from pathlib import Path

import dagster as dg

from warehouse.configuration import Configuration, home_folder, read_configuration
from warehouse.layout import Layout
from warehouse.locking import one_writer


class WarehouseResource(dg.ConfigurableResource):
    """The home that a run works in; by default the same as the program's."""

    home: str | None = None
    config: str | None = None

    @property
    def layout(self) -> Layout:
        """Return the folders of the home."""
        return Layout(home_folder(Path(self.home) if self.home else None).absolute())

    @property
    def configuration(self) -> Configuration:
        """Return the service's configuration.

        Raises:
            ConfigurationError: The file cannot be used; the message says why.
        """
        return read_configuration(Path(self.config) if self.config else None)

    def writing(self) -> AbstractContextManager[None]:
        """Hold the home for writing, for the length of one step.

        Raises:
            WrongUse: Another process, such as ``yjdw run``, is writing to it.
        """
        return one_writer(self.layout)


default_resources = {"warehouse": WarehouseResource()}
