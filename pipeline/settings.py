"""Every knob of Ratslese, set by option, environment variable (`RATSLESE_DB`) or `ratslese.toml`, in this order."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import Field, FilePath
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """What an administrator may set; the defaults suit one machine."""

    model_config = SettingsConfigDict(env_prefix="RATSLESE_", toml_file="ratslese.toml", extra="forbid")

    db: Path = Field(Path("ratslese.db"), description="The working database.")
    workers: int = Field(
        os.cpu_count() or 1, ge=1, description="Processes that read documents; 1 works without a pool."
    )
    scheduler: str | None = Field(
        None, description="Address of a Dask scheduler that reads documents instead."
    )
    host: str = Field("127.0.0.1", description="Address the site listens on.")
    contact: str | None = Field(
        None, description="Mail address or web page that a crawl's user agent names; overrides the body's."
    )
    pause: float = Field(1.0, ge=0, description="Seconds between two requests of a crawl to one host.")
    timeout: float = Field(30.0, gt=0, description="Seconds a host may take for an answer.")
    budget: int = Field(5000, ge=1, description="Requests a crawl may make.")
    private_addresses: bool = Field(
        False, description="Let a crawl contact private addresses; for tests on this machine only."
    )
    base_url: str = Field(
        "/", pattern=r"^/(.*/)?$", description="Path under which a proxy shows the site (`/ratslese/`)."
    )
    imprint: FilePath | None = Field(None, description="Markdown file shown as Impressum.")
    privacy_notice: FilePath | None = Field(None, description="Markdown file shown as Datenschutz.")
    corrections: FilePath | None = Field(
        None, description="Markdown file that tells where objections and corrections go."
    )
    port: int = Field(8001, ge=0, le=65535, description="Port of the site; 0 takes a free one.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (pydantic's signature)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options beat the environment, the environment beats the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def archive(self) -> Path:
        """The folder of originals, beside the database."""
        return self.db.with_suffix(".archive")

    @property
    def notices(self) -> dict[str, str]:
        """The texts of whoever runs the site, by the address of their page."""
        files = {
            "impressum": self.imprint,
            "datenschutz": self.privacy_notice,
            "berichtigung": self.corrections,
        }
        return {name: file.read_text(encoding="utf-8") for name, file in files.items() if file}

    @property
    def published(self) -> Path:
        """Where `publish` puts the readers' copy unless told otherwise."""
        return self.db.with_name(f"{self.db.stem}-public.db")


def settings(**options: Any) -> Settings:
    """The settings with the options that were given on the command line; None means not given."""
    return Settings(**{name: value for name, value in options.items() if value is not None})
