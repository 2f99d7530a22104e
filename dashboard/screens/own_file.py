"""Scripts and style sheets that lie beside the screens."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def own_file(name: str) -> str:
    """Return the text of one of them, read once."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
