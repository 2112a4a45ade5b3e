"""Name every place data rests, in the order it flows.

Path arithmetic belongs here and nowhere else. Reading or writing data does not.
"""

from dataclasses import dataclass
from pathlib import Path

ZONES = ("identified", "analyst", "aggregate")


@dataclass(frozen=True)
class Layout:
    """The folders of one home (``$YJDW_HOME``), all under a single root."""

    root: Path

    @property
    def drop(self) -> Path:
        """Return the folder under which every supplier drops its files."""
        return self.root / "drop"

    @property
    def done(self) -> Path:
        """Return the folder to which landed files are moved."""
        return self.drop / ".done"

    def landing(self, supplier: str, entity: str, file_sha256: str) -> Path:
        """Return the immutable Parquet file of one entity of one delivered file."""
        return self.root / "landing" / supplier / entity / f"{file_sha256}.parquet"

    def quarantine(self, supplier: str, entity: str, file_sha256: str) -> Path:
        """Return the Parquet file of the rows of one delivery that did not fit."""
        return self.root / "quarantine" / supplier / entity / f"{file_sha256}.parquet"

    def refused(self, supplier: str, file_sha256: str, file_name: str) -> Path:
        """Return the place of a delivered file that could not be read at all."""
        folder = self.root / "quarantine" / supplier / "_files" / file_sha256
        return folder / file_name

    @property
    def builds(self) -> Path:
        """Return the folder of build files that nobody but a run reads."""
        return self.root / "build"

    def build(self, run_id: str) -> Path:
        """Return the DuckDB file that one run builds, in a folder of the run's own.

        The file name is always the same: dbt writes it into every relation's name.
        """
        return self.builds / run_id / "warehouse.duckdb"

    def zone(self, zone: str) -> Path:
        """Return the folder of one published zone."""
        return self.root / "published" / zone

    def release(self, zone: str, release: str) -> Path:
        """Return the DuckDB file of one release in one zone."""
        return self.zone(zone) / f"{release}.duckdb"

    @property
    def pointer(self) -> Path:
        """Return the file that names the current release, for all zones at once."""
        return self.root / "published" / "current"

    @property
    def returns(self) -> Path:
        """Return the folder of every written return, by period and name."""
        return self.root / "returns"

    def returned(self, quarter: str, name: str, version: str) -> Path:
        """Return the folder of one version of one return."""
        return self.returns / quarter / name / version

    @property
    def submissions(self) -> Path:
        """Return the folder of every frozen submission, by period and name."""
        return self.root / "submissions"

    def submitted(self, period: str, name: str, version: str) -> Path:
        """Return the folder of one frozen submission: never changed, never deleted."""
        return self.submissions / period / name / version

    def previewed(self, quarter: str) -> Path:
        """Return the folder of what the YJB will see of one quarter."""
        return self.root / "previews" / quarter

    @property
    def fix_lists(self) -> Path:
        """Return the folder of the newest fix list of every case worker."""
        return self.root / "fix_lists"

    def rehearsed(self, old: str, new: str) -> Path:
        """Return the folder of the newest rehearsal of a change of case system."""
        return self.root / "rehearsals" / f"{old}-to-{new}"

    @property
    def state(self) -> Path:
        """Return the SQLite file of receipts, identities and publications."""
        return self.root / "state" / "yjdw.sqlite"

    @property
    def lock(self) -> Path:
        """Return the file that one writer at a time holds."""
        return self.root / "state" / "writer.lock"

    def prepare(self) -> None:
        """Make the home's folders, readable by their owner alone."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (self.drop, self.builds, self.state.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
