"""The configuration of one service, read from ``service.toml``.

Reading the file and its defaults belong here; the meaning of a counting key
(``cfg.*``) belongs to the rules. The one module that may look at the environment.
"""

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

DEFAULT_FILE = Path("service.toml")
Setting = str | bool | int | float | date | list[str] | dict[str, str | bool]


class ConfigurationError(Exception):
    """The configuration cannot be used; the message says which key and why."""


class Service(BaseModel):
    """Which service this home serves, and from which case system."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    case_system: str | None = None


class Configuration(BaseModel):
    """Everything a council may set; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")

    service: Service = Service()
    shrink_limit_percent: float = Field(default=20, ge=0, le=100)
    settings: dict[str, Setting] = Field(default_factory=dict)
    freshness_days: dict[str, int] = Field(default_factory=dict)
    sources: dict[str, str] = Field(default_factory=dict)
    releases_kept: int = Field(default=5, ge=1)


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
