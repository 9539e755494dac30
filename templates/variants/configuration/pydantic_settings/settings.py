"""Everything that differs between environments, read once and passed down."""

from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

ENV_PREFIX = "xx_PREFIX_xx"

xx_known_key_xx
ClientName = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class SettingsError(Exception):
    """The environment does not describe a runnable service; lists every problem at once."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(["the settings are not usable:", *problems]))
        self.problems = problems


class Group(BaseModel):
    """One group of settings: immutable, and an unknown name in it is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LogSettings(Group):
    """How the service logs."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    format: Literal["console", "json"] = "console"


class HttpSettings(Group):
    """Where the service listens and how it stops."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    trusted_proxies: str = "127.0.0.1"
    drain_seconds: float = Field(default=5, ge=0, le=60)
    shutdown_seconds: int = Field(default=25, ge=1, le=300)


class DatabaseSettings(Group):
    """The database and this process's share of its connections."""

    url: SecretStr
    pool_size: int = Field(default=5, ge=1, le=100)
    max_overflow: int = Field(default=5, ge=0, le=100)
    pool_timeout: float = Field(default=2, gt=0, le=60)
    pool_recycle: int = Field(default=1800, ge=60)
    connect_timeout: float = Field(default=2, gt=0, le=60)
    statement_timeout_ms: int = Field(default=5000, ge=100)
    lock_timeout_ms: int = Field(default=2000, ge=10)
    replicas: int = Field(default=1, ge=1)
    max_connections: int = Field(default=100, ge=20)

    @field_validator("url")
    @classmethod
    def _names_its_driver(cls, value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith("postgresql+asyncpg://"):
            raise ValueError("must start with postgresql+asyncpg://")
        return value


class LimitSettings(Group):
    """What one client may ask of the service."""

    body_bytes: int = Field(default=65_536, ge=1024)
    in_flight: int = Field(default=100, ge=1)
    page_size: int = Field(default=20, ge=1, le=100)
    rate_per_minute: int = Field(default=600, ge=1)
    rate_burst: int = Field(default=60, ge=1)
    idempotency_hours: int = Field(default=24, ge=1, le=24 * 30)


class AuthSettings(Group):
    """Who may call: the name of each client and the SHA-256 of its key."""

    api_keys: dict[ClientName, Sha256] = {}


class Settings(BaseSettings):
    """The whole configuration of one process."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX,
        env_nested_delimiter="__",
        env_file=".env",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    environment: Literal["development", "test", "production"] = "development"
    log: LogSettings = LogSettings()
    http: HttpSettings = HttpSettings()
    database: DatabaseSettings
    limits: LimitSettings = LimitSettings()
    auth: AuthSettings = AuthSettings()

    @model_validator(mode="after")
    def _is_safe_in_production(self) -> Self:
        xx_production_rules_xx
        return self


@lru_cache
def get_settings() -> Settings:
    """Read the settings from the environment, once; raises SettingsError with every problem."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError([_explain(item) for item in error.errors()]) from None


def describe(settings: Settings) -> dict[str, str]:
    """Return each setting under its dotted name, with secrets masked."""
    return dict(_flatten("", settings.model_dump()))


def _flatten(prefix: str, value: dict[str, Any]) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, inner in value.items():
        if isinstance(inner, dict):
            rows.extend(_flatten(f"{prefix}{name}.", inner))
        else:
            hidden = prefix == "auth.api_keys."
            rows.append((f"{prefix}{name}", "**********" if hidden else str(inner)))
    return rows


def _explain(item: Any) -> str:
    variable = ENV_PREFIX + "__".join(str(part).upper() for part in item["loc"])
    return f"{variable}: {item['msg'].removeprefix('Value error, ')}"
