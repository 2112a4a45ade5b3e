"""External things that assets are handed, and the default wiring of each.

Paths and configuration belong here, read when a run asks for them. Logic does not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from warehouse.configuration import Configuration, home_folder, read_configuration
from warehouse.layout import Layout
from warehouse.locking import HomeBusy, one_writer

QUARTER_OF_AN_HOUR = 900.0  # ten times as long as a council's whole run takes


class WarehouseResource(dg.ConfigurableResource):
    """The home that a run works in; by default the same as the program's."""

    home: str | None = None
    config: str | None = None
    patience_seconds: float = QUARTER_OF_AN_HOUR

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

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the home for writing, for the length of one step.

        Another process, such as ``yjdw run``, is waited for.

        Raises:
            dagster.Failure: It did not end in time; a later try may do.
        """
        try:
            with one_writer(self.layout, self.patience_seconds):
                yield
        except HomeBusy as busy:
            waited = f"{busy}, then start the run again"
            metadata = {"waited_seconds": self.patience_seconds}
            raise dg.Failure(waited, metadata=metadata) from busy


default_resources = {"warehouse": WarehouseResource()}
