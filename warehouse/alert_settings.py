"""The part ``[alerts]`` of the configuration: by which ways people are told.

Its keys and what goes together belong here. Reading the file and the secrets belongs
to ``configuration``; sending to ``yjdw/alerts``.
"""

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

PORTS = {"none": 25, "starttls": 587, "tls": 465}


class Smtp(BaseModel):
    """A mail server, who writes and who reads. A password is never in the file."""

    model_config = ConfigDict(extra="forbid")

    host: str = Field(min_length=1)
    port: int | None = Field(default=None, ge=1, le=65535)
    security: Literal["none", "starttls", "tls"] = "starttls"
    # certificates of the council's own authority, besides those of the system
    ca_file: Path | None = None
    username: str | None = None
    password_variable: str | None = None
    sender: str = Field(pattern=r"^\S+@\S+$")
    recipients: list[str] = Field(min_length=1)

    @property
    def chosen_port(self) -> int:
        """Return the port, by custom when none is given."""
        return self.port or PORTS[self.security]

    @model_validator(mode="after")
    def _refuse_half_a_login(self) -> Self:
        if (self.username is None) != (self.password_variable is None):
            raise ValueError("give username and password_variable, or neither")
        if self.username and self.security == "none":
            raise ValueError("a password needs security starttls or tls")
        return self


class Webhook(BaseModel):
    """An address that takes a JSON document; with a secret each one is signed."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(pattern=r"^https?://\S+$")
    secret_variable: str | None = None


class Alerts(BaseModel):
    """By which ways people are told; without one, nobody is."""

    model_config = ConfigDict(extra="forbid")

    smtp: Smtp | None = None
    webhook: Webhook | None = None

    @property
    def are_configured(self) -> bool:
        """Return whether there is any way to tell people."""
        return bool(self.smtp or self.webhook)
