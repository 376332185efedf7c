"""Every product has pages beside its reader that show how it looks, with what is expected of them."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from sources import pdf, plain_text
from sources.detection import Reader, sample_of
from sources.read import READERS, detect

PAGES = Path(__file__).parent / "pages"
FILE_TYPES: tuple[Reader, ...] = (pdf, plain_text)
"""What a file is rather than where it comes from; their inputs are made in their own tests."""


def name(reader: Reader) -> str:
    return cast(ModuleType, reader).__name__


@pytest.fixture(scope="module")
def read_by() -> set[str]:
    """The readers that read a page with a golden file beside it."""
    goldens = PAGES.rglob("*.golden.json")
    pages = [golden.with_name(golden.name.removesuffix(".golden.json")) for golden in goldens]
    found = (detect(sample_of(page.read_bytes()))[1] for page in pages)
    return {name(reader) for reader in found if reader}


@pytest.mark.parametrize("reader", [one for one in READERS if one not in FILE_TYPES], ids=name)
def test_a_product_has_pages_with_expected_records(reader: Reader, read_by: set[str]) -> None:
    assert name(reader) in read_by, f"add a page that {name(reader)} reads to {PAGES.name}/"
