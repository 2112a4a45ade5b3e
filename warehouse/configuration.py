"""The configuration of one service, read from ``service.toml``.

Reading the file and its defaults belong here; the meaning of a counting key
(``cfg.*``) belongs to the rules. The one module that may look at the environment.
"""

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from warehouse.alert_settings import Alerts

DEFAULT_FILE = Path("service.toml")
Setting = str | bool | int | float | date | list[str] | dict[str, str | bool]


class ConfigurationError(Exception):
    """The configuration cannot be used; the message says which key and why."""


class CaseSystem(BaseModel):
    """One case system of the service, and the first day on which it was worked in."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    supplier: str
    valid_from: date | None = Field(default=None, alias="from")


class Service(BaseModel):
    """Which service this home serves, and from which case systems, oldest first."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    case_system: str | None = None
    case_systems: list[CaseSystem] = Field(default_factory=list)

    @property
    def listed_systems(self) -> list[CaseSystem]:
        """Return the systems, oldest first, in whichever form they are given."""
        short = [CaseSystem(supplier=self.case_system)] if self.case_system else []
        return self.case_systems or short

    @model_validator(mode="after")
    def _refuse_what_has_no_order(self) -> Self:
        if self.case_system and self.case_systems:
            raise ValueError("give case_system or case_systems, not both")
        for before, after in pairwise(self.case_systems):
            if after.valid_from is None:
                raise ValueError(f"{after.supplier} follows: say from which day (from)")
            if before.valid_from and before.valid_from >= after.valid_from:
                raise ValueError(f"{after.supplier} must begin after {before.supplier}")
        names = [item.supplier for item in self.case_systems]
        if len(set(names)) < len(names):
            raise ValueError("a case system is listed twice")
        return self


class Configuration(BaseModel):
    """Everything a council may set; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")

    service: Service = Service()
    shrink_limit_percent: float = Field(default=20, ge=0, le=100)
    settings: dict[str, Setting] = Field(default_factory=dict)
    freshness_days: dict[str, int] = Field(default_factory=dict)
    sources: dict[str, str] = Field(default_factory=dict)
    releases_kept: int = Field(default=5, ge=1)
    alerts: Alerts = Alerts()
    # rules that this service takes more seriously than we do, by code
    severities: dict[str, Literal["may_be_waived", "must_fix"]] = Field(
        default_factory=dict
    )

    @property
    def counted(self) -> dict[str, Any]:
        """Return the part from which figures follow, as plain values."""
        return self.model_dump(include={"service", "settings"}, mode="json")


def home_folder(given: Path | None) -> Path:
    """Return the home: the option, else ``YJDW_HOME``, else ``./.yjdw``."""
    return given or Path(os.environ.get("YJDW_HOME", ".yjdw"))


def read_configuration(given: Path | None = None) -> Configuration:
    """Read the configuration file; an absent default file means all defaults.

    Raises:
        ConfigurationError: The file named is absent, not TOML, or has a wrong key.
    """
    named = given or (
        Path(os.environ["YJDW_CONFIG"]) if "YJDW_CONFIG" in os.environ else None
    )
    path = named or DEFAULT_FILE
    if not path.exists():
        if named:
            raise ConfigurationError(f"{path}: no such configuration file")
        return Configuration()
    try:
        return Configuration.model_validate(tomllib.loads(path.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: not valid TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}"
            for item in error.errors()
        )
        raise ConfigurationError(f"{path}: {wrong}") from error


def read_secret(variable: str) -> str:
    """Return a secret that the configuration names and does not hold.

    Raises:
        ConfigurationError: The environment does not have it.
    """
    if variable not in os.environ:
        raise ConfigurationError(f"alerts: the environment holds no {variable}")
    return os.environ[variable]


@contextmanager
def building_in(build_file: Path) -> Iterator[None]:
    """Tell dbt where to build, and nobody that it ran, while the block lasts."""
    wanted = {"YJDW_BUILD_FILE": str(build_file), "DO_NOT_TRACK": "1"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
