"""Uploads stay in memory: nothing of what a person loads is written to disk."""

from __future__ import annotations

from starlette.formparsers import MultiPartParser

IN_MEMORY = 1 << 30
"""Bytes; more than `server.maxUploadSize` lets through."""


def keep_in_memory() -> None:
    """Tell Starlette's parser of uploads, which by itself writes those over 1 MB to a temporary file, to keep them in memory."""
    MultiPartParser.spool_max_size = IN_MEMORY
