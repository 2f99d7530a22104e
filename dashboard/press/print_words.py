"""Print what stands beside a picture."""

from __future__ import annotations

from dashboard.language import tr


def print_words(caption: str, alt: str) -> None:
    """Print caption and alternative text, a line each."""
    words, text = tr("Caption"), tr("Alternative text")
    print(f"{words}: {caption}\n{text}: {alt}")
