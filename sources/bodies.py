"""Municipalities as YAML files: whose system to crawl, where it is, and how much is to be expected of it.

The files beside this module in `bodies/` are the known ones; any other file in the form of `bodies/template.yaml` will
do. Everything is checked strictly: a field that is not known, or of another type, is a mistake.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

FOLDER = Path(__file__).parent / "bodies"
TEMPLATE = "template"

Product = Literal["ALLRIS 3", "ALLRIS 4", "SessionNet", "SD.NET RIM", "more!rubin", "PARLIS", "OParl"]


class MunicipalityError(Exception):
    """A municipality that is not known or whose file is mistaken; the message says where."""


class Expectations(BaseModel):
    """What too little is: unmet expectations make a run fail."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    minutes_per_year: int = Field(ge=0, description="Minutes that a full year has at least.")
    within_days: int = Field(120, ge=0, description="Days after a meeting its minutes may be waited for.")


class Municipality(BaseModel):
    """A municipality and its council information system, as its file names them."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    ags: str | None = Field(None, pattern=r"^\d{2}(?:\d{3}(?:\d{3})?)?$|^\d{12}$")
    product: Product
    url: str = Field(pattern=r"^https?://[^/\s]+/\S*$")
    hosts: list[str] = Field(min_length=1)
    since: datetime.date
    expectations: Expectations | None = None
    contact: str | None = None
    others: list[str] = []

    @model_validator(mode="after")
    def _own_host(self) -> Municipality:
        if urlsplit(self.url).netloc not in self.hosts:
            raise ValueError("the host of `url` must be one of `hosts`")
        return self


def known() -> tuple[str, ...]:
    """The names of the files beside this module."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem != TEMPLATE))


def municipality(name: str) -> Municipality:
    """The municipality of a known name (`landau`) or of a file (`town.yaml`); raises `MunicipalityError`."""
    path = Path(name) if name.endswith((".yaml", ".yml")) else FOLDER / f"{name}.yaml"
    if not path.is_file():
        listed = ", ".join(known())
        raise MunicipalityError(
            f"there is no municipality {name!r}; known are: {listed}, or name a YAML file"
        )
    try:
        return Municipality.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        raise MunicipalityError(f"{path.name} is no YAML: {error}") from error
    except ValidationError as error:
        places = "; ".join(
            f"{'.'.join(map(str, found['loc'])) or 'file'}: {found['msg']}" for found in error.errors()
        )
        raise MunicipalityError(f"{path.name}: {places}") from error
